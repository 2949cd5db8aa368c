// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/finder_patterns.h"
#include "core/qr/pyramid.h"
#include "core/qr/transform.h"

#include <functional>

namespace watchword::qr {

/// Three finder patterns that may belong to one code.
struct SymbolCandidate {
    std::array<std::size_t, 3> patterns{}; ///< places in the list: top left, top right, bottom left
    Point topLeft;
    Point topRight;
    Point bottomLeft;
    Point bottomRight; ///< where the middle of a fourth finder pattern would be
    bool isLight = false;
    float misfit = 0;  ///< how far the three are from a right angle with like sides and like modules
    int dimension = 0; ///< modules a side: the version whose timing patterns fit best
    float module = 0;  ///< pixels of the picture along a side of the code
    float timing = 0;  ///< how well they fit: 1 perfectly, 0 not at all

    /// Nothing when three of its corners lie on a line.
    std::optional<Transform> transform() const;
};

/// The candidates for codes that are seen straight on, turned or not, the likeliest first. `patterns` must be sorted by
/// module. `isOver` is asked now and then; when it says so, what was found by then counts.
std::vector<SymbolCandidate> findSymbolCandidates(const Pyramid &pyramid, const std::vector<FinderPattern> &patterns,
                                                  const std::function<bool()> &isOver);

} // namespace watchword::qr
