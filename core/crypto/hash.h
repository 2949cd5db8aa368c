// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchword::crypto {

/// The hash functions (FIPS 180-4) that HMAC is used with.
enum class Hash { Sha1, Sha224, Sha256, Sha384, Sha512 };

} // namespace watchword::crypto
