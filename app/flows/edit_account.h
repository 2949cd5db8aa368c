// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/accounts/account.h"

#include <QObject>
#include <QPointer>

namespace watchword::app {

class EditAccountDialog;

/// The stories of an account that is there: other words for it, into the trash and out again.
class EditAccount final : public QObject
{
    Q_OBJECT

public:
    explicit EditAccount(const FlowContext &context, QObject *parent = nullptr);

public Q_SLOTS:
    /// Opens the dialog for issuer and name.
    void edit(watchword::accounts::AccountId id);
    void moveToTrash(const QList<watchword::accounts::AccountId> &ids);
    /// The undo of moveToTrash.
    void restore(const QList<watchword::accounts::AccountId> &ids);
    /// Closes what is open: the vault was locked.
    void close();

Q_SIGNALS:
    /// In the trash now: a sentence for a toast whose "Undo" calls `restore(ids)`.
    void trashed(const QString &sentence, const QList<watchword::accounts::AccountId> &ids);
    /// A sentence for the toast.
    void said(const QString &sentence);

private:
    FlowContext m_context;
    QPointer<EditAccountDialog> m_dialog;
};

} // namespace watchword::app
