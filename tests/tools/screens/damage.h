// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/look.h"

#include <QImage>

/// What happens to pictures on their way to a screen. Pictures are ARGB32_Premultiplied.
namespace watchword::screens {

QImage zoomed(const QImage &picture, const QSize &size, Zoom zoom);
/// Gaussian; `deviation` in pixels. Beyond the edge lies what is at the edge.
QImage blurred(const QImage &picture, double deviation);
/// Adds noise of `deviation` grey levels, mostly the same in all three colours.
QImage noisy(QImage picture, double deviation, Random &random);
/// Written as JPEG and read again; must have no transparent part.
QImage asJpeg(const QImage &picture, int quality);

} // namespace watchword::screens
