// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/hash.h"

namespace watchword::crypto {

/// HMAC (RFC 2104) of a message. A key of any length, also empty. Error: Internal, when OpenSSL fails.
Result<SecretBytes> hmac(Hash hash, ByteView key, ByteView message);

/// HMAC-SHA-256, 32 bytes.
Result<SecretBytes> hmacSha256(ByteView key, ByteView message);

} // namespace watchword::crypto
