// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/book.h"

#include "core/vault/careful_file.h"

#include <QFile>

#include <cerrno>

#include <sys/stat.h>

namespace watchword::vault {

namespace {

struct OpenedFile {
    FileHeader header;
    QByteArray json;
};

Result<OpenedFile> openFile(const QString &path, const SecretBytes &key, const VaultId &vault)
{
    const auto bytes = readWholeFile(path, longestSealedFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto header = readFileHeader(bytesOf(*bytes));
    if (!header)
        return std::unexpected(header.error());
    if (header->kind != FileKind::Book || header->vault != vault)
        return failure(ErrorCode::DamagedFile, QStringLiteral("not this vault's book"));
    auto content = openSealedFile(bytesOf(*bytes), key.view());
    if (!content)
        return std::unexpected(content.error());
    return OpenedFile{*header, std::move(content->json)};
}

} // namespace

BookProbe Book::probe() const
{
    BookProbe result;
    const auto bytes = readWholeFile(path(), longestSealedFile);
    if (!bytes) {
        result.outcome =
            bytes.error().code == ErrorCode::FileNotFound ? BookProbe::Outcome::Missing : BookProbe::Outcome::Damaged;
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

OpenedBook Book::open(const SecretBytes &key, const VaultId &vault) const
{
    OpenedBook book;
    book.header.vault = vault;
    auto opened = openFile(path(), key, vault);
    book.wasOpened = opened.has_value();
    book.isDamaged = !opened && opened.error().code != ErrorCode::FileNotFound;
    if (!opened)
        opened = openFile(path() + QStringLiteral(".1"), key, vault);
    if (opened) {
        book.header = opened->header;
        book.comfort = Comfort::read(opened->json);
    }
    return book;
}

Result<void> Book::write(FileHeader header, const Comfort &comfort, const SecretBytes &key, qint64 unixSeconds) const
{
    const auto present = openFile(path(), key, header.vault);
    if (!present && present.error().code == ErrorCode::NewerFormat)
        return std::unexpected(present.error());
    if (present) {
        header.revision = std::max(header.revision, present->header.revision);
    } else if (present.error().code != ErrorCode::FileNotFound) {
        const QString aside = path() + QStringLiteral(".damaged-") + QString::number(unixSeconds);
        if (!QFile::rename(path(), aside))
            return failure(ErrorCode::WriteFailed, QStringLiteral("damaged book in the way"));
    }
    ++header.revision;
    header.kind = FileKind::Book;
    const QByteArray json = comfort.write();
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
    return writeCarefully(path(), *sealed, OldFile::KeepAsFirst, check);
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
