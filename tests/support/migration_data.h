// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace watchword::tests {

/// Writes the messages of an `otpauth-migration` link byte by byte, so that also what no library would write can be written.
class MigrationMessage
{
public:
    MigrationMessage &number(int field, qint64 value)
    {
        varint(quint64(field) << 3U);
        varint(quint64(value)); // a negative one takes ten bytes
        return *this;
    }
    MigrationMessage &bytes(int field, const QByteArray &value)
    {
        varint((quint64(field) << 3U) | 2U);
        varint(quint64(value.size()));
        m_bytes += value;
        return *this;
    }
    MigrationMessage &message(int field, const MigrationMessage &value) { return bytes(field, value.m_bytes); }
    const QByteArray &written() const { return m_bytes; }

    /// The link, in the spelling of Google's program.
    QByteArray link() const { return "otpauth-migration://offline?data=" + m_bytes.toBase64().toPercentEncoding(); }

private:
    void varint(quint64 value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_bytes += char((value & 0x7fU) | 0x80U);
        m_bytes += char(value);
    }

    QByteArray m_bytes;
};

/// One account: SHA-1, six digits, TOTP, as Google's program writes it.
inline MigrationMessage migrationAccount(const QByteArray &key, const QByteArray &name, const QByteArray &issuer)
{
    return MigrationMessage().bytes(1, key).bytes(2, name).bytes(3, issuer).number(4, 1).number(5, 1).number(6, 2);
}

/// One QR code of an export of version 1: `index` from 0, its accounts named after it.
inline MigrationMessage migrationPart(int size, int index, qint64 batchId, int accounts = 1)
{
    MigrationMessage payload;
    for (int i = 0; i < accounts; ++i) {
        const QByteArray name = "user" + QByteArray::number(index) + QByteArray::number(i);
        payload.message(
            1, migrationAccount("key of batch " + QByteArray::number(batchId) + ' ' + name, "Acme:" + name, "Acme"));
    }
    return payload.number(2, 1).number(3, size).number(4, index).number(5, batchId);
}

} // namespace watchword::tests
