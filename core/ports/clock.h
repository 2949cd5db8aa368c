// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace watchword {

/// The time of day. Passed in wherever time matters, so that tests can choose it.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC.
    virtual qint64 millisecondsSinceEpoch() const = 0;
    /// Whole seconds since 1970-01-01 UTC, rounded down.
    qint64 unixSeconds() const
    {
        const qint64 ms = millisecondsSinceEpoch();
        return (ms >= 0 ? ms : ms - 999) / 1000;
    }
};

/// The system's clock.
class SystemClock final : public Clock
{
public:
    qint64 millisecondsSinceEpoch() const override;
};

} // namespace watchword
