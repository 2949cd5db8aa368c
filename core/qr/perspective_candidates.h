// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/symbol_candidates.h"

namespace watchword::qr {

/// Candidates for codes that are seen from the side, as on photographs, the likeliest first. How much larger a finder pattern
/// is seen than its neighbour, measured along the line between them, says how far the one is nearer: with that, three of
/// them are enough for the whole projection. For few patterns: each two of them are looked at. `isOver` is asked now and then; when it says so, what
/// was found by then counts.
std::vector<SymbolCandidate> findCandidatesInPerspective(const Pyramid &pyramid,
                                                         const std::vector<FinderPattern> &patterns,
                                                         const std::function<bool()> &isOver);

} // namespace watchword::qr
