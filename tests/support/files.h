// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace watchword::tests {

/// For a QTemporaryDir in memory, where there is such a place: what syncs hundreds of files does not wait for a disk.
inline QString quickFolder(const char *name)
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QLatin1Char('/') + QLatin1String(name)
        + QStringLiteral("-XXXXXX");
}

inline void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// A program of a few lines for the shell; in them $0 is its path.
inline void putProgram(const QString &path, const QByteArray &script)
{
    put(path, "#!/bin/sh\n" + script + '\n');
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

/// The word "missing" where nothing can be read.
inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

} // namespace watchword::tests
