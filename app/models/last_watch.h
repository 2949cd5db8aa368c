// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace watchword::app {

/// Whether the last watch has begun: the last quarter of the period, but at least 5 and at most 10 seconds.
inline bool isLastWatch(int secondsLeft, int period)
{
    return secondsLeft <= qMax(5, qMin(10, period / 4));
}

} // namespace watchword::app
