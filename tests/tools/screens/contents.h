// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/canvas.h"

/// What fills windows. Each fills a rectangle; the caller clips.
namespace watchword::screens {

using Content = void (*)(Canvas &canvas, const QRect &area);

// contents_text.cpp
void paintDocument(Canvas &canvas, const QRect &area);
void paintEditor(Canvas &canvas, const QRect &area);
void paintMails(Canvas &canvas, const QRect &area);
void paintChat(Canvas &canvas, const QRect &area);

// contents_controls.cpp
void paintTable(Canvas &canvas, const QRect &area);
void paintForm(Canvas &canvas, const QRect &area);
/// Thousands of radio buttons, check boxes, nested squares and rings: what looks like the corner of a code.
void paintLookAlikes(Canvas &canvas, const QRect &area);
void paintFiles(Canvas &canvas, const QRect &area);
void paintDashboard(Canvas &canvas, const QRect &area);

// contents_pictures.cpp
/// Something like a photograph: a landscape, a room, a wall; with grain.
void paintPhotograph(Canvas &canvas, const QRect &area);
void paintVideoCall(Canvas &canvas, const QRect &area);
void paintWallpaper(Canvas &canvas, const QRect &area);

/// One of all of them.
void paintAnyContent(Canvas &canvas, const QRect &area);

} // namespace watchword::screens
