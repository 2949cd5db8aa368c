// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "core/accounts/account.h"

#include <QObject>
#include <QPointer>

namespace watchword::app {

class EditAccount;
class TrashDialog;

/// Looking through the trash: accounts of either kind back into the list, or removed for ever after a last question.
class SortTrash final : public QObject
{
    Q_OBJECT

public:
    SortTrash(const FlowContext &context, EditAccount &editing, QObject *parent = nullptr);

public Q_SLOTS:
    void open();

Q_SIGNALS:
    void said(const QString &sentence);
    /// These are gone for ever.
    void removed(const QList<watchword::accounts::AccountId> &ids);

private:
    void follow();
    void ask(const QList<accounts::AccountId> &ids);
    void remove(const QList<accounts::AccountId> &ids, const QString &sentence);

    FlowContext m_context;
    EditAccount &m_editing;
    QPointer<TrashDialog> m_dialog;
};

} // namespace watchword::app
