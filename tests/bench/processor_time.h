// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <algorithm>
#include <utility>

#include <time.h>

namespace watchword::bench {

/// Of this thread, in milliseconds.
inline double processorTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// The most processor time that this thread uses between two turns of its event loop, looked at each millisecond: what a
/// window would stand still for on a machine that does nothing else.
class Stalls
{
public:
    Stalls()
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { note(); });
        m_tick.start(1);
    }

    /// Since it was last asked, and at first since the thread began.
    double takeLongest()
    {
        note();
        return std::exchange(m_longest, 0.0);
    }

private:
    void note()
    {
        const double used = processorTime();
        m_longest = std::max(m_longest, used - std::exchange(m_last, used));
    }

    QTimer m_tick;
    double m_last = 0;
    double m_longest = 0;
};

} // namespace watchword::bench
