// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hkdf.h"

#include "core/crypto/openssl.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

namespace watchword::crypto {

namespace {

OSSL_PARAM octets(const char *name, ByteView bytes)
{
    return OSSL_PARAM_construct_octet_string(name, const_cast<unsigned char *>(inputFrom(bytes)), bytes.size());
}

} // namespace

Result<SecretBytes> hkdfSha256(ByteView key, ByteView salt, ByteView info, std::size_t length)
{
    static const OpenSsl<EVP_KDF> algorithm(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const OpenSsl<EVP_KDF_CTX> context(algorithm ? EVP_KDF_CTX_new(algorithm.get()) : nullptr);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        octets(OSSL_KDF_PARAM_KEY, key),
        octets(OSSL_KDF_PARAM_SALT, salt),
        octets(OSSL_KDF_PARAM_INFO, info),
        OSSL_PARAM_construct_end(),
    };
    SecretBytes derived(length);
    if (!context || length == 0 || EVP_KDF_derive(context.get(), outputTo(derived.data()), length, parameters) != 1)
        return opensslFailure(QStringLiteral("HKDF"));
    return derived;
}

} // namespace watchword::crypto
