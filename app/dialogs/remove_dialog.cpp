// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/remove_dialog.h"

#include "app/support/account_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr qsizetype mostNamed = 6;

} // namespace

RemoveDialog::RemoveDialog(const Theme &theme, const QList<accounts::Account> &accounts, QWidget *parent)
    : PageDialog(theme, tr("Remove for ever"), parent)
{
    const bool isOne = accounts.size() == 1;
    const QString question = isOne ? tr("Remove %1 for ever?").arg(accountTitleAndName(accounts.first()))
                                   : tr("Remove %n accounts for ever?", nullptr, int(accounts.size()));
    const QString warning =
        tr("Switch multi-factor authentication off at the site first: without this key you may not get in there any "
           "more. This cannot be undone.");
    addTitle(question);
    column()->addWidget(new TextLabel(theme, TypeRole::Body, warning, this));
    if (!isOne) {
        QStringList names;
        for (const accounts::Account &account : accounts.first(qMin(mostNamed, accounts.size())))
            names << accountTitleAndName(account);
        if (accounts.size() > mostNamed)
            names << tr("and %n more", nullptr, int(accounts.size() - mostNamed));
        column()->addWidget(new TextLabel(theme, TypeRole::Body, names.join(QLatin1Char('\n')), this, &Tokens::text2));
    }
    column()->addStretch();
    setAccessibleName(question);
    setAccessibleDescription(warning);
    auto *keep = makeButton(tr("&Keep"), "plain");
    auto *remove = makeButton(tr("&Remove for ever"), "danger");
    buttons()->addTrailing(keep);
    buttons()->addTrailing(remove);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT confirmed();
    });
    keep->setFocus(Qt::OtherFocusReason);
    fit(440);
}

} // namespace watchword::app
