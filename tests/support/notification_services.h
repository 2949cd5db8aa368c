// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

namespace watchword::tests {

/// Runs a program to its end; what it printed.
inline QString printedBy(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    tool.start(program, arguments);
    return tool.waitForFinished() && tool.exitCode() == 0 ? QString::fromUtf8(tool.readAllStandardOutput()) : QString();
}

/// A program that owns a name on the session bus, for as long as this lives.
class BusService
{
public:
    ~BusService() { stop(); }

    bool start(const QString &name, const QString &program, const QStringList &arguments)
    {
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program, arguments);
        return process.waitForStarted()
            && QProcess::execute(QStringLiteral("gdbus"),
                                 {QStringLiteral("wait"), QStringLiteral("--session"), QStringLiteral("--timeout"),
                                  QStringLiteral("20"), name})
            == 0;
    }
    void stop()
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.kill();
        process.waitForFinished();
    }
    void pause() { ::kill(pid_t(process.processId()), SIGSTOP); }
    void goOn() { ::kill(pid_t(process.processId()), SIGCONT); }

    QProcess process;
};

/// The real dunst, on the display and session bus of a `desktop` sandbox.
class Dunst
{
public:
    bool start(const QString &markup = QStringLiteral("full"))
    {
        const QString configuration = m_folder.filePath(QStringLiteral("dunstrc"));
        return write(configuration, "[global]\n markup = " + markup.toUtf8() + "\n dmenu = " + menu().toUtf8() + '\n')
            && m_service.start(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("dunst"),
                               {QStringLiteral("-conf"), configuration, QStringLiteral("-print")});
    }
    void stop() { m_service.stop(); }
    void pause() { m_service.pause(); }
    void goOn() { m_service.goOn(); }

    int displayed() const
    {
        bool isNumber = false;
        const int count = ask({QStringLiteral("count"), QStringLiteral("displayed")}).trimmed().toInt(&isNumber);
        return isNumber ? count : -1;
    }
    /// A click on the newest notice.
    void click() const { ask({QStringLiteral("action"), QStringLiteral("0")}); }
    /// The button with this word, by dunst's menu.
    void choose(const QString &label) const
    {
        write(menu(), "#!/bin/sh\ngrep -m1 '^#" + label.toUtf8() + " '\n");
        QFile::setPermissions(menu(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        ask({QStringLiteral("context")});
    }
    void dismiss() const { ask({QStringLiteral("close")}); }
    /// All that it was given since it began, in its own words.
    QString printed()
    {
        m_printed += QString::fromUtf8(m_service.process.readAllStandardOutput());
        return m_printed;
    }

private:
    QString menu() const { return m_folder.filePath(QStringLiteral("menu")); }
    static bool write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }
    static QString ask(const QStringList &what) { return printedBy(QStringLiteral("dunstctl"), what); }

    QTemporaryDir m_folder;
    BusService m_service;
    QString m_printed;
};

} // namespace watchword::tests
