// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Preloaded into a program, moves its time of day by as many seconds as the file WATCHWORD_MOVED_CLOCK holds (eight bytes, in
/// the machine's order), as if somebody had set the clock. Time that is only measured goes on as it was.
#include <cstdint>
#include <cstdlib>

#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

const volatile std::int64_t *mappedOffset()
{
    const char *const path = std::getenv("WATCHWORD_MOVED_CLOCK");
    const int file = path ? ::open(path, O_RDONLY | O_CLOEXEC) : -1;
    void *const mapped = file < 0 ? MAP_FAILED : ::mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, file, 0);
    if (file >= 0)
        ::close(file);
    return mapped == MAP_FAILED ? nullptr : static_cast<const volatile std::int64_t *>(mapped);
}

std::int64_t offset()
{
    static const volatile std::int64_t *const seconds = mappedOffset();
    return seconds ? *seconds : 0;
}

timespec timeOfDay()
{
    timespec now{};
    ::syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
    now.tv_sec += offset();
    return now;
}

} // namespace

extern "C" {

[[gnu::visibility("default")]] int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
        return int(::syscall(SYS_clock_gettime, clock, time));
    *time = timeOfDay();
    return 0;
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
