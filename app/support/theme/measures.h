// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace watchword::app::measures {

/// Device-independent pixels; the grid is 8, half steps 4.
inline constexpr int windowMargin = 12;
inline constexpr int cardGap = 8;
inline constexpr int cardPadding = 12;
inline constexpr int sectionGap = 16;
inline constexpr int pageMargin = 32;

inline constexpr qreal cardRadius = 12;
inline constexpr qreal noteRadius = 10;   ///< note, banner, toast
inline constexpr qreal controlRadius = 8; ///< button, field
inline constexpr qreal checkBoxRadius = 4;
inline constexpr qreal tabletRadius = 0.28; ///< of the tablet's side

inline constexpr int buttonHeight = 36;
inline constexpr int fieldHeight = 36;
inline constexpr int searchHeight = 40;
inline constexpr int mainButtonHeight = 52;
inline constexpr int cardRowHeight = 48;
inline constexpr int clickTarget = 28; ///< the smallest

inline constexpr int iconInText = 16;
inline constexpr int iconInButton = 18;
inline constexpr int iconInList = 20;
inline constexpr int iconInBanner = 22;

inline constexpr int leastWidth = 360;
inline constexpr int firstWidth = 440;
inline constexpr int firstHeight = 720;

/// Milliseconds.
inline constexpr int copiedStays = 2000;
inline constexpr int toastStays = 6000;
inline constexpr int undoStays = 20000;
inline constexpr int toastIn = 160;
inline constexpr int toastOut = 120;
inline constexpr int wordTurns = 220;
inline constexpr int lastWatchBegins = 180;

} // namespace watchword::app::measures
