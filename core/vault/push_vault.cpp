// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/push_vault.h"

#include "core/base/answer_later.h"

namespace watchword::vault {

namespace {

Handler<Vault::Saved> whetherSaved(Handler<Result<void>> handler)
{
    return [handler = std::move(handler)](const Vault::Saved &saved) mutable {
        handler(saved ? Result<void>() : std::unexpected(saved.error()));
    };
}

} // namespace

bool PushVault::isUnlocked() const
{
    return isOpen(m_vault.state());
}

QList<accounts::PushAccount> PushVault::pushAccounts() const
{
    return m_vault.pushAccounts();
}

Result<SecretBytes> PushVault::pushPrivateKey(accounts::AccountId id) const
{
    return m_vault.pushPrivateKey(id);
}

void PushVault::addPush(const accounts::PushAccount &account, SecretBytes privateKey, QObject *context,
                        Handler<Result<accounts::AccountId>> handler)
{
    m_vault.addPush(account, std::move(privateKey), context,
                    [handler = std::move(handler)](const Vault::Saved &saved) mutable {
                        handler(saved ? Result<accounts::AccountId>(saved->value(0)) : std::unexpected(saved.error()));
                    });
}

void PushVault::changePush(const accounts::PushAccount &account, QObject *context, Handler<Result<void>> handler)
{
    m_vault.changePush(account, context, whetherSaved(std::move(handler)));
}

void PushVault::load(QObject *context, Handler<Result<QByteArray>> handler)
{
    answerLater<Result<QByteArray>>(context, std::move(handler),
                                    m_vault.state() == State::Unlocked ? Result<QByteArray>(m_vault.pushMemory())
                                                                       : failure(ErrorCode::NotUnlocked));
}

void PushVault::save(const QByteArray &memory, Asking asking, QObject *context, Handler<Result<void>> handler)
{
    m_vault.keepPushMemory(memory, asking == Asking::Allowed ? Prompting::Allowed : Prompting::Never, context,
                           whetherSaved(std::move(handler)));
}

} // namespace watchword::vault
