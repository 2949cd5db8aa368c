// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/child_program.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>

namespace watchword::app {

namespace {

/// How often it is looked whether the caller still waits.
constexpr std::chrono::milliseconds longestPoll{50};

bool isWorthWaiting()
{
    return errno == EAGAIN || errno == EINTR;
}

} // namespace

ChildProgram::ChildProgram(const QString &program)
    : m_process({program, {QByteArrayLiteral("LC_ALL=C.UTF-8")}, SOCK_STREAM})
{
}

void ChildProgram::begin(const Patience &patience, const std::atomic_bool *isCancelled)
{
    m_patience = patience;
    m_isCancelled = isCancelled;
    m_waitedForOne = std::chrono::nanoseconds{0};
}

bool ChildProgram::write(ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_process.socket(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent > 0)
            bytes = bytes.subspan(std::size_t(sent));
        else if (!isWorthWaiting() || !becomes(POLLOUT))
            return false;
    }
    return true;
}

bool ChildProgram::endInput()
{
    return ::shutdown(m_process.socket(), SHUT_WR) == 0;
}

bool ChildProgram::read(std::span<std::byte> to)
{
    while (!to.empty()) {
        const ssize_t got = ::recv(m_process.socket(), to.data(), to.size(), MSG_DONTWAIT);
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
        pollfd awaited = {m_process.socket(), event, 0};
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
