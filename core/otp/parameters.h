// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/hash.h"

#include <variant>

namespace watchword::otp {

using Algorithm = crypto::Hash;

/// RFC 6238 with T0 = 0. `digits` 1–10, `period` 1–86400 seconds.
struct Totp {
    Algorithm algorithm = Algorithm::Sha1;
    int digits = 6;
    int period = 30;
    friend bool operator==(const Totp &, const Totp &) = default;
};

/// RFC 4226. `counter` is that of the next code.
struct Hotp {
    Algorithm algorithm = Algorithm::Sha1;
    int digits = 6;
    quint64 counter = 0;
    friend bool operator==(const Hotp &, const Hotp &) = default;
};

/// Steam Guard: HMAC-SHA-1, 30 s, five letters of `23456789BCDFGHJKMNPQRTVWXY`, least significant first.
struct Steam {
    friend bool operator==(const Steam &, const Steam &) = default;
};

using Parameters = std::variant<Totp, Hotp, Steam>;

/// The parameters if their numbers are in range. Errors: InvalidDigits, InvalidPeriod.
Result<Parameters> checked(const Parameters &parameters);

bool isCounterBased(const Parameters &parameters);
/// Seconds; 0 for a counter.
int periodOf(const Parameters &parameters);
/// Characters of a code.
int digitsOf(const Parameters &parameters);
Algorithm algorithmOf(const Parameters &parameters);

/// `SHA1` … `SHA512`.
QString algorithmName(Algorithm algorithm);
/// Reads `SHA1`, `sha-256`, `HmacSHA256`, `HMAC-SHA-256`, `Algorithm.sha256`, `SHA_512` …; empty means SHA-1.
/// Error: UnknownAlgorithm.
Result<Algorithm> algorithmFromName(QStringView name);

} // namespace watchword::otp
