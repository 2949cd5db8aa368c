// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme/icon_engine.h"

#include "app/support/theme/theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QtMath>

namespace watchword::app {

namespace {

/// Drawings that point along the reading direction and turn with it.
bool isMirrored(QStringView name)
{
    return name == u"next" || name == u"chevron" || name == u"undo" || name == u"enter";
}

QByteArray drawing(const QString &name, const QColor &colour)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

} // namespace

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal scale)
{
    const QString key =
        QStringLiteral("watchword-icon/%1/%2/%3/%4").arg(name, colour.name(QColor::HexArgb)).arg(size).arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int side = qCeil(size * scale);
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name, colour));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    pixmap.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &colour)
{
    const int side = qRound(qMin(rect.width(), rect.height()));
    const qreal scale = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = iconPixmap(name, colour, side, scale);
    const auto snapped = [scale](qreal v) { return qRound(v * scale) / scale; };
    const QPointF at(snapped(rect.center().x() - side / 2.0), snapped(rect.center().y() - side / 2.0));
    if (isMirrored(name) && painter.layoutDirection() == Qt::RightToLeft) {
        painter.save();
        painter.translate(2 * at.x() + side, 0);
        painter.scale(-1, 1);
        painter.drawPixmap(at, pixmap);
        painter.restore();
    } else {
        painter.drawPixmap(at, pixmap);
    }
}

QIcon applicationIcon()
{
    QIcon icon;
    icon.addFile(QStringLiteral(":/icons/watchword-16.svg"), QSize(16, 16));
    for (const int size : {24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/org.watchword.Watchword.svg"), QSize(size, size));
    return icon;
}

IconEngine::IconEngine(const Theme &theme, const QString &name, TokenMember colour)
    : m_theme(theme)
    , m_name(name)
    , m_colour(colour)
{
}

QColor IconEngine::colourFor(QIcon::Mode mode) const
{
    const Tokens &tokens = m_theme.tokens();
    if (mode == QIcon::Disabled)
        return tokens.text2;
    if (mode == QIcon::Selected && tokens.highContrast)
        return tokens.selectedText;
    return tokens.*m_colour;
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    paintIcon(*painter, rect, m_name, colourFor(mode));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Qt asks in device pixels here.
    QPixmap pixmap = iconPixmap(m_name, colourFor(mode), qRound(qMin(size.width(), size.height()) / scale), scale);
    pixmap.setDevicePixelRatio(1.0);
    return pixmap;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(m_theme, m_name, m_colour);
}

} // namespace watchword::app
