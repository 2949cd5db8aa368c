// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/edit_account_dialog.h"

#include "app/support/account_text.h"
#include "app/support/outside_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/text_label.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

EditAccountDialog::EditAccountDialog(const Theme &theme, const accounts::Account &account, QWidget *parent)
    : PageDialog(theme, tr("Edit account"), parent)
{
    m_issuer = addField(tr("Name of the site"), outsideText(account.issuer));
    m_name = addField(tr("Your account there"), outsideText(account.name));
    column()->addWidget(
        new TextLabel(theme, TypeRole::Small, parametersText(account.parameters), this, &Tokens::text2));
    m_trouble = new TextLabel(theme, TypeRole::Body, {}, this, &Tokens::danger);
    m_trouble->hide();
    column()->addWidget(m_trouble);
    column()->addStretch();

    auto *trash = makeButton(tr("Move to the trash"), "link", QStringLiteral("trash"));
    auto *cancel = makeButton(tr("Cancel"), "plain");
    m_save = makeButton(tr("Save"), "primary");
    m_save->setDefault(true);
    buttons()->addLeading(trash);
    buttons()->addTrailing(cancel);
    buttons()->addTrailing(m_save);
    connect(trash, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT trashRequested();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EditAccountDialog::save);
    m_issuer->setFocus(Qt::OtherFocusReason);
    m_issuer->selectAll();
    fit(440);
}

QLineEdit *EditAccountDialog::addField(const QString &label, const QString &text)
{
    auto *group = new QVBoxLayout;
    group->setSpacing(4);
    auto *caption = new TextLabel(theme(), TypeRole::SmallStrong, label, this);
    auto *field = new QLineEdit(text, this);
    field->setMaxLength(int(longestOutsideText));
    field->setAccessibleName(label);
    caption->setBuddy(field);
    group->addWidget(caption);
    group->addWidget(field);
    column()->addLayout(group);
    return field;
}

void EditAccountDialog::setSaving()
{
    m_trouble->hide();
    m_save->setText(tr("Saving…"));
    m_save->setEnabled(false);
}

void EditAccountDialog::setTrouble(const QString &sentence)
{
    m_save->setText(tr("Save"));
    m_save->setEnabled(true);
    m_trouble->setText(sentence);
    m_trouble->show();
}

void EditAccountDialog::save()
{
    const QString issuer = m_issuer->text().trimmed();
    const QString name = m_name->text().trimmed();
    const bool isNameless = issuer.isEmpty() && name.isEmpty();
    m_issuer->setProperty("invalid", isNameless);
    m_issuer->update();
    if (isNameless) {
        setTrouble(tr("Write the name of the site, so that you find the account again."));
        m_issuer->setFocus(Qt::OtherFocusReason);
    } else {
        Q_EMIT saveRequested(issuer, name);
    }
}

} // namespace watchword::app
