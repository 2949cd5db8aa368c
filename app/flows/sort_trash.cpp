// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/sort_trash.h"

#include "app/dialogs/remove_dialog.h"
#include "app/dialogs/trash_dialog.h"
#include "app/flows/edit_account.h"
#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "app/support/push_text.h"
#include "core/ports/clock.h"
#include "core/vault/vault.h"

namespace watchword::app {

SortTrash::SortTrash(const FlowContext &context, EditAccount &editing, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_editing(editing)
{
    connect(&context.vault, &vault::Vault::accountsChanged, this, &SortTrash::follow);
    connect(&context.vault, &vault::Vault::pushAccountsChanged, this, &SortTrash::follow);
}

void SortTrash::open()
{
    if (m_dialog && m_dialog->isVisible())
        return;
    m_dialog = new TrashDialog(m_context.theme, &m_context.window);
    connect(m_dialog, &TrashDialog::restoreRequested, &m_editing, &EditAccount::restore);
    connect(m_dialog, &TrashDialog::removeRequested, this, &SortTrash::ask);
    follow();
    m_dialog->open();
}

void SortTrash::follow()
{
    if (m_dialog && m_context.vault.state() == vault::State::Unlocked)
        m_dialog->setAccounts(m_context.vault.trashedAccounts(), m_context.vault.trashedPushAccounts(),
                              m_context.clock.unixSeconds());
}

void SortTrash::ask(const QList<accounts::AccountId> &ids)
{
    RemoveDialog::Accounts accounts;
    QString briefly;
    for (const accounts::AccountId id : ids) {
        if (const auto account = m_context.vault.account(id); account && account->trashed) {
            accounts.withCodes << accountTitleAndName(*account);
            briefly = accountBriefly(*account);
        } else if (const auto push = m_context.vault.pushAccount(id); push && push->trashed) {
            accounts.forSignIns << pushTitleAndName(*push);
            briefly = accountBriefly(*push);
        }
    }
    const int count = int(accounts.withCodes.size() + accounts.forSignIns.size());
    if (count == 0 || !m_dialog)
        return;
    const QString sentence = count == 1 ? tr("%1 is removed for ever.").arg(briefly)
                                        : tr("%n accounts are removed for ever.", nullptr, count);
    auto *question = new RemoveDialog(m_context.theme, accounts, m_dialog);
    connect(question, &RemoveDialog::confirmed, this, [this, ids, sentence] { remove(ids, sentence); });
    question->open();
}

void SortTrash::remove(const QList<accounts::AccountId> &ids, const QString &sentence)
{
    m_context.vault.remove(ids, this, [this, sentence](const vault::Vault::Saved &answer) {
        Q_EMIT said(answer ? sentence : errorText(answer.error()).whole());
        if (answer)
            Q_EMIT removed(*answer);
    });
}

} // namespace watchword::app
