// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/plane.h"

#include "core/base/secret_bytes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace watchword::qr {

namespace {

/// Compiled twice where the compiler can: for every processor of the kind, and for those of the last ten years.
#if defined(__x86_64__) && defined(__GNUC__)
#define WATCHWORD_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define WATCHWORD_WIDE
#endif

// Squares with a smaller range of greys are ground or noise.
constexpr int leastLeastRange = 14;
constexpr int mostLeastRange = 90;
constexpr int reach = 2; // squares on each side that a threshold looks at

WATCHWORD_WIDE void greysOf(const QRgb *from, uchar *to, int count)
{
    for (int x = 0; x < count; ++x) {
        const quint32 pixel = from[x];
        to[x] = uchar(((pixel & 255) * 29 + ((pixel >> 8) & 255) * 150 + ((pixel >> 16) & 255) * 77 + 128) >> 8);
    }
}

void greysOnPaper(const QRgb *from, uchar *to, int count)
{
    greysOf(from, to, count);
    for (int x = 0; x < count; ++x) {
        const int alpha = qAlpha(from[x]);
        to[x] = uchar((to[x] * alpha + 255 * (255 - alpha)) / 255);
    }
}

WATCHWORD_WIDE void meansOfFour(const uchar *upper, const uchar *lower, uchar *to, int count)
{
    for (qsizetype x = 0; x < count; ++x)
        to[x] = uchar((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) >> 2);
}

WATCHWORD_WIDE void widenRanges(const uchar *row, uchar *darkest, uchar *lightest, int count)
{
    for (int x = 0; x < count; ++x) {
        darkest[x] = std::min(darkest[x], row[x]);
        lightest[x] = std::max(lightest[x], row[x]);
    }
}

/// A quarter of a pixel from the second of four, by a cubic through them.
int aQuarterOn(int before, int here, int next, int afterNext)
{
    return (-9 * before + 111 * here + 29 * next - 3 * afterNext + 64) >> 7;
}

uchar asGrey(int value)
{
    return uchar(std::clamp(value, 0, 255));
}

/// A row a quarter of a pixel on from the second of four.
WATCHWORD_WIDE void quartersDown(const std::array<const uchar *, 4> &rows, short *to, int count)
{
    const auto [before, here, next, afterNext] = rows;
    for (int x = 0; x < count; ++x)
        to[x] = short(aQuarterOn(before[x], here[x], next[x], afterNext[x]));
}

/// For each pixel of a row two, a quarter to its left and to its right. The row goes on for two pixels on both sides.
WATCHWORD_WIDE void quartersAcross(const short *row, uchar *to, int count)
{
    for (std::ptrdiff_t x = 0; x < count; ++x) {
        to[2 * x] = asGrey(aQuarterOn(row[x + 1], row[x], row[x - 1], row[x - 2]));
        to[2 * x + 1] = asGrey(aQuarterOn(row[x - 1], row[x], row[x + 1], row[x + 2]));
    }
}

} // namespace

void greysOfRow(const QImage &picture, int y, uchar *greys)
{
    const int width = picture.width();
    const auto *pixels = picture.constScanLine(y);
    switch (picture.format()) {
    case QImage::Format_Grayscale8: std::copy_n(pixels, width, greys); return;
    case QImage::Format_RGB32: greysOf(reinterpret_cast<const QRgb *>(pixels), greys, width); return;
    case QImage::Format_ARGB32: greysOnPaper(reinterpret_cast<const QRgb *>(pixels), greys, width); return;
    default: break;
    }
    // Row by row, so that no second picture of the whole screen lies about.
    QImage line = picture.copy(0, y, width, 1).convertToFormat(QImage::Format_ARGB32);
    greysOnPaper(reinterpret_cast<const QRgb *>(line.constScanLine(0)), greys, width);
    watchword::wipe(std::as_writable_bytes(std::span(line.bits(), std::size_t(line.sizeInBytes()))));
}

Plane::~Plane()
{
    wipe();
}

void Plane::wipe()
{
    watchword::wipe(std::as_writable_bytes(std::span(m_pixels)));
}

void Plane::resize(int width, int height, float scale)
{
    m_pixels.resize(std::size_t(width) * std::size_t(height));
    m_width = width;
    m_height = height;
    m_scale = scale;
}

void Plane::takeGreysOf(const QImage &picture)
{
    resize(picture.width(), picture.height(), 1);
    for (int y = 0; y < m_height; ++y)
        greysOfRow(picture, y, row(y));
    findThresholds();
}

void Plane::takeHalfOf(const Plane &larger)
{
    resize(larger.m_width / 2, larger.m_height / 2, larger.m_scale / 2);
    for (int y = 0; y < m_height; ++y)
        meansOfFour(larger.row(2 * y), larger.row(2 * y + 1), row(y), m_width);
    findThresholds();
}

void Plane::takeDoubleOf(const Plane &smaller)
{
    resize(smaller.m_width * 2, smaller.m_height * 2, smaller.m_scale * 2);
    const int last = smaller.m_height - 1;
    std::vector<short> between(std::size_t(smaller.m_width) + 4);
    short *const middle = between.data() + 2;
    for (int y = 0; y < m_height; ++y) {
        // An even row lies a quarter above the middle of the smaller one's, an odd row a quarter below.
        const int here = y / 2;
        const int towards = y % 2 == 0 ? -1 : 1;
        const auto line = [&](int steps) { return smaller.row(std::clamp(here + towards * steps, 0, last)); };
        quartersDown({line(-1), line(0), line(1), line(2)}, middle, smaller.m_width);
        middle[-2] = middle[-1] = middle[0];
        middle[smaller.m_width] = middle[smaller.m_width + 1] = middle[smaller.m_width - 1];
        quartersAcross(middle, row(y), smaller.m_width);
    }
    watchword::wipe(std::as_writable_bytes(std::span(between)));
    findThresholds();
}

