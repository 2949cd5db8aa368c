// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/arrange_accounts.h"

#include "app/flows/edit_account.h"
#include "app/flows/undo_history.h"
#include "app/models/account_model.h"
#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "app/support/outside_text.h"
#include "core/vault/vault.h"

namespace watchword::app {

ArrangeAccounts::ArrangeAccounts(const FlowContext &context, AccountModel &model, EditAccount &editing,
                                 UndoHistory &history, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_model(model)
    , m_editing(editing)
    , m_history(history)
{
}

void ArrangeAccounts::pin(accounts::AccountId id, bool pinned)
{
    const std::optional<accounts::Account> account = m_context.vault.account(id);
    if (!account || account->pinned == pinned)
        return;
    const QString who = accountBriefly(*account);
    m_editing.apply(id, {.pinned = pinned},
                    pinned ? tr("%1 is pinned to the top.").arg(who) : tr("%1 is not pinned any more.").arg(who));
}

void ArrangeAccounts::putInGroup(accounts::AccountId id, const QString &group)
{
    const std::optional<accounts::Account> account = m_context.vault.account(id);
    if (!account || account->group == group)
        return;
    const QString who = accountBriefly(*account);
    m_editing.apply(id, {.group = group},
                    group.isEmpty() ? tr("%1 is in no group any more.").arg(who)
                                    : tr("%1 is in the group %2.").arg(who, outsideTextInSentence(group)));
}

std::optional<ArrangeAccounts::Place> ArrangeAccounts::placeOf(accounts::AccountId id) const
{
    const int row = m_model.rowOf(id);
    if (row < 0 || m_model.accountCount() < 2)
        return {};
    if (row == 0)
        return Place{m_model.accountAt(1).id, false};
    return Place{m_model.accountAt(row - 1).id, true};
}

void ArrangeAccounts::move(accounts::AccountId id, accounts::AccountId neighbour, bool isAfter)
{
    const std::optional<Place> from = placeOf(id);
    if (from)
        moveTo(id, {neighbour, isAfter}, [this, id, from = *from] { remember(id, from); });
}

void ArrangeAccounts::moveTo(accounts::AccountId id, const Place &place, std::function<void()> moved)
{
    const int expected = m_model.expectMove(id, place.neighbour, place.isAfter);
    const auto side = place.isAfter ? vault::Vault::Side::After : vault::Vault::Side::Before;
    m_context.vault.move(id, side, place.neighbour, this,
                         [this, expected, moved = std::move(moved)](const vault::Vault::Saved &answer) {
                             m_model.endMove(expected);
                             if (answer)
                                 moved();
                             else
                                 Q_EMIT said(errorText(answer.error()).whole());
                         });
}

void ArrangeAccounts::remember(accounts::AccountId id, const Place &from)
{
    const std::optional<accounts::Account> account = m_context.vault.account(id);
    if (!account)
        return;
    const QString sentence = tr("%1 is now number %2 of %3.")
                                 .arg(accountBriefly(*account))
                                 .arg(m_model.shownPlaceOf(id) + 1)
                                 .arg(m_model.accountCount());
    // One account moved step by step is one change.
    if (m_lastMoved == id && m_history.isLast(m_lastNumber))
        return m_history.amend(m_lastNumber, sentence);
    m_lastMoved = id;
    m_lastNumber = m_history.add(sentence, [this, id, from] {
        const std::optional<accounts::Account> moved = m_context.vault.account(id);
        if (!moved)
            return;
        moveTo(id, from,
               [this, moved = *moved] { Q_EMIT said(tr("%1 is where it was before.").arg(accountBriefly(moved))); });
    });
}

} // namespace watchword::app
