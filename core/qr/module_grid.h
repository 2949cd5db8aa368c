// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/pyramid.h"
#include "core/qr/symbol_candidates.h"
#include "core/qr/transform.h"

#include <optional>
#include <vector>

namespace watchword::qr {

/// The greys of a code's modules, and from them which are dark.
class ModuleGrid
{
public:
    /// Reads each module of a code where `transform` says it is. Light codes come out as dark ones.
    ModuleGrid(const Pyramid &pyramid, const SymbolCandidate &candidate, const Transform &transform);
    ModuleGrid(const ModuleGrid &) = delete;
    ModuleGrid &operator=(const ModuleGrid &) = delete;
    ~ModuleGrid(); ///< wipes

    /// How many of the modules of the three finder patterns and what surrounds them are as they must be: 1 all, 0.5 by chance.
    float finderMatch() const;

    /// Ways to tell dark from light, from the cheapest to those for blurred codes.
    enum class Binarisation { Global, Local, Sharpened, SharpenedLocal, VerySharp, VerySharpLocal };
    static constexpr int binarisations = 6;

    int dimension() const { return m_dimension; }
    /// 1 for each dark module, row by row. What every code of this size has in common (finder and timing patterns) is as it
    /// must be. The caller wipes it.
    std::vector<uchar> darkModules(Binarisation how) const;

private:
    std::vector<float> sharpened(float strength) const;
    std::vector<uchar> againstOne(const std::vector<float> &greys) const;
    std::vector<uchar> againstNeighbours(const std::vector<float> &greys) const;
    void drawFunctionPatterns(std::vector<uchar> &dark) const;
    std::size_t at(int x, int y) const { return std::size_t(y) * std::size_t(m_dimension) + std::size_t(x); }

    int m_dimension;
    std::vector<float> m_greys;
};

/// The transform that also fits the alignment pattern at the bottom right. Nothing for version 1, which has none, and where
/// none is found.
std::optional<Transform> alignedTransform(const Pyramid &pyramid, const SymbolCandidate &candidate,
                                          const Transform &rough);

} // namespace watchword::qr
