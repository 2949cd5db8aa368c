// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/protection_section.h"

#include "app/support/warning_text.h"
#include "app/widgets/button_row.h"
#include "app/widgets/text_label.h"
#include "core/vault/vault.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

ProtectionSection::ProtectionSection(const Theme &theme, const vault::Vault &vault, QWidget *parent)
    : QWidget(parent)
    , m_vault(vault)
    , m_title(new TextLabel(theme, TypeRole::Body, {}, this))
    , m_text(new TextLabel(theme, TypeRole::Small, {}, this, &Tokens::text2))
    , m_use(new QPushButton(tr("Use a password…"), this))
    , m_change(new QPushButton(tr("Change the password…"), this))
    , m_goBack(new QPushButton(tr("Use the keychain…"), this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(12, 6, 12, 12);
    whole->setSpacing(0);
    whole->addWidget(m_title);
    whole->addWidget(m_text);
    whole->addSpacing(8);
    auto *row = new ButtonRow;
    for (QPushButton *button : {m_use, m_change, m_goBack}) {
        button->setAutoDefault(false);
        row->addLeading(button);
    }
    whole->addLayout(row);
    connect(m_use, &QPushButton::clicked, this, &ProtectionSection::usePasswordRequested);
    connect(m_change, &QPushButton::clicked, this, &ProtectionSection::changePasswordRequested);
    connect(m_goBack, &QPushButton::clicked, this, &ProtectionSection::useKeychainRequested);
    connect(&vault, &vault::Vault::stateChanged, this, &ProtectionSection::follow);
    follow();
}

void ProtectionSection::follow()
{
    const bool hasPassword = m_vault.protection() == vault::Protection::Password;
    QString text =
        tr("A sealed file on this computer. Watchword asks for the password at each start and after each lock.");
    if (m_vault.warnings().contains(vault::Warning::KeyringInClear))
        text = warningText(vault::Warning::KeyringInClear).whole();
    else if (!hasPassword)
        text = tr(
            "The lock of your session is the lock: whoever sits at your unlocked session, and every program that runs as "
            "you, can get at the codes. Against a glance you can hide them until asked.");
    // What a move could not take away: the banner that says so lies under the settings.
    for (const vault::Warning left : {vault::Warning::LeftInKeychain, vault::Warning::OldPasswordOpens}) {
        if (m_vault.warnings().contains(left))
            text += u'\n' + warningText(left).whole();
    }
    m_title->setText(hasPassword ? tr("Your accounts have a password of their own")
                                 : tr("Your accounts are kept in your desktop’s keychain"));
    m_text->setText(text);
    m_use->setVisible(!hasPassword);
    m_change->setVisible(hasPassword);
    m_goBack->setVisible(hasPassword);
    m_use->setEnabled(m_vault.canTakePassword());
    m_change->setEnabled(vault::isOpen(m_vault.state()));
    m_goBack->setEnabled(vault::isOpen(m_vault.state()));
}

} // namespace watchword::app
