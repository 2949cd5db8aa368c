// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/parts_view.h"

#include "app/support/theme/theme.h"

#include <QLocale>
#include <QPainter>

namespace watchword::app {

namespace {

constexpr int leastSide = 40;
constexpr int gap = 8;
constexpr double corner = 8;

} // namespace

PartsView::PartsView(const Theme &theme, int size, QList<int> missing, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
    , m_missing(std::move(missing))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(sentence);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

int PartsView::side() const
{
    return std::max(leastSide, QFontMetrics(m_theme.font(TypeRole::BodyStrong)).height() * 2);
}

int PartsView::inRow(int width) const
{
    return std::max(1, (width + gap) / (side() + gap));
}

QSize PartsView::sizeHint() const
{
    const int columns = std::min(m_size, 8);
    return {columns * (side() + gap) - gap, heightForWidth(columns * (side() + gap))};
}

int PartsView::heightForWidth(int width) const
{
    const int rows = (m_size + inRow(width) - 1) / inRow(width);
    return rows * (side() + gap) - gap;
}

void PartsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TypeRole::BodyStrong));
    const Tokens &tokens = m_theme.tokens();
    const int columns = inRow(width());
    for (int i = 0; i < m_size; ++i) {
        const bool isThere = !m_missing.contains(i + 1);
        const int column = layoutDirection() == Qt::RightToLeft ? columns - 1 - i % columns : i % columns;
        const int row = i / columns;
        const QRectF square(column * (side() + gap), row * (side() + gap), side(), side());
        painter.setBrush(isThere ? QBrush(tokens.accentSoft) : QBrush(Qt::NoBrush));
        painter.setPen(isThere ? QPen(Qt::NoPen) : QPen(tokens.text2, 1.5, Qt::DashLine));
        painter.drawRoundedRect(square.marginsRemoved({1, 1, 1, 1}), corner, corner);
        painter.setPen(isThere ? tokens.accentInk : tokens.text2);
        const QRectF words = isThere ? square.translated(0, -side() / 8.0) : square;
        painter.drawText(words, Qt::AlignCenter, QLocale().toString(i + 1));
        if (!isThere)
            continue;
        const double unit = side() / 40.0;
        const QPointF middle = square.center() + QPointF(0, 11 * unit);
        painter.setPen(QPen(tokens.accentInk, 2 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-4, 0) * unit, middle + QPointF(-1, 3) * unit, middle + QPointF(5, -4) * unit}));
    }
}

} // namespace watchword::app
