// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/renderer/svg_drawing.h"

#include "app/renderer/answer.h"
#include "app/renderer/svg_cleaning.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cstring>

namespace watchword::app {

namespace {

using rendering::Outcome;

/// Of the pixels in which Qt Svg gives a size in millimetres.
constexpr double svgPixelsAnInch = 90;

bool isOfOneColour(const QImage &picture)
{
    const auto bytes = std::size_t(picture.width()) * sizeof(QRgb);
    const uchar *first = picture.constScanLine(0);
    if (std::memcmp(first, first + sizeof(QRgb), bytes - sizeof(QRgb)) != 0)
        return false;
    for (int y = 1; y < picture.height(); ++y) {
        if (std::memcmp(first, picture.constScanLine(y), bytes) != 0)
            return false;
    }
    return true;
}

} // namespace

Outcome drawSvg(const QByteArray &content)
{
    const Result<QByteArray> cleaned = cleanedSvg(content);
    if (!cleaned)
        return cleaned.error().code == ErrorCode::EntitiesInPicture ? Outcome::Entities : Outcome::Damaged;
    QSvgRenderer drawing;
    if (!drawing.load(*cleaned))
        return Outcome::Damaged;
    const double longer = std::max(drawing.defaultSize().width(), drawing.defaultSize().height());
    const QSize size = sizeToDraw(drawing.viewBoxF().size(), longer / svgPixelsAnInch);
    QImage picture(size, QImage::Format_RGB32);
    if (picture.isNull())
        return Outcome::Damaged;
    // A code for dark pages is often white on nothing.
    for (const Qt::GlobalColor paper : {Qt::white, Qt::black}) {
        picture.fill(paper);
        QPainter painter(&picture);
        drawing.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
        painter.end();
        if (!isOfOneColour(picture))
            break;
    }
    return answer(std::move(picture)) ? Outcome::Done : Outcome::Damaged;
}

} // namespace watchword::app
