// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/canvas.h"

#include <QImage>

#include <optional>
#include <vector>

namespace watchword::screens {

/// A picture that lies on a page: a code, or another barcode.
struct Item {
    QImage picture;
    bool isOnPhoto = false;
};

/// What stands on a monitor beside the items.
enum class Mood { Ordinary, LookAlikes };

/// Paints a monitor with its wallpaper, its windows and the items in windows on top, none of which covers another item.
/// Returns where each item's top left corner came to lie; nothing for an item that found no room.
std::vector<std::optional<QPoint>> paintMonitor(Canvas &canvas, const QRect &monitor, const std::vector<Item> &items,
                                                Mood mood);

} // namespace watchword::screens
