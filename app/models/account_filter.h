// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/search.h"

#include <QSortFilterProxyModel>

namespace watchword::app {

class AccountModel;

/// The rows that the search finds, pinned ones first, else in the book's order.
class AccountFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AccountFilter(AccountModel &model, QObject *parent = nullptr);

    void setSearch(const QString &text);
    bool isFiltering() const { return !m_search.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const AccountModel &m_model;
    accounts::Search m_search;
};

} // namespace watchword::app
