// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/perspective_candidates.h"

#include "core/qr/alternation.h"
#include "core/qr/directions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace watchword::qr {

namespace {

constexpr float leastModules = 12;        // between two patterns; version 1 has 14
constexpr float mostModules = 182;        // version 40 has 170
constexpr float largestRatioAside = 2.2F; // of the modules of two patterns of one code
constexpr float mostDifference = 0.16F;   // of the modules that two sides seem to have
constexpr float leastSine = 0.35F;        // of the angle at the corner
constexpr std::size_t mostTriplesAside = 100;
constexpr float leastBeginning = 0.5F; // correlation of what follows a pattern with a timing pattern
constexpr float leastTimingAside = 0.2F;
constexpr int noiseToAverage = 8;       // greys; in such a picture more places are looked at for one grey
constexpr float leastRingContrast = 10; // greys between the core of a pattern and the ring around it

float lengthOf(Point vector)
{
    return std::hypot(vector.x, vector.y);
}

float crossOf(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}

/// A side of a code from one pattern to another.
struct Side {
    std::size_t to = 0;
    float modules = 0; ///< between the two middles
    float nearness =
        1; ///< how much further away the other end is: the square root of the ratio of sizes here and there
};

/// Three patterns as corners: the projection is theirs, of a code with as many modules between the middles.
struct Corners {
    Point topLeft, topRight, bottomLeft;
    float right = 1; ///< the denominators of the projection at the two others; 1 at the top left
    float down = 1;

    Point bottomRight() const { return (topRight * right + bottomLeft * down - topLeft) * (1 / (right + down - 1)); }
    /// A place by shares of the two sides.
    Point at(float across, float below) const
    {
        const Point sum = topLeft * (1 - across - below) + topRight * (right * across) + bottomLeft * (down * below);
        return sum * (1 / (1 + (right - 1) * across + (down - 1) * below));
    }
};

class PerspectiveSearch
{
public:
    PerspectiveSearch(const Pyramid &pyramid, const std::vector<FinderPattern> &patterns)
        : m_pyramid(pyramid)
        , m_patterns(patterns)
        , m_isNoisy(pyramid.planes().front().noise() >= noiseToAverage)
        , m_edges(patterns.size() * Directions::count)
        , m_sides(patterns.size())
    {
    }

    void measureSidesOf(std::size_t first);
    void joinSidesOf(std::size_t corner);
    std::vector<SymbolCandidate> candidates(const std::function<bool()> &isOver) &&;

private:
    struct Triple {
        std::size_t corner;
        Side right, down;
        float misfit;
    };

    std::optional<float> moduleAlong(std::size_t pattern, int direction);
    float edgesAlong(std::size_t pattern, int direction);
    std::optional<float> measureEdges(const FinderPattern &pattern, Point direction) const;
    SymbolCandidate fitted(const Triple &triple) const;
    bool timingsBegin(const Triple &triple) const;
    float timing(const Corners &corners, const Plane &plane, int dimension, bool isAcross) const;
    Corners cornersOf(const Triple &triple) const;

