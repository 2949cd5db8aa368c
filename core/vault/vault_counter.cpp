// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_private.h"

#include <utility>

// Counter codes: the new counter is saved before the code is shown, unless that takes too long (vault-protocol section 4).

namespace watchword::vault {

/// One asking for a counter code.
struct Vault::Private::CounterTaking {
    accounts::AccountId id;
    std::shared_ptr<Operation> operation;
    QPointer<QObject> context;
    Handler<Result<CounterCode>> handler;
    bool isAnswered = false;

    void answer(Result<CounterCode> result)
    {
        if (!std::exchange(isAnswered, true))
            answerLater<Result<CounterCode>>(context, std::move(handler), std::move(result));
    }
};

void Vault::Private::takeCounterCode(accounts::AccountId id, QObject *context, Handler<Result<CounterCode>> handler)
{
    const auto taking = std::make_shared<CounterTaking>();
    taking->id = id;
    taking->operation = std::make_shared<Operation>(TakeCounter{id, {}, {}});
    taking->context = context;
    taking->handler = std::move(handler);
    QTimer::singleShot(m_patience.counter, this, [this, taking] { answerUnconfirmed(taking); });
    enqueue({taking->operation, [this, taking](SaveReport report) { answerCounter(taking, report); }});
}

void Vault::Private::answerCounter(const std::shared_ptr<CounterTaking> &taking, const SaveReport &report)
{
    if (!report.answer)
        return taking->answer(std::unexpected(report.answer.error()));
    const auto code = counterCode(taking->id, report.counter.value_or(0));
    if (code)
        taking->answer(CounterCode{*code, report.counter.value_or(0), true});
    else
        taking->answer(std::unexpected(code.error()));
}

void Vault::Private::answerUnconfirmed(const std::shared_ptr<CounterTaking> &taking)
{
    const accounts::Account *const account = accountOf(taking->id);
    if (taking->isAnswered || !account)
        return;
    const auto *hotp = std::get_if<otp::Hotp>(&account->parameters);
    if (!hotp)
        return;
    quint64 counter = hotp->counter;
    if (m_handedOut.contains(taking->id))
        counter = std::max(counter, m_handedOut.value(taking->id) + 1);
    if (m_saving && m_saving->operation() == taking->operation && m_saving->takenCounter())
        counter = *m_saving->takenCounter();
    const auto code = counterCode(taking->id, counter);
    if (!code)
        return;
    m_handedOut.insert(taking->id, counter);
    std::get<TakeCounter>(*taking->operation).answered = counter;
    taking->answer(CounterCode{*code, counter, false});
}

Result<otp::Code> Vault::Private::counterCode(accounts::AccountId id, quint64 counter) const
{
    const accounts::Account *const account = accountOf(id);
    const auto *hotp = account ? std::get_if<otp::Hotp>(&account->parameters) : nullptr;
    if (!hotp)
        return failure(ErrorCode::UnknownAccount);
    const auto secret = secretOf(id);
    if (!secret)
        return std::unexpected(secret.error());
    otp::Hotp at = *hotp;
    at.counter = counter;
    return otp::codeAt(at, *secret, 0);
}

} // namespace watchword::vault
