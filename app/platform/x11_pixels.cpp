// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/x11_pixels.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace watchword::app {

namespace {

/// One colour of a pixel, widened or narrowed to 8 bits.
quint32 colourOf(quint32 pixel, quint32 mask)
{
    const quint32 value = (pixel & mask) >> std::countr_zero(mask);
    const quint64 greatest = mask >> std::countr_zero(mask);
    return quint32((quint64(value) * 255 + greatest / 2) / greatest);
}

quint32 pixelAt(const uchar *bytes, int count, bool mostSignificantByteFirst)
{
    quint32 pixel = 0;
    for (int i = 0; i < count; ++i)
        pixel = pixel << 8 | bytes[mostSignificantByteFirst ? i : count - 1 - i];
    return pixel;
}

constexpr QRgb opaque = 0xff000000;

} // namespace

bool PixelLayout::isSupported() const
{
    return (bitsPerPixel == 16 || bitsPerPixel == 24 || bitsPerPixel == 32) && rowPadBits >= 8 && redMask && greenMask
        && blueMask;
}

bool PixelLayout::isRgb32() const
{
    return bitsPerPixel == 32 && redMask == 0xff0000 && greenMask == 0x00ff00 && blueMask == 0x0000ff
        && mostSignificantByteFirst == (std::endian::native == std::endian::big);
}

int PixelLayout::bytesPerRow(int width) const
{
    return (width * bitsPerPixel + rowPadBits - 1) / rowPadBits * (rowPadBits / 8);
}

void makeOpaque(QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *const row = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::for_each(row, row + image.width(), [](QRgb &pixel) { pixel |= opaque; });
    }
}

QImage imageOfPixels(const PixelLayout &layout, const uchar *pixels, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    const int bytesPerPixel = layout.bitsPerPixel / 8;
    for (int y = 0; y < size.height(); ++y) {
        const uchar *from = pixels + qsizetype(y) * layout.bytesPerRow(size.width());
        auto *to = reinterpret_cast<QRgb *>(image.scanLine(y));
        if (layout.isRgb32()) {
            std::memcpy(to, from, std::size_t(size.width()) * sizeof(QRgb));
            std::for_each(to, to + size.width(), [](QRgb &pixel) { pixel |= opaque; });
            continue;
        }
        for (int x = 0; x < size.width(); ++x, from += bytesPerPixel) {
            const quint32 pixel = pixelAt(from, bytesPerPixel, layout.mostSignificantByteFirst);
            to[x] = opaque | colourOf(pixel, layout.redMask) << 16 | colourOf(pixel, layout.greenMask) << 8
                | colourOf(pixel, layout.blueMask);
        }
    }
    return image;
}

} // namespace watchword::app
