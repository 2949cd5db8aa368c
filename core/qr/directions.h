// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/plane.h"

#include <cmath>

namespace watchword::qr {

/// A right angle clockwise, as one sees it.
inline Point turned(Point vector)
{
    return {-vector.y, vector.x};
}

/// Directions in a plane by number, each a quarter of `count` from that at a right angle to it; finest at 45 degrees.
class Directions
{
public:
    static constexpr int count = 160;
    static constexpr int stepsAside = count / 8; ///< from an axis to 45 degrees

    static int numberOf(Point direction)
    {
        const bool isAcross = std::abs(direction.x) >= std::abs(direction.y);
        const float slope = isAcross ? direction.y / direction.x : -direction.x / direction.y;
        const bool isBack = isAcross ? direction.x < 0 : direction.y < 0;
        const int quarter = (isAcross ? 0 : 1) + (isBack ? 2 : 0);
        return (quarter * (count / 4) + int(std::lround(slope * float(stepsAside))) + count) % count;
    }

    static Point vector(int number)
    {
        const int quarter = (number + stepsAside) / (count / 4) % 4;
        const int steps = (number + stepsAside) % (count / 4) - stepsAside;
        const float slope = float(steps) / float(stepsAside);
        const float size = 1 / std::hypot(1.0F, slope);
        Point direction{size, slope * size};
        for (int i = 0; i < quarter; ++i)
            direction = turned(direction);
        return direction;
    }
};

} // namespace watchword::qr
