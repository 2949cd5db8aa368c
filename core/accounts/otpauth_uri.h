// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

#include <limits>

namespace watchword::accounts {

/// Longest link that is read, in bytes.
inline constexpr std::size_t longestUri = std::size_t{64} * 1024;

/// The largest counter that is read, and saved by the code of the one before it. It gives no code itself: the counter
/// that follows could not be saved. The limit of most programs' files (a signed 64-bit number).
inline constexpr quint64 largestCounter = quint64(std::numeric_limits<qint64>::max());

/// Reads one `otpauth://`, `apple-otpauth://` or `steam://` link by the rules that real services and authenticators
/// need (Key Uri Format and the deviations that tests/core/tst_otpauth_uri.cpp lists). Errors: EmptyInput, NotText,
/// TooLarge, NotAnAccount, UnknownType, MissingSecret, InvalidBase32, UnknownAlgorithm, InvalidDigits, InvalidPeriod,
/// InvalidCounter, MalformedLink. `ww.*` parameters are ignored here; the vault's document reads them itself.
Result<Proposal> readOtpauth(ByteView utf8);

/// The most compatible spelling: label parts percent-encoded, every parameter spelled out, base32 without padding; Steam
/// as `otpauth://steam/`. Without issuer neither prefix nor parameter. `readOtpauth` gives back the same issuer and name
/// (without blanks at their ends), parameters and secret.
SecretBytes writeOtpauth(const Account &account, const SecretBytes &secret);

} // namespace watchword::accounts
