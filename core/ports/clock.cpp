// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/clock.h"

#include <QDateTime>

namespace watchword {

qint64 SystemClock::millisecondsSinceEpoch() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace watchword
