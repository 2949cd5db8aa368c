// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/document.h"

#include "core/crypto/sha256.h"
#include "core/vault/document_header.h"
#include "core/vault/slot_layout.h"

#include <algorithm>
#include <cstring>

namespace watchword::vault {

namespace {

std::unexpected<Error> damaged(const QString &what)
{
    return failure(ErrorCode::DamagedFile, what);
}

QByteArrayView viewOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

ByteView firstLine(ByteView text)
{
    const qsizetype end = viewOf(text).indexOf('\n');
    return end < 0 ? text : text.first(std::size_t(end));
}

bool isText(ByteView bytes)
{
    return viewOf(bytes).isValidUtf8() && !viewOf(bytes).contains('\0');
}

void putDigits(std::span<std::byte> text, std::size_t start, QByteArrayView digits)
{
    std::memcpy(text.data() + start, digits.data(), std::size_t(digits.size()));
}

/// SHA-256 of a document's text in whose place for it zeros stand.
Result<QByteArray> digestOf(ByteView textWithZeros)
{
    const auto digest = crypto::sha256(textWithZeros);
    if (!digest)
        return std::unexpected(digest.error());
    return QByteArray(reinterpret_cast<const char *>(digest->data()), qsizetype(digest->size())).toHex();
}

} // namespace

Document Document::empty(const VaultId &vault, SecretBytes bookKey)
{
    Document document;
    document.m_vault = vault;
    document.m_bookKey = std::move(bookKey);
    return document;
}

Result<Document> Document::read(SecretBytes text, const Document *known)
{
    const ByteView line = firstLine(text.view());
    if (line.size() == text.size())
        return damaged(QStringLiteral("no header line"));
    auto header = DocumentHeader::read(line);
    if (!header)
        return std::unexpected(header.error());
    const std::size_t bodyStart = line.size() + 1;
    if (text.size() - bodyStart != header->bodyLength)
        return damaged(QStringLiteral("length"));

    putDigits(text.data(), header->sha256Start, QByteArray(64, '0'));
    const auto digest = digestOf(text.view());
    if (!digest)
        return std::unexpected(digest.error());
    if (*digest != header->sha256)
        return damaged(QStringLiteral("checksum"));
    putDigits(text.data(), header->sha256Start, header->sha256);
    if (!isText(text.view()))
        return damaged(QStringLiteral("not UTF-8"));

    Document document;
    document.m_vault = header->vault;
    document.m_generation = header->generation;
    document.m_chunks = header->chunks;
    document.m_sha256 = header->sha256;
    document.m_bookKey = std::move(header->bookKey);
    document.m_headerRest = std::move(header->rest);
    document.m_text = std::move(text);
    document.m_bodyStart = bodyStart;
    document.index(known);
    return document;
}

ByteView Document::line(std::size_t index) const
{
    const Record &record = m_records[index];
    return body().subspan(record.start, record.length);
}

std::optional<std::size_t> Document::find(accounts::AccountId id) const
{
    const auto place = m_byId.find(id);
    return place == m_byId.end() ? std::nullopt : std::optional(place->second);
}

int Document::unknownRecords() const
{
    return int(std::ranges::count(m_records, RecordKind::Unknown, &Record::kind));
}

Result<Document> Document::with(const Change &change) const
{
    SecretBytes text;
    std::size_t room = body().size() + 1;
    for (const auto &[index, line] : change.replaced)
        room += line.size();
    for (const SecretBytes &line : change.added)
        room += line.size() + 1;
    text.reserve(room);

    const auto add = [&text](ByteView line) {
        text.append(line);
        text.append(bytesOf("\n"));
        return !viewOf(line).contains('\n');
    };
    bool sound = true;
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        if (change.removed.contains(i))
            continue;
        const auto replacement = change.replaced.find(i);
        sound = add(replacement == change.replaced.end() ? line(i) : replacement->second.view()) && sound;
    }
    for (const SecretBytes &line : change.added)
        sound = add(line.view()) && sound;
    if (!sound)
        return failure(ErrorCode::Internal, QStringLiteral("a line with a line break"));

    Document document = empty(m_vault, m_bookKey.clone());
    document.m_headerRest = m_headerRest.clone();
    document.m_text = std::move(text);
    document.index(this);
    return document;
}

Result<SecretBytes> Document::write(quint64 generation, qsizetype itemSizeLimit) const
{
    DocumentHeader header;
    header.vault = m_vault;
    header.generation = generation;
    header.bodyLength = body().size();
    header.bookKey = m_bookKey.clone();
    header.rest = m_headerRest.clone();

    SecretBytes text;
    for (int attempt = 0; attempt < 8; ++attempt) { // the number of chunks is itself part of the text
        const SecretBytes line = header.write();
        if (itemSizeLimit > 0 && line.size() > std::size_t(itemSizeLimit))
            return failure(ErrorCode::Internal, QStringLiteral("items too small for the header"));
        text.clear();
        text.reserve(line.size() + body().size());
        text.append(line.view());
        text.append(body());
        const int chunks = int(cutIntoChunks(text.view(), itemSizeLimit).size());
        if (chunks != header.chunks) {
            header.chunks = chunks;
            continue;
        }
        const auto digest = digestOf(text.view());
        if (!digest)
            return std::unexpected(digest.error());
        putDigits(text.data(), header.sha256Start, *digest);
        return text;
    }
    return failure(ErrorCode::Internal, QStringLiteral("chunks do not settle"));
}

void Document::index(const Document *known)
{
    const ByteView content = body();
    std::size_t next = 0; // in the known document, where lines mostly stand in the same order
    const auto isKnown = [&](ByteView line, std::size_t at) {
        return known && at < known->m_records.size() && known->m_records[at].kind != RecordKind::Unknown
            && viewOf(line) == viewOf(known->line(at));
    };
    for (std::size_t start = 0; start < content.size();) {
        const ByteView line = firstLine(content.subspan(start));
        if (!isKnown(line, next) && isKnown(line, next + 1))
            ++next; // one line was left out
        Record record = isKnown(line, next) ? known->m_records[next] : readRecord(line);
        ++next;
        record.start = start;
        if (record.kind == RecordKind::Account && !m_byId.try_emplace(record.account.id, m_records.size()).second) {
            record.kind = RecordKind::Unknown; // a second line with the id of another is carried, not shown
            record.account = {};
        }
        m_records.push_back(std::move(record));
        start += line.size() + 1;
    }
}

int chunksNamedIn(ByteView firstChunk)
{
    const auto header = DocumentHeader::read(firstLine(firstChunk));
    return header ? header->chunks : 1;
}

} // namespace watchword::vault
