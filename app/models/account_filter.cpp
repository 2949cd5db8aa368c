// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/account_filter.h"

#include "app/models/account_model.h"

namespace watchword::app {

AccountFilter::AccountFilter(AccountModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    sort(0);
}

void AccountFilter::setSearch(const QString &text)
{
    const accounts::Search search(text);
    if (search == m_search)
        return;
    m_search = search;
    // Said once: a signal for each run of rows that comes or goes takes a third of a second with 10,000 accounts.
    invalidate();
}

void AccountFilter::setGroup(const std::optional<QString> &group)
{
    if (group == m_group)
        return;
    m_group = group;
    invalidateFilter();
}

int AccountFilter::pinnedRows() const
{
    int rows = 0;
    while (rows < rowCount() && m_model.accountAt(mapToSource(index(rows, 0)).row()).pinned)
        ++rows;
    return rows;
}

bool AccountFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const accounts::Account &account = m_model.accountAt(row);
    return (!m_group || account.group == *m_group) && m_search.finds(account);
}

bool AccountFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftPinned = m_model.accountAt(left.row()).pinned, rightPinned = m_model.accountAt(right.row()).pinned;
    return leftPinned != rightPinned ? leftPinned : left.row() < right.row();
}

} // namespace watchword::app
