// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace watchword::app {

/// How an X server lays out the pixels of a picture (ZPixmap): 16, 24 or 32 bits each, rows padded, colours in masks.
struct PixelLayout {
    int bitsPerPixel = 32;
    int rowPadBits = 32;
    bool mostSignificantByteFirst = false;
    quint32 redMask = 0xff0000;
    quint32 greenMask = 0x00ff00;
    quint32 blueMask = 0x0000ff;

    bool isSupported() const;
    /// As QImage's Format_RGB32 has them, but for the byte that is left over.
    bool isRgb32() const;
    int bytesPerRow(int width) const;
};

/// An own copy as Format_RGB32; `pixels` holds bytesPerRow × height bytes. The layout must be supported.
QImage imageOfPixels(const PixelLayout &layout, const uchar *pixels, const QSize &size);

/// Sets the byte of each pixel that an X server leaves as it was. The picture has Format_RGB32.
void makeOpaque(QImage &image);

} // namespace watchword::app
