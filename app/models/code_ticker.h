// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace watchword {
class Clock;
}

namespace watchword::app {

/// The one timer behind all countdowns. While somebody watches it wakes just after each full second of the clock, which
/// is where every code changes; while nobody does it is asleep. It counts nothing itself: the time is always the clock's.
class CodeTicker final : public QObject
{
    Q_OBJECT

public:
    explicit CodeTicker(const Clock &clock, QObject *parent = nullptr);

    /// `watcher` shows countdowns (or, with false, no longer does). A watcher that dies is forgotten.
    void setWatched(QObject *watcher, bool watched);
    bool isRunning() const { return m_timer.isActive(); }
    qint64 now() const;

Q_SIGNALS:
    /// A new second of the clock, also after a jump and on waking from sleep; at once when the watching begins.
    void ticked(qint64 unixSeconds);

private:
    void wake();
    void arm();

    const Clock &m_clock;
    QTimer m_timer;
    QList<QObject *> m_watchers;
    qint64 m_lastSecond = -1;
};

} // namespace watchword::app
