// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/keyring_file.h"

#include <QByteArray>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace watchword::platform {

namespace {

constexpr qsizetype longestKeyringName = 200;
// gnome-keyring: pkcs11/secret-store/gkm-secret-binary.c and gkm-secret-textual.c.
constexpr QByteArrayView encryptedMagic("GnomeKeyring\n\r\0\n", 16);
constexpr QByteArrayView clearStart("[keyring]");

/// Unbuffered: not a byte more than was asked for.
QByteArray startOf(const QString &name, qsizetype length)
{
    const int file = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC); // NOLINT
    if (file < 0)
        return {};
    struct stat status{};
    QByteArray start(length, '\0');
    ssize_t got = -1;
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode))
        got = ::read(file, start.data(), std::size_t(length));
    ::close(file);
    start.truncate(std::max<ssize_t>(got, 0));
    return start;
}

} // namespace

KeyringFile defaultKeyringFile(const QString &provider)
{
    if (provider != QLatin1String("gnome-keyring-d"))
        return KeyringFile::Unknown;
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/keyrings/");
    QByteArray name = startOf(folder + QStringLiteral("default"), longestKeyringName).trimmed();
    if (name.isEmpty())
        name = "login";
    if (name.contains('/') || name.size() >= longestKeyringName)
        return KeyringFile::Unknown;
    const QByteArray start =
        startOf(folder + QFile::decodeName(name) + QStringLiteral(".keyring"), encryptedMagic.size());
    if (start == encryptedMagic)
        return KeyringFile::Encrypted;
    return start.startsWith(clearStart) ? KeyringFile::InClear : KeyringFile::Unknown;
}

} // namespace watchword::platform
