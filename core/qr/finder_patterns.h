// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/plane.h"

#include <vector>

namespace watchword::qr {

/// One of the three squares in the corners of a QR code (ISO/IEC 18004, 6.3.3), or what looks like one.
struct FinderPattern {
    Point centre;         ///< in the whole picture
    float module = 0;     ///< pixels of the whole picture along a row or column, whichever way the code is turned
    bool isLight = false; ///< light on dark
    float contrast = 0;   ///< greys between its core and the ring around it
    int rows = 1;         ///< rows of the whole picture that were seen to cross its core: the more, the surer
};

/// The finder patterns of a plane, both dark on light and light on dark. One outer side may be merged with the page, for
/// codes without a quiet zone.
std::vector<FinderPattern> findFinderPatterns(const Plane &plane);

} // namespace watchword::qr
