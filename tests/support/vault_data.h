// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/document.h"

#include <QFile>

namespace watchword::tests {

/// The bytes of a file in tests/data/vault; empty when it is not there.
inline QByteArray vaultData(const char *name)
{
    QFile file(QStringLiteral(WATCHWORD_TEST_DATA "/vault/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The key of the files there: 0, 1, … 31.
inline SecretBytes testKey()
{
    SecretBytes key(32);
    for (std::size_t i = 0; i < key.size(); ++i)
        key.data()[i] = std::byte(i);
    return key;
}

inline vault::VaultId testVault(char last = 'f')
{
    QByteArray hex = "00112233445566778899aabbccddeeff";
    hex.back() = last;
    return *vault::VaultId::fromHex(hex);
}

/// A document with these lines, as it is read from a slot.
inline vault::Document documentOf(const QByteArrayList &lines, quint64 generation,
                                  const vault::VaultId &id = testVault(), qsizetype itemSizeLimit = 0)
{
    vault::Document::Change change;
    for (const QByteArray &line : lines)
        change.added.push_back(SecretBytes::copyOf(bytesOf(line)));
    const auto written = vault::Document::empty(id, testKey()).with(change)->write(generation, itemSizeLimit);
    return std::move(*vault::Document::read(written->clone()));
}

/// The bytes of a document, as they lie in a slot.
inline QByteArray textOf(const vault::Document &document)
{
    return QByteArray(reinterpret_cast<const char *>(document.text().data()), qsizetype(document.text().size()));
}

inline QByteArray slotText(const QByteArrayList &lines, quint64 generation, char vault = 'f')
{
    return textOf(documentOf(lines, generation, testVault(vault)));
}

inline QByteArray totpLine(const char *name, const char *id, const char *more = "")
{
    return QByteArray("otpauth://totp/Site:") + name
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Site&algorithm=SHA1&digits=6&period=30&ww.id=" + id + more;
}

inline QByteArray hotpLine(int counter, const char *id, const char *more = "")
{
    return "otpauth://hotp/Bank:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank&counter="
        + QByteArray::number(counter) + "&ww.id=" + id + more;
}

} // namespace watchword::tests
