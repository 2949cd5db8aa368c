// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/number_choices.h"

#include "app/support/outside_text.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>

namespace watchword::app {

namespace {

constexpr int inRow = 3, gap = 10, leastHeight = 72, corner = 8;

} // namespace

/// One of them. A radio button, so that screen readers say which one is chosen and of how many.
class NumberChoices::Choice final : public QRadioButton
{
public:
    Choice(const Theme &theme, const QString &text, int place, QWidget *parent)
        : QRadioButton(parent)
        , m_theme(theme)
        , m_text(outsideText(text))
        , m_place(place)
    {
        setAttribute(Qt::WA_Hover);
        setAccessibleName(m_text);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TypeRole::CodeLarge));
        return {metrics.horizontalAdvance(m_text) + 32, qMax(leastHeight, 2 * metrics.height())};
    }
    QSize minimumSizeHint() const override { return {64, sizeHint().height()}; }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
    QString m_text;
    int m_place;
};

void NumberChoices::Choice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal edge = hasFocus() || isChecked() || t.highContrast ? 2 : 1;
    painter.setBrush(isChecked() ? t.selected : isDown() ? t.press : underMouse() ? t.hover : t.surface);
    painter.setPen(QPen(hasFocus() ? t.focus : isChecked() ? t.accent : t.outline, edge));
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), measures::noteRadius,
                            measures::noteRadius);
    const QColor ink = isChecked() ? t.selectedText : t.text;
    painter.setPen(ink);
    QFont font = m_theme.font(TypeRole::CodeLarge);
    const QRect room = rect().adjusted(corner, 0, -corner, 0);
    if (QFontMetricsF(font).horizontalAdvance(m_text) > room.width())
        font = m_theme.font(TypeRole::Body);
    painter.setFont(font);
    painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(m_text, Qt::ElideMiddle, room.width()));
    if (isChecked()) {
        const QRect tick(corner, corner, measures::iconInText, measures::iconInText);
        paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), tick), QStringLiteral("check"), ink);
    }
    if (m_place < 9) { // the key that chooses it
        painter.setFont(m_theme.font(TypeRole::Tag));
        painter.setPen(isChecked() ? t.selectedText2 : t.text2);
        painter.drawText(rect().adjusted(corner, 4, -corner, -4),
                         int(Qt::AlignBottom | QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)),
                         QLocale().toString(m_place + 1));
    }
}

NumberChoices::NumberChoices(const Theme &theme, const QStringList &choices, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_choices(choices)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(gap);
    for (int i = 0; i < choices.size(); ++i) {
        auto *choice = new Choice(theme, choices[i], i, this);
        m_buttons->addButton(choice, i);
        grid->addWidget(choice, i / inRow, i % inRow);
    }
    for (int column = 0; column < qMin(inRow, int(choices.size())); ++column)
        grid->setColumnStretch(column, 1);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            Q_EMIT chosenChanged();
    });
}

QString NumberChoices::chosen() const
{
    return m_choices.value(m_buttons->checkedId());
}

bool NumberChoices::choose(int key)
{
    QAbstractButton *const button = key >= Qt::Key_1 && key <= Qt::Key_9 ? m_buttons->button(key - Qt::Key_1) : nullptr;
    if (!button)
        return false;
    button->setFocus(Qt::ShortcutFocusReason);
    button->setChecked(true);
    return true;
}

void NumberChoices::focusFirst()
{
    if (QAbstractButton *const first = m_buttons->button(0))
        first->setFocus(Qt::TabFocusReason);
}

} // namespace watchword::app
