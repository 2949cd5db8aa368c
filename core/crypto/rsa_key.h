// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

#include <stop_token>

namespace watchword::crypto {

/// Sizes of RSA keys in bits that are taken from others. What is generated here has 4096.
inline constexpr int smallestRsaKey = 1024;
inline constexpr int largestRsaKey = 8192;

/// A new private key (e = 65537) as PKCS#8 in DER, unencrypted. Takes up to seconds: for a thread of its own; `stop` ends
/// it within milliseconds. Error: Internal, when stopped, for a size outside the limits, or when OpenSSL fails.
Result<SecretBytes> newRsaKey(int bits, const std::stop_token &stop);

/// The public key of a private one (PKCS#8 in DER) as SubjectPublicKeyInfo in DER. Error: Internal, for what is no RSA key.
Result<QByteArray> rsaPublicKeyOf(ByteView pkcs8);

/// A public RSA key in DER, PKCS#1 or SubjectPublicKeyInfo, as SubjectPublicKeyInfo in DER. Error: DamagedFile, for
/// anything else, bytes behind it, or a size outside the limits.
Result<QByteArray> readRsaPublicKey(ByteView der);

/// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017): as many bytes as the key has. Error: Internal, for what is no RSA key.
Result<QByteArray> signRsaSha256(ByteView pkcs8, ByteView text);

/// Whether `signature` is that of `text` by the owner of a public key (SubjectPublicKeyInfo in DER); false for anything odd.
bool verifiesRsaSha256(ByteView spki, ByteView text, ByteView signature);

} // namespace watchword::crypto
