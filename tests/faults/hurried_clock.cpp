// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/hurried_clock.h"

#include "tests/faults/steps.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <mutex>

#include <csignal>
#include <ctime>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace watchword::faults {

namespace {

constexpr std::int64_t second = 1'000'000'000; // ns
constexpr std::int64_t speed = 400;
constexpr std::int64_t longestPoll = second / 500; // or a thread would sleep by the old clock

std::mutex mutex;
std::int64_t gained = 0;
std::int64_t since = 0; // when the hurry began
int hurries = 0;

std::int64_t realNow(clockid_t clock = CLOCK_MONOTONIC)
{
    timespec now{};
    ::syscall(SYS_clock_gettime, clock, &now);
    return now.tv_sec * second + now.tv_nsec;
}

std::int64_t gainedNow()
{
    const std::scoped_lock lock(mutex);
    return gained + (hurries > 0 ? (realNow() - since) * (speed - 1) : 0);
}

timespec timespecOf(std::int64_t nanoseconds)
{
    return {nanoseconds / second, nanoseconds % second};
}

/// Whether this process may have to hurry.
bool mayHurry()
{
    static const bool may = std::getenv("WATCHWORD_FAULT_STEP") != nullptr;
    return may;
}

/// ppoll(), whose time goes by the program's clock.
int pollByClock(pollfd *files, nfds_t count, std::int64_t wait, const sigset_t *signals)
{
    const std::int64_t end = realNow() + gainedNow() + wait;
    while (true) {
        const std::int64_t left = end - realNow() - gainedNow();
        std::int64_t slice = wait < 0 ? -1 : std::max<std::int64_t>(left, 0);
        if (mayHurry() && (slice < 0 || slice > longestPoll))
            slice = longestPoll;
        timespec time = timespecOf(slice);
        constexpr std::size_t kernelsSignalSet = 8;
        const long answer = ::syscall(SYS_ppoll, files, count, slice < 0 ? nullptr : &time, signals, kernelsSignalSet);
        if (answer != 0 || slice == left || (wait >= 0 && left <= 0))
            return int(answer);
    }
}

} // namespace

void startHurrying()
{
    const std::scoped_lock lock(mutex);
    if (hurries++ == 0)
        since = realNow();
}

void stopHurrying()
{
    const std::scoped_lock lock(mutex);
    if (hurries == 0)
        return;
    --hurries;
    if (hurries == 0)
        gained += (realNow() - since) * (speed - 1);
}

void waitHurried(int seconds)
{
    startHurrying();
    const std::int64_t end = realNow() + gainedNow() + seconds * second;
    while (realNow() + gainedNow() < end) {
        const timespec moment = timespecOf(longestPoll);
        ::syscall(SYS_nanosleep, &moment, nullptr);
    }
    stopHurrying();
}

} // namespace watchword::faults

WATCHWORD_WRAPPER int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    using namespace watchword::faults;
    const long answer = ::syscall(SYS_clock_gettime, clock, time);
    if (answer == 0 && mayHurry() && clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE
        && clock != CLOCK_PROCESS_CPUTIME_ID && clock != CLOCK_THREAD_CPUTIME_ID)
        *time = timespecOf(time->tv_sec * second + time->tv_nsec + gainedNow());
    return int(answer);
}

WATCHWORD_WRAPPER int poll(pollfd *files, nfds_t count, int milliseconds)
{
    constexpr std::int64_t millisecond = 1'000'000;
    return watchword::faults::pollByClock(files, count, milliseconds < 0 ? -1 : milliseconds * millisecond, nullptr);
}

WATCHWORD_WRAPPER int ppoll(pollfd *files, nfds_t count, const timespec *time, const sigset_t *signals)
{
    using namespace watchword::faults;
    return pollByClock(files, count, time ? time->tv_sec * second + time->tv_nsec : -1, signals);
}
