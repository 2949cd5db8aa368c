// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/plane.h"

#include <array>
#include <optional>

namespace watchword::qr {

/// From a code's modules (the top left one reaches from 0 to 1) to the picture.
class Transform
{
public:
    /// The projective one that brings four places to four others. Nothing when three of them lie on a line.
    static std::optional<Transform> projective(const std::array<Point, 4> &from, const std::array<Point, 4> &to);

    Point map(float x, float y) const
    {
        const double depth = m[6] * double(x) + m[7] * double(y) + m[8];
        return {float((m[0] * double(x) + m[1] * double(y) + m[2]) / depth),
                float((m[3] * double(x) + m[4] * double(y) + m[5]) / depth)};
    }

private:
    std::array<double, 9> m{};
};

} // namespace watchword::qr
