// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

namespace watchword::crypto {

/// HKDF-SHA-256, extract and expand (RFC 5869): `length` bytes, 1 to 8160. An empty salt is 32 zero bytes.
/// Error: Internal, for another length or when OpenSSL fails.
Result<SecretBytes> hkdfSha256(ByteView key, ByteView salt, ByteView info, std::size_t length);

} // namespace watchword::crypto
