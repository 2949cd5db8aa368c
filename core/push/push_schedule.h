// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

#include <QHash>

#include <functional>
#include <optional>

namespace watchword::push {

/// When which enrolment is to be polled. Times are milliseconds of a clock that is passed in; it may jump: no wait is longer
/// than the rules say, however it does.
class PushSchedule
{
public:
    static constexpr qint64 eagerPause = 3'000;     ///< while somebody waits for a request
    static constexpr qint64 calmPause = 15'000;     ///< else
    static constexpr qint64 eagerTime = 120'000;    ///< after an enrolment and "Check now"
    static constexpr qint64 longestPause = 300'000; ///< after many errors
    static constexpr double jitter = 0.2;           ///< of each pause, either way

    /// `random` gives numbers from 0 up to, not including, 1.
    explicit PushSchedule(std::function<double()> random);

    /// Polls these from now on, and no others. New ones are due at once.
    void setAccounts(const QList<accounts::AccountId> &ids, qint64 now);
    /// At once, and often for two minutes: an enrolment, or "Check now".
    void hurry(accounts::AccountId id, qint64 now);
    /// Often, while the window has the focus; at once when it gets it.
    void setFocused(bool isFocused, qint64 now);
    /// Never, while the session is locked or asleep or the vault not open; at once when that is over.
    void setPaused(bool isPaused, qint64 now);
    bool isPaused() const { return m_isPaused; }
    /// All at once, whatever went wrong before: the network is there again.
    void networkCame(qint64 now);

    /// Those whose time has come. Each is left out from then on until finished().
    QList<accounts::AccountId> takeDue(qint64 now);
    /// A poll has ended. An error doubles the pause, up to five minutes; a success forgets that.
    void finished(accounts::AccountId id, bool isSuccess, qint64 now);
    /// Milliseconds until takeDue() gives something; empty while nothing will.
    std::optional<qint64> untilNext(qint64 now) const;

private:
    struct Entry {
        qint64 due = 0;
        qint64 since = 0;      // when `due` was set: a clock that went back shows by it
        qint64 eagerUntil = 0; // 0: not
        int errors = 0;
        bool isRunning = false;
        bool isAgainAtOnce = false; // asked for while it was running
    };

    void makeDue(Entry &entry, qint64 now) const;
    qint64 pauseOf(const Entry &entry, qint64 now) const;
    static qint64 untilDue(const Entry &entry, qint64 now);

    std::function<double()> m_random;
    QHash<accounts::AccountId, Entry> m_entries;
    bool m_isFocused = false;
    bool m_isPaused = false;
};

} // namespace watchword::push
