// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/base/error.h"
#include "core/base/handler.h"

#include <algorithm>
#include <optional>

class QObject;

namespace watchword::push {

/// Where enrolments and their private keys are kept: the vault. Saved means read back and compared.
class PushKeeper
{
public:
    virtual ~PushKeeper() = default;

    /// Whether the vault is open, so that it is known which there are.
    virtual bool isUnlocked() const = 0;
    /// Those outside the trash; none while the vault is not open.
    virtual QList<accounts::PushAccount> pushAccounts() const = 0;
    /// One of those.
    std::optional<accounts::PushAccount> pushAccount(accounts::AccountId id) const
    {
        const QList<accounts::PushAccount> all = pushAccounts();
        const auto found = std::ranges::find(all, id, &accounts::PushAccount::id);
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    /// The private key as PKCS#8 in DER. Error: UnknownAccount.
    virtual Result<SecretBytes> pushPrivateKey(accounts::AccountId id) const = 0;
    /// Answers with the id that it has drawn.
    virtual void addPush(const accounts::PushAccount &account, SecretBytes privateKey, QObject *context,
                         Handler<Result<accounts::AccountId>> handler) = 0;
    /// Everything but the id and the private key may be different.
    virtual void changePush(const accounts::PushAccount &account, QObject *context, Handler<Result<void>> handler) = 0;
};

} // namespace watchword::push
