// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/sha256.h"

#include "core/crypto/openssl.h"

namespace watchword::crypto {

Result<Sha256Digest> sha256(ByteView message)
{
    static const OpenSsl<EVP_MD> algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    Sha256Digest digest{};
    if (!algorithm
        || EVP_Digest(message.data(), message.size(), outputTo(digest), nullptr, algorithm.get(), nullptr) != 1)
        return opensslFailure(QStringLiteral("SHA-256"));
    return digest;
}

} // namespace watchword::crypto
