// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/accounts/account.h"

#include <QObject>

#include <functional>
#include <optional>

namespace watchword::app {

class AccountModel;
class EditAccount;
class UndoHistory;

/// The order of the list by hand: accounts moved, pinned, put in groups. All of it can be taken back.
class ArrangeAccounts final : public QObject
{
    Q_OBJECT

public:
    ArrangeAccounts(const FlowContext &context, AccountModel &model, EditAccount &editing, UndoHistory &history,
                    QObject *parent = nullptr);

public Q_SLOTS:
    void pin(watchword::accounts::AccountId id, bool pinned);
    /// An empty one: out of its group.
    void putInGroup(watchword::accounts::AccountId id, const QString &group);
    /// The list shows it at once.
    void move(watchword::accounts::AccountId id, watchword::accounts::AccountId neighbour, bool isAfter);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    struct Place {
        accounts::AccountId neighbour;
        bool isAfter = false;
    };
    std::optional<Place> placeOf(accounts::AccountId id) const;
    void remember(accounts::AccountId id, const Place &from);
    void moveTo(accounts::AccountId id, const Place &place, std::function<void()> moved);

    FlowContext m_context;
    AccountModel &m_model;
    EditAccount &m_editing;
    UndoHistory &m_history;
    accounts::AccountId m_lastMoved;
    int m_lastNumber = 0;
};

} // namespace watchword::app