    const Pyramid &m_pyramid;
    const std::vector<FinderPattern> &m_patterns;
    bool m_isNoisy;
    std::vector<float> m_edges;             ///< of each pattern and direction; 0: not yet known, -1: there are none
    std::vector<std::vector<Side>> m_sides; ///< of each pattern, to those that may be its neighbours
    std::vector<Triple> m_triples;
};

/// From the middle of a pattern outwards: the sum of the ways to the end of its core and to the end of the ring around it,
/// 1.5 and 2.5 modules. The greys that each edge lies between are taken from the line itself, since a blur changes them.
std::optional<float> PerspectiveSearch::measureEdges(const FinderPattern &pattern, Point direction) const
{
    const Plane &plane = m_pyramid.planeFor(pattern.module);
    constexpr float step = 0.5F;  // pixels
    constexpr float share = 0.3F; // of the contrast, by which a ring must stand out
    constexpr int mostSteps = 128;
    const float module = pattern.module * plane.scale();
    const Point middle = pattern.centre * plane.scale();
    const Point aside = turned(direction) * (0.3F * module);
    const Point ahead = direction * std::min(1.0F, module / 5);
    const float sign = pattern.isLight ? -1.0F : 1.0F;
    const int steps = std::min(mostSteps, int((module * 4.5F + 2) / step));
    std::array<float, mostSteps> greys{}; // those of a light pattern turned over; a mean, which keeps noise out
    for (int i = 0; i < steps; ++i) {
        const Point place = middle + direction * (float(i) * step);
        if (!m_isNoisy) {
            greys[std::size_t(i)] =
                sign * (plane.greyAt(place) + plane.greyAt(place + aside) + plane.greyAt(place - aside)) / 3;
            continue;
        }
        float sum = 0;
        for (const float across : {-2.0F, -1.0F, 0.0F, 1.0F, 2.0F}) {
            for (const float along : {-1.0F, 0.0F, 1.0F})
                sum += plane.greyAt(place + aside * across + ahead * along);
        }
        greys[std::size_t(i)] = sign * sum / 15;
    }
    const auto crossing = [&](int from, int to, float grey) {
        for (int i = from; i < to; ++i) {
            const float here = greys[std::size_t(i)] - grey;
            const float next = greys[std::size_t(i) + 1] - grey;
            if (here * next <= 0 && here != next)
                return (float(i) + here / (here - next)) * step;
        }
        return -1.0F;
    };
    int core = 0;  // the darkest place, as far as that goes on
    int ring = 0;  // the lightest behind it
    int outer = 0; // the darkest behind that
    const auto greyOf = [&](int i) { return greys[std::size_t(i)]; };
    for (int i = 1; i < steps; ++i) {
        if (outer > 0) {
            if (greyOf(i) < greyOf(outer))
                outer = i;
            else if (greyOf(i) - greyOf(outer) > share * (greyOf(ring) - greyOf(core)))
                break;
        } else if (greyOf(i) > greyOf(ring)) {
            ring = i;
        } else if (greyOf(i) < greyOf(core)) {
            core = ring = i;
        } else if (greyOf(ring) - greyOf(core) > leastRingContrast
                   && greyOf(ring) - greyOf(i) > share * (greyOf(ring) - greyOf(core))) {
            outer = i;
        }
    }
    if (outer == 0)
        return {};
    const float first = crossing(core, ring, (greyOf(core) + greyOf(ring)) / 2);
    const float second = crossing(ring, outer, (greyOf(ring) + greyOf(outer)) / 2);
    if (first <= 0 || second <= first)
        return {};
    return first + second;
}

/// The same, kept: it is asked for again and again. Below 0 when there are none.
float PerspectiveSearch::edgesAlong(std::size_t pattern, int direction)
{
    float &edges = m_edges[pattern * Directions::count + std::size_t(direction)];
    if (edges == 0)
        edges = measureEdges(m_patterns[pattern], Directions::vector(direction)).value_or(-1);
    return edges;
}

/// Pixels of the picture to a module of a pattern in one direction and the one opposite.
std::optional<float> PerspectiveSearch::moduleAlong(std::size_t pattern, int direction)
{
    const float ahead = edgesAlong(pattern, direction);
    if (ahead < 0)
        return {};
    const float behind = edgesAlong(pattern, (direction + Directions::count / 2) % Directions::count);
    if (behind < 0 || ahead > 1.7F * behind || behind > 1.7F * ahead)
        return {};
    return (ahead + behind) / (8 * m_pyramid.planeFor(m_patterns[pattern].module).scale());
}

void PerspectiveSearch::measureSidesOf(std::size_t first)
{
    const FinderPattern &here = m_patterns[first];
    for (std::size_t second = 0; second < m_patterns.size(); ++second) {
        const FinderPattern &there = m_patterns[second];
        const Point way = there.centre - here.centre;
        const float distance = lengthOf(way);
        if (second == first || here.isLight != there.isLight || here.module > there.module * largestRatioAside
            || there.module > here.module * largestRatioAside
            || distance < leastModules / 2 * std::min(here.module, there.module)
            || distance > mostModules * 1.3F * std::max(here.module, there.module))
            continue;
        const int direction = Directions::numberOf(way);
        const auto near = moduleAlong(first, direction);
        if (!near)
            continue;
        const auto far = moduleAlong(second, direction);
        if (!far)
            continue;
        // Along a line that is seen from the side, the way is as long as with the geometric mean of the sizes at its ends.
        const float modules = distance / std::sqrt(*near * *far);
        if (modules >= leastModules && modules <= mostModules)
            m_sides[first].push_back({second, modules, std::sqrt(*near / *far)});
    }
}

/// Each two sides that may be the upper one and the left one of a code with this corner.
void PerspectiveSearch::joinSidesOf(std::size_t corner)
{
    const Point here = m_patterns[corner].centre;
    for (const Side &right : m_sides[corner]) {
        for (const Side &down : m_sides[corner]) {
            const float difference = std::abs(right.modules - down.modules) / std::max(right.modules, down.modules);
            if (right.to == down.to || difference > mostDifference || right.nearness + down.nearness < 1.4F)
                continue;
            const Point across = m_patterns[right.to].centre - here;
            const Point below = m_patterns[down.to].centre - here;
            const float sine = crossOf(across, below) / (lengthOf(across) * lengthOf(below));
            const Triple triple{corner, right, down, difference + 0.2F * (1 - sine)};
            if (sine >= leastSine && timingsBegin(triple))
                m_triples.push_back(triple);
        }
    }
}

Corners PerspectiveSearch::cornersOf(const Triple &triple) const
{
    return {m_patterns[triple.corner].centre, m_patterns[triple.right.to].centre, m_patterns[triple.down.to].centre,
            triple.right.nearness, triple.down.nearness};
}

/// Whether the modules are dark and light in turn from the corner's edge on, both ways. Most look-alikes fail here.
bool PerspectiveSearch::timingsBegin(const Triple &triple) const
{
    const Corners corners = cornersOf(triple);
    const FinderPattern &corner = m_patterns[triple.corner];
    const Plane &plane = m_pyramid.planeFor(corner.module);
    const float sign = corner.isLight ? -1.0F : 1.0F;
    const float modules = (triple.right.modules + triple.down.modules) / 2;
    const auto begins = [&](bool isAcross) {
        return std::ranges::any_of(std::array{1.0F, 0.95F, 1.05F, 0.9F, 1.1F}, [&](float stretch) {
            constexpr int count = 7; // version 1 has no more
            std::array<float, count> greys{};
            for (std::size_t i = 0; i < greys.size(); ++i) {
                const float along = float(i + 3) * stretch / modules; // the edge of the pattern is dark
                const float aside = 3 / modules;
                greys[i] = plane.greyAtPicture(isAcross ? corners.at(along, aside) : corners.at(aside, along));
            }
            return sign * correlationOf(count, [&greys](int i) { return greys[std::size_t(i)]; }) > leastBeginning;
        });
    };
    return begins(true) && begins(false);
}

/// The correlation of one of the two timing patterns with dark and light in turn.
float PerspectiveSearch::timing(const Corners &corners, const Plane &plane, int dimension, bool isAcross) const
{
    const auto modules = float(dimension - 7);
    const int count = dimension - 16;
    std::array<float, 164> greys{};
    for (std::size_t i = 0; i < std::size_t(count); ++i) {
        // The first one is dark, five modules from the middle of the finder pattern.
        const float along = float(i + 5) / modules;
        const float aside = 3 / modules;
        greys[i] = plane.greyAtPicture(isAcross ? corners.at(along, aside) : corners.at(aside, along));
    }
    return correlationOf(count, [&greys](int i) { return greys[std::size_t(i)]; });
}

SymbolCandidate PerspectiveSearch::fitted(const Triple &triple) const
{
    const FinderPattern &corner = m_patterns[triple.corner];
    const float sign = corner.isLight ? -1.0F : 1.0F;
    SymbolCandidate best;
    best.patterns = {triple.corner, triple.right.to, triple.down.to};
    best.topLeft = corner.centre;
    best.topRight = m_patterns[triple.right.to].centre;
    best.bottomLeft = m_patterns[triple.down.to].centre;
    best.isLight = corner.isLight;
    best.misfit = triple.misfit;
    best.timing = -1;
    const float guess = (triple.right.modules + triple.down.modules) / 2 + 7;
    const float doubt = guess * 0.08F + 2;
    const int least = std::max(1, int(std::ceil((guess - doubt - 17) / 4)));
    const int most = std::min(40, int(std::floor((guess + doubt - 17) / 4)));
    const float side = (lengthOf(best.topRight - best.topLeft) + lengthOf(best.bottomLeft - best.topLeft)) / 2;
    for (int version = least; version <= most; ++version) {
        const int dimension = 17 + 4 * version;
        const float module = side / float(dimension - 7);
        const Plane &plane = m_pyramid.planeFor(module);
        Corners corners = cornersOf(triple);
        float across = sign * timing(corners, plane, dimension, true);
        float down = sign * timing(corners, plane, dimension, false);
        // What was measured at the patterns is off by a few per cent; the timing patterns know better.
        for (const float reach : {0.04F, 0.02F, 0.01F, 0.005F}) {
            const auto improve = [&](float &what, float &timingThere, bool isAcross) {
                const float start = what;
                for (const float change : {-reach, reach}) {
                    Corners other = corners;
                    (isAcross ? other.right : other.down) = start + change;
                    const float its = sign * timing(other, plane, dimension, isAcross);
                    if (its > timingThere) {
                        timingThere = its;
                        what = start + change;
                    }
                }
            };
            improve(corners.right, across, true);
            improve(corners.down, down, false);
        }
        const float fit = (across + down) / 2 - 0.02F * std::abs(float(dimension) - guess) / 4;
        if (fit > best.timing) {
            best.timing = fit;
            best.dimension = dimension;
            best.module = module;
            best.bottomRight = corners.bottomRight();
        }
    }
    return best;
}

std::vector<SymbolCandidate> PerspectiveSearch::candidates(const std::function<bool()> &isOver) &&
{
    std::ranges::sort(m_triples, {}, &Triple::misfit);
    if (m_triples.size() > mostTriplesAside)
        m_triples.resize(mostTriplesAside);
    std::vector<SymbolCandidate> candidates;
    for (const Triple &triple : m_triples) {
        if (isOver())
            break;
        const SymbolCandidate candidate = fitted(triple);
        if (candidate.dimension > 0 && candidate.timing >= leastTimingAside)
            candidates.push_back(candidate);
    }
    std::ranges::sort(candidates, std::greater(), &SymbolCandidate::timing);
    return candidates;
}

} // namespace

std::vector<SymbolCandidate> findCandidatesInPerspective(const Pyramid &pyramid,
                                                         const std::vector<FinderPattern> &patterns,
                                                         const std::function<bool()> &isOver)
{
    PerspectiveSearch search(pyramid, patterns);
    for (std::size_t first = 0; first < patterns.size() && !isOver(); ++first)
        search.measureSidesOf(first);
    for (std::size_t first = 0; first < patterns.size() && !isOver(); ++first)
        search.joinSidesOf(first);
    return std::move(search).candidates(isOver);
}

} // namespace watchword::qr
