// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/rsa_key.h"

#include "core/crypto/openssl.h"

#include <openssl/err.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <memory>

namespace watchword::crypto {

namespace {

struct KeyDeleter {
    void operator()(EVP_PKEY *object) const { EVP_PKEY_free(object); }
    void operator()(EVP_PKEY_CTX *object) const { EVP_PKEY_CTX_free(object); }
    void operator()(EVP_MD_CTX *object) const { EVP_MD_CTX_free(object); }
    // Wipes the key in it.
    void operator()(PKCS8_PRIV_KEY_INFO *object) const { PKCS8_PRIV_KEY_INFO_free(object); }
};
template <class T>
using Owned = std::unique_ptr<T, KeyDeleter>;

bool isRsaKey(const EVP_PKEY *key)
{
    return key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= smallestRsaKey
        && EVP_PKEY_get_bits(key) <= largestRsaKey;
}

std::unexpected<Error> noKey()
{
    return opensslFailure(QStringLiteral("RSA key"));
}

Owned<EVP_PKEY> privateKey(ByteView pkcs8)
{
    const unsigned char *at = inputFrom(pkcs8);
    const Owned<PKCS8_PRIV_KEY_INFO> info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, long(pkcs8.size())));
    Owned<EVP_PKEY> key(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
    return isRsaKey(key.get()) ? std::move(key) : nullptr;
}

Owned<EVP_PKEY> publicKey(ByteView spki)
{
    const unsigned char *at = inputFrom(spki);
    Owned<EVP_PKEY> key(d2i_PUBKEY(nullptr, &at, long(spki.size())));
    return isRsaKey(key.get()) && at == inputFrom(spki) + spki.size() ? std::move(key) : nullptr;
}

Result<QByteArray> writtenPublicKey(const EVP_PKEY *key)
{
    const int length = i2d_PUBKEY(key, nullptr);
    if (length <= 0)
        return noKey();
    QByteArray der(length, '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    if (i2d_PUBKEY(key, &at) != length)
        return noKey();
    return der;
}

// Asked by OpenSSL between its attempts; 0 ends the search.
int goesOn(EVP_PKEY_CTX *context)
{
    const auto *stop = static_cast<const std::stop_token *>(EVP_PKEY_CTX_get_app_data(context));
    return stop->stop_requested() ? 0 : 1;
}

} // namespace

Result<SecretBytes> newRsaKey(int bits, const std::stop_token &stop)
{
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    if (!context || bits < smallestRsaKey || bits > largestRsaKey || EVP_PKEY_keygen_init(context.get()) != 1
        || EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), bits) != 1)
        return noKey();
    EVP_PKEY_CTX_set_app_data(context.get(), const_cast<std::stop_token *>(&stop));
    EVP_PKEY_CTX_set_cb(context.get(), goesOn);
    EVP_PKEY *made = nullptr;
    const bool isMade = EVP_PKEY_generate(context.get(), &made) == 1;
    const Owned<EVP_PKEY> key(made);
    const Owned<PKCS8_PRIV_KEY_INFO> info(isMade && !stop.stop_requested() ? EVP_PKEY2PKCS8(key.get()) : nullptr);
    const int length = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (length <= 0)
        return noKey();
    SecretBytes pkcs8{std::size_t(length)};
    unsigned char *at = outputTo(pkcs8.data());
    if (i2d_PKCS8_PRIV_KEY_INFO(info.get(), &at) != length)
        return noKey();
    return pkcs8;
}

Result<QByteArray> rsaPublicKeyOf(ByteView pkcs8)
{
    const Owned<EVP_PKEY> key = privateKey(pkcs8);
    return key ? writtenPublicKey(key.get()) : noKey();
}

Result<QByteArray> readRsaPublicKey(ByteView der)
{
    Owned<EVP_PKEY> key = publicKey(der);
    if (!key) {
        const unsigned char *at = inputFrom(der);
        key.reset(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &at, long(der.size())));
        if (!isRsaKey(key.get()) || at != inputFrom(der) + der.size())
            key.reset();
    }
    ERR_clear_error();
    if (!key)
        return failure(ErrorCode::DamagedFile, QStringLiteral("public key"));
    return writtenPublicKey(key.get());
}

Result<QByteArray> signRsaSha256(ByteView pkcs8, ByteView text)
{
    const Owned<EVP_PKEY> key = privateKey(pkcs8);
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    std::size_t length = 0;
    // PKCS#1 v1.5 is what OpenSSL does when nothing else is said.
    if (!key || !context
        || EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key.get(), nullptr) != 1
        || EVP_DigestSign(context.get(), nullptr, &length, inputFrom(text), text.size()) != 1)
        return opensslFailure(QStringLiteral("signing"));
    QByteArray signature(qsizetype(length), '\0');
    auto *const out = reinterpret_cast<unsigned char *>(signature.data());
    if (EVP_DigestSign(context.get(), out, &length, inputFrom(text), text.size()) != 1
        || qsizetype(length) != signature.size())
        return opensslFailure(QStringLiteral("signing"));
    return signature;
}

bool verifiesRsaSha256(ByteView spki, ByteView text, ByteView signature)
{
    const Owned<EVP_PKEY> key = publicKey(spki);
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    const bool isRight = key && context
        && EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key.get(), nullptr) == 1
        && EVP_DigestVerify(context.get(), inputFrom(signature), signature.size(), inputFrom(text), text.size()) == 1;
    ERR_clear_error();
    return isRight;
}

} // namespace watchword::crypto
