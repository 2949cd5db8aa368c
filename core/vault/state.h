// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchword::vault {

/// The states of vault-protocol section 3. Only `Unlocked` shows accounts; only `Unlocked` and `Empty` can be saved to.
enum class State { Closed, Empty, Unlocked, Locked, Unavailable, Gone, Damaged, Newer, TwoVaults, Password };

/// Whether opening may let the keychain ask for its password.
enum class Prompting { Allowed, Never };

/// Things a person should know that do not stop the vault.
enum class Warning { OlderCopyInKeychain, SecretMissing, BookDamaged, BookNotSaved, SlotNotHealed, NeedsAttention, SecretsNotLocked };

} // namespace watchword::vault
