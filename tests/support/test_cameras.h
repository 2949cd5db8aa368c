// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

namespace watchword::tests {

/// Webcams for programs that are started from now on (tests/cameras): none at first.
class TestCameras
{
public:
    TestCameras()
    {
        const QString name = QStringLiteral("/libgstwatchwordtestcameras.so");
        m_isThere = QFile::copy(QCoreApplication::applicationDirPath() + name, m_folder.path() + name);
        qputenv("GST_PLUGIN_PATH", QFile::encodeName(m_folder.path()));
    }

    bool isThere() const { return m_isThere; }
    /// Plugs one in, or holds something else up to it.
    void show(const QString &name, const QImage &picture)
    {
        const QString written = m_folder.filePath(QStringLiteral("new"));
        QVERIFY(picture.save(written, "PNG"));
        QVERIFY(::rename(QFile::encodeName(written).constData(), QFile::encodeName(fileOf(name)).constData()) == 0);
    }
    void unplug(const QString &name) { QVERIFY(QFile::remove(fileOf(name))); }

private:
    QString fileOf(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".png")); }

    QTemporaryDir m_folder;
    bool m_isThere = false;
};

} // namespace watchword::tests
