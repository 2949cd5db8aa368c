// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/base/error.h"
#include "core/base/handler.h"

class QObject;

namespace watchword::push {

/// Where enrolments and their private keys are kept: the vault. Saved means read back and compared.
class PushKeeper
{
public:
    virtual ~PushKeeper() = default;

    /// Those outside the trash; none while the vault is not open.
    virtual QList<accounts::PushAccount> pushAccounts() const = 0;
    /// The private key as PKCS#8 in DER. Error: UnknownAccount.
    virtual Result<SecretBytes> pushPrivateKey(accounts::AccountId id) const = 0;
    /// Answers with the id that it has drawn.
    virtual void addPush(const accounts::PushAccount &account, SecretBytes privateKey, QObject *context,
                         Handler<Result<accounts::AccountId>> handler) = 0;
    /// Everything but the id and the private key may be different.
    virtual void changePush(const accounts::PushAccount &account, QObject *context, Handler<Result<void>> handler) = 0;
};

} // namespace watchword::push
