// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/tokens.h"

#include <QIconEngine>

namespace watchword::app {

class Theme;

/// Draws one of resources/icons (`:/icons/NAME.svg`) with a token's colour put in for `currentColor`, which QtSvg 6.4
/// would draw black. Rendered when first asked for, and kept in the pixmap cache by size and colour.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(const Theme &theme, const QString &name, TokenMember colour);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString iconName() override { return m_name; }
    bool isNull() override { return m_name.isEmpty(); }

private:
    QColor colourFor(QIcon::Mode mode) const;

    const Theme &m_theme;
    QString m_name;
    TokenMember m_colour;
};

/// The drawing in a colour, `size` device-independent pixels square at `scale`.
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal scale);
/// Paints the drawing into a square, centred, for painters of their own.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &colour);
/// The application's icon, with its own drawing at 16 px.
QIcon applicationIcon();

} // namespace watchword::app
