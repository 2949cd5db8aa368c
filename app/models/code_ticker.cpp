// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/code_ticker.h"

#include "core/ports/clock.h"

namespace watchword::app {

CodeTicker::CodeTicker(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CodeTicker::wake);
}

void CodeTicker::setWatched(QObject *watcher, bool watched)
{
    const bool known = m_watchers.contains(watcher);
    if (known == watched)
        return;
    if (watched) {
        m_watchers.append(watcher);
        connect(watcher, &QObject::destroyed, this, [this, watcher] { setWatched(watcher, false); });
        m_lastSecond = -1;
        wake();
    } else {
        m_watchers.removeAll(watcher);
        watcher->disconnect(this);
        if (m_watchers.isEmpty())
            m_timer.stop();
    }
}

qint64 CodeTicker::now() const
{
    return m_clock.unixSeconds();
}

void CodeTicker::wake()
{
    const qint64 second = now();
    arm();
    if (second == m_lastSecond)
        return;
    m_lastSecond = second;
    Q_EMIT ticked(second);
}

void CodeTicker::arm()
{
    // A few milliseconds into the second, so that a timer which is early never finds the old one.
    constexpr int after = 3;
    const qint64 milliseconds = m_clock.millisecondsSinceEpoch();
    const qint64 intoSecond = ((milliseconds % 1000) + 1000) % 1000;
    m_timer.start(int(1000 - intoSecond) + after);
}

} // namespace watchword::app
