// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/child_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <csignal>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace watchword::app {

namespace {

constexpr int givenNumber = STDERR_FILENO + 1;

class FileActions
{
public:
    /// Standard input and output are `socket`, errors (which may tell of what is worked on) go nowhere, and nothing else is
    /// open but `given`.
    FileActions(int socket, int given)
    {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        if (given >= 0)
            ::posix_spawn_file_actions_adddup2(&actions, given, givenNumber);
        ::posix_spawn_file_actions_addclosefrom_np(&actions, given >= 0 ? givenNumber + 1 : givenNumber);
    }
    ~FileActions() { ::posix_spawn_file_actions_destroy(&actions); }
    FileActions(const FileActions &) = delete;
    FileActions &operator=(const FileActions &) = delete;

    posix_spawn_file_actions_t actions = {};
};

/// As if started by a shell, whatever this process has made of its signals.
class PlainSignals
{
public:
    PlainSignals()
    {
        sigset_t all;
        sigset_t none;
        ::sigfillset(&all);
        ::sigemptyset(&none);
        ::posix_spawnattr_init(&attributes);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
        ::posix_spawnattr_setsigdefault(&attributes, &all);
        ::posix_spawnattr_setsigmask(&attributes, &none);
    }
    ~PlainSignals() { ::posix_spawnattr_destroy(&attributes); }
    PlainSignals(const PlainSignals &) = delete;
    PlainSignals &operator=(const PlainSignals &) = delete;

    posix_spawnattr_t attributes = {};
};

} // namespace

QString ownProgram(const QString &name)
{
    const QString folder = QFileInfo(QFile::symLinkTarget(QStringLiteral("/proc/self/exe"))).path();
    const QString installed = QDir::cleanPath(folder + QStringLiteral("/" WATCHWORD_LIBEXEC)) + u'/' + name;
    return QFileInfo(installed).isExecutable() ? installed : folder + u'/' + name;
}

ChildProcess::ChildProcess(const Start &start)
{
    std::array<int, 2> ends = {-1, -1};
    if (::socketpair(AF_UNIX, start.socketType | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    QByteArray name = QFile::encodeName(start.program);
    QList<QByteArray> variables = start.environment;
    const std::array<char *, 2> arguments = {name.data(), nullptr};
    std::vector<char *> environment;
    for (QByteArray &variable : variables)
        environment.push_back(variable.data());
    environment.push_back(nullptr);
    const FileActions files(ends[1], start.given);
    const PlainSignals plain;
    const int trouble = ::posix_spawn(&m_process, name.constData(), &files.actions, &plain.attributes, arguments.data(),
                                      environment.data());
    ::close(ends[1]);
    m_socket = ends[0];
    m_isMissing = trouble == ENOENT || trouble == EACCES || trouble == ENOEXEC;
    if (trouble != 0)
        m_process = -1;
}

ChildProcess::~ChildProcess()
{
    if (m_socket >= 0)
        ::close(m_socket);
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {}
    }
}

} // namespace watchword::app
