// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/scrypt.h"

#include "core/crypto/openssl.h"

namespace watchword::crypto {

namespace {

constexpr std::size_t scryptKeySize = 32;
constexpr quint64 mostScryptMemory = quint64{1'100} * 1024 * 1024; // OpenSSL's own limit is 32 MiB

} // namespace

Result<SecretBytes> scrypt(ByteView password, ByteView salt, const ScryptCost &cost)
{
    if (!cost.isAllowed())
        return failure(ErrorCode::Internal, QStringLiteral("cost of scrypt"));
    SecretBytes key(scryptKeySize);
    if (EVP_PBE_scrypt(reinterpret_cast<const char *>(inputFrom(password)), password.size(), inputFrom(salt),
                       salt.size(), quint64{1} << cost.log2N, cost.r, cost.p, mostScryptMemory, outputTo(key.data()),
                       key.size())
        != 1)
        return opensslFailure(QStringLiteral("scrypt"));
    return key;
}

} // namespace watchword::crypto
