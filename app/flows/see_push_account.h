// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/accounts/push_account.h"
#include "core/vault/edit.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace watchword::push {
class PushService;
}

namespace watchword::app {

class EditAccount;
class PushAccountDialog;
class UndoHistory;

/// The page of an account that approves sign-ins: how it stands, its server asked at once, other words, the trash.
class SeePushAccount final : public QObject
{
    Q_OBJECT

public:
    SeePushAccount(const FlowContext &context, push::PushService &service, EditAccount &editing, UndoHistory &history,
                   QObject *parent = nullptr);

public Q_SLOTS:
    /// Opens the page.
    void open(watchword::accounts::AccountId id);
    /// Asks the server; what came of it is said on the page, or in a sentence.
    void check(watchword::accounts::AccountId id);

Q_SIGNALS:
    /// A sentence for the toast.
    void said(const QString &sentence);

private:
    void followStatus(accounts::AccountId id);
    void followAccount();
    void showStanding();
    QString resultOf(accounts::AccountId id) const;
    void save(accounts::AccountId id, const vault::Edit &edit);
    void takeBack(const accounts::PushAccount &before, const vault::Edit &edit);

    FlowContext m_context;
    push::PushService &m_service;
    EditAccount &m_editing;
    UndoHistory &m_history;
    QPointer<PushAccountDialog> m_dialog;
    QSet<accounts::AccountId> m_asked; // by "Check now", and not answered yet
};

} // namespace watchword::app
