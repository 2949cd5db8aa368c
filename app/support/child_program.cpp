// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/child_program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <unistd.h>

namespace watchword::app {

namespace {

/// How often it is looked whether the caller still waits.
constexpr std::chrono::milliseconds longestPoll{50};

class FileActions
{
public:
    /// Standard input and output are `socket`, errors (which may tell of what is in the file) go nowhere, and nothing else is
    /// open.
    explicit FileActions(int socket)
    {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
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

bool isWorthWaiting()
{
    return errno == EAGAIN || errno == EINTR;
}

} // namespace

QString childProgram(const QString &name)
{
    const QString folder = QFileInfo(QFile::symLinkTarget(QStringLiteral("/proc/self/exe"))).path();
    const QString installed =
        QDir::cleanPath(folder + QStringLiteral("/" WATCHWORD_LIBEXEC "/")) + QLatin1Char('/') + name;
    return QFileInfo(installed).isExecutable() ? installed : folder + QLatin1Char('/') + name;
}

ChildProgram::ChildProgram(const QString &program, const Patience &patience, const std::atomic_bool *isCancelled)
    : m_patience(patience)
    , m_isCancelled(isCancelled)
{
    std::array<int, 2> ends = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    QByteArray name = QFile::encodeName(program);
    QByteArray locale = QByteArrayLiteral("LC_ALL=C.UTF-8");
    const std::array<char *, 2> arguments = {name.data(), nullptr};
    const std::array<char *, 2> environment = {locale.data(), nullptr};
    const FileActions files(ends[1]);
    const PlainSignals plain;
    const int trouble = ::posix_spawn(&m_process, name.constData(), &files.actions, &plain.attributes, arguments.data(),
                                      environment.data());
    ::close(ends[1]);
    m_socket = ends[0];
    m_isMissing = trouble == ENOENT || trouble == EACCES || trouble == ENOEXEC;
    if (trouble != 0)
        m_process = -1;
}

ChildProgram::~ChildProgram()
{
    if (m_socket >= 0)
        ::close(m_socket);
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {}
    }
}

bool ChildProgram::write(ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent > 0)
            bytes = bytes.subspan(std::size_t(sent));
        else if (!isWorthWaiting() || !becomes(POLLOUT))
            return false;
    }
    return true;
}

bool ChildProgram::endInput()
{
    return ::shutdown(m_socket, SHUT_WR) == 0;
}

bool ChildProgram::read(std::span<std::byte> to)
{
    while (!to.empty()) {
        const ssize_t got = ::recv(m_socket, to.data(), to.size(), MSG_DONTWAIT);
        if (got > 0)
            to = to.subspan(std::size_t(got));
        else if (got == 0 || !isWorthWaiting() || !becomes(POLLIN))
            return false;
    }
    return true;
}

bool ChildProgram::becomes(short event)
{
    using namespace std::chrono;
    while (!m_isCancelled || !*m_isCancelled) {
        const auto left = std::min<nanoseconds>(m_patience.forOne - m_waitedForOne, m_patience.altogether - m_waited);
        m_isSlow = left <= nanoseconds{0};
        if (m_isSlow)
            return false;
        const auto patience = std::min(longestPoll, ceil<milliseconds>(left));
        QElapsedTimer timer;
        timer.start();
        pollfd awaited = {m_socket, event, 0};
        const int answer = ::poll(&awaited, 1, int(patience.count()));
        m_waited += nanoseconds(timer.nsecsElapsed());
        m_waitedForOne += nanoseconds(timer.nsecsElapsed());
        if (answer > 0 || (answer < 0 && errno == EINTR))
            return true;
        if (answer < 0)
            return false;
    }
    return false;
}

} // namespace watchword::app
