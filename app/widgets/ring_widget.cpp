// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/ring_widget.h"

#include "app/support/theme/theme.h"
#include "app/widgets/code_painting.h"

#include <QPainter>

namespace watchword::app {

RingWidget::RingWidget(const Theme &theme, int diameter, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_diameter(diameter)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RingWidget::setCountdown(int secondsLeft, int period)
{
    if (m_secondsLeft == secondsLeft && m_period == period)
        return;
    m_secondsLeft = secondsLeft;
    m_period = period;
    setAccessibleName(period > 0 ? tr("%n second(s) left", nullptr, secondsLeft) : QString());
    update();
}

QSize RingWidget::sizeHint() const
{
    const int side = qRound(m_diameter * textScale(m_theme.font(TypeRole::Body)));
    return {side, side};
}

void RingWidget::paintEvent(QPaintEvent *)
{
    if (m_period == 0)
        return;
    QPainter painter(this);
    const qreal side = qMin(width(), height());
    const QRectF circle((width() - side) / 2, (height() - side) / 2, side, side);
    paintRing(painter, circle, m_secondsLeft, m_period, ringColours(m_theme.tokens()), m_theme.font(TypeRole::Body));
}

} // namespace watchword::app
