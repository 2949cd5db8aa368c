// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <memory>

/// What the files of this directory share; nobody else includes it.
namespace watchword::crypto {

struct OpenSslDeleter {
    void operator()(EVP_MD *object) const { EVP_MD_free(object); }
    void operator()(EVP_MAC *object) const { EVP_MAC_free(object); }
    void operator()(EVP_MAC_CTX *object) const { EVP_MAC_CTX_free(object); }
    void operator()(EVP_KDF *object) const { EVP_KDF_free(object); }
    void operator()(EVP_KDF_CTX *object) const { EVP_KDF_CTX_free(object); }
    void operator()(EVP_CIPHER *object) const { EVP_CIPHER_free(object); }
    void operator()(EVP_CIPHER_CTX *object) const { EVP_CIPHER_CTX_free(object); }
};

/// An OpenSSL object that is freed with its owner.
template <class T>
using OpenSsl = std::unique_ptr<T, OpenSslDeleter>;

inline unsigned char *outputTo(std::span<std::byte> bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// Never null: OpenSSL takes a null key or input for "not given".
inline const unsigned char *inputFrom(ByteView bytes)
{
    static constexpr unsigned char nothing = 0;
    return bytes.empty() ? &nothing : reinterpret_cast<const unsigned char *>(bytes.data());
}

/// Internal, with OpenSSL's own reason (which names no secret); its queue of errors is emptied.
std::unexpected<Error> opensslFailure(const QString &what);

} // namespace watchword::crypto
