// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault.h"

namespace watchword::app {

/// Whether the vault has a key in memory from the password that was given: so that a lock has something to wipe. Also
/// where the key was right and the file behind it cannot be read: it stays for another try.
inline bool isPasswordGiven(const vault::Vault &vault)
{
    const vault::State state = vault.state();
    return vault.protection() == vault::Protection::Password && state != vault::State::Password
        && state != vault::State::Closed;
}

/// Whether *Lock* has an answer: it wipes a key, or says of accounts in the keychain that the session is their lock.
inline bool canAskForLock(const vault::Vault &vault)
{
    return isPasswordGiven(vault) || vault::isOpen(vault.state());
}

} // namespace watchword::app
