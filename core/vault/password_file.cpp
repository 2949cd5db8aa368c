// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/password_file.h"

#include "core/crypto/hmac.h"
#include "core/vault/careful_file.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace watchword::vault {

namespace {

QString firstOf(const QString &path)
{
    return path + QStringLiteral(".1");
}

Result<FileHeader> headerOf(const QString &path)
{
    const auto start = readStartOfFile(path, sealedFileHeaderSize);
    if (!start)
        return std::unexpected(start.error());
    return readFileHeader(bytesOf(*start));
}

bool isPasswordVault(const Result<FileHeader> &header)
{
    return header && header->kind == FileKind::PasswordVault;
}

/// What is done where `book` cannot be read: another version's or one without rights stays what it is, the rest is damage.
bool isDamage(const Error &error)
{
    return error.code != ErrorCode::NewerFormat && error.code != ErrorCode::NoPermission
        && error.code != ErrorCode::PasswordChanged && error.code != ErrorCode::Internal;
}

Result<OpenedPasswordFile> openVaultBytes(const QByteArray &bytes, const PasswordKey &key, const Document *known)
{
    const auto header = readFileHeader(bytesOf(bytes));
    if (!header)
        return std::unexpected(header.error());
    if (header->kind != FileKind::PasswordVault || header->derivation != key.derivation)
        return failure(ErrorCode::PasswordChanged);
    auto content = openSealedFile(bytesOf(bytes), key.key.view());
    if (!content && content.error().code == ErrorCode::WrongKey)
        return failure(ErrorCode::WrongPassword);
    if (!content)
        return std::unexpected(content.error());
    auto document = Document::read(std::move(content->document), known);
    if (!document)
        return std::unexpected(document.error());
    if (document->vault() != header->vault)
        return failure(ErrorCode::DamagedFile, QStringLiteral("document of another vault"));
    OpenedPasswordFile opened;
    opened.book.header = *header;
    opened.book.comfort = Comfort::read(content->json);
    opened.document = std::make_shared<const Document>(std::move(*document));
    opened.highestSeen = header->seen;
    return opened;
}

/// Keeps a damaged file under another name, without taking it from its place.
Result<void> keepAside(const QString &path, qint64 unixSeconds)
{
    const QByteArray from = QFile::encodeName(path), to = QFile::encodeName(nameAside(path, unixSeconds));
    if (!QFileInfo(path).isSymLink() && !QFileInfo::exists(path))
        return {}; // it is missing, not damaged
    if (::link(from.constData(), to.constData()) == 0 || ::rename(from.constData(), to.constData()) == 0)
        return {};
    return failure(ErrorCode::WriteFailed, QStringLiteral("damaged vault in the way"));
}

} // namespace

Result<KeyDerivation> PasswordFile::derivation() const
{
    auto header = headerOf(path());
    if (!header && isDamage(header.error()))
        header = headerOf(firstOf(path()));
    if (!header && !isDamage(header.error()))
        return std::unexpected(header.error());
    if (!isPasswordVault(header))
        return failure(ErrorCode::NotUnlocked, QStringLiteral("no password vault"));
    return header->derivation;
}

Result<OpenedPasswordFile> PasswordFile::open(const PasswordKey &key, const Document *known,
                                              const OpenedPasswordFile *last) const
{
    const auto bytes = readWholeFile(path(), longestSealedFile);
    const QByteArray proof = bytes ? proofOf(*bytes, key.key) : QByteArray();
    if (last && !proof.isEmpty() && proof == last->book.proof)
        return *last;
    auto opened = bytes ? openVaultBytes(*bytes, key, known) : std::unexpected(bytes.error());
    if (opened) {
        opened->book.wasOpened = true;
        opened->book.proof = proof;
        return opened;
    }
    if (!isDamage(opened.error()))
        return opened;
    const auto header = bytes ? readFileHeader(bytesOf(*bytes)) : std::unexpected(bytes.error());
    const auto firstBytes = readWholeFile(firstOf(path()), longestSealedFile);
    auto first = firstBytes ? openVaultBytes(*firstBytes, key, known) : std::unexpected(firstBytes.error());
    if (!first) // then `book` says why, unless only `book.1` could look at the password
        return header || !firstBytes ? opened : first;
    first->book.isDamaged = true;
    if (header) {
        first->book.header.revision = std::max(first->book.header.revision, header->revision);
        first->highestSeen = std::max(first->highestSeen, header->seen);
    }
    return first;
}

Result<OpenedBook> PasswordFile::write(FileHeader header, const Content &content, const PasswordKey &key, Before before,
                                       qint64 unixSeconds) const
{
    ++header.revision;
    header.kind = FileKind::PasswordVault;
    header.derivation = key.derivation;
    const auto sealed = sealFile(header, content.json, content.document, key.key.view());
    if (!sealed)
        return std::unexpected(sealed.error());
    const auto check = [&](const QByteArray &bytes) -> Result<void> {
        const auto opened = openSealedFile(bytesOf(bytes), key.key.view());
        if (!opened)
            return std::unexpected(opened.error());
        if (opened->json != content.json || !sameBytes(opened->document.view(), content.document)
            || readFileHeader(bytesOf(bytes)) != header)
            return failure(ErrorCode::WriteFailed, QStringLiteral("vault read back differs"));
        return {};
    };
    if (before == Before::Damaged) {
        if (const auto kept = keepAside(path(), unixSeconds); !kept)
            return std::unexpected(kept.error());
    }
    if (before != Before::SameKey)
        m_directory.clearAllLeftovers(); // no half-written file may open with an older password
    const OldFile oldFile = before == Before::SameKey ? OldFile::KeepAsFirst : OldFile::Replace;
    if (const auto written = writeCarefully(path(), *sealed, oldFile, check); !written)
        return std::unexpected(whatBecameOf(path(), *sealed, written.error()));
    OpenedBook book;
    book.header = header;
    book.wasOpened = true;
    book.proof = proofOf(*sealed, key.key);
    return book;
}

bool hasStaleFirst(const DataDirectory &directory, const FileHeader &header)
{
    const auto first = headerOf(firstOf(directory.file(QStringLiteral("book"))));
    return first && first->vault == header.vault && first->revision <= header.revision
        && (first->kind != header.kind || first->derivation != header.derivation);
}

Result<void> replaceStaleFirst(const DataDirectory &directory)
{
    return copyToFirst(directory.file(QStringLiteral("book")));
}

} // namespace watchword::vault
