// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/symbol_candidates.h"

#include "core/qr/alternation.h"
#include "core/qr/directions.h"

#include <algorithm>
#include <cmath>

namespace watchword::qr {

namespace {

constexpr float ofDistance = 0.05F; // how far the third may lie from where the two others want it, and no less than
constexpr float modulesOff = 1.5F;
constexpr float largestRatio = 1.5F;     // of the modules of two patterns of one code
constexpr float leastDistance = 12;      // modules between two patterns; version 1 has 14
constexpr float mostDistance = 182;      // version 40 has 170
constexpr std::size_t fewPatterns = 200; // of which all pairs are looked at sooner than each alone
constexpr std::size_t mostTriples = 3000;
constexpr float samplesOfModule = 4;     // along a timing pattern
constexpr float leastContrast = 5;       // greys between dark and light timing modules
constexpr float leastOfContrast = 0.12F; // of that of the finder pattern, which a blur hurts less
constexpr float leastAlike = 0.55F;      // correlation of what follows a finder pattern with a timing pattern

float length(Point vector)
{
    return std::hypot(vector.x, vector.y);
}

/// Module sizes along rows and columns are larger than those along the sides of a turned code by this factor's inverse.
float straightening(Point direction)
{
    return std::max(std::abs(direction.x), std::abs(direction.y));
}

struct Triple {
    std::array<std::size_t, 3> patterns;
    float misfit;
};

/// The patterns by the place where they lie.
class Grid
{
public:
    Grid(const Pyramid &pyramid, const std::vector<FinderPattern> &patterns)
        : m_across(pyramid.width() / cell + 1)
        , m_down(pyramid.height() / cell + 1)
        , m_cells(std::size_t(m_across) * std::size_t(m_down))
    {
        for (std::size_t i = 0; i < patterns.size(); ++i)
            m_cells[cellOf(column(patterns[i].centre.x), line(patterns[i].centre.y))].push_back(i);
    }

    template <class Visit>
    void around(Point place, float distance, Visit visit) const
    {
        for (int y = line(place.y - distance); y <= line(place.y + distance); ++y) {
            for (int x = column(place.x - distance); x <= column(place.x + distance); ++x) {
                for (const std::size_t pattern : m_cells[cellOf(x, y)])
                    visit(pattern);
            }
        }
    }

private:
    static constexpr int cell = 64; // pixels

    int column(float x) const { return std::clamp(int(x) / cell, 0, m_across - 1); }
    int line(float y) const { return std::clamp(int(y) / cell, 0, m_down - 1); }
    std::size_t cellOf(int x, int y) const { return std::size_t(y) * std::size_t(m_across) + std::size_t(x); }

    int m_across;
    int m_down;
    std::vector<std::vector<std::size_t>> m_cells;
};

class CandidateSearch
{
public:
    CandidateSearch(const Pyramid &pyramid, const std::vector<FinderPattern> &patterns)
        : m_pyramid(pyramid)
        , m_patterns(patterns)
        , m_grid(pyramid, patterns)
        , m_answers(patterns.size() * Directions::count * 2)
    {
    }

    void lookAtPairsOf(std::size_t first);
    std::vector<SymbolCandidate> candidates() &&;

private:
    enum class Side { Right, Left };
    enum class Answer : uchar { Unknown, No, Yes };

    bool mayHaveTiming(std::size_t pattern, int direction, Side side);
    bool mayHaveTimingNear(std::size_t pattern, int direction, int most, Side side);
    bool mayBeCorner(std::size_t pattern);
    void lookAtPair(std::size_t first, std::size_t second);
    bool timingBegins(std::size_t pattern, Point along, Point aside) const;
    SymbolCandidate withDimension(const Triple &triple);
    void sampleTiming(std::vector<float> &greys, Point from, Point along, float modules, float module) const;
    static float timingOf(const std::vector<float> &greys, int dimension);

