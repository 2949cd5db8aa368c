// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/code_class.h"
#include "tests/tools/screens/random.h"
#include "tests/tools/screens/symbol.h"

#include <QColor>

#include <optional>

namespace watchword::screens {

enum class ModuleShape { Square, Rounded, Dot };
enum class FinderShape { Square, Rounded, Ring };
enum class Zoom { None, Nearest, Bilinear, Bicubic };

/// How a code is drawn and what is done to it afterwards.
struct Look {
    CodeClasses classes;
    Level level = Level::M;
    double modulePixels = 4; ///< after the zoom
    Zoom zoom = Zoom::None;
    int quietZone = 4;
    QColor ink = Qt::black;    ///< of the modules that are set
    QColor inkEnd = Qt::black; ///< where a gradient ends; else as `ink`
    QColor paper = Qt::white;
    std::optional<QColor> surround; ///< right behind the quiet zone
    ModuleShape modules = ModuleShape::Square;
    FinderShape finders = FinderShape::Square;
    double logoShare = 0; ///< side of the logo as a share of the symbol's side
    double blur = 0;      ///< deviation in modules
    double noise = 0;     ///< deviation in grey levels
    int jpegQuality = 0;  ///< 0: none
    double degrees = 0;
};

/// A look that is of the class `first`, now and then of one to three others that go with it, and within what a reader
/// can cope with: what makes a code hopeless is left out.
Look lookOf(CodeClass first, Random &random);

} // namespace watchword::screens
