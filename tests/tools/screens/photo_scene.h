// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/random.h"
#include "tests/tools/screens/symbol.h"

#include <QImage>
#include <QRectF>

namespace watchword::screens {

enum class Carrier { Paper, Phone, Monitor };

/// What is photographed, seen straight on: a sheet, or a display with its frame. Its unit is a module of the code.
struct Scene {
    QImage face; ///< `pixelsPerModule` to a module
    double pixelsPerModule = 1;
    QRectF code;              ///< the symbol without its quiet zone
    double displayPixels = 0; ///< of the display, to a module; 0: paper
};

/// `pixelsPerModule`: about as many as the camera will see.
Scene sceneOf(Carrier carrier, const Symbol &symbol, double pixelsPerModule, Random &random);

} // namespace watchword::screens
