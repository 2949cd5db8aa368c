// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/error_text.h"

#include <optional>

namespace watchword::app {

/// Whether a vault's reason says that its file `book` is missing or damaged as well (`core/vault/vault_reader.cpp`): then
/// the accounts may have had a password and been in it, whatever the keychain says.
bool isBookLost(const std::optional<Error> &reason);

/// What is said of a lost book where the keychain has nothing either.
ErrorText textOfLostBook(const Error &reason);

/// To be said with a trouble of the keychain, which may have nothing to do with it.
QString hintOfLostBook();

} // namespace watchword::app
