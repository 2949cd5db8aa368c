// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/accounts/push_account.h"

class QListWidget;

namespace watchword::app {

class Note;

/// What is in the trash, since when, and the ways out of it. A date alone removes nothing: after 30 days removal is
/// offered.
class TrashDialog final : public PageDialog
{
    Q_OBJECT

public:
    TrashDialog(const Theme &theme, QWidget *parent);

    /// What is chosen stays chosen.
    void setAccounts(const QList<accounts::Account> &trashed, const QList<accounts::PushAccount> &trashedPush,
                     qint64 now);

Q_SIGNALS:
    void restoreRequested(const QList<watchword::accounts::AccountId> &ids);
    void removeRequested(const QList<watchword::accounts::AccountId> &ids);

private:
    void add(accounts::AccountId id, const QString &words, const std::optional<qint64> &trashed, qint64 now);
    QList<accounts::AccountId> chosen() const;
    void follow();

    TextLabel *m_empty;
    Note *m_old;
    QListWidget *m_list;
    QPushButton *m_remove;
    QPushButton *m_restore;
    QList<accounts::AccountId> m_oldIds;
};

} // namespace watchword::app
