// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/grey_picture.h"

#include "core/base/secret_bytes.h"

#include <algorithm>

namespace watchword::qr {

namespace {

constexpr int block = 8;
/// ZXing's own threshold: squares with a smaller range are ground, not code.
constexpr int leastRange = 25;
/// The smallest code, 21 modules of one pixel each, fills more than these.
constexpr int leastBlocks = 4;

uchar greyOf(QRgb pixel)
{
    return uchar((306 * qRed(pixel) + 601 * qGreen(pixel) + 117 * qBlue(pixel) + 512) >> 10);
}

uchar greyOnPaper(QRgb pixel)
{
    const int alpha = qAlpha(pixel);
    return uchar((greyOf(pixel) * alpha + 255 * (255 - alpha)) / 255);
}

bool hasContrast(const uchar *corner, int stride)
{
    uchar darkest = 255;
    uchar lightest = 0;
    for (int y = 0; y < block; ++y, corner += stride) {
        for (int x = 0; x < block; ++x) {
            darkest = std::min(darkest, corner[x]);
            lightest = std::max(lightest, corner[x]);
        }
    }
    return lightest - darkest >= leastRange;
}

} // namespace

GreyPicture::GreyPicture(int width, int height)
    : m_pixels(std::size_t(width) * std::size_t(height))
    , m_width(width)
    , m_height(height)
{
}

GreyPicture::GreyPicture(const QImage &picture)
    : GreyPicture(picture.width(), picture.height())
{
    const bool isDirect = picture.format() == QImage::Format_RGB32 || picture.format() == QImage::Format_ARGB32;
    for (int y = 0; y < m_height; ++y) {
        // Row by row, so that no second picture of the whole screen lies about.
        QImage line = isDirect ? QImage() : picture.copy(0, y, m_width, 1).convertToFormat(QImage::Format_ARGB32);
        const auto *from = reinterpret_cast<const QRgb *>(isDirect ? picture.constScanLine(y) : line.constScanLine(0));
        if (picture.format() == QImage::Format_RGB32)
            std::transform(from, from + m_width, row(y), greyOf);
        else
            std::transform(from, from + m_width, row(y), greyOnPaper);
        if (!line.isNull())
            wipe(std::as_writable_bytes(std::span(line.bits(), std::size_t(line.sizeInBytes()))));
    }
}

GreyPicture::~GreyPicture()
{
    wipe(std::as_writable_bytes(std::span(m_pixels)));
}

GreyView GreyPicture::view(const QRect &area) const
{
    return {row(area.y()) + area.x(), area.width(), area.height(), m_width};
}

GreyPicture GreyPicture::half() const
{
    GreyPicture small(m_width / 2, m_height / 2);
    for (int y = 0; y < small.m_height; ++y) {
        const uchar *upper = row(2 * y);
        const uchar *lower = row(2 * y + 1);
        uchar *to = small.row(y);
        for (qsizetype x = 0; x < small.m_width; ++x)
            to[x] = uchar((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
    }
    return small;
}

GreyPicture GreyPicture::inverted(const QRect &area) const
{
    GreyPicture part(area.width(), area.height());
    for (int y = 0; y < part.m_height; ++y) {
        const uchar *from = row(area.y() + y) + area.x();
        std::transform(from, from + part.m_width, part.row(y), [](uchar grey) { return uchar(255 - grey); });
    }
    return part;
}

QRect GreyPicture::partWithContrast(const QRect &area) const
{
    QRect part;
    int blocks = 0;
    for (int y = area.top(); y + block <= area.bottom() + 1; y += block) {
        for (int x = area.left(); x + block <= area.right() + 1; x += block) {
            if (!hasContrast(row(y) + x, m_width))
                continue;
            ++blocks;
            part |= QRect(x, y, block, block);
        }
    }
    constexpr int margin = 4 * block;
    return blocks < leastBlocks ? QRect() : part.adjusted(-margin, -margin, margin, margin) & area;
}

} // namespace watchword::qr
