// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fact_list.h"

#include "app/support/breakable_text.h"
#include "app/support/theme/focus_ring.h"
#include "app/support/theme/theme.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"

#include <QFocusEvent>
#include <QFormLayout>

namespace watchword::app {

FactList::FactList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QFormLayout)
{
    setFocusPolicy(Qt::TabFocus);
    auto *card = new Card(theme, CardTone::Surface, this);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
    m_lines->setContentsMargins(14, 12, 14, 12);
    m_lines->setHorizontalSpacing(16);
    m_lines->setVerticalSpacing(6);
    m_lines->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_lines->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    // With very large text the facts need the room beside their names.
    m_lines->setRowWrapPolicy(textScale(theme.font(TypeRole::Body)) < 1.5 ? QFormLayout::DontWrapRows
                                                                          : QFormLayout::WrapAllRows);
    card->column()->addLayout(m_lines);
}

int FactList::add(const QString &name, const QString &text)
{
    auto *label = new TextLabel(m_theme, TypeRole::Body, name, this, &Tokens::text2);
    label->setWordWrap(false);
    auto *value = new TextLabel(m_theme, TypeRole::Body, breakable(text), this);
    m_lines->addRow(label, value);
    m_names << name;
    m_labels << value;
    m_texts << text;
    nameForReaders();
    return int(m_texts.size()) - 1;
}

void FactList::setText(int place, const QString &text)
{
    if (m_texts[place] == text)
        return;
    m_texts[place] = text;
    m_labels[place]->setText(breakable(text));
    nameForReaders();
}

void FactList::nameForReaders()
{
    QStringList facts;
    for (qsizetype i = 0; i < m_texts.size(); ++i)
        facts << tr("%1, %2").arg(m_names[i], m_texts[i]);
    setAccessibleName(facts.join(QStringLiteral("; ")));
}

void FactList::focusInEvent(QFocusEvent *event)
{
    FocusRing::follow(this, event->reason());
    QWidget::focusInEvent(event);
}

void FactList::focusOutEvent(QFocusEvent *event)
{
    FocusRing::leave(this);
    QWidget::focusOutEvent(event);
}

} // namespace watchword::app
