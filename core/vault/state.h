// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace watchword::vault {

/// The states of vault-protocol section 3. Only `Unlocked` shows accounts; only `Unlocked` and `Empty` can be saved to.
enum class State { Closed, Empty, Unlocked, Locked, Unavailable, Gone, Damaged, Newer, TwoVaults, Password };

/// Whether a vault in this state can be looked at and saved to.
constexpr bool isOpen(State state)
{
    return state == State::Unlocked || state == State::Empty;
}

/// Whether opening may let the keychain ask for its password.
enum class Prompting { Allowed, Never };

/// How long is waited for an answer before that is said. Time alone is never a failure: a late answer counts.
struct Patience {
    std::chrono::milliseconds write{15'000};  ///< a write without an answer: "not confirmed"
    std::chrono::milliseconds counter{2'000}; ///< a counter code is then shown unsaved
    std::chrono::milliseconds lock{10'000};   ///< another process that holds vault.lock: "busy"
};

/// The detail of KeychainRefused where a save was refused because the keychain has no password: what it holds lies in clear
/// on the disk. Nothing was written.
inline constexpr const char *keyringInClear = "in clear";

/// Things a person should know that do not stop the vault.
enum class Warning {
    OlderCopyInKeychain,
    SecretMissing,
    BookDamaged,
    BookNotSaved,
    BookForbidden, ///< its rights keep us from reading or replacing it; it stays as it is
    SlotNotHealed,
    PreviousCopyUsed, ///< of a password vault: `book` was damaged, `book.1` is shown, the last change may be missing
    LeftInKeychain,   ///< items of before the vault got its password could not be removed from the keychain
    OldPasswordOpens, ///< `book.1` could not be replaced: it opens with the password or the key of before
    KeyringInClear,   ///< the keychain has no password: nothing is saved into it
    NeedsAttention,
    SecretsNotLocked
};

} // namespace watchword::vault
