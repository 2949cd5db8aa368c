// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace watchword::test {

/// The push server of the tests (tests/support/push_server) as a process of its own, driven over its standard input.
class PushServerProcess
{
public:
    /// `certificate`: one of certificates.py, or `none` for http.
    explicit PushServerProcess(const QString &certificate = QStringLiteral("good"),
                               const QString &version = QStringLiteral("3.14"))
    {
        const QString debian = QStringLiteral("/usr/bin/python3");
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QFile::exists(debian) ? debian : QStringLiteral("python3"),
                        {QStringLiteral(WATCHWORD_TEST_SUPPORT "/push_server"), QStringLiteral("--control"),
                         QStringLiteral("--certificate"), certificate, QStringLiteral("--version"), version});
        m_start = readLine();
    }
    ~PushServerProcess()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished(10'000);
    }
    PushServerProcess(const PushServerProcess &) = delete;
    PushServerProcess &operator=(const PushServerProcess &) = delete;

    bool isRunning() const { return !m_start.isEmpty(); }
    /// The address of the endpoint.
    QString url() const { return m_start.value(QLatin1String("url")).toString(); }
    /// A certificate of the server's, in PEM; `ca` is that of its authority.
    QByteArray certificate(const QString &name) const
    {
        QFile file(m_start.value(QLatin1String("folder")).toString() + QLatin1Char('/') + name + QLatin1String(".pem"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QJsonObject ask(const char *what, QJsonObject more = {})
    {
        more.insert(QStringLiteral("do"), QLatin1String(what));
        m_process.write(QJsonDocument(more).toJson(QJsonDocument::Compact) + '\n');
        return readLine();
    }
    void setFault(const QString &name) { ask("fault", {{QStringLiteral("name"), name}}); }
    /// What it was sent since it began.
    QJsonArray seen() { return ask("seen").value(QLatin1String("requests")).toArray(); }

private:
    QJsonObject readLine()
    {
        while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning) {
            if (!m_process.waitForReadyRead(60'000))
                break;
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    QProcess m_process;
    QJsonObject m_start;
};

} // namespace watchword::test
