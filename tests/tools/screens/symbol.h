// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace watchword::screens {

/// Error correction, from about 7 % of a symbol to about 30 %.
enum class Level { L, M, Q, H };

/// A QR symbol as libqrencode makes it, which has nothing to do with the library that our reader uses.
struct Symbol {
    int size = 0; ///< modules a side; 0: the text does not fit
    int version = 0;
    Level level = Level::L;
    std::vector<bool> isDark; ///< row by row

    std::size_t index(int x, int y) const { return std::size_t(y) * std::size_t(size) + std::size_t(x); }
    bool at(int x, int y) const { return isDark[index(x, y)]; }
    /// In one of the three finder patterns.
    bool isFinder(int x, int y) const { return (x < 7 || x >= size - 7) && (y < 7 || (y >= size - 7 && x < 7)); }
};

Symbol symbolOf(const QByteArray &payload, Level level);

} // namespace watchword::screens
