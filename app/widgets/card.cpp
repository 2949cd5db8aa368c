// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/card.h"

#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

struct ToneColours {
    QColor ground;
    QColor edge;
};

ToneColours toneColoursOf(CardTone tone, const Tokens &t)
{
    switch (tone) {
    case CardTone::Surface: return {t.surface, t.divider};
    case CardTone::Warning: return {t.warningSoft, t.lantern};
    case CardTone::Danger: return {t.dangerSoft, t.danger};
    case CardTone::Success: return {t.successSoft, t.success};
    case CardTone::Quiet: return {t.sunken, t.divider};
    }
    Q_UNREACHABLE();
}

/// One pixel across a card, in the divider's colour.
class Divider final : public QWidget
{
public:
    Divider(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_theme.tokens().divider); }

private:
    const Theme &m_theme;
};

} // namespace

Card::Card(const Theme &theme, CardTone tone, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_tone(tone)
    , m_column(new QVBoxLayout(this))
{
    setFrameShape(QFrame::NoFrame);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setTone(CardTone tone)
{
    m_tone = tone;
    update();
}

void Card::addDivider()
{
    m_column->addWidget(new Divider(m_theme, this));
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    const auto [ground, edge] = toneColoursOf(m_tone, t);
    const qreal radius = m_tone == CardTone::Surface ? measures::cardRadius : measures::noteRadius;
    const qreal width = t.highContrast ? 2 : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    painter.setPen(QPen(edge, width));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius - width / 2,
                            radius - width / 2);
}

} // namespace watchword::app
