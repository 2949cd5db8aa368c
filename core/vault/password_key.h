// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/sealed_file.h"

#include <memory>

namespace watchword::vault {

/// What scrypt made of a password: all that is kept of it while the vault is unlocked.
struct PasswordKey {
    SecretBytes key;
    KeyDerivation derivation;
};
using PasswordKeyPointer = std::shared_ptr<const PasswordKey>;

// Each takes as long as scrypt does, or twice that: not for a thread with a window. `password` is UTF-8 as it was typed;
// Unicode's form C of it counts, so that any keyboard gives the same. Errors: EmptyInput, NotText, Internal.

Result<PasswordKeyPointer> keyOf(const SecretBytes &password, const KeyDerivation &derivation);
/// Of a new password, with a new salt; made twice and compared, since it must open the vault for ever.
Result<PasswordKeyPointer> newKeyOf(const SecretBytes &password, const crypto::ScryptCost &cost);

} // namespace watchword::vault
