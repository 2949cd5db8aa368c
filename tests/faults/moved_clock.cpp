// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Preloaded into a program, moves its clocks by what the file WATCHWORD_MOVED_CLOCK holds, two numbers of eight bytes in the
/// machine's order: by how many seconds the time of day is ahead, as if somebody had set the clock; and how many have gone by in
/// one moment, for whoever measures time, as if the test had waited for them.
#include <cstdint>
#include <cstdlib>

#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

struct Offsets {
    std::int64_t timeOfDay;
    std::int64_t passed;
};

const volatile Offsets *mappedOffsets()
{
    const char *const path = std::getenv("WATCHWORD_MOVED_CLOCK");
    const int file = path ? ::open(path, O_RDONLY | O_CLOEXEC) : -1;
    void *const mapped = file < 0 ? MAP_FAILED : ::mmap(nullptr, sizeof(Offsets), PROT_READ, MAP_SHARED, file, 0);
    if (file >= 0)
        ::close(file);
    return mapped == MAP_FAILED ? nullptr : static_cast<const volatile Offsets *>(mapped);
}

std::int64_t offsetOf(clockid_t clock)
{
    static const volatile Offsets *const offsets = mappedOffsets();
    if (!offsets)
        return 0;
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE: return offsets->timeOfDay;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_BOOTTIME: return offsets->passed;
    default: return 0; // processor time
    }
}

int movedTime(clockid_t clock, timespec *time)
{
    const int result = int(::syscall(SYS_clock_gettime, clock, time));
    if (result == 0)
        time->tv_sec += offsetOf(clock);
    return result;
}

timespec timeOfDay()
{
    timespec now{};
    movedTime(CLOCK_REALTIME, &now);
    return now;
}

} // namespace

extern "C" {

[[gnu::visibility("default")]] int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    return movedTime(clock, time);
}

[[gnu::visibility("default")]] int gettimeofday(timeval *time, void *zone) noexcept
{
    (void)zone;
    const timespec now = timeOfDay();
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

[[gnu::visibility("default")]] time_t time(time_t *seconds) noexcept
{
    const time_t now = timeOfDay().tv_sec;
    if (seconds)
        *seconds = now;
    return now;
}

} // extern "C"
