// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/protect_accounts.h"

#include "app/dialogs/notice_dialog.h"
#include "app/support/error_text.h"
#include "core/vault/vault.h"

#include <QApplication>

#include <algorithm>

namespace watchword::app {

using vault::State;

ProtectAccounts::ProtectAccounts(const FlowContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.vault, &vault::Vault::stateChanged, this, &ProtectAccounts::follow);
    connect(&context.vault, &vault::Vault::activityChanged, this, [this] {
        if (m_dialog)
            m_dialog->setWaiting(m_context.vault.activity() == vault::Activity::WaitingForPrompt);
    });
    connect(&context.vault, &vault::Vault::refusedInClear, this, &ProtectAccounts::offerPassword);
}

void ProtectAccounts::usePassword()
{
    if (m_context.vault.protection() == vault::Protection::Password)
        return changePassword();
    if (!m_context.vault.canTakePassword()) {
        Q_EMIT said(errorText({ErrorCode::NotUnlocked, {}}).whole());
        return;
    }
    ask(m_context.vault.state() == State::Unlocked ? Aim::MoveOut : Aim::FirstPassword);
}

void ProtectAccounts::changePassword()
{
    if (m_context.vault.state() == State::Unlocked && m_context.vault.protection() == vault::Protection::Password)
        ask(Aim::NewPassword);
    else
        Q_EMIT said(errorText({ErrorCode::NotUnlocked, {}}).whole());
}

void ProtectAccounts::useKeychain()
{
    if (m_context.vault.state() == State::Unlocked && m_context.vault.protection() == vault::Protection::Password)
        ask(Aim::UseKeychain);
    else
        Q_EMIT said(errorText({ErrorCode::NotUnlocked, {}}).whole());
}

/// A dialog that is open stays below: a card may wait for what is decided here.
QWidget *ProtectAccounts::onTop() const
{
    QWidget *const open = QApplication::activeModalWidget();
    return open ? open : &m_context.window;
}

/// What else follows from it, for the accounts that there are.
QString ProtectAccounts::asideFor(Aim aim) const
{
    if (aim == Aim::MoveOut)
        return tr("Copies of your keychain in backups and snapshots may still hold the accounts that you have now.");
    const auto wantsPassword = [](const accounts::PushAccount &account) {
        return account.lock != accounts::PushLock::None;
    };
    if (aim == Aim::UseKeychain && std::ranges::any_of(m_context.vault.pushAccounts(), wantsPassword))
        return tr(
            "A service of yours wants a password before each approval. Its sign-ins can then only be denied here.");
    return {};
}

void ProtectAccounts::ask(Aim aim)
{
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ProtectionDialog(m_context.theme, aim, asideFor(aim), onTop());
    connect(m_dialog, &ProtectionDialog::wanted, this, &ProtectAccounts::begin);
    connect(m_dialog, &ProtectionDialog::stopWaitingRequested, this, [this] { m_context.vault.stopWaiting(); });
    m_dialog->open();
}

void ProtectAccounts::begin()
{
    m_dialog->setBusy();
    if (m_dialog->aim() == Aim::NewPassword || m_dialog->aim() == Aim::UseKeychain)
        checkFirst();
    else
        carryOut();
}

/// Who sits here may be another than the one who unlocked it.
void ProtectAccounts::checkFirst()
{
    const Aim aim = m_dialog->aim();
    m_context.vault.checkPassword(m_dialog->presentPassword(), this, [this, aim](const Result<void> &right) {
        if (!m_dialog)
            return;
        if (right)
            carryOut();
        else if (right.error().code == ErrorCode::WrongPassword)
            m_dialog->setWrongPassword(errorText(right.error()).whole());
        else
            finish(aim, right);
    });
}

void ProtectAccounts::carryOut()
{
    const Aim aim = m_dialog->aim();
    const auto answered = [this, aim](const Result<void> &done) { finish(aim, done); };
    if (aim == Aim::UseKeychain)
        m_context.vault.useKeychain(this, answered);
    else
        m_context.vault.setPassword(m_dialog->newPassword(), this, answered);
}

void ProtectAccounts::finish(Aim aim, const Result<void> &done)
{
    if (!done) {
        const bool lacksPassword =
            aim == Aim::UseKeychain && done.error().detail == QLatin1String(vault::keyringInClear);
        if (m_dialog) // else it was locked meanwhile
            m_dialog->setTrouble(
                lacksPassword
                    ? tr("Nothing was moved: your keyring has no password, so secrets in it would lie in clear "
                         "on the disk. Give the keyring a password first.")
                    : errorText(done.error()).whole());
        return;
    }
    if (m_dialog)
        m_dialog->accept();
    switch (aim) {
    case Aim::FirstPassword:
    case Aim::MoveOut: Q_EMIT said(tr("Your accounts have a password of their own now.")); break;
    case Aim::NewPassword: Q_EMIT said(tr("The password is changed.")); break;
    case Aim::UseKeychain: Q_EMIT said(tr("Your accounts are in the keychain now.")); break;
    }
}

void ProtectAccounts::offerPassword()
{
    if (m_offer || m_dialog)
        return;
    const ErrorText text = errorText({ErrorCode::KeychainRefused, QString::fromLatin1(vault::keyringInClear)});
    m_offer = new NoticeDialog(
        m_context.theme,
        {tr("Watchword"), tr("Your keyring has no password"),
         text.sentence + u' ' + tr("With a password of their own your accounts lie in a sealed file instead."),
         tr("Not now")},
        onTop());
    m_offer->addAction(tr("Use a password…"), QStringLiteral("lock"), [this] {
        m_offer = nullptr;
        usePassword();
    });
    m_offer->present();
}

/// Behind a lock nothing of this stays, whatever it is at.
void ProtectAccounts::follow()
{
    const State state = m_context.vault.state();
    if (m_dialog && (state == State::Password || state == State::Closed))
        m_dialog->leave();
}

} // namespace watchword::app
