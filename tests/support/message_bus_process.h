// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTest>

/// A real message bus at a socket of the test's choice, without any service to start.
class MessageBusProcess
{
public:
    explicit MessageBusProcess(const QString &socket)
        : m_socket(socket)
    {
    }
    ~MessageBusProcess() { stop(); }

    bool start()
    {
        QFile configuration(m_socket + QStringLiteral(".conf"));
        if (!configuration.open(QIODevice::WriteOnly))
            return false;
        configuration.write("<busconfig><type>session</type><listen>unix:path=" + m_socket.toUtf8()
                            + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" "
                              "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        configuration.close();
        m_process.start(QStringLiteral("dbus-daemon"),
                        {QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                         QStringLiteral("--config-file=") + configuration.fileName()});
        return m_process.waitForStarted() && QTest::qWaitFor([this] { return QFile::exists(m_socket); });
    }

    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
        QFile::remove(m_socket);
    }

private:
    QString m_socket;
    QProcess m_process;
};
