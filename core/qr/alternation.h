// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace watchword::qr {

/// How the greys of an odd number of modules go with dark, light, dark and so on.
struct Alternation {
    float product = 0;  ///< of both deviations from their means, summed; negative for light, dark, light
    float variance = 0; ///< of the greys, summed
};

/// `greyOf` is called with 0 to `count` - 1, twice.
template <class GreyOf>
Alternation alternationOf(int count, GreyOf greyOf)
{
    const float meanWanted = -1 / float(count);
    float mean = 0;
    for (int i = 0; i < count; ++i)
        mean += greyOf(i);
    mean /= float(count);
    Alternation alternation;
    for (int i = 0; i < count; ++i) {
        const float deviation = greyOf(i) - mean;
        alternation.product += deviation * ((i % 2 == 0 ? -1.0F : 1.0F) - meanWanted);
        alternation.variance += deviation * deviation;
    }
    return alternation;
}

/// The same as a correlation: 1 perfectly, 0 not at all, -1 for light, dark, light.
template <class GreyOf>
float correlationOf(int count, GreyOf greyOf)
{
    const auto [product, variance] = alternationOf(count, greyOf);
    return product / std::sqrt(std::max(1.0F, variance) * float(count));
}

} // namespace watchword::qr
