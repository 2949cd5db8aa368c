// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/sign_in_banner.h"

#include "app/support/alert_readers.h"
#include "app/support/breakable_text.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/card.h"
#include "app/widgets/icon_label.h"
#include "app/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace watchword::app {

SignInBanner::SignInBanner(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(theme, TypeRole::Body, {}))
    , m_review(withRole(new QPushButton(tr("Review")), "plain"))
{
    auto *card = new Card(theme, CardTone::Warning);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
    connect(m_review, &QPushButton::clicked, this, &SignInBanner::reviewRequested);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(measures::cardPadding, 8, measures::cardPadding, 8);
    row->setSpacing(10);
    row->addWidget(new IconLabel(theme, QStringLiteral("lantern"), &Tokens::warning, measures::iconInBanner), 0,
                   Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_review);
    card->column()->addLayout(row);
    hide();
}

void SignInBanner::say(const QString &sentence, bool canReview)
{
    m_review->setVisible(canReview);
    if (accessibleName() == sentence)
        return;
    m_text->setText(breakable(sentence));
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    alertReaders(this);
}

} // namespace watchword::app
