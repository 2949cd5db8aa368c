// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_id.h"

#include "core/crypto/random.h"
#include "core/vault/plain_number.h"

#include <cstring>

namespace watchword::vault {

Result<VaultId> VaultId::random()
{
    VaultId id;
    if (const auto drawn = crypto::randomBytes(id.bytes); !drawn)
        return std::unexpected(drawn.error());
    return id;
}

std::optional<VaultId> VaultId::fromHex(QByteArrayView hex)
{
    VaultId id;
    if (hex.size() != 2 * qsizetype(id.bytes.size()) || !isLowerHex(hex))
        return {};
    const QByteArray raw = QByteArray::fromHex(QByteArray::fromRawData(hex.data(), hex.size()));
    std::memcpy(id.bytes.data(), raw.constData(), id.bytes.size());
    return id;
}

QByteArray VaultId::toHex() const
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())).toHex();
}

} // namespace watchword::vault
