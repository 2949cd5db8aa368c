// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"
#include "core/otp/parameters.h"

namespace watchword::otp {

/// A one-time code and when it holds: from `validFrom` up to, not including, `validUntil` (UNIX seconds; both 0 for a
/// counter code).
struct Code {
    QString digits;
    qint64 validFrom = 0;
    qint64 validUntil = 0;
    friend bool operator==(const Code &, const Code &) = default;
};

/// The code at a time (RFC 6238, Steam), or for `Hotp` the code of its `counter` (RFC 4226). Times before 1970 are the
/// first period's. `secret` must not be empty (MissingSecret).
Result<Code> codeAt(const Parameters &parameters, const SecretBytes &secret, qint64 unixSeconds);

} // namespace watchword::otp
