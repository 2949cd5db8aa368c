// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/elapsed_time.h"

#ifdef Q_OS_LINUX
#include <ctime>
#else
#include <chrono>
#endif

namespace watchword {

qint64 elapsedMilliseconds()
{
#ifdef Q_OS_LINUX
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
#else
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
#endif
}

} // namespace watchword
