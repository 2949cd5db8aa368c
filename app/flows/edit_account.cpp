// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/edit_account.h"

#include "app/dialogs/edit_account_dialog.h"
#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "core/vault/vault.h"

namespace watchword::app {

EditAccount::EditAccount(const FlowContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void EditAccount::edit(accounts::AccountId id)
{
    const std::optional<accounts::Account> account = m_context.vault.account(id);
    if (!account || m_dialog)
        return;
    auto *dialog = new EditAccountDialog(m_context.theme, *account, &m_context.window);
    m_dialog = dialog;
    connect(dialog, &EditAccountDialog::saveRequested, this,
            [this, dialog, id](const QString &issuer, const QString &name) {
                dialog->setSaving();
                m_context.vault.edit(id, {.issuer = issuer, .name = name, .pinned = {}}, dialog,
                                     [this, dialog](const vault::Vault::Saved &answer) {
                                         if (answer) {
                                             dialog->accept();
                                             Q_EMIT said(tr("Saved."));
                                         } else {
                                             dialog->setTrouble(errorText(answer.error()).whole());
                                         }
                                     });
            });
    connect(dialog, &EditAccountDialog::trashRequested, this, [this, id] { moveToTrash({id}); });
    dialog->open();
}

void EditAccount::moveToTrash(const QList<accounts::AccountId> &ids)
{
    if (ids.isEmpty())
        return;
    const std::optional<accounts::Account> first = m_context.vault.account(ids.first());
    const QString sentence = ids.size() == 1 && first ? tr("%1 is in the trash.").arg(accountTitleAndName(*first))
                                                      : tr("%n accounts are in the trash.", nullptr, int(ids.size()));
    m_context.vault.setTrashed(ids, true, this, [this, sentence](const vault::Vault::Saved &answer) {
        if (answer)
            Q_EMIT trashed(sentence, *answer);
        else
            Q_EMIT said(errorText(answer.error()).whole());
    });
}

void EditAccount::restore(const QList<accounts::AccountId> &ids)
{
    m_context.vault.setTrashed(ids, false, this, [this](const vault::Vault::Saved &answer) {
        if (!answer) {
            Q_EMIT said(errorText(answer.error()).whole());
            return;
        }
        const std::optional<accounts::Account> first = m_context.vault.account(answer->value(0));
        Q_EMIT said(answer->size() == 1 && first ? tr("%1 is back.").arg(accountTitleAndName(*first))
                                                 : tr("%n accounts are back.", nullptr, int(answer->size())));
    });
}

void EditAccount::close()
{
    if (m_dialog)
        m_dialog->reject();
}

} // namespace watchword::app
