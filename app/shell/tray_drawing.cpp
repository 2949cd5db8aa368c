// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tray_drawing.h"

#include "app/support/theme/icon_engine.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace watchword::app {

namespace {

constexpr QRgb symbolColour = 0xff2a8a97;
constexpr QRgb lanternColour = 0xfff0ae45;
constexpr QRgb ink = 0xff141a1d;
constexpr QRgb quietColour = 0xff6e7b83;
constexpr QRgb copiedColour = 0xff1c6b43;
constexpr QRgb pale = 0xffffffff;

struct Paint {
    QColor ground;
    QColor figure;
};

Paint paintOf(TrayMark::Kind kind)
{
    switch (kind) {
    case TrayMark::Kind::Unchecked: return {QColor::fromRgba(quietColour), QColor::fromRgba(pale)};
    case TrayMark::Kind::Copied: return {QColor::fromRgba(copiedColour), QColor::fromRgba(pale)};
    default: return {QColor::fromRgba(lanternColour), QColor::fromRgba(ink)};
    }
}

QString textOf(const TrayMark &mark)
{
    if (mark.kind == TrayMark::Kind::Unchecked)
        return QStringLiteral("!");
    return mark.count > 9 ? QStringLiteral("9+") : QString::number(mark.count);
}

/// The outlines of a text, as high as wanted and in the middle of the dot: not as a font sets it, which is for lines.
QPainterPath figureOf(const QString &text, const QRectF &dot)
{
    QFont font(QStringLiteral("sans-serif"));
    font.setPixelSize(100);
    font.setWeight(QFont::Bold);
    font.setStyleHint(QFont::SansSerif);
    QPainterPath path;
    path.addText(0, 0, font, text);
    const QRectF box = path.boundingRect();
    const qreal scale = qMin(0.68 * dot.height() / box.height(), 0.76 * dot.width() / box.width());
    QTransform place;
    place.translate(dot.center().x(), dot.center().y());
    place.scale(scale, scale);
    place.translate(-box.center().x(), -box.center().y());
    return place.map(path);
}

void drawMark(QPainter &painter, const TrayMark &mark, int size)
{
    // Half as wide as the icon and never under 10 px, or nobody could read it; the lower right corner is its own.
    const qreal side = qMax(10.0, qRound(size * 0.58) * 1.0);
    const QRectF dot(size - side, size - side, side, side);
    const qreal gap = qMax(1.0, size / 13.0);
    painter.setPen(Qt::NoPen);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setBrush(Qt::black);
    painter.drawEllipse(dot.adjusted(-gap, -gap, gap, gap));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    const auto [ground, figure] = paintOf(mark.kind);
    painter.setBrush(ground);
    painter.drawEllipse(dot);
    if (mark.kind == TrayMark::Kind::Copied) {
        painter.setPen(QPen(figure, qMax(1.5, side / 7), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&](qreal x, qreal y) { return QPointF(dot.x() + x * side, dot.y() + y * side); };
        painter.drawPolyline(QPolygonF({at(0.26, 0.52), at(0.43, 0.69), at(0.74, 0.34)}));
        return;
    }
    painter.fillPath(figureOf(textOf(mark), dot), figure);
}

} // namespace

QImage trayImage(const TrayMark &mark, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(
        0, 0,
        iconPixmap(QStringLiteral("org.watchword.Watchword-symbolic"), QColor::fromRgba(symbolColour), size, 1.0));
    if (mark.kind != TrayMark::Kind::None)
        drawMark(painter, mark, size);
    return image;
}

QIcon trayIcon(const TrayMark &mark)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 44, 48, 64})
        icon.addPixmap(QPixmap::fromImage(trayImage(mark, size)));
    return icon;
}

} // namespace watchword::app
