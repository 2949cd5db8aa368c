// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/edit_account.h"

#include "app/dialogs/edit_account_dialog.h"
#include "app/flows/undo_history.h"
#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "app/support/group_names.h"
#include "core/ports/clock.h"
#include "core/vault/vault.h"

namespace watchword::app {

namespace {

using accounts::Account;

/// What an edit that made `after` of `before` has to be taken back by, where the account still is as it was left; another
/// change since stays.
vault::Edit reverse(const Account &before, const Account &after, const Account &now)
{
    vault::Edit edit;
    const auto put = [&](auto member, auto &into) {
        if (!(before.*member == after.*member) && now.*member == after.*member)
            into = before.*member;
    };
    put(&Account::issuer, edit.issuer);
    put(&Account::name, edit.name);
    put(&Account::pinned, edit.pinned);
    put(&Account::group, edit.group);
    put(&Account::parameters, edit.parameters);
    if (edit.parameters && std::holds_alternative<otp::Hotp>(*edit.parameters)
        && std::holds_alternative<otp::Hotp>(now.parameters)) {
        edit.counter = std::get<otp::Hotp>(*edit.parameters).counter;
        edit.mayLowerCounter = true; // to where it was before it was set
    }
    return edit;
}

} // namespace

EditAccount::EditAccount(const FlowContext &context, UndoHistory &history, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_history(history)
    , m_ticker(context.clock)
{
    connect(&m_ticker, &CodeTicker::ticked, this, [this] {
        if (m_dialog)
            m_dialog->refreshPreview();
    });
    const auto follow = [this] {
        if (m_dialog && m_context.vault.state() == vault::State::Unlocked)
            m_dialog->follow(m_context.vault.account(m_dialog->id()));
    };
    connect(&context.vault, &vault::Vault::accountsChanged, this, follow);
    connect(&context.vault, &vault::Vault::stateChanged, this, follow);
}

void EditAccount::edit(accounts::AccountId id)
{
    const std::optional<Account> account = m_context.vault.account(id);
    if (!account || (m_dialog && m_dialog->isVisible()))
        return;
    const auto preview = [this, id](const otp::Parameters &parameters) -> std::optional<otp::Code> {
        if (m_hideCodes)
            return {};
        const auto code = m_context.vault.codeWith(id, parameters, m_context.clock.unixSeconds());
        return code ? std::optional(*code) : std::nullopt;
    };
    auto *dialog = new EditAccountDialog(m_context.theme, *account, groupNames(m_context.vault.accounts()), preview,
                                         &m_context.window);
    m_dialog = dialog;
    m_ticker.setWatched(dialog, true);
    connect(dialog, &EditAccountDialog::saveRequested, this, [this, id, dialog](const vault::Edit &edit) {
        dialog->setSaving();
        send(id, edit, {}, dialog);
    });
    connect(dialog, &EditAccountDialog::trashRequested, this, [this, id] { moveToTrash({id}); });
    dialog->open();
}

void EditAccount::editGroup(accounts::AccountId id)
{
    edit(id);
    if (m_dialog)
        m_dialog->focusGroup();
}

void EditAccount::apply(accounts::AccountId id, const vault::Edit &edit, const QString &sentence)
{
    send(id, edit, sentence, nullptr);
}

void EditAccount::send(accounts::AccountId id, const vault::Edit &edit, const QString &sentence,
                       const QPointer<EditAccountDialog> &dialog)
{
    const std::optional<Account> before = m_context.vault.account(id);
    if (!before)
        return;
    m_context.vault.edit(id, edit, this,
                         [this, dialog, edit, sentence, before = *before](const vault::Vault::Saved &answer) {
                             if (answer) {
                                 if (dialog)
                                     dialog->accept();
                                 remember(before, edit, sentence);
                             } else if (dialog) {
                                 dialog->setTrouble(errorText(answer.error()).whole());
                             } else {
                                 Q_EMIT said(errorText(answer.error()).whole());
                             }
                         });
}

void EditAccount::remember(const Account &before, const vault::Edit &edit, const QString &sentence)
{
    Account after = before;
    after.issuer = edit.issuer.value_or(before.issuer);
    after.name = edit.name.value_or(before.name);
    after.pinned = edit.pinned.value_or(before.pinned);
    after.group = edit.group.value_or(before.group);
    if (const auto now = m_context.vault.account(before.id); now && (edit.parameters || edit.counter))
        after.parameters = now->parameters;
    m_history.add(sentence.isEmpty() ? tr("%1 is changed.").arg(accountBriefly(after)) : sentence,
                  [this, before, after] { takeBack(before, after); });
}

void EditAccount::takeBack(const Account &before, const Account &after)
{
    const std::optional<Account> now = m_context.vault.account(before.id);
    const vault::Edit edit = now ? reverse(before, after, *now) : vault::Edit{};
    if (edit == vault::Edit{}) {
        Q_EMIT said(tr("Nothing was undone: %1 was changed again since.").arg(accountBriefly(after)));
        return;
    }
    m_context.vault.edit(before.id, edit, this, [this, before](const vault::Vault::Saved &answer) {
        Q_EMIT said(answer ? tr("%1 is as before.").arg(accountBriefly(before)) : errorText(answer.error()).whole());
    });
}

void EditAccount::moveToTrash(const QList<accounts::AccountId> &ids)
{
    setTrashed(ids, true, Undo::Offered);
}

void EditAccount::restore(const QList<accounts::AccountId> &ids)
{
    setTrashed(ids, false, Undo::Offered);
}

void EditAccount::setTrashed(const QList<accounts::AccountId> &ids, bool trashed, Undo undo)
{
    if (ids.isEmpty())
        return;
    m_context.vault.setTrashed(ids, trashed, this, [this, trashed, undo](const vault::Vault::Saved &answer) {
        if (!answer) {
            Q_EMIT said(errorText(answer.error()).whole());
            return;
        }
        const int count = int(answer->size());
        const std::optional<Account> first = m_context.vault.account(answer->value(0));
        const auto push = m_context.vault.pushAccount(answer->value(0));
        QString sentence;
        if (count == 1 && push && trashed)
            sentence =
                tr("%1 is in the trash. The server still lists it: delete it there too.").arg(accountBriefly(*push));
        else if (count == 1 && (first || push))
            sentence = (trashed ? tr("%1 is in the trash.") : tr("%1 is back."))
                           .arg(push ? accountBriefly(*push) : accountBriefly(*first));
        else
            sentence = trashed ? tr("%n accounts are in the trash.", nullptr, count)
                               : tr("%n accounts are back.", nullptr, count);
        if (undo == Undo::Offered)
            m_history.add(sentence, [this, trashed, ids = *answer] { setTrashed(ids, !trashed, Undo::None); });
        else
            Q_EMIT said(sentence);
    });
}

void EditAccount::close()
{
    if (m_dialog)
        m_dialog->reject();
}

} // namespace watchword::app
