// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/ending_signals.h"

#include <QSocketNotifier>

#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace watchword::app {

namespace {

constexpr std::array endings = {SIGTERM, SIGINT, SIGHUP};

std::atomic<int> noticeboard = -1; // an eventfd: what a handler may write to

extern "C" void noteEnding(int)
{
    const int before = errno;
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(noticeboard.load(), &one, sizeof one);
    errno = before;
}

} // namespace

EndingSignals::EndingSignals(QObject *parent)
    : QObject(parent)
{
    const int file = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (file < 0)
        return; // they end the program as they always did
    noticeboard = file;
    m_notifier = std::make_unique<QSocketNotifier>(file, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this, file] {
        std::uint64_t count = 0;
        [[maybe_unused]] const ssize_t read = ::read(file, &count, sizeof count);
        Q_EMIT came();
    });
    struct sigaction action{};
    action.sa_handler = &noteEnding;
    action.sa_flags = SA_RESTART | int(SA_RESETHAND);
    for (const int number : endings)
        ::sigaction(number, &action, nullptr);
}

EndingSignals::~EndingSignals()
{
    if (!m_notifier)
        return;
    for (const int number : endings)
        std::signal(number, SIG_DFL);
    const int file = int(m_notifier->socket());
    m_notifier.reset();
    noticeboard = -1;
    ::close(file);
}

} // namespace watchword::app
