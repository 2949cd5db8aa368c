// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/shortcuts_dialog.h"

#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"

#include <QKeySequence>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

struct Shortcut {
    QList<QKeySequence> keys;
    QString effect;
};

} // namespace

ShortcutsDialog::ShortcutsDialog(const Theme &theme, QWidget *parent)
    : PageDialog(theme, tr("Keyboard shortcuts"), parent)
{
    const QList<Shortcut> shortcuts = {
        {{Qt::CTRL | Qt::Key_F}, tr("Search")},
        {{Qt::Key_Enter, Qt::CTRL | Qt::Key_C}, tr("Copy the code")},
        {{Qt::CTRL | Qt::SHIFT | Qt::Key_C}, tr("Copy the next code")},
        {{Qt::CTRL | Qt::Key_N}, tr("Add an account")},
        {{Qt::CTRL | Qt::SHIFT | Qt::Key_S}, tr("Scan the screen")},
        {{Qt::CTRL | Qt::Key_V}, tr("Paste to add")},
        {{Qt::Key_F2}, tr("Edit")},
        {{Qt::CTRL | Qt::Key_P}, tr("Pin to the top, or unpin")},
        {{Qt::ALT | Qt::Key_Up}, tr("Move up in the list")},
        {{Qt::ALT | Qt::Key_Down}, tr("Move down in the list")},
        {{Qt::Key_Delete}, tr("Move to the trash")},
        {{Qt::CTRL | Qt::Key_Z}, tr("Undo the last change")},
        {{Qt::CTRL | Qt::Key_L}, tr("Lock")},
        {{Qt::Key_F6}, tr("To the message")},
        {{Qt::CTRL | Qt::Key_Comma}, tr("Settings")},
        {{Qt::CTRL | Qt::Key_Question}, tr("Keyboard shortcuts")},
        {{Qt::CTRL | Qt::Key_Q}, tr("Quit")},
    };
    auto *card = new Card(theme, CardTone::Surface, this);
    for (const Shortcut &shortcut : shortcuts) {
        if (card->column()->count() > 0)
            card->addDivider();
        auto *row = new QWidget(card);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(12, 8, 12, 8);
        line->addWidget(new TextLabel(theme, TypeRole::Body, shortcut.effect, row), 1);
        auto *keys =
            new TextLabel(theme, TypeRole::Body, QKeySequence::listToString(shortcut.keys, QKeySequence::NativeText),
                          row, &Tokens::text2);
        keys->setWordWrap(false);
        line->addWidget(keys);
        // One stop for a screen reader that reads line by line.
        row->setAccessibleName(tr("%1: %2").arg(shortcut.effect, keys->text()));
        card->column()->addWidget(row);
    }
    column()->addWidget(card);
    column()->addStretch();
    auto *close = makeButton(tr("Close"), "plain");
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons()->addTrailing(close);
    close->setFocus(Qt::OtherFocusReason);
    fit(440);
}

} // namespace watchword::app
