// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <limits>
#include <optional>

namespace watchword::vault {

/// Reads a decimal number that has one spelling only: digits, no sign, no leading zero, at most 2^63 - 1.
inline std::optional<quint64> plainNumber(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 19 || (text.size() > 1 && text[0] == '0'))
        return {};
    quint64 number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return {};
        number = number * 10 + quint64(c - '0');
    }
    if (number > quint64(std::numeric_limits<qint64>::max()))
        return {};
    return number;
}

inline bool isLowerHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace watchword::vault
