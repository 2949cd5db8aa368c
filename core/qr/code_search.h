// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/module_grid.h"
#include "core/qr/pyramid.h"
#include "core/qr/symbol_candidates.h"
#include "core/qr/zxing_adapter.h"

#include <functional>
#include <vector>

namespace watchword::qr {

/// The search for QR codes in one picture, in stages of rising cost. Each stage tries what the ones before left over.
class CodeSearch
{
public:
    using Report = std::function<void(zxing::Decoded)>;

    /// `isOver` is asked between steps of a few milliseconds.
    CodeSearch(Pyramid &pyramid, std::function<bool()> isOver, Report report);

    void run();
    /// Barcodes of other kinds, which nobody can sign in with but which are worth a word.
    void lookForOtherCodes();

private:
    enum class Effort { Grid, CarefulGrid, Crop };

    void findPatterns(std::span<const Plane> planes);
    void tryStraightOn();
    void tryInPerspective();
    void tryCandidates(const std::vector<SymbolCandidate> &candidates);
    void tryAll(const std::vector<SymbolCandidate> &candidates, Effort effort, float leastTiming, int most);
    bool isTakenAt(Point place) const;
    bool isTaken(const SymbolCandidate &candidate) const;
    void takePatternsOf(const SymbolCandidate &candidate);
    bool tryOne(const SymbolCandidate &candidate, Effort effort);
    std::optional<SecretBytes> decodeGrid(const SymbolCandidate &candidate, const Transform &transform,
                                          Effort effort) const;
    std::optional<SecretBytes> decodeCrop(const SymbolCandidate &candidate) const;
    void searchDoubled();
    void readWholePlanes();
    void readPlane(const Plane &plane, zxing::Kinds kinds);

    Pyramid &m_pyramid;
    std::function<bool()> m_isOver;
    Report m_report;
    std::vector<FinderPattern> m_patterns;
    std::vector<FinderPattern> m_taken; ///< of codes that were read
    bool m_hasFound = false;
};

} // namespace watchword::qr
