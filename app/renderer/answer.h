// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/rendering.h"

class QImage;
class QSizeF;
class QSize;

namespace watchword::app {

/// Writes a picture to standard output. False when it is none, or larger than Watchword takes.
bool answer(QImage picture);
/// The last that is written.
void answer(rendering::Outcome outcome);

/// The size at which a drawing of this shape is drawn whose longer side is so many inches: 300 dots an inch, so that a QR code of
/// 57 modules on 2 cm can be read, but more for one as small as a label and less for one as large as a wall. Empty when there
/// is no such size.
QSize sizeToDraw(const QSizeF &shape, double inches);

} // namespace watchword::app
