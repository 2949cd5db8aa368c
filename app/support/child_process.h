// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <sys/types.h>

namespace watchword::app {

/// Where a program of ours is that others do not start: in the libexec folder of the programs' own installation, or beside the
/// program in a build. Never looked for elsewhere.
QString ownProgram(const QString &name);

/// A process of our own program for work in which foreign libraries may crash. It has a socket as its standard input and output,
/// no errors, no other open file but what is given, and does not outlive this.
class ChildProcess
{
public:
    struct Start {
        QString program;
        QList<QByteArray> environment; ///< NAME=VALUE; all that it has
        int socketType;                ///< SOCK_STREAM or SOCK_SEQPACKET
        int given = -1;                ///< an open file that it finds as number 3
    };
    explicit ChildProcess(const Start &start);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    bool isRunning() const { return m_process > 0; }
    /// Why it is not.
    bool isMissing() const { return m_isMissing; }
    pid_t id() const { return m_process; }
    /// Our end of the socket.
    int socket() const { return m_socket; }

private:
    pid_t m_process = -1;
    int m_socket = -1;
    bool m_isMissing = false;
};

} // namespace watchword::app
