// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/code_class.h"
#include "tests/tools/screens/symbol.h"

#include <QImage>
#include <QPointF>

#include <array>
#include <vector>

/// Screens as people have them, with QR codes on them of which everything is known. Made up: what is on them means nothing.
namespace watchword::screens {

/// A code on a screen.
struct TrueCode {
    QByteArray payload;
    std::array<QPointF, 4> corners; ///< without the quiet zone, clockwise from the code's own top left
    CodeClasses classes;
    double modulePixels = 0;
    int version = 0;
    Level level = Level::L;
    bool counts = true; ///< false: nobody could read it, for what the screen does to it; no reader is asked to
};

struct Screen {
    QImage picture;
    std::vector<TrueCode> codes;
    std::vector<QByteArray> otherPayloads; ///< of barcodes that are no QR codes
};

/// The screen of a seed, the same on every machine with the same Qt and fonts. A fifth of all seeds (5, 10, 15 …) have
/// no code. Seeds 1 to 100 may be tuned on and are mostly 1920 × 1080; figures come from seeds above 100,000. Needs a QGuiApplication.
Screen generateScreen(quint32 seed);

} // namespace watchword::screens
