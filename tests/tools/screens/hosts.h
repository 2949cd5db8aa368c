// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/canvas.h"

#include <QSize>

namespace watchword::screens {

/// Where people meet codes.
enum class Host { Card, Page, Mail, Chat, Slide, Pdf, Photo };

/// Fills a window's body and leaves room of the size of `hole`, which must fit. Returns where that is.
QRect paintHost(Canvas &canvas, Host host, const QRect &body, const QSize &hole);

/// A window's frame with its title bar; returns its body.
QRect paintFrame(Canvas &canvas, const QRect &frame);

} // namespace watchword::screens
