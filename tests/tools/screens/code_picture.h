// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/look.h"

#include <QImage>
#include <QRectF>
#include <QTransform>

namespace watchword::screens {

/// A code as it lies on a page, with its quiet zone and what is right behind that.
struct CodePicture {
    QImage image;           ///< ARGB32_Premultiplied
    QTransform fromModules; ///< from modules of the symbol (0, 0 is its top left corner) to pixels of the image
    QRectF logo;            ///< in modules; empty: none
};

CodePicture drawCode(const Symbol &symbol, const Look &look, Random &random);

} // namespace watchword::screens
