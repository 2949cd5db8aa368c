// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/otp/grouping.h"

namespace watchword::otp {

QList<int> groupSizes(int digits)
{
    switch (digits) {
    case 6: return {3, 3};
    case 7: return {3, 4};
    case 8: return {4, 4};
    case 9: return {3, 3, 3};
    case 10: return {5, 5};
    default: return {digits};
    }
}

QString grouped(const QString &digits, QChar separator)
{
    QString text;
    qsizetype from = 0;
    const QList<int> sizes = groupSizes(int(digits.size()));
    for (const int size : sizes) {
        if (from > 0)
            text.append(separator);
        text.append(QStringView(digits).sliced(from, size));
        from += size;
    }
    return text;
}

} // namespace watchword::otp
