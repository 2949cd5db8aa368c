// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tablet_widget.h"

#include "app/support/theme/theme.h"
#include "app/widgets/code_painting.h"

#include <QPainter>

namespace watchword::app {

TabletWidget::TabletWidget(const Theme &theme, int side, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(side, side);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TabletWidget::setIssuer(const QString &issuer)
{
    m_issuer = issuer;
    update();
}

void TabletWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTablet(painter, QRectF(rect()), m_issuer, m_theme.tokens(), font());
}

} // namespace watchword::app
