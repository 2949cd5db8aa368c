// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/grey_view.h"

#include <QImage>

#include <algorithm>
#include <vector>

namespace watchword::qr {

/// The greys of a picture's row, `picture.width()` of them; what is transparent counts as white paper.
void greysOfRow(const QImage &picture, int y, uchar *greys);

/// A place in a picture. Pixel (0, 0) reaches from 0 to 1, so its middle is at 0.5.
struct Point {
    float x = 0;
    float y = 0;

    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(Point a, float scale) { return {a.x * scale, a.y * scale}; }
};

/// One size of a picture in grey, with a threshold between dark and light for each square of 8 × 8 pixels. Its memory is kept
/// and used again by the next picture. A picture may show a secret: call wipe() after use.
class Plane
{
public:
    static constexpr int block = 8;

    Plane() = default;
    Plane(Plane &&) noexcept = default;
    Plane &operator=(Plane &&) noexcept = default;
    Plane(const Plane &) = delete;
    Plane &operator=(const Plane &) = delete;
    ~Plane();

    /// The picture's greys (`greysOfRow`).
    void takeGreysOf(const QImage &picture);
    /// Half as wide and high, each pixel the mean of four; an odd last row or column is left out.
    void takeHalfOf(const Plane &larger);
    /// Twice as wide and high, between the pixels a cubic.
    void takeDoubleOf(const Plane &smaller);
    void wipe();

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// How many of its pixels one of the picture's is, per side: 1, 1/2, 1/4…, or 2.
    float scale() const { return m_scale; }
    const uchar *row(int y) const { return m_pixels.data() + std::size_t(y) * std::size_t(m_width); }
    GreyView view() const { return {m_pixels.data(), m_width, m_height, m_width}; }

    /// The range of greys of the square that is flatter than four fifths of them: how noisy the picture is.
    int noise() const { return m_noise; }
    /// All of it is of about one grey: there is nothing to see.
    bool isFlat() const { return m_isFlat; }
    const uchar *thresholdsAt(int y) const
    {
        return m_thresholds.data() + std::size_t(y / block) * std::size_t(blocksAcross());
    }
    int blocksAcross() const { return (m_width + block - 1) / block; }
    int blocksDown() const { return (m_height + block - 1) / block; }
    bool isDark(int x, int y) const { return row(y)[x] <= thresholdsAt(y)[x / block]; }
    /// The grey at a place of this plane, between the middles of four pixels; beside the plane, that of its edge.
    float greyAt(Point place) const
    {
        const float x = std::clamp(place.x - 0.5F, 0.0F, float(m_width - 1));
        const float y = std::clamp(place.y - 0.5F, 0.0F, float(m_height - 1));
        const int left = std::min(int(x), m_width - 2);
        const int top = std::min(int(y), m_height - 2);
        const float right = x - float(left);
        const float down = y - float(top);
        const uchar *upper = row(top) + left;
        const uchar *lower = upper + m_width;
        return (float(upper[0]) * (1 - right) + float(upper[1]) * right) * (1 - down)
            + (float(lower[0]) * (1 - right) + float(lower[1]) * right) * down;
    }
    /// The same by a place in the whole picture.
    float greyAtPicture(Point place) const { return greyAt(place * m_scale); }

private:
    void resize(int width, int height, float scale);
    uchar *row(int y) { return m_pixels.data() + std::size_t(y) * std::size_t(m_width); }
    void findThresholds();
    void findRanges();
    int leastRange();
    uchar thresholdOf(int x, int y, int contrast) const;

    std::vector<uchar> m_pixels;
    std::vector<uchar> m_thresholds;
    std::vector<uchar> m_darkest;
    std::vector<uchar> m_lightest;
    std::vector<int> m_middles; // of five rows of squares, one below the other
    std::vector<int> m_counts;
    int m_width = 0;
    int m_height = 0;
    float m_scale = 1;
    int m_noise = 0;
    bool m_isFlat = false;
};

} // namespace watchword::qr
