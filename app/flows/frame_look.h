// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QImage;

namespace watchword::app {

/// What can be said of a camera's picture at a glance.
enum class FrameLook {
    Ordinary,
    Black,   ///< nothing in it is brighter than noise
    Pattern, ///< seven bars, as in a test pattern
};

/// `frame`: luminance.
FrameLook lookOf(const QImage &frame);

} // namespace watchword::app
