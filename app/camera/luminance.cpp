// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/luminance.h"

#include "app/support/camera_messages.h"

#include <QImage>
#include <QVideoFrame>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace watchword::app {

namespace {

/// Where the luminance stands in the first plane of a frame.
struct Layout {
    int step;  ///< bytes from one pixel to the next
    int first; ///< byte of the first
};

/// Nothing for kinds of pixels that have no luminance to be copied.
std::optional<Layout> layoutOf(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_IMC1:
    case QVideoFrameFormat::Format_IMC2:
    case QVideoFrameFormat::Format_IMC3:
    case QVideoFrameFormat::Format_IMC4:
    case QVideoFrameFormat::Format_Y8: return Layout{1, 0};
    case QVideoFrameFormat::Format_YUYV: return Layout{2, 0};
    case QVideoFrameFormat::Format_UYVY:
    // Two bytes each, the higher one last.
    case QVideoFrameFormat::Format_Y16:
    case QVideoFrameFormat::Format_P010:
    case QVideoFrameFormat::Format_P016: return Layout{2, 1};
    default: return {};
    }
}

bool fits(const QSize &size, std::size_t room)
{
    return size.width() <= camera::longestSide && size.height() <= camera::longestSide
        && std::size_t(size.width()) * std::size_t(size.height()) <= room;
}

/// False when the frame's memory is not what its size promises.
bool copyPlane(const QVideoFrame &frame, Layout layout, std::span<std::byte> to)
{
    const qsizetype line = frame.bytesPerLine(0);
    const qsizetype width = frame.width();
    if (!frame.bits(0) || line < width * layout.step || frame.mappedBytes(0) < line * frame.height())
        return false;
    for (int y = 0; y < frame.height(); ++y) {
        const uchar *from = frame.bits(0) + y * line + layout.first;
        std::byte *row = to.data() + y * width;
        if (layout.step == 1) {
            std::memcpy(row, from, std::size_t(width));
            continue;
        }
        for (qsizetype x = 0; x < width; ++x)
            row[x] = std::byte(from[x * layout.step]);
    }
    return true;
}

/// A picture that shares the frame's memory, or one unpacked from JPEG. `QVideoFrame::toImage` wants a screen.
QImage pictureOf(const QVideoFrame &frame)
{
    const qsizetype line = frame.bytesPerLine(0);
    const qsizetype size = frame.mappedBytes(0);
    if (!frame.bits(0))
        return {};
    if (frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg)
        return QImage::fromData(frame.bits(0), int(size), "JPG");
    const QImage::Format format = QVideoFrameFormat::imageFormatFromPixelFormat(frame.pixelFormat());
    if (format == QImage::Format_Invalid || size < line * frame.height()
        || line < qsizetype{frame.width()} * QImage::toPixelFormat(format).bitsPerPixel() / 8)
        return {};
    return {frame.bits(0), frame.width(), frame.height(), line, format};
}

QSize copyPicture(QImage picture, std::span<std::byte> to)
{
    QSize size = picture.size();
    if (size.isEmpty())
        return {};
    if (!fits(size, to.size())) {
        const double most = std::sqrt(double(to.size()) / (double(size.width()) * size.height()));
        const double longest = double(camera::longestSide) / std::max(size.width(), size.height());
        picture = picture.scaled(size * std::min(most, longest) * 0.99, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        size = picture.size();
    }
    picture = picture.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < size.height(); ++y)
        std::memcpy(to.data() + qsizetype(y) * size.width(), picture.constScanLine(y), std::size_t(size.width()));
    return size;
}

} // namespace

QSize writeLuminance(const QVideoFrame &frame, std::span<std::byte> to)
{
    QVideoFrame mapped = frame;
    if (!mapped.map(QVideoFrame::ReadOnly))
        return {};
    QSize written;
    if (const std::optional<Layout> layout = layoutOf(frame.pixelFormat())) {
        if (fits(frame.size(), to.size()) && copyPlane(mapped, *layout, to))
            written = frame.size();
    } else {
        written = copyPicture(pictureOf(mapped), to);
    }
    mapped.unmap();
    return written;
}

} // namespace watchword::app
