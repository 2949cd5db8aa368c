// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

#include <vector>

namespace watchword::qr {

/// A look at grey pixels that somebody else owns; `stride` is bytes from row to row.
struct GreyView {
    const uchar *pixels = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;
};

/// A picture as 8-bit grey. A picture may show a secret, so the pixels are wiped in the end.
class GreyPicture
{
public:
    GreyPicture() = default;
    /// What is transparent counts as white paper.
    explicit GreyPicture(const QImage &picture);
    GreyPicture(GreyPicture &&) noexcept = default;
    GreyPicture &operator=(GreyPicture &&) = delete;
    GreyPicture(const GreyPicture &) = delete;
    ~GreyPicture();

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// The part inside `area`, which must lie within the picture.
    GreyView view(const QRect &area) const;
    /// Half as wide and high, each pixel the mean of four; an odd last row or column is left out.
    GreyPicture half() const;
    /// The part as a picture of its own with light and dark exchanged.
    GreyPicture inverted(const QRect &area) const;
    /// The smallest part of `area`, with a margin, that holds all its squares of 8 × 8 pixels with contrast; empty when
    /// there are fewer of them than the smallest QR code has.
    QRect partWithContrast(const QRect &area) const;

private:
    GreyPicture(int width, int height);
    const uchar *row(int y) const { return m_pixels.data() + std::size_t(y) * std::size_t(m_width); }
    uchar *row(int y) { return m_pixels.data() + std::size_t(y) * std::size_t(m_width); }

    std::vector<uchar> m_pixels;
    int m_width = 0;
    int m_height = 0;
};

} // namespace watchword::qr
