// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/push_schedule.h"

#include <algorithm>

namespace watchword::push {

PushSchedule::PushSchedule(std::function<double()> random)
    : m_random(std::move(random))
{
}

void PushSchedule::setAccounts(const QList<accounts::AccountId> &ids, qint64 now)
{
    m_entries.removeIf([&ids](const auto &entry) { return !ids.contains(entry.key()); });
    for (const accounts::AccountId id : ids) {
        if (!m_entries.contains(id))
            makeDue(m_entries[id], now);
    }
}

void PushSchedule::hurry(accounts::AccountId id, qint64 now)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    entry->eagerUntil = now + eagerTime;
    entry->errors = 0;
    makeDue(*entry, now);
}

void PushSchedule::setFocused(bool isFocused, qint64 now)
{
    const bool cameNow = isFocused && !m_isFocused;
    m_isFocused = isFocused;
    for (Entry &entry : m_entries) {
        if (cameNow && entry.errors == 0)
            makeDue(entry, now);
    }
}

void PushSchedule::setPaused(bool isPaused, qint64 now)
{
    const bool endsNow = m_isPaused && !isPaused;
    m_isPaused = isPaused;
    if (endsNow)
        networkCame(now);
}

void PushSchedule::networkCame(qint64 now)
{
    for (Entry &entry : m_entries) {
        entry.errors = 0;
        makeDue(entry, now);
    }
}

QList<accounts::AccountId> PushSchedule::takeDue(qint64 now)
{
    QList<accounts::AccountId> due;
    if (m_isPaused)
        return due;
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (entry->isRunning || untilDue(*entry, now) > 0)
            continue;
        entry->isRunning = true;
        due << entry.key();
    }
    return due;
}

void PushSchedule::finished(accounts::AccountId id, bool isSuccess, qint64 now)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    entry->isRunning = false;
    entry->errors = isSuccess ? 0 : std::min(entry->errors + 1, 16);
    entry->since = now;
    entry->due = now + (entry->isAgainAtOnce ? 0 : pauseOf(*entry, now));
    entry->isAgainAtOnce = false;
}

std::optional<qint64> PushSchedule::untilNext(qint64 now) const
{
    std::optional<qint64> until;
    if (m_isPaused)
        return until;
    for (const Entry &entry : m_entries) {
        if (!entry.isRunning)
            until = std::min(until.value_or(longestPause * 2), untilDue(entry, now));
    }
    return until;
}

void PushSchedule::makeDue(Entry &entry, qint64 now) const
{
    entry.isAgainAtOnce = entry.isRunning;
    entry.since = now;
    entry.due = now;
}

qint64 PushSchedule::pauseOf(const Entry &entry, qint64 now) const
{
    const bool isEager = m_isFocused || (now < entry.eagerUntil && entry.eagerUntil <= now + eagerTime);
    qint64 pause = isEager ? eagerPause : calmPause;
    for (int i = 0; i < entry.errors && pause < longestPause; ++i)
        pause *= 2;
    pause = std::min(pause, longestPause);
    return std::min(longestPause, qint64(double(pause) * (1 - jitter + 2 * jitter * m_random())));
}

/// Nothing was put off for longer than was left when that was decided: a clock that was set back shows as such.
qint64 PushSchedule::untilDue(const Entry &entry, qint64 now)
{
    return now < entry.since ? 0 : std::max<qint64>(0, entry.due - now);
}

} // namespace watchword::push
