// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hmac.h"

#include "core/crypto/openssl.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

namespace watchword::crypto {

namespace {

const char *opensslName(Hash hash)
{
    switch (hash) {
    case Hash::Sha1: return "SHA1";
    case Hash::Sha224: return "SHA224";
    case Hash::Sha256: return "SHA256";
    case Hash::Sha384: return "SHA384";
    case Hash::Sha512: return "SHA512";
    }
    return "";
}

} // namespace

Result<SecretBytes> hmac(Hash hash, ByteView key, ByteView message)
{
    // Fetching costs more than the whole computation, so the algorithm is kept; the context holds the key, so it is not.
    static const OpenSsl<EVP_MAC> algorithm(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    const OpenSsl<EVP_MAC_CTX> context(algorithm ? EVP_MAC_CTX_new(algorithm.get()) : nullptr);
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, const_cast<char *>(opensslName(hash)), 0),
        OSSL_PARAM_construct_end(),
    };
    if (!context || EVP_MAC_init(context.get(), inputFrom(key), key.size(), parameters) != 1)
        return opensslFailure(QStringLiteral("HMAC"));
    SecretBytes code(EVP_MAC_CTX_get_mac_size(context.get()));
    std::size_t written = 0;
    if (EVP_MAC_update(context.get(), inputFrom(message), message.size()) != 1
        || EVP_MAC_final(context.get(), outputTo(code.data()), &written, code.size()) != 1 || written != code.size())
        return opensslFailure(QStringLiteral("HMAC"));
    return code;
}

Result<SecretBytes> hmacSha256(ByteView key, ByteView message)
{
    return hmac(Hash::Sha256, key, message);
}

} // namespace watchword::crypto
