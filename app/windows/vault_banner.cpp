// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/vault_banner.h"

#include "app/support/account_text.h"
#include "app/support/theme/measures.h"
#include "app/support/warning_text.h"
#include "app/widgets/button_row.h"
#include "app/widgets/card.h"
#include "app/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

using vault::Warning;

QString textOf(const vault::Vault &vault)
{
    QStringList lines;
    for (const Warning warning : vault.warnings()) {
        // These two mend themselves, or are for whoever looks after the computer: `watchword-cli doctor` tells them.
        if (warning == Warning::SlotNotHealed || warning == Warning::SecretsNotLocked)
            continue;
        if (warning != Warning::SecretMissing) {
            lines << warningText(warning).whole();
            continue;
        }
        for (const accounts::Account &account : vault.missingAccounts())
            lines << VaultBanner::tr(
                         "The secret of %1 is missing in the keychain. Set the account up anew at its site.")
                         .arg(accountTitleAndName(account));
    }
    return lines.join(u'\n');
}

} // namespace

VaultBanner::VaultBanner(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(theme, TypeRole::Body, {}))
    , m_look(new QPushButton(tr("Look")))
    , m_usePassword(new QPushButton(tr("Use a password…")))
{
    auto *card = new Card(theme, CardTone::Warning);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    auto *putAway = new QPushButton(tr("I have seen it"));
    connect(putAway, &QPushButton::clicked, this, [this] {
        m_putAway = m_text->text();
        hide();
    });
    card->column()->setContentsMargins(measures::cardPadding, 8, measures::cardPadding, 8);
    card->column()->addWidget(m_text);
    card->column()->addSpacing(8);
    auto *buttons = new ButtonRow;
    buttons->addLeading(m_look);
    buttons->addLeading(m_usePassword);
    buttons->addLeading(putAway);
    card->column()->addLayout(buttons);
    m_look->setAccessibleName(tr("Look at what is not understood"));
    connect(m_look, &QPushButton::clicked, this, &VaultBanner::oddRecordsRequested);
    connect(m_usePassword, &QPushButton::clicked, this, &VaultBanner::usePasswordRequested);
    hide();
}

void VaultBanner::say(const vault::Vault &vault)
{
    m_text->setText(vault::isOpen(vault.state()) ? textOf(vault) : QString());
    m_look->setVisible(vault.warnings().contains(Warning::NeedsAttention));
    m_usePassword->setVisible(vault.warnings().contains(Warning::KeyringInClear));
    setVisible(!m_text->text().isEmpty() && m_text->text() != m_putAway);
}

} // namespace watchword::app
