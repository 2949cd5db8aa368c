// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/see_push_account.h"

#include "app/dialogs/push_account_dialog.h"
#include "app/flows/edit_account.h"
#include "app/flows/undo_history.h"
#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "app/support/push_text.h"
#include "core/ports/clock.h"
#include "core/vault/vault.h"

namespace watchword::app {

using accounts::AccountId;
using accounts::PushAccount;

SeePushAccount::SeePushAccount(const FlowContext &context, push::PushService &service, EditAccount &editing,
                               UndoHistory &history, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_service(service)
    , m_editing(editing)
    , m_history(history)
{
    connect(&service, &push::PushService::statusChanged, this, &SeePushAccount::followStatus);
    connect(&service, &push::PushService::requestsChanged, this, &SeePushAccount::showStanding);
    connect(&service, &push::PushService::pausedChanged, this, &SeePushAccount::showStanding);
    connect(&context.vault, &vault::Vault::pushAccountsChanged, this, &SeePushAccount::followAccount);
    connect(&context.vault, &vault::Vault::stateChanged, this, &SeePushAccount::followAccount);
}

void SeePushAccount::open(AccountId id)
{
    const std::optional<PushAccount> account = m_context.vault.pushAccount(id);
    if (!account || (m_dialog && m_dialog->isVisible()))
        return;
    auto *dialog = new PushAccountDialog(m_context.theme, *account, &m_context.window);
    m_dialog = dialog;
    connect(dialog, &PushAccountDialog::checkRequested, this, [this, id] { check(id); });
    connect(dialog, &PushAccountDialog::saveRequested, this, [this, id](const vault::Edit &edit) { save(id, edit); });
    connect(dialog, &PushAccountDialog::trashRequested, this, [this, id] { m_editing.moveToTrash({id}); });
    showStanding();
    if (m_asked.contains(id))
        dialog->setResult({});
    dialog->open();
}

void SeePushAccount::check(AccountId id)
{
    const std::optional<PushAccount> account = m_context.vault.pushAccount(id);
    if (!account)
        return;
    const bool isOnPage = m_dialog && m_dialog->id() == id;
    if (account->state == accounts::PushState::Enrolling || m_service.isPaused()) {
        Q_EMIT said(account->state == accounts::PushState::Enrolling
                        ? tr("%1 cannot be asked: setting it up was not finished.").arg(accountBriefly(*account))
                        : tr("Nothing is asked while the session is locked."));
        return;
    }
    m_asked << id;
    if (isOnPage)
        m_dialog->setResult({});
    m_service.checkNow(id);
}

void SeePushAccount::followStatus(AccountId id)
{
    showStanding();
    if (!m_asked.contains(id) || m_service.status(id).isChecking)
        return;
    m_asked.remove(id);
    const std::optional<PushAccount> account = m_context.vault.pushAccount(id);
    if (m_dialog && m_dialog->isVisible() && m_dialog->id() == id)
        m_dialog->setResult(m_service.status(id).trouble ? tr("That did not work: see above.") : resultOf(id));
    else if (account)
        Q_EMIT said(tr("%1: %2").arg(accountBriefly(*account), resultOf(id)));
}

QString SeePushAccount::resultOf(AccountId id) const
{
    const push::PushStatus status = m_service.status(id);
    const std::optional<PushAccount> account = m_context.vault.pushAccount(id);
    if (status.trouble && account)
        return pushErrorText(*status.trouble, PushMoment::Polling, pushHost(*account)).sentence;
    const int number = m_service.waiting(id);
    return number == 0 ? tr("The server answered: no sign-in is waiting.") : waitingText(number);
}

void SeePushAccount::showStanding()
{
    if (!m_dialog)
        return;
    const AccountId id = m_dialog->id();
    m_dialog->setStanding({m_service.status(id), m_service.mutedUntil(id), m_service.waiting(id), m_service.isPaused(),
                           m_context.clock.millisecondsSinceEpoch()});
}

void SeePushAccount::followAccount()
{
    if (!m_dialog || m_context.vault.state() != vault::State::Unlocked)
        return;
    m_dialog->follow(m_context.vault.pushAccount(m_dialog->id()));
    showStanding();
}

void SeePushAccount::save(AccountId id, const vault::Edit &edit)
{
    const std::optional<PushAccount> before = m_context.vault.pushAccount(id);
    if (!before || !m_dialog)
        return;
    m_dialog->setSaving();
    m_context.vault.edit(id, edit, this, [this, edit, before = *before](const vault::Vault::Saved &answer) {
        if (!answer) {
            if (m_dialog)
                m_dialog->setTrouble(errorText(answer.error()).whole());
            return;
        }
        if (m_dialog)
            m_dialog->accept();
        const PushAccount after = m_context.vault.pushAccount(before.id).value_or(before);
        m_history.add(tr("%1 is changed.").arg(accountBriefly(after)),
                      [this, before, edit] { takeBack(before, edit); });
    });
}

/// Where it still is as it was left; another change since stays.
void SeePushAccount::takeBack(const PushAccount &before, const vault::Edit &edit)
{
    const std::optional<PushAccount> now = m_context.vault.pushAccount(before.id);
    vault::Edit back;
    if (now && edit.issuer && now->issuer == *edit.issuer)
        back.issuer = before.issuer;
    if (now && edit.name && now->name == *edit.name)
        back.name = before.name;
    if (back == vault::Edit{}) {
        Q_EMIT said(tr("Nothing was undone: %1 was changed again since.").arg(accountBriefly(now.value_or(before))));
        return;
    }
    m_context.vault.edit(before.id, back, this, [this, before](const vault::Vault::Saved &answer) {
        Q_EMIT said(answer ? tr("%1 is as before.").arg(accountBriefly(before)) : errorText(answer.error()).whole());
    });
}

} // namespace watchword::app