    const Pyramid &m_pyramid;
    const std::vector<FinderPattern> &m_patterns;
    Grid m_grid;
    std::vector<Answer> m_answers; ///< of each pattern, direction and side
    std::vector<Triple> m_triples;
    std::vector<float> m_across; ///< greys along the timing pattern of the triple that is looked at
    std::vector<float> m_down;
};

/// Whether a timing pattern may begin at a finder pattern in this direction, to the right of it or to the left. Asked for
/// the same pattern again and again: the answers are kept.
bool CandidateSearch::mayHaveTiming(std::size_t pattern, int direction, Side side)
{
    Answer &answer =
        m_answers[(pattern * Directions::count + std::size_t(direction)) * 2 + (side == Side::Right ? 0 : 1)];
    if (answer == Answer::Unknown) {
        const Point along = Directions::vector(direction);
        const Point aside = turned(along) * (side == Side::Right ? 1.0F : -1.0F);
        answer = timingBegins(pattern, along, aside) ? Answer::Yes : Answer::No;
    }
    return answer == Answer::Yes;
}

/// The same in about this direction.
bool CandidateSearch::mayHaveTimingNear(std::size_t pattern, int direction, int most, Side side)
{
    for (int away = 0; away <= most; ++away) {
        if (mayHaveTiming(pattern, (direction + away) % Directions::count, side)
            || mayHaveTiming(pattern, (direction - away + Directions::count) % Directions::count, side))
            return true;
    }
    return false;
}

/// Whether timing patterns may begin to the right and down of it.
bool CandidateSearch::mayBeCorner(std::size_t pattern)
{
    const int doubt = int(ofDistance * Directions::count / 6) + 2;
    for (int right = 0; right < Directions::count; ++right) {
        if (mayHaveTiming(pattern, right, Side::Right)
            && mayHaveTimingNear(pattern, (right + Directions::count / 4) % Directions::count, doubt, Side::Left))
            return true;
    }
    return false;
}

/// All that have a pattern as their top left one.
void CandidateSearch::lookAtPairsOf(std::size_t first)
{
    if (m_patterns.size() > fewPatterns && !mayBeCorner(first))
        return;
    const FinderPattern &corner = m_patterns[first];
    const auto from = std::ranges::lower_bound(m_patterns, corner.module / largestRatio, {}, &FinderPattern::module);
    for (auto second = std::size_t(from - m_patterns.begin());
         second < m_patterns.size() && m_patterns[second].module <= corner.module * largestRatio; ++second) {
        if (second != first && m_patterns[second].isLight == corner.isLight)
            lookAtPair(first, second);
    }
}

/// The second is taken for the top right one.
void CandidateSearch::lookAtPair(std::size_t first, std::size_t second)
{
    const FinderPattern &corner = m_patterns[first];
    const FinderPattern &right = m_patterns[second];
    const Point side = right.centre - corner.centre;
    const float module = (corner.module + right.module) / 2;
    const float distance = length(side);
    if (distance < module) // one pattern seen in two planes
        return;
    const float straight = straightening(side * (1 / distance));
    if (distance < leastDistance * module * straight || distance > mostDistance * module * straight
        || !mayHaveTimingNear(first, Directions::numberOf(side), 1, Side::Right)
        || !mayHaveTimingNear(second, Directions::numberOf(side * -1), 1, Side::Left))
        return;
    const Point wanted = corner.centre + turned(side);
    const float tolerance = std::max(modulesOff * module * straight, distance * ofDistance);
    if (wanted.x < -tolerance || wanted.y < -tolerance || wanted.x > float(m_pyramid.width()) + tolerance
        || wanted.y > float(m_pyramid.height()) + tolerance)
        return;
    m_grid.around(wanted, tolerance, [&](std::size_t third) {
        const FinderPattern &below = m_patterns[third];
        if (third == first || third == second || below.isLight != corner.isLight
            || below.module > corner.module * largestRatio || corner.module > below.module * largestRatio)
            return;
        const float off = length(below.centre - wanted);
        const Point down = below.centre - corner.centre;
        if (off > tolerance || !mayHaveTimingNear(first, Directions::numberOf(down), 1, Side::Left)
            || !mayHaveTimingNear(third, Directions::numberOf(down * -1), 1, Side::Right))
            return;
        const float misfit = off / distance + 0.3F * std::abs(std::log(right.module / corner.module))
            + 0.3F * std::abs(std::log(below.module / corner.module));
        m_triples.push_back({{first, second, third}, misfit});
    });
}

/// Whether the modules are dark and light in turn from the edge of a finder pattern on, `along` the timing pattern that lies
/// three modules beside its middle. Most look-alikes fail here.
bool CandidateSearch::timingBegins(std::size_t number, Point along, Point aside) const
{
    const FinderPattern &pattern = m_patterns[number];
    const float module = pattern.module * straightening(along);
    const Plane &plane = m_pyramid.planeFor(module);
    const float least = std::max(leastContrast, pattern.contrast * leastOfContrast);
    constexpr int count = 7; // version 1 has no more
    const float sign = pattern.isLight ? -1.0F : 1.0F;
    const auto greyAt = [&](float modules) {
        return plane.greyAtPicture(pattern.centre + along * (modules * module) + aside * (3 * module));
    };
    // Near by, the size is of no consequence yet.
    if ((greyAt(4) + greyAt(6) - greyAt(3) - greyAt(5)) * sign < 2 * least)
        return false;
    for (const float stretch : {1.0F, 0.96F, 1.04F, 0.92F, 1.08F}) {
        const float size = module * stretch;
        std::array<float, count> greys{};
        for (std::size_t i = 0; i < greys.size(); ++i)
            greys[i] = plane.greyAtPicture(pattern.centre + along * (float(3 + i) * size) + aside * (3 * size));
        const auto [product, variance] = alternationOf(count, [&greys](int i) { return greys[std::size_t(i)]; });
        if (product * sign > least * float(count) / 2
            && product * sign > leastAlike * std::sqrt(variance * (float(count) - 1.0F / count)))
            return true;
    }
    return false;
}

std::vector<SymbolCandidate> CandidateSearch::candidates() &&
{
    std::ranges::sort(m_triples, {}, &Triple::misfit);
    if (m_triples.size() > mostTriples)
        m_triples.resize(mostTriples);
    std::vector<SymbolCandidate> candidates;
    for (const Triple &triple : m_triples) {
        const SymbolCandidate candidate = withDimension(triple);
        if (candidate.dimension > 0)
            candidates.push_back(candidate);
    }
    std::ranges::sort(candidates, std::greater(),
                      [](const SymbolCandidate &one) { return one.timing - 0.3F * one.misfit; });
    return candidates;
}

SymbolCandidate CandidateSearch::withDimension(const Triple &triple)
{
    const auto &[topLeft, topRight, bottomLeft] = triple.patterns;
    SymbolCandidate best;
    best.patterns = triple.patterns;
    best.topLeft = m_patterns[topLeft].centre;
    best.topRight = m_patterns[topRight].centre;
    best.bottomLeft = m_patterns[bottomLeft].centre;
    best.bottomRight = best.topRight + best.bottomLeft - best.topLeft;
    best.isLight = m_patterns[topLeft].isLight;
    best.misfit = triple.misfit;
    best.timing = -1;
    const Point side = best.topRight - best.topLeft;
    const float distance = (length(side) + length(best.bottomLeft - best.topLeft)) / 2;
    const float measured =
        (m_patterns[topLeft].module + m_patterns[topRight].module + m_patterns[bottomLeft].module) / 3;
    const float module = measured * straightening(side * (1 / length(side)));
    const float guess = distance / module + 7;
    const float doubt = 0.06F + 0.2F / module;
    const int least = std::max(1, int(std::ceil((guess * (1 - doubt) - 19) / 4)));
    const int most = std::min(40, int(std::floor((guess * (1 + doubt) - 15) / 4)));
    const Point down = best.bottomLeft - best.topLeft;
    const float modules = guess - 7;
    sampleTiming(m_across, best.topLeft + down * (3 / modules), side, modules, module);
    sampleTiming(m_down, best.topLeft + side * (3 / modules), down, modules, module);
    for (int version = least; version <= most; ++version) {
        const int dimension = 17 + 4 * version;
        const float correlation = (timingOf(m_across, dimension) + timingOf(m_down, dimension)) / 2;
        const float timing =
            (best.isLight ? -correlation : correlation) - 0.02F * std::abs(float(dimension) - guess) / 4;
        if (timing > best.timing) {
            best.dimension = dimension;
            best.module = distance / float(dimension - 7);
            best.timing = timing;
        }
    }
    return best;
}

/// Greys along a line from the middle of one finder pattern to that of the other, some for each module.
void CandidateSearch::sampleTiming(std::vector<float> &greys, Point from, Point along, float modules,
                                   float module) const
{
    const Plane &plane = m_pyramid.planeFor(module);
    greys.resize(std::size_t(std::ceil(modules * samplesOfModule)) + 1);
    const Point step = along * (1 / float(greys.size() - 1));
    for (std::size_t i = 0; i < greys.size(); ++i)
        greys[i] = plane.greyAtPicture(from + step * float(i));
}

/// The correlation of such a line with the timing pattern of a code with `dimension` modules a side.
float CandidateSearch::timingOf(const std::vector<float> &greys, int dimension)
{
    const int count = dimension - 16;
    const float scale = float(greys.size() - 1) / float(dimension - 7);
    const auto greyOf = [&](int i) { return greys[std::size_t(std::lround(float(5 + i) * scale))]; };
    return correlationOf(count, greyOf);
}

} // namespace

std::optional<Transform> SymbolCandidate::transform() const
{
    const float far = float(dimension) - 3.5F;
    return Transform::projective({Point{3.5F, 3.5F}, Point{far, 3.5F}, Point{3.5F, far}, Point{far, far}},
                                 {topLeft, topRight, bottomLeft, bottomRight});
}

std::vector<SymbolCandidate> findSymbolCandidates(const Pyramid &pyramid, const std::vector<FinderPattern> &patterns,
                                                  const std::function<bool()> &isOver)
{
    CandidateSearch search(pyramid, patterns);
    for (std::size_t first = 0; first < patterns.size() && !isOver(); ++first)
        search.lookAtPairsOf(first);
    return std::move(search).candidates();
}

} // namespace watchword::qr
