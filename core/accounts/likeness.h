// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

namespace watchword::accounts {

/// How two accounts are alike. The same key is the stronger likeness: that account is there already, whatever it is called.
enum class Likeness { None, SameSecret, SameName };

/// The same issuer and name, without case and blanks at the ends; accounts without either are never alike by it.
bool haveSameName(const Account &a, const Account &b);

/// `SameSecret`: same type (TOTP, HOTP, Steam) and the same key. `SameName`: as haveSameName, with another key.
Likeness likenessOf(const Account &a, const SecretBytes &secretOfA, const Account &b, const SecretBytes &secretOfB);

} // namespace watchword::accounts