void Plane::findThresholds()
{
    findRanges();
    const int contrast = leastRange();
    const int across = blocksAcross();
    const int down = blocksDown();
    m_thresholds.resize(m_darkest.size());
    m_middles.resize(std::size_t(across));
    m_counts.resize(std::size_t(across));
    for (int y = 0; y < down; ++y) {
        std::ranges::fill(m_middles, 0);
        std::ranges::fill(m_counts, 0);
        for (int near = std::max(0, y - reach); near <= std::min(down - 1, y + reach); ++near) {
            const std::size_t line = std::size_t(near) * std::size_t(across);
            for (std::size_t x = 0; x < std::size_t(across); ++x) {
                const int darkest = m_darkest[line + x];
                const int lightest = m_lightest[line + x];
                const int counts = lightest - darkest >= contrast ? 1 : 0;
                m_middles[x] += counts * ((darkest + lightest) / 2);
                m_counts[x] += counts;
            }
        }
        for (int x = 0; x < across; ++x)
            m_thresholds[std::size_t(y) * std::size_t(across) + std::size_t(x)] = thresholdOf(x, y, contrast);
    }
}

void Plane::findRanges()
{
    const int across = blocksAcross();
    m_darkest.resize(std::size_t(across) * std::size_t(blocksDown()));
    m_lightest.resize(m_darkest.size());
    std::vector<uchar> darkest(std::size_t(across) * block);
    std::vector<uchar> lightest(darkest.size());
    for (int y = 0; y < blocksDown(); ++y) {
        const int top = std::clamp(m_height - block, 0, y * block);
        std::copy_n(row(top), m_width, darkest.begin());
        std::copy_n(row(top), m_width, lightest.begin());
        for (int line = top + 1; line < std::min(m_height, top + block); ++line)
            widenRanges(row(line), darkest.data(), lightest.data(), m_width);
        std::fill(darkest.begin() + m_width, darkest.end(), darkest[std::size_t(m_width) - 1]);
        std::fill(lightest.begin() + m_width, lightest.end(), lightest[std::size_t(m_width) - 1]);
        for (int x = 0; x < across; ++x) {
            const std::size_t square = std::size_t(y) * std::size_t(across) + std::size_t(x);
            const auto from = std::ptrdiff_t(x) * block;
            m_darkest[square] = *std::min_element(darkest.begin() + from, darkest.begin() + from + block);
            m_lightest[square] = *std::max_element(lightest.begin() + from, lightest.begin() + from + block);
        }
    }
    watchword::wipe(std::as_writable_bytes(std::span(darkest)));
    watchword::wipe(std::as_writable_bytes(std::span(lightest)));
}

/// The range from which on a square counts: more in a noisy picture.
int Plane::leastRange()
{
    std::array<std::size_t, 256> squares{};
    for (std::size_t i = 0; i < m_darkest.size(); ++i)
        ++squares[std::size_t(m_lightest[i] - m_darkest[i])];
    const int darkest = *std::ranges::min_element(m_darkest);
    m_isFlat = *std::ranges::max_element(m_lightest) - darkest < leastLeastRange;
    std::size_t flatter = 0;
    m_noise = 0;
    while (m_noise < 255 && (flatter += squares[std::size_t(m_noise)]) < m_darkest.size() / 5)
        ++m_noise;
    return std::clamp(m_noise * 3 / 2, leastLeastRange, mostLeastRange);
}

/// The mean of the middles of the 5 × 5 squares around one that have contrast. Where that does not lie well within the
/// square's own range (it is at the edge of a window), only the neighbours count whose middles do.
uchar Plane::thresholdOf(int x, int y, int contrast) const
{
    const int across = blocksAcross();
    const int left = std::max(0, x - reach);
    const int right = std::min(across - 1, x + reach);
    int sum = 0;
    int count = 0;
    for (int near = left; near <= right; ++near) {
        sum += m_middles[std::size_t(near)];
        count += m_counts[std::size_t(near)];
    }
    const int threshold = count > 0 ? sum / count : 0;
    const auto at = [across](int column, int line) {
        return std::size_t(line) * std::size_t(across) + std::size_t(column);
    };
    const int darkest = m_darkest[at(x, y)];
    const int range = m_lightest[at(x, y)] - darkest;
    const int middle = darkest + range / 2;
    if (range < contrast || std::abs(threshold - middle) * 5 <= range)
        return uchar(threshold);
    sum = 2 * middle;
    count = 2;
    for (int line = std::max(0, y - reach); line <= std::min(blocksDown() - 1, y + reach); ++line) {
        for (int column = left; column <= right; ++column) {
            const int its = m_lightest[at(column, line)] - m_darkest[at(column, line)];
            const int itsMiddle = m_darkest[at(column, line)] + its / 2;
            if (its >= contrast && itsMiddle > darkest + range / 5 && itsMiddle < darkest + range - range / 5) {
                sum += itsMiddle;
                ++count;
            }
        }
    }
    return uchar(sum / count);
}

} // namespace watchword::qr
