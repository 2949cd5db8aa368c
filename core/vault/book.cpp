// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/book.h"

#include "core/crypto/hmac.h"
#include "core/vault/careful_file.h"

#include <QFile>

#include <cstdio>

#include <sys/stat.h>

namespace watchword::vault {

namespace {

struct OpenedFile {
    FileHeader header;
    QByteArray json;
};

Result<OpenedFile> openBytes(const QByteArray &bytes, const SecretBytes &key, const VaultId &vault)
{
    const auto header = readFileHeader(bytesOf(bytes));
    if (!header)
        return std::unexpected(header.error());
    if (header->kind != FileKind::Book || header->vault != vault)
        return failure(ErrorCode::DamagedFile, QStringLiteral("not this vault's book"));
    auto content = openSealedFile(bytesOf(bytes), key.view());
    if (!content)
        return std::unexpected(content.error());
    return OpenedFile{*header, std::move(content->json)};
}

Result<OpenedFile> openFile(const QString &path, const SecretBytes &key, const VaultId &vault)
{
    const auto bytes = readWholeFile(path, longestSealedFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    return openBytes(*bytes, key, vault);
}

BookProbe probeFile(const QString &path)
{
    BookProbe result;
    const auto bytes = readStartOfFile(path, sealedFileHeaderSize);
    if (!bytes) {
        const ErrorCode code = bytes.error().code;
        result.outcome = code == ErrorCode::FileNotFound ? BookProbe::Outcome::Missing
            : code == ErrorCode::NoPermission            ? BookProbe::Outcome::Forbidden
                                                         : BookProbe::Outcome::Damaged;
        return result;
    }
    const auto header = readFileHeader(bytesOf(*bytes));
    if (header && header->kind != FileKind::Backup) {
        result.outcome = BookProbe::Outcome::Whole;
        result.header = *header;
    } else {
        const bool isNewer = !header && header.error().code == ErrorCode::NewerFormat;
        result.outcome = isNewer ? BookProbe::Outcome::Newer : BookProbe::Outcome::Damaged;
    }
    return result;
}

bool isPasswordVault(const BookProbe &probe)
{
    return probe.outcome == BookProbe::Outcome::Whole && probe.header.kind == FileKind::PasswordVault;
}

} // namespace

QByteArray proofOf(const QByteArray &bytes, const SecretBytes &key)
{
    const auto proof = crypto::hmacSha256(key.view(), bytesOf(bytes));
    return proof ? proof->text().toByteArray() : QByteArray();
}

BookProbe Book::probe() const
{
    BookProbe book = probeFile(path());
    if (book.outcome != BookProbe::Outcome::Missing && book.outcome != BookProbe::Outcome::Damaged)
        return book;
    BookProbe first = probeFile(path() + QStringLiteral(".1"));
    return isPasswordVault(first) ? first : book;
}

OpenedBook Book::open(const SecretBytes &key, const VaultId &vault, const OpenedBook *last) const
{
    OpenedBook book;
    book.header.vault = vault;
    const auto bytes = readWholeFile(path(), longestSealedFile);
    if (bytes)
        book.proof = proofOf(*bytes, key);
    if (last && !book.proof.isEmpty() && book.proof == last->proof && last->header.vault == vault)
        return *last;
    auto opened = bytes ? openBytes(*bytes, key, vault) : std::unexpected(bytes.error());
    if (!opened)
        book.proof.clear();
    book.wasOpened = opened.has_value();
    book.isDamaged =
        !opened && opened.error().code != ErrorCode::FileNotFound && opened.error().code != ErrorCode::NoPermission;
    if (!opened)
        opened = openFile(path() + QStringLiteral(".1"), key, vault);
    if (opened) {
        book.header = opened->header;
        book.comfort = Comfort::read(opened->json);
    }
    return book;
}

Result<OpenedBook> Book::write(FileHeader header, const QByteArray &json, const SecretBytes &key,
                               qint64 unixSeconds) const
{
    const auto present = openFile(path(), key, header.vault);
    // A newer one is another version's; one that may not be read may be whole, and becomes readable again.
    if (!present && (present.error().code == ErrorCode::NewerFormat || present.error().code == ErrorCode::NoPermission))
        return std::unexpected(present.error());
    if (!present && isPasswordVault(probeFile(path())))
        return failure(ErrorCode::NotSaved, QStringLiteral("a password vault in the way"));
    if (present) {
        header.revision = std::max(header.revision, present->header.revision);
    } else if (present.error().code != ErrorCode::FileNotFound) {
        const QByteArray aside = QFile::encodeName(nameAside(path(), unixSeconds));
        // Not by QFile, which does not move sockets and the like.
        if (::rename(QFile::encodeName(path()).constData(), aside.constData()) != 0)
            return failure(ErrorCode::WriteFailed, QStringLiteral("damaged book in the way"));
    }
    return put(std::move(header), json, key, true);
}

Result<OpenedBook> Book::replacePasswordVault(FileHeader header, const QByteArray &json, const SecretBytes &key) const
{
    m_directory.clearAllLeftovers(); // no half-written file may open with the password
    return put(std::move(header), json, key, false);
}

Result<OpenedBook> Book::put(FileHeader header, const QByteArray &json, const SecretBytes &key, bool keepsOld) const
{
    ++header.revision;
    header.kind = FileKind::Book;
    header.derivation = {};
    const auto sealed = sealBook(header, json, key.view());
    if (!sealed)
        return std::unexpected(sealed.error());
    const auto check = [&](const QByteArray &bytes) -> Result<void> {
        const auto content = openSealedFile(bytesOf(bytes), key.view());
        if (!content)
            return std::unexpected(content.error());
        if (content->json != json || readFileHeader(bytesOf(bytes)) != header)
            return failure(ErrorCode::WriteFailed, QStringLiteral("book read back differs"));
        return {};
    };
    const auto written = writeCarefully(path(), *sealed, keepsOld ? OldFile::KeepAsFirst : OldFile::Replace, check);
    if (!written)
        return std::unexpected(keepsOld ? written.error() : whatBecameOf(path(), *sealed, written.error()));
    OpenedBook book;
    book.header = header;
    book.wasOpened = true;
    book.proof = proofOf(*sealed, key);
    return book;
}

QByteArray Book::fingerprint() const
{
    struct stat status{};
    if (::stat(QFile::encodeName(path()).constData(), &status) != 0)
        return {};
    return QByteArray::number(quint64(status.st_ino)) + ':' + QByteArray::number(qint64(status.st_ctim.tv_sec)) + ':'
        + QByteArray::number(qint64(status.st_ctim.tv_nsec));
}

} // namespace watchword::vault
