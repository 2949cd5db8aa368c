// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/accounts/account.h"

#include <QObject>

namespace watchword::app {

class AccountModel;
class Toast;

/// The story of a code's way to the clipboard: computed at the moment of the click, never taken from what is painted.
class CopyCode final : public QObject
{
    Q_OBJECT

public:
    CopyCode(const FlowContext &context, AccountModel &model, Toast &toast, QObject *parent = nullptr);

public Q_SLOTS:
    /// The code of now; of a counter account the one that is shown, else a new one.
    void copy(watchword::accounts::AccountId id);
    /// The code that comes after the one of now.
    void copyNext(watchword::accounts::AccountId id);
    /// Takes, shows and copies a counter account's next code.
    void takeNext(watchword::accounts::AccountId id);

Q_SIGNALS:
    /// It is on the clipboard.
    void copied(watchword::accounts::AccountId id);
    /// It is not; why stands in the toast.
    void failed();

private:
    bool hasCode(accounts::AccountId id);
    void refuse(const Error &error);
    void put(accounts::AccountId id, const QString &code, const QString &sentence);
    QString nameOf(accounts::AccountId id) const;
    QString copiedText(accounts::AccountId id) const;

    FlowContext m_context;
    AccountModel &m_model;
    Toast &m_toast;
};

} // namespace watchword::app
