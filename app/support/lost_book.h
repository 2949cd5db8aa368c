// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/error_text.h"
#include "core/vault/lost_book.h"

namespace watchword::app {

/// What is said of a lost book where the keychain has nothing either.
ErrorText textOfLostBook(const Error &reason);

/// The errorText of a vault that is locked or unavailable. Where its book is lost it does not say that the accounts are there.
ErrorText textOfShutVault(const Error &reason);

/// To be said with a trouble of the keychain, which may have nothing to do with it.
QString hintOfLostBook();

} // namespace watchword::app
