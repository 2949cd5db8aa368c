// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/finder_patterns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <future>
#include <optional>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace watchword::qr {

namespace {

constexpr int rowStep = 2;
constexpr int leastLength = 9;                  // pixels across a whole pattern
constexpr qint64 leastPixelsForTwo = 1'500'000; // smaller planes are done before a second thread has begun

/// Lengths of five neighbouring runs of dark and light.
using Runs = std::array<float, 5>;

/// The module size when the runs are like 1:1:3:1:1, measured from the middle of one ring to the middle of the other, where
/// a threshold that is off does not matter.
std::optional<float> moduleOf(const Runs &runs)
{
    const float module = (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7;
    const float tolerance = module * 0.55F + 0.55F;
    if (std::abs(runs[2] - 3 * module) > module * 0.85F + 0.6F)
        return {};
    for (const std::size_t i : {0U, 1U, 3U, 4U}) {
        if (std::abs(runs[i] - module) > tolerance)
            return {};
    }
    return (runs[0] / 2 + runs[1] + runs[2] + runs[3] + runs[4] / 2) / 6;
}

/// The same where one outer run is much too long because it is one with the page.
std::optional<float> moduleOfMerged(Runs runs)
{
    const float module = (runs[1] + runs[2] + runs[3]) / 5;
    if (module < 2 || std::abs(runs[1] - runs[3]) > module * 0.35F + 0.5F
        || std::abs(runs[2] - 3 * module) > module * 0.6F)
        return {};
    if (runs[0] > module * 2.5F)
        runs[0] = module;
    else if (runs[4] > module * 2.5F)
        runs[4] = module;
    else
        return {};
    return moduleOf(runs);
}

/// A line through the middle of a pattern: where its middle is, and the module size along it.
struct Crossing {
    float middle = 0;
    float module = 0;
};

/// Of several crossings.
struct Sum {
    float middles = 0;
    float modules = 0;
    int count = 0;
};

/// A row or column of a plane, by the pixel.
class Line
{
public:
    Line(const Plane &plane, bool isColumn, int number, bool isLight)
        : m_plane(plane)
        , m_isColumn(isColumn)
        , m_number(number)
        , m_isLight(isLight)
        , m_length(isColumn ? plane.height() : plane.width())
    {
    }

    /// The pattern whose core covers the pixel `inside`; nothing when there is none of about that module size.
    std::optional<Crossing> crossingAt(int inside, float module) const
    {
        if (inside < 0 || inside >= m_length || !isInk(inside))
            return {};
        const int longestCore = int(module * 3.6F + 2);
        const int longestRing = int(module * 2.2F + 2);
        const int before = runEnd(inside, -1, true, longestCore);
        const int after = runEnd(inside, 1, true, longestCore);
        if (!isInside(before) || !isInside(after) || isInk(before) || isInk(after))
            return {};
        Runs runs{};
        runs[2] = float(after - before - 1);
        bool isMergedBefore = false;
        bool isMergedAfter = false;
        const bool isWhole = measureRings(before, -1, longestRing, runs[1], runs[0], isMergedBefore)
            && measureRings(after, 1, longestRing, runs[3], runs[4], isMergedAfter);
        if (!isWhole || (isMergedBefore && isMergedAfter))
            return {};
        const float inner = runs[1] + runs[2] + runs[3];
        if (isMergedBefore)
            runs[0] = (inner + runs[4]) / 6;
        if (isMergedAfter)
            runs[4] = (inner + runs[0]) / 6;
        const auto measured = moduleOf(runs);
        if (!measured)
            return {};
        return Crossing{float(before + 1 + after) / 2, *measured};
    }

private:
    bool isInside(int place) const { return place >= 0 && place < m_length; }
    bool isInk(int place) const
    {
        const bool isDark = m_isColumn ? m_plane.isDark(m_number, place) : m_plane.isDark(place, m_number);
        return isDark != m_isLight;
    }

    /// The first place from `start` on that is not like `ink`, or that is more than `longest` away, or off the line.
    int runEnd(int start, int step, bool ink, int longest) const
    {
        int place = start;
        while (isInside(place) && isInk(place) == ink && std::abs(place - start) <= longest)
            place += step;
        return place;
    }

    /// The light ring that begins at `start` and the dark one behind it. False when the light one does not end.
    bool measureRings(int start, int step, int longest, float &light, float &dark, bool &isMerged) const
    {
        const int ring = runEnd(start, step, false, longest);
        if (!isInside(ring) || !isInk(ring))
            return false;
        light = float(std::abs(ring - start));
        const int end = runEnd(ring, step, true, longest);
        dark = float(std::abs(end - ring));
        isMerged = isInside(end) && isInk(end);
        return true;
    }

    const Plane &m_plane;
    bool m_isColumn;
    int m_number;
    bool m_isLight;
    int m_length;
};

bool areSame(const FinderPattern &one, const FinderPattern &other)
{
    return one.isLight == other.isLight
        && std::hypot(one.centre.x - other.centre.x, one.centre.y - other.centre.y) < one.module * 1.5F;
}

/// Goes through every second row, and looks closer where one is like 1:1:3:1:1.
class RowSearch
{
public:
    explicit RowSearch(const Plane &plane)
        : m_plane(plane)
        , m_thresholds(std::size_t(plane.blocksAcross()) * Plane::block + 64)
        , m_bands(std::size_t(plane.width() / bandWidth) + 1)
    {
    }

    /// Of the rows from `top` to before `bottom`.
    std::vector<FinderPattern> run(int top, int bottom)
    {
        for (int y = top + rowStep / 2; y < bottom; y += rowStep) {
            findChanges(y);
            lookForRatios(y);
        }
        return std::move(m_found);
    }

private:
    static constexpr int bandWidth = 32;

    void findChanges(int y);
    quint64 darkMask(const uchar *row, int x) const;
    void lookForRatios(int y);
    void lookCloser(float x, int y, float module, bool isLight);
    bool isKnown(float x, float y, float module, bool isLight);
    template <class Test>
    FinderPattern *nearby(float x, Test test);

    const Plane &m_plane;
    std::vector<uchar> m_thresholds; // of one row of squares, for each pixel
    int m_thresholdsOf = -1;
    std::vector<int> m_changes;                    // where dark begins (even places) and ends (odd ones)
    std::vector<std::vector<std::size_t>> m_bands; // the found ones by columns
    std::vector<FinderPattern> m_found;
};

/// One bit for each of 64 pixels: whether it is dark.
quint64 RowSearch::darkMask(const uchar *row, int x) const
{
    quint64 mask = 0;
#ifdef __SSE2__
    if (x + 64 <= m_plane.width()) {
        for (std::ptrdiff_t part = 0; part < 4; ++part) {
            const auto *greys = reinterpret_cast<const __m128i *>(row + x + 16 * part);
            const auto *thresholds = reinterpret_cast<const __m128i *>(m_thresholds.data() + x + 16 * part);
            const __m128i grey = _mm_loadu_si128(greys);
            const __m128i isDark = _mm_cmpeq_epi8(_mm_min_epu8(grey, _mm_loadu_si128(thresholds)), grey);
            mask |= quint64(quint16(_mm_movemask_epi8(isDark))) << (16 * part);
        }
        return mask;
    }
#endif
    for (int i = 0; i < 64 && x + i < m_plane.width(); ++i)
        mask |= quint64(row[x + i] <= m_thresholds[std::size_t(x) + std::size_t(i)]) << i;
    return mask;
}

void RowSearch::findChanges(int y)
{
    if (m_thresholdsOf != y / Plane::block) {
        m_thresholdsOf = y / Plane::block;
        for (int x = 0; x < m_plane.blocksAcross(); ++x)
            std::memset(&m_thresholds[std::size_t(x) * Plane::block], m_plane.thresholdsAt(y)[x], Plane::block);
    }
    const uchar *row = m_plane.row(y);
    m_changes.clear();
    quint64 last = 0; // the page before the first pixel is light
    for (int x = 0; x < m_plane.width(); x += 64) {
        const quint64 mask = darkMask(row, x);
        for (quint64 changes = mask ^ ((mask << 1) | last); changes != 0; changes &= changes - 1)
            m_changes.push_back(x + std::countr_zero(changes));
        last = mask >> 63;
    }
    m_changes.push_back(m_plane.width());
}

void RowSearch::lookForRatios(int y)
{
    const int *changes = m_changes.data();
    for (std::size_t i = 0; i + 5 < m_changes.size(); ++i, ++changes) {
        const int before = changes[2] - changes[1];
        const int core = changes[3] - changes[2];
        const int after = changes[4] - changes[3];
        if (core > 3 * (before + after) || core * 100 < (before + after) * 82 || before > 2 * after + 1
            || after > 2 * before + 1 || changes[5] - changes[0] < leastLength)
            continue;
        Runs runs{};
        for (std::size_t k = 0; k < runs.size(); ++k)
            runs[k] = float(changes[k + 1] - changes[k]);
        auto module = moduleOf(runs);
        if (!module)
            module = moduleOfMerged(runs);
        if (module)
            lookCloser(float(changes[2] + changes[3]) / 2, y, *module, i % 2 == 1);
    }
}

template <class Test>
FinderPattern *RowSearch::nearby(float x, Test test)
{
    const int band = int(x) / bandWidth;
    for (int near = std::max(0, band - 1); near <= std::min(int(m_bands.size()) - 1, band + 1); ++near) {
        for (const std::size_t place : m_bands[std::size_t(near)]) {
            if (test(m_found[place]))
                return &m_found[place];
        }
    }
    return nullptr;
}

void RowSearch::lookCloser(float x, int y, float module, bool isLight)
{
    FinderPattern *known = nearby(x, [=](const FinderPattern &one) {
        return one.isLight == isLight && std::abs(one.centre.x - x) < one.module * 1.2F + 1
            && std::abs(one.centre.y - float(y)) < one.module * 2 + 1;
    });
    if (known) {
        ++known->rows;
        return;
    }
    const auto column = [&](int place, float row, float size) {
        return Line(m_plane, true, place, isLight).crossingAt(int(row), size);
    };
    const auto row = [&](int place, float across, float size) {
        return Line(m_plane, false, place, isLight).crossingAt(int(across), size);
    };
    const int startX = int(x);
    const auto startY = float(y);
    auto down = column(startX, startY, module);
    if (!down || down->module > module * 1.9F + 0.5F || module > down->module * 1.9F + 0.5F)
        return;
    const auto across = row(int(down->middle), x, module);
    if (!across)
        return;
    down = column(int(across->middle), down->middle, across->module);
    if (!down)
        return;

    // The mean of all lines through the core, for parts of a pixel.
    const int half = std::max(0, int(down->module * 0.6F));
    const auto sumOf = [half](const auto &crossingOf, float middle, int lines, const Crossing &through) {
        Sum sum;
        for (int line = std::max(0, int(middle) - half); line <= std::min(lines - 1, int(middle) + half); ++line) {
            if (const auto one = crossingOf(line, through.middle, through.module)) {
                sum.middles += one->middle;
                sum.modules += one->module;
                ++sum.count;
            }
        }
        return sum;
    };
    const Sum rows = sumOf(row, down->middle, m_plane.height(), *across);
    const Sum columns = sumOf(column, across->middle, m_plane.width(), *down);
    FinderPattern found;
    found.isLight = isLight;
    found.centre.x = rows.count > 0 ? rows.middles / float(rows.count) : across->middle;
    found.centre.y = columns.count > 0 ? columns.middles / float(columns.count) : down->middle;
    found.module = rows.count + columns.count > 0 ? (rows.modules + columns.modules) / float(rows.count + columns.count)
                                                  : (across->module + down->module) / 2;
    if (nearby(found.centre.x, [&](const FinderPattern &one) { return areSame(found, one); }))
        return;
    m_bands[std::size_t(found.centre.x) / bandWidth].push_back(m_found.size());
    m_found.push_back(found);
}

/// The upper half and the lower half of a large plane at the same time. What both have seen at the border is one.
std::vector<FinderPattern> searchRows(const Plane &plane)
{
    const int border = plane.height() / (2 * Plane::block) * Plane::block;
    if (qint64(plane.width()) * plane.height() < leastPixelsForTwo)
        return RowSearch(plane).run(0, plane.height());
    auto lower = std::async([&] { return RowSearch(plane).run(border, plane.height()); });
    std::vector<FinderPattern> found = RowSearch(plane).run(0, border);
    const std::size_t upper = found.size();
    for (const FinderPattern &one : lower.get()) {
        const bool isAtBorder = one.centre.y - float(border) < one.module * 4;
        const auto end = found.begin() + std::ptrdiff_t(isAtBorder ? upper : 0);
        const auto known =
            std::find_if(found.begin(), end, [&](const FinderPattern &other) { return areSame(one, other); });
        if (known != end)
            known->rows += one.rows;
        else
            found.push_back(one);
    }
    return found;
}

/// `pattern` in pixels of the plane.
float contrastOf(const FinderPattern &pattern, const Plane &plane)
{
    float ring = 0;
    for (const Point step : {Point{1, 0}, Point{-1, 0}, Point{0, 1}, Point{0, -1}})
        ring += plane.greyAt(pattern.centre + step * (2 * pattern.module));
    const float contrast = ring / 4 - plane.greyAt(pattern.centre);
    return pattern.isLight ? -contrast : contrast;
}

} // namespace

std::vector<FinderPattern> findFinderPatterns(const Plane &plane)
{
    std::vector<FinderPattern> found = searchRows(plane);
    // A core is three modules high; every second row was looked at.
    std::erase_if(found, [](const FinderPattern &one) { return one.rows < int(one.module * 1.5F * 0.45F); });
    for (FinderPattern &one : found) {
        one.contrast = contrastOf(one, plane);
        one.centre = one.centre * (1 / plane.scale());
        one.module /= plane.scale();
        one.rows = int(float(one.rows * rowStep) / plane.scale());
    }
    return found;
}

} // namespace watchword::qr
