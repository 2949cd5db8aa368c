// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/data_directory.h"

#include "core/crypto/random.h"
#include "core/vault/careful_file.h"
#include "core/vault/plain_number.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <limits>

#include <sys/stat.h>
#include <unistd.h>

namespace watchword::vault {

namespace {

constexpr qsizetype suffixLength = 8;

/// The two lines of `vault.id`.
struct Identity {
    QByteArray suffix;
    std::optional<VaultId> vault;

    QByteArray text() const { return suffix + '\n' + (vault ? vault->toHex() + '\n' : QByteArray()); }
};

Result<Identity> readIdentity(const QString &path)
{
    const auto text = readWholeFile(path, 1024);
    if (!text)
        return std::unexpected(text.error());
    const QList<QByteArray> lines = text->split('\n');
    Identity identity;
    identity.suffix = lines.value(0);
    const QByteArray vault = lines.size() == 3 ? lines[1] : QByteArray();
    identity.vault = VaultId::fromHex(vault);
    const bool isSuffix =
        identity.suffix.isEmpty() || (identity.suffix.size() == suffixLength && isLowerHex(identity.suffix));
    // Exactly what was written: of a file cut to nothing the suffix would be that of the default directory.
    if (!isSuffix || (!vault.isEmpty() && !identity.vault) || identity.text() != *text)
        return failure(ErrorCode::DamagedFile, QStringLiteral("vault.id"));
    return identity;
}

Result<void> makeFolder(const QByteArray &path)
{
    if (::mkdir(path.constData(), S_IRWXU) == 0 || errno == EEXIST)
        return {};
    return std::unexpected(errorOfErrno(errno, QStringLiteral("mkdir")));
}

/// Ours alone: a folder of another user, or one in which others may put or take files, could be made to lie.
Result<void> checkFolder(const QByteArray &path)
{
    struct stat status{};
    if (::stat(path.constData(), &status) != 0)
        return std::unexpected(errorOfErrno(errno, QStringLiteral("stat")));
    if (!S_ISDIR(status.st_mode))
        return failure(ErrorCode::NotADirectory, {});
    if (status.st_uid != ::geteuid())
        return failure(ErrorCode::UnsafeDirectory, QStringLiteral("owned by another user"));
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return failure(ErrorCode::UnsafeDirectory, QStringLiteral("others may write into it"));
    return {};
}

/// Draws the suffix of a folder that has none; when another process does so at the same time, the first one counts.
Result<QByteArray> drawSuffix(const QString &path)
{
    std::array<std::byte, suffixLength / 2> bytes{};
    if (const auto drawn = crypto::randomBytes(bytes); !drawn)
        return std::unexpected(drawn.error());
    Identity identity;
    identity.suffix = QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())).toHex();
    const auto created = createCarefully(path, identity.text());
    if (!created)
        return std::unexpected(created.error());
    if (*created)
        return identity.suffix;
    const auto theirs = readIdentity(path);
    if (!theirs)
        return std::unexpected(theirs.error());
    return theirs->suffix;
}

} // namespace

QString DataDirectory::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/org.watchword.Watchword");
}

Result<DataDirectory> DataDirectory::open(const QString &path)
{
    DataDirectory directory;
    directory.m_openedAt = QDateTime::currentSecsSinceEpoch();
    directory.m_path = QDir::cleanPath(QDir(path).absolutePath());
    if (const auto prepared = directory.prepare(); !prepared)
        return std::unexpected(directory.named(prepared.error()));
    return directory;
}

Result<void> DataDirectory::prepare()
{
    const QByteArray name = QFile::encodeName(m_path);
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return failure(ErrorCode::WriteFailed, QStringLiteral("folder above"));
    if (const auto made = makeFolder(name); !made)
        return made;
    if (const auto safe = checkFolder(name); !safe)
        return safe;

    const QString identityFile = file(QStringLiteral("vault.id"));
    const auto identity = readIdentity(identityFile);
    if (identity) {
        m_suffix = identity->suffix;
        return {};
    }
    if (identity.error().code == ErrorCode::NoPermission)
        return std::unexpected(identity.error());
    if (identity.error().code != ErrorCode::FileNotFound)
        return failure(ErrorCode::DamagedFile, QStringLiteral("vault.id"));
    if (isDefault())
        return {};
    const auto suffix = drawSuffix(identityFile);
    if (!suffix)
        return std::unexpected(suffix.error());
    m_suffix = *suffix;
    return {};
}

bool DataDirectory::isDefault() const
{
    return m_path == QDir::cleanPath(defaultPath());
}

Error DataDirectory::named(Error error) const
{
    const bool isAboutFolder = error.code == ErrorCode::NotADirectory || error.code == ErrorCode::UnsafeDirectory
        || error.code == ErrorCode::NoPermission;
    if (isAboutFolder)
        error.detail = isDefault() ? m_path : QString();
    return error;
}

QString DataDirectory::keyPrefix() const
{
    const QString prefix = QStringLiteral("watchword/accounts");
    return m_suffix.isEmpty() ? prefix : prefix + QLatin1Char('@') + QString::fromLatin1(m_suffix);
}

QString DataDirectory::file(const QString &name) const
{
    return m_path + QLatin1Char('/') + name;
}

Result<std::optional<VaultId>> DataDirectory::mark() const
{
    const auto identity = readIdentity(file(QStringLiteral("vault.id")));
    if (identity)
        return identity->vault;
    if (identity.error().code == ErrorCode::FileNotFound)
        return std::optional<VaultId>();
    return failure(ErrorCode::DamagedFile, QStringLiteral("vault.id"));
}

Result<void> DataDirectory::setMark(const VaultId &vault) const
{
    const auto noted = mark();
    if (noted && *noted == vault)
        return {};
    return writeMark(vault);
}

Result<void> DataDirectory::clearMark() const
{
    const auto noted = mark();
    if (!noted)
        return std::unexpected(noted.error());
    return *noted ? writeMark({}) : Result<void>();
}

Result<void> DataDirectory::writeMark(const std::optional<VaultId> &vault) const
{
    const Identity identity{m_suffix, vault};
    return writeCarefully(file(QStringLiteral("vault.id")), identity.text(), OldFile::Replace,
                          [](const QByteArray &) { return Result<void>(); });
}

void DataDirectory::clearAllLeftovers() const
{
    for (const char *name : {"book", "book.1"})
        removeLeftovers(file(QString::fromLatin1(name)), std::numeric_limits<qint64>::max());
}

void DataDirectory::clearLeftovers() const
{
    for (const char *name : {"book", "book.1", "vault.id"})
        removeLeftovers(file(QString::fromLatin1(name)), m_openedAt);
}

} // namespace watchword::vault
