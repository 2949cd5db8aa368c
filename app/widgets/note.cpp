// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/note.h"

#include "app/support/alert_readers.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/icon_label.h"
#include "app/widgets/text_label.h"

#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr int noteIcon = 20;

TokenMember inkOf(CardTone tone)
{
    switch (tone) {
    case CardTone::Warning: return &Tokens::warning;
    case CardTone::Danger: return &Tokens::danger;
    case CardTone::Success: return &Tokens::success;
    case CardTone::Surface:
    case CardTone::Quiet: break;
    }
    return &Tokens::text;
}

} // namespace

Note::Note(const Theme &theme, CardTone tone, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(theme, TypeRole::BodyStrong, {}, nullptr, inkOf(tone)))
    , m_text(new TextLabel(theme, TypeRole::Body, {}))
    , m_buttons(new ButtonRow)
{
    auto *card = new Card(theme, tone, this);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addLayout(m_buttons);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(14, 12, 14, 12);
    line->setSpacing(12);
    // With very large text the words need the room.
    if (textScale(theme.font(TypeRole::Body)) < 1.5)
        line->addWidget(new IconLabel(theme, icon, inkOf(tone), noteIcon));
    line->addLayout(words, 1);
    card->column()->addLayout(line);
}

void Note::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title.isEmpty() ? text : title);
    setAccessibleDescription(title.isEmpty() ? QString() : text);
}

void Note::addButton(QWidget *button)
{
    m_buttons->addLeading(button);
}

void Note::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    alertReaders(this);
}

} // namespace watchword::app
