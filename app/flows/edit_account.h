// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "app/models/code_ticker.h"
#include "core/accounts/account.h"
#include "core/vault/edit.h"

#include <QObject>
#include <QPointer>

namespace watchword::app {

class EditAccountDialog;
class UndoHistory;

/// The stories of an account that is there: everything of it changed in the dialog, into the trash and out again.
class EditAccount final : public QObject
{
    Q_OBJECT

public:
    EditAccount(const FlowContext &context, UndoHistory &history, QObject *parent = nullptr);

    /// No code is shown in the dialog.
    void setHideCodes(bool hide) { m_hideCodes = hide; }
    /// Saves a change; then `sentence` tells of it, and it can be taken back.
    void apply(accounts::AccountId id, const vault::Edit &edit, const QString &sentence);

public Q_SLOTS:
    /// Opens the dialog.
    void edit(watchword::accounts::AccountId id);
    /// The same, to write the name of a group.
    void editGroup(watchword::accounts::AccountId id);
    /// Accounts of either kind.
    void moveToTrash(const QList<watchword::accounts::AccountId> &ids);
    /// Out of the trash again.
    void restore(const QList<watchword::accounts::AccountId> &ids);
    /// Closes what is open: the vault was locked.
    void close();

Q_SIGNALS:
    /// A sentence for the toast.
    void said(const QString &sentence);

private:
    /// Saves a change; an open dialog ends with it, or says why it is not saved.
    void send(accounts::AccountId id, const vault::Edit &edit, const QString &sentence,
              const QPointer<EditAccountDialog> &dialog);
    void remember(const accounts::Account &before, const vault::Edit &edit, const QString &sentence);
    void takeBack(const accounts::Account &before, const accounts::Account &after);
    enum class Undo { None, Offered };
    void setTrashed(const QList<accounts::AccountId> &ids, bool trashed, Undo undo);

    FlowContext m_context;
    UndoHistory &m_history;
    CodeTicker m_ticker;
    QPointer<EditAccountDialog> m_dialog;
    bool m_hideCodes = false;
};

} // namespace watchword::app
