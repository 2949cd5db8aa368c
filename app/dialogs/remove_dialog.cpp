// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/remove_dialog.h"

#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr qsizetype mostNamed = 6;

} // namespace

RemoveDialog::RemoveDialog(const Theme &theme, const Accounts &accounts, QWidget *parent)
    : PageDialog(theme, tr("Remove for ever"), parent)
{
    const QStringList all = accounts.withCodes + accounts.forSignIns;
    const bool isOne = all.size() == 1;
    const QString question = isOne ? tr("Remove %1 for ever?").arg(all.first())
                                   : tr("Remove %n accounts for ever?", nullptr, int(all.size()));
    QStringList warnings;
    if (!accounts.withCodes.isEmpty())
        warnings << tr("Switch multi-factor authentication off at the site first: without this key you may not get in "
                       "there any more. This cannot be undone.");
    if (!accounts.forSignIns.isEmpty())
        warnings << tr(
            "The server still lists what approves sign-ins here: delete it there too. Without its key nothing "
            "can be approved here any more. This cannot be undone.");
    const QString warning = warnings.join(QLatin1String("\n\n"));
    addTitle(question);
    column()->addWidget(new TextLabel(theme, TypeRole::Body, warning, this));
    if (!isOne) {
        QStringList names = all.first(qMin(mostNamed, all.size()));
        if (all.size() > mostNamed)
            names << tr("and %n more", nullptr, int(all.size() - mostNamed));
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
