// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/server_words.h"

#include "app/support/breakable_text.h"
#include "app/support/outside_text.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"

#include <QVBoxLayout>

namespace watchword::app {

ServerWords::ServerWords(const Theme &theme, const QStringList &texts, QWidget *parent)
    : QWidget(parent)
{
    auto *card = new Card(theme, CardTone::Quiet, this);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
    QVBoxLayout *const column = card->column();
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(4);
    column->addWidget(new TextLabel(theme, TypeRole::Small, tr("The server says:"), this, &Tokens::text2));
    for (const QString &text : texts) {
        const QString shown = outsideText(text.trimmed());
        if (!shown.isEmpty())
            column->addWidget(new TextLabel(theme, TypeRole::Body, breakable(tr("“%1”").arg(shown)), this));
    }
}

} // namespace watchword::app
