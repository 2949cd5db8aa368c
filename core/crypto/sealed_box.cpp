// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/sealed_box.h"

#include "core/crypto/openssl.h"

#include <limits>

namespace watchword::crypto {

namespace {

constexpr std::size_t longestGcmInput = std::numeric_limits<int>::max() - 64;
constexpr int sealing = 1;
constexpr int opening = 0;

// A context with key, nonce and associated data fed in; null when they do not fit or OpenSSL fails.
OpenSsl<EVP_CIPHER_CTX> begun(int direction, ByteView key, ByteView nonce, ByteView associated)
{
    static const OpenSsl<EVP_CIPHER> algorithm(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr));
    OpenSsl<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    int fed = 0;
    if (!algorithm || !context || key.size() != aes256KeySize || nonce.size() != gcmNonceSize
        || associated.size() > longestGcmInput
        || EVP_CipherInit_ex2(context.get(), algorithm.get(), inputFrom(key), inputFrom(nonce), direction, nullptr)
            != 1)
        return nullptr;
    if (!associated.empty()
        && EVP_CipherUpdate(context.get(), nullptr, &fed, inputFrom(associated), int(associated.size())) != 1)
        return nullptr;
    return context;
}

// GCM gives as many bytes as it takes, so `out` is as long as `in`.
bool passThrough(EVP_CIPHER_CTX *context, ByteView in, unsigned char *out)
{
    int written = 0;
    return in.empty() || EVP_CipherUpdate(context, out, &written, inputFrom(in), int(in.size())) == 1;
}

} // namespace

Result<QByteArray> sealAes256Gcm(ByteView key, ByteView nonce, ByteView associated, ByteView plain)
{
    const OpenSsl<EVP_CIPHER_CTX> context = begun(sealing, key, nonce, associated);
    if (!context || plain.size() > longestGcmInput)
        return opensslFailure(QStringLiteral("sealing"));
    QByteArray sealed(qsizetype(plain.size() + gcmTagSize), '\0');
    auto *const out = reinterpret_cast<unsigned char *>(sealed.data());
    unsigned char *const tag = out + plain.size();
    int written = 0;
    if (!passThrough(context.get(), plain, out) || EVP_CipherFinal_ex(context.get(), tag, &written) != 1
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, int(gcmTagSize), tag) != 1)
        return opensslFailure(QStringLiteral("sealing"));
    return sealed;
}

Result<SecretBytes> openAes256Gcm(ByteView key, ByteView nonce, ByteView associated, ByteView sealed)
{
    if (sealed.size() < gcmTagSize)
        return failure(ErrorCode::DamagedFile, QStringLiteral("shorter than its tag"));
    const OpenSsl<EVP_CIPHER_CTX> context = begun(opening, key, nonce, associated);
    if (!context || sealed.size() > longestGcmInput)
        return opensslFailure(QStringLiteral("opening"));
    const ByteView ciphertext = sealed.first(sealed.size() - gcmTagSize);
    auto *const tag = const_cast<unsigned char *>(inputFrom(sealed.last(gcmTagSize)));
    SecretBytes plain(ciphertext.size());
    if (EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, int(gcmTagSize), tag) != 1
        || !passThrough(context.get(), ciphertext, outputTo(plain.data())))
        return opensslFailure(QStringLiteral("opening"));
    unsigned char nothing = 0;
    int written = 0;
    if (EVP_CipherFinal_ex(context.get(), &nothing, &written) != 1) {
        opensslFailure(QStringLiteral("opening")); // only to empty OpenSSL's queue
        return failure(ErrorCode::DamagedFile, QStringLiteral("the seal does not fit"));
    }
    return plain;
}

} // namespace watchword::crypto
