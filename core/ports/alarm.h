// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace watchword {

/// Wakes somebody once, after a while. Passed in where waiting matters, so that tests need not wait.
class Alarm : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// In place of what was set before; it may come late, and after sleep it does.
    virtual void setFor(qint64 milliseconds) = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    void rang();
};

/// By Qt's timer.
class TimerAlarm final : public Alarm
{
    Q_OBJECT

public:
    explicit TimerAlarm(QObject *parent = nullptr)
        : Alarm(parent)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Alarm::rang);
    }
    void setFor(qint64 milliseconds) override { m_timer.start(std::chrono::milliseconds(milliseconds)); }
    void cancel() override { m_timer.stop(); }

private:
    QTimer m_timer;
};

} // namespace watchword
