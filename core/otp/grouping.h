// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace watchword::otp {

/// How many characters of a code stand together: up to 5 all; 3 3; 3 4; 4 4; 3 3 3; 5 5. Longer codes are not split.
QList<int> groupSizes(int digits);

/// The code as it is shown, its groups apart by `separator`. Copied is always the code itself.
QString grouped(const QString &digits, QChar separator = QLatin1Char(' '));

} // namespace watchword::otp
