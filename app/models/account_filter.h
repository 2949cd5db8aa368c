// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/search.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace watchword::app {

class AccountModel;

/// The rows of a group that the search finds, pinned ones first, else in the book's order.
class AccountFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AccountFilter(AccountModel &model, QObject *parent = nullptr);

    void setSearch(const QString &text);
    /// Only accounts of this group; without one those of all.
    void setGroup(const std::optional<QString> &group);
    /// How many of the rows, the first ones, are pinned.
    int pinnedRows() const;
    /// How many of the rows, the first ones, have codes.
    int codeRows() const;
    /// The search has words.
    bool isFiltering() const { return !m_search.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void showOther();

    AccountModel &m_model;
    accounts::Search m_search;
    std::optional<QString> m_group;
};

} // namespace watchword::app
