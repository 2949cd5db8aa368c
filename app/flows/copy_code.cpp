// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/copy_code.h"

#include "app/models/account_model.h"
#include "app/support/account_text.h"
#include "app/support/error_text.h"
#include "app/support/secret_clipboard.h"
#include "app/widgets/toast.h"
#include "core/vault/vault.h"

namespace watchword::app {

CopyCode::CopyCode(const FlowContext &context, AccountModel &model, Toast &toast, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_model(model)
    , m_toast(toast)
{
    connect(&context.clipboard, &SecretClipboard::cleared, this, [this] {
        if (!m_toast.hasAction()) // an offer to undo is worth more
            m_toast.say(tr("Clipboard cleared"));
    });
}

QString CopyCode::nameOf(accounts::AccountId id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 ? QString() : accountTitleBriefly(m_model.accountAt(row));
}

QString CopyCode::copiedText(accounts::AccountId id) const
{
    return tr("%1 code copied, cleared in %n s", nullptr, int(m_context.clipboard.clearAfter().count()))
        .arg(nameOf(id));
}

void CopyCode::put(accounts::AccountId id, const QString &code, const QString &sentence)
{
    m_context.clipboard.copy(code);
    m_model.showCopied(id);
    m_toast.say(sentence, tr("Clear now"), [this] { m_context.clipboard.clearNow(); });
    Q_EMIT copied(id);
}

void CopyCode::refuse(const Error &error)
{
    m_toast.say(errorText(error).whole());
    Q_EMIT failed();
}

/// Else says that there is none.
bool CopyCode::hasCode(accounts::AccountId id)
{
    const auto push = m_context.vault.pushAccount(id);
    if (push)
        m_toast.say(tr("%1 has no code: it asks you to approve or deny sign-ins.").arg(accountBriefly(*push)));
    return !push;
}

void CopyCode::copy(accounts::AccountId id)
{
    const auto account = m_context.vault.account(id);
    if (!hasCode(id) || !account)
        return;
    if (otp::isCounterBased(account->parameters)) {
        const QString shown = m_model.rowAt(m_model.rowOf(id)).code;
        if (shown.isEmpty())
            takeNext(id);
        else
            put(id, shown, copiedText(id));
        return;
    }
    const auto code = m_context.vault.codeAt(id, m_context.clock.unixSeconds());
    if (!code) {
        refuse(code.error());
        return;
    }
    put(id, code->digits, copiedText(id));
}

void CopyCode::copyNext(accounts::AccountId id)
{
    const auto account = m_context.vault.account(id);
    if (!hasCode(id) || !account)
        return;
    if (otp::isCounterBased(account->parameters)) {
        takeNext(id);
        return;
    }
    const auto now = m_context.vault.codeAt(id, m_context.clock.unixSeconds());
    const auto next = now ? m_context.vault.codeAt(id, now->validUntil) : now;
    if (!next) {
        refuse(next.error());
        return;
    }
    put(id, next->digits,
        tr("Next %1 code copied, cleared in %n s", nullptr, int(m_context.clipboard.clearAfter().count()))
            .arg(nameOf(id)));
}

void CopyCode::takeNext(accounts::AccountId id)
{
    m_context.vault.takeCounterCode(id, this, [this, id](Result<vault::CounterCode> taken) {
        if (!taken) {
            refuse(taken.error());
            return;
        }
        m_model.showCounterCode(id, taken->code.digits);
        put(id, taken->code.digits,
            taken->confirmed
                ? copiedText(id)
                : tr("%1 code copied. That the new counter is saved is not confirmed yet; if the site refuses the code, take "
                     "the next one.")
                      .arg(nameOf(id)));
    });
}

} // namespace watchword::app
