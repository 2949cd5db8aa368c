// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/push/push_keeper.h"
#include "core/push/push_memory.h"
#include "core/vault/vault.h"

namespace watchword::vault {

/// The vault as core/push needs it: enrolments in the document, what was answered in the book.
class PushVault final : public push::PushKeeper, public push::PushMemoryStore
{
public:
    /// The vault must outlive it.
    explicit PushVault(Vault &vault)
        : m_vault(vault)
    {
    }

    bool isUnlocked() const override;
    QList<accounts::PushAccount> pushAccounts() const override;
    Result<SecretBytes> pushPrivateKey(accounts::AccountId id) const override;
    void addPush(const accounts::PushAccount &account, SecretBytes privateKey, QObject *context,
                 Handler<Result<accounts::AccountId>> handler) override;
    void changePush(const accounts::PushAccount &account, QObject *context, Handler<Result<void>> handler) override;

    /// Error: NotUnlocked, as nothing is known then.
    void load(QObject *context, Handler<Result<QByteArray>> handler) override;
    void save(const QByteArray &memory, Asking asking, QObject *context, Handler<Result<void>> handler) override;

private:
    Vault &m_vault;
};

} // namespace watchword::vault
