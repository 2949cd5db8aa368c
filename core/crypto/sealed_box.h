// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

namespace watchword::crypto {

inline constexpr std::size_t aes256KeySize = 32;
inline constexpr std::size_t gcmNonceSize = 12;
inline constexpr std::size_t gcmTagSize = 16;

/// AES-256-GCM (NIST SP 800-38D): the ciphertext, as long as `plain`, with the 16 bytes of tag at its end. A key must
/// never seal twice with one nonce. Error: Internal, for a key not of 32 or a nonce not of 12 bytes, or when OpenSSL fails.
Result<QByteArray> sealAes256Gcm(ByteView key, ByteView nonce, ByteView associated, ByteView plain);

/// The plain text of what sealAes256Gcm() made. Errors: DamagedFile when anything differs (key, nonce, associated data,
/// ciphertext or tag; which one cannot be known), and Internal as above.
Result<SecretBytes> openAes256Gcm(ByteView key, ByteView nonce, ByteView associated, ByteView sealed);

} // namespace watchword::crypto
