// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/renderer/answer.h"

#include <QByteArrayView>
#include <QImage>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdlib>

#include <unistd.h>

namespace watchword::app {

namespace {

using namespace rendering;

constexpr double dotsAnInch = 300;
constexpr double leastSide = 2000;

// Whoever no longer reads has ended us by SIGPIPE.
void write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), std::size_t(bytes.size()));
        if (written > 0)
            bytes = bytes.sliced(written);
        else if (errno != EINTR)
            std::_Exit(EXIT_FAILURE);
    }
}

void writeFrame(FrameKind kind, quint32 first, quint32 second)
{
    const Frame frame = {mark, quint32(kind), first, second};
    write({reinterpret_cast<const char *>(frame.data()), qsizetype(sizeof frame)});
}

} // namespace

bool answer(QImage picture)
{
    if (picture.isNull() || picture.width() > longestSide || picture.height() > longestSide
        || qint64(picture.width()) * picture.height() > mostPixels)
        return false;
    picture.convertTo(QImage::Format_RGB32);
    if (picture.isNull())
        return false;
    writeFrame(FrameKind::Picture, quint32(picture.width()), quint32(picture.height()));
    for (int y = 0; y < picture.height(); ++y)
        write({reinterpret_cast<const char *>(picture.constScanLine(y)), qsizetype{4} * picture.width()});
    return true;
}

void answer(Outcome outcome)
{
    writeFrame(FrameKind::End, quint32(outcome), 0);
}

QSize sizeToDraw(const QSizeF &shape, double inches)
{
    const double longer = std::max(shape.width(), shape.height());
    if (!std::isfinite(shape.width()) || !std::isfinite(shape.height()) || !(shape.width() > 0) || !(shape.height() > 0)
        || !std::isfinite(inches))
        return {};
    const double longest = std::clamp<double>(inches * dotsAnInch, leastSide, longestSide);
    const double wide = longest * (shape.width() / longer);
    const double high = longest * (shape.height() / longer);
    const double scale = std::min(1.0, std::sqrt(double(mostPixels) / (wide * high)));
    return {std::max(1, int(wide * scale)), std::max(1, int(high * scale))};
}

} // namespace watchword::app
