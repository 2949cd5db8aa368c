// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

namespace watchword::app {

/// What a new password is worth. There are no rules but a least length: others make people write it down.
enum class PasswordWorth {
    TooShort,  ///< fewer than eight characters; the only one that is not taken
    Guessable, ///< one of the first that are tried
    Fair,
    Good,
};

constexpr int leastPasswordLength = 8;

/// Of a password in UTF-8.
PasswordWorth passwordWorth(ByteView password);
/// The same in a sentence, while it is typed.
QString passwordWords(ByteView password);

} // namespace watchword::app
