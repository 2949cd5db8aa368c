// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

#include <QObject>
#include <QStringList>

class QAction;
class QMenu;
class QWidget;

namespace watchword::app {

class AccountList;
class AccountModel;
class Theme;

/// What puts the list in order, with its keys: pin, group, move up and down. For the chosen row.
class ArrangeActions final : public QObject
{
    Q_OBJECT

public:
    /// The keys work in `window`.
    ArrangeActions(const Theme &theme, AccountModel &model, AccountList &list, QWidget &window);

    /// The groups to choose from.
    void setGroups(const QStringList &groups) { m_groups = groups; }
    /// The part of an account's menu, for the chosen row.
    void addTo(QMenu &menu);

Q_SIGNALS:
    void pinRequested(watchword::accounts::AccountId id, bool pinned);
    void groupRequested(watchword::accounts::AccountId id, const QString &group);
    /// The name of a new group is to be written.
    void newGroupRequested(watchword::accounts::AccountId id);

private:
    QAction *add(const QString &text, const QKeySequence &keys);
    const accounts::Account *chosen() const;
    void addGroups(QMenu &menu, const accounts::Account &account);
    void move(int step);

    const Theme &m_theme;
    AccountModel &m_model;
    AccountList &m_list;
    QWidget &m_window;
    QStringList m_groups;
    QAction *m_pin;
    QAction *m_up;
    QAction *m_down;
};

} // namespace watchword::app
