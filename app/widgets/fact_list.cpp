// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fact_list.h"

#include "app/support/theme/focus_ring.h"
#include "app/support/theme/theme.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"

#include <QFocusEvent>
#include <QGridLayout>
#include <QScreen>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int narrowList = 400;
constexpr int pageMargins = 48;
constexpr qsizetype longWord = 20;
constexpr QChar breakHere{0x200B}; // ZERO WIDTH SPACE

/// The same to look at, with places to wrap in words that may be too long for a line.
QString breakable(const QString &text)
{
    QStringList words = text.split(QLatin1Char(' '));
    for (QString &word : words) {
        if (word.size() <= longWord)
            continue;
        QString broken;
        for (qsizetype i = 0; i < word.size(); ++i) {
            broken += word[i];
            if (!word[i].isHighSurrogate() && i + 1 < word.size() && !word[i + 1].isMark())
                broken += breakHere;
        }
        word = broken;
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

FactList::FactList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout)
{
    setFocusPolicy(Qt::TabFocus);
    auto *card = new Card(theme, CardTone::Surface, this);
    m_card = card;
    m_grid->setContentsMargins(16, 12, 16, 12);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    card->column()->addLayout(m_grid);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
}

int FactList::add(const QString &name, const QString &fact)
{
    auto *caption = new TextLabel(m_theme, TypeRole::Body, name, m_card, &Tokens::text2);
    auto *label = new TextLabel(m_theme, TypeRole::Body, {}, m_card);
    label->setMinimumWidth(1);
    m_rows.push_back({caption, label, {}});
    const int place = int(m_rows.size()) - 1;
    setFact(place, fact);
    m_isNarrow.reset();
    arrange();
    return place;
}

void FactList::setFact(int place, const QString &fact)
{
    Row &row = m_rows[std::size_t(place)];
    if (row.text == fact && !fact.isEmpty())
        return;
    row.text = fact;
    row.fact->setText(breakable(fact));
    row.fact->setAccessibleName(tr("%1: %2").arg(row.name->text(), fact));
    nameForReaders();
}

void FactList::addCaption(const QString &caption)
{
    m_rows.push_back({new TextLabel(m_theme, TypeRole::SmallStrong, caption, m_card, &Tokens::text2), nullptr, {}});
    m_isNarrow.reset();
    arrange();
}

void FactList::nameForReaders()
{
    QStringList facts;
    for (const Row &row : m_rows) {
        if (row.fact)
            facts << tr("%1, %2").arg(row.name->text(), row.text);
    }
    setAccessibleName(facts.join(QStringLiteral("; ")));
}

/// Its width, or what it will have: how high a page is to be is asked before it is shown.
int FactList::room() const
{
    if (isVisible())
        return width();
    const int most = screen() ? screen()->availableSize().width() : QWIDGETSIZE_MAX;
    return (window()->testAttribute(Qt::WA_Resized) ? qMin(window()->width(), most) : most) - pageMargins;
}

void FactList::arrange()
{
    const bool isNarrow = room() < narrowList || textScale(m_theme.font(TypeRole::Body)) >= 1.3;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int line = 0;
    for (const Row &row : m_rows) {
        const int columns = !row.fact || isNarrow ? 2 : 1;
        row.name->setContentsMargins(0, !row.fact && line > 0 ? 8 : 0, 0, 0);
        row.name->setWordWrap(columns == 2); // the names' column is as wide as the longest
        m_grid->addWidget(row.name, line, 0, 1, columns, Qt::AlignTop);
        if (!row.fact) {
            ++line;
            continue;
        }
        line += isNarrow ? 1 : 0;
        m_grid->addWidget(row.fact, line, isNarrow ? 0 : 1, 1, isNarrow ? 2 : 1, Qt::AlignTop);
        ++line;
    }
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

void FactList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace watchword::app
