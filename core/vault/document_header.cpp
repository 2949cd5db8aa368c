// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/document_header.h"

#include "core/vault/plain_number.h"

namespace watchword::vault {

namespace {

constexpr QByteArrayView headerMagic = "Watchword accounts format=";
static_assert(headerMagic.size() == DocumentHeader::formatStart);
constexpr QByteArrayView knownHeaderFormat = "1";
constexpr quint64 mostChunks = 100'000;

/// Takes `name` and the value behind it, up to the next blank, off the front of `line`.
std::optional<QByteArrayView> take(QByteArrayView &line, QByteArrayView name)
{
    if (!line.startsWith(name))
        return {};
    QByteArrayView value = line.sliced(name.size());
    const qsizetype blank = value.indexOf(' ');
    if (blank >= 0)
        value = value.first(blank);
    line = line.sliced(name.size() + value.size());
    return value;
}

SecretBytes keyFromBase64(QByteArrayView text)
{
    auto decoded =
        QByteArray::fromBase64Encoding(QByteArray::fromRawData(text.data(), text.size()),
                                       QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    SecretBytes key = SecretBytes::takeFrom(decoded.decoded); // the only owner of the buffer, which is wiped
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok || key.size() != 32)
        key.clear();
    return key;
}

std::unexpected<Error> damagedHeader()
{
    return failure(ErrorCode::DamagedFile, QStringLiteral("document header"));
}

} // namespace

Result<DocumentHeader> DocumentHeader::read(ByteView bytes)
{
    const QByteArrayView whole(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    QByteArrayView line = whole;
    const auto format = take(line, headerMagic);
    if (!format || !plainNumber(*format) || *format == "0")
        return damagedHeader();
    if (*format != knownHeaderFormat)
        return failure(ErrorCode::NewerFormat, QStringLiteral("document"));

    const auto vault = take(line, " vault=");
    const auto generation = take(line, " generation=");
    const auto chunks = take(line, " chunks=");
    const auto bodyLength = take(line, " bytes=");
    const auto sha256 = take(line, " sha256=");
    const auto bookKey = take(line, " book-key=");
    if (!vault || !generation || !chunks || !bodyLength || !sha256 || !bookKey)
        return damagedHeader();
    const auto vaultId = VaultId::fromHex(*vault);
    const auto generationNumber = plainNumber(*generation);
    const auto chunksNumber = plainNumber(*chunks);
    const auto bodyNumber = plainNumber(*bodyLength);
    if (!vaultId || !generationNumber || !chunksNumber || !bodyNumber || *generationNumber == 0 || *chunksNumber == 0
        || *chunksNumber > mostChunks || sha256->size() != 64 || !isLowerHex(*sha256))
        return damagedHeader();

    DocumentHeader header;
    header.vault = *vaultId;
    header.generation = *generationNumber;
    header.chunks = int(*chunksNumber);
    header.bodyLength = *bodyNumber;
    header.sha256 = sha256->toByteArray();
    header.sha256Start = std::size_t(sha256->data() - whole.data());
    header.bookKey = keyFromBase64(*bookKey);
    header.rest = SecretBytes::copyOf(bytesOf(line));
    if (header.bookKey.isEmpty())
        return damagedHeader();
    return header;
}

SecretBytes DocumentHeader::write()
{
    SecretBytes line;
    line.reserve(512 + rest.size());
    const auto add = [&line](QByteArrayView text) { line.append(bytesOf(text)); };
    add(headerMagic);
    add(knownHeaderFormat);
    add(" vault=");
    add(vault.toHex());
    add(" generation=");
    add(QByteArray::number(generation));
    add(" chunks=");
    add(QByteArray::number(chunks));
    add(" bytes=");
    add(QByteArray::number(bodyLength));
    add(" sha256=");
    sha256Start = line.size();
    add(QByteArray(64, '0'));
    add(" book-key=");
    QByteArray key = QByteArray::fromRawData(bookKey.text().data(), bookKey.text().size())
                         .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    add(key);
    wipe(key);
    line.append(rest.view());
    add("\n");
    return line;
}

} // namespace watchword::vault
