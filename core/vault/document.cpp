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

constexpr std::size_t usualLine = 160;

/// SHA-256 of a document's text in whose place for it zeros stand.
Result<QByteArray> digestOf(ByteView textWithZeros)
{
    const auto digest = crypto::sha256(textWithZeros);
    if (!digest)
        return std::unexpected(digest.error());
    return QByteArray(reinterpret_cast<const char *>(digest->data()), qsizetype(digest->size())).toHex();
}

/// A text that names another format, with ours in its place; empty when there is no other.
SecretBytes asOurFormat(ByteView text)
{
    const std::size_t digit = DocumentHeader::formatStart;
    if (text.size() <= digit || text[digit] == std::byte{'1'})
        return {};
    SecretBytes ours = SecretBytes::copyOf(text);
    ours.data()[digit] = std::byte{'1'};
    return ours;
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
    // Whole but for that digit: it was damaged, and no newer version wrote this.
    if (!header && header.error().code == ErrorCode::NewerFormat && read(asOurFormat(text.view())))
        return damaged(QStringLiteral("format"));
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
    const auto place = m_byId.constFind(id);
    return place == m_byId.cend() ? std::nullopt : std::optional(*place);
}

std::optional<std::size_t> Document::findPush(accounts::AccountId id) const
{
    const auto found = std::ranges::find_if(
        m_records, [id](const Record &record) { return record.kind == RecordKind::Push && record.push->id == id; });
    return found == m_records.end() ? std::nullopt : std::optional(std::size_t(found - m_records.begin()));
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
    std::size_t copied = 0; // of the body: what stays between two changed lines is copied in one go
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        const auto replacement = change.replaced.find(i);
        const bool isRemoved = change.removed.contains(i);
        if (!isRemoved && replacement == change.replaced.end())
            continue;
        text.append(body().subspan(copied, m_records[i].start - copied));
        if (!isRemoved)
            sound = add(replacement->second.view()) && sound;
        copied = std::min(m_records[i].start + m_records[i].length + 1, body().size());
    }
    text.append(body().subspan(copied));
    if (!text.isEmpty() && text.view().back() != std::byte{'\n'})
        text.append(bytesOf("\n"));
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
    // Whether the known document's line stands at `start`, up to the line's end.
    const auto isKnown = [&](std::size_t start, std::size_t at) {
        if (!known || at >= known->m_records.size() || known->m_records[at].kind == RecordKind::Unknown)
            return false;
        const std::size_t length = known->m_records[at].length, room = content.size() - start;
        return length <= room && (length == room || content[start + length] == std::byte{'\n'})
            && sameBytes(content.subspan(start, length), known->line(at));
    };
    const std::size_t expected = known ? known->m_records.size() + 1 : content.size() / usualLine;
    m_records.reserve(expected);
    m_byId.reserve(qsizetype(expected));
    for (std::size_t start = 0; start < content.size();) {
        bool isThere = isKnown(start, next);
        if (!isThere && isKnown(start, next + 1)) {
            isThere = true;
            ++next; // one line was left out
        }
        Record record = isThere ? known->m_records[next] : readRecord(firstLine(content.subspan(start)));
        ++next;
        record.start = start;
        start += record.length + 1;
        if (record.kind == RecordKind::Account && m_byId.contains(record.account.id)) {
            record.kind = RecordKind::Unknown; // a second line with the id of another is carried, not shown
            record.account = {};
        } else if (record.kind == RecordKind::Account) {
            m_byId.insert(record.account.id, m_records.size());
        } else if (record.kind == RecordKind::Push && findPush(record.push->id)) {
            record.kind = RecordKind::Unknown;
            record.push.reset();
        }
        m_records.push_back(std::move(record));
    }
}

int chunksNamedIn(ByteView firstChunk)
{
    auto header = DocumentHeader::read(firstLine(firstChunk));
    if (!header && header.error().code == ErrorCode::NewerFormat) // perhaps only that digit is damaged
        header = DocumentHeader::read(firstLine(asOurFormat(firstChunk).view()));
    return header ? header->chunks : 1;
}

} // namespace watchword::vault
