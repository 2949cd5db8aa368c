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
    showOther();
}

void AccountFilter::setGroup(const std::optional<QString> &group)
{
    if (group == m_group)
        return;
    m_group = group;
    showOther();
}

void AccountFilter::showOther()
{
    // Shown in the list that is laid out next.
    m_model.setShowGroups(isFiltering() && !m_group);
    // Said once: a signal for each run of rows that comes or goes takes a third of a second with 10,000 accounts.
    invalidate();
}

int AccountFilter::pinnedRows() const
{
    int rows = 0;
    while (rows < rowCount() && m_model.isPinnedAt(mapToSource(index(rows, 0)).row()))
        ++rows;
    return rows;
}

int AccountFilter::codeRows() const
{
    int rows = rowCount();
    while (rows > 0 && m_model.isPush(mapToSource(index(rows - 1, 0)).row()))
        --rows;
    return rows;
}

bool AccountFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return (!m_group || (!m_model.isPush(row) && m_model.accountAt(row).group == *m_group))
        && (m_search.isEmpty() || m_search.finds(m_model.searchableAt(row)));
}

bool AccountFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftPinned = m_model.isPinnedAt(left.row()), rightPinned = m_model.isPinnedAt(right.row());
    return leftPinned != rightPinned ? leftPinned : left.row() < right.row();
}

} // namespace watchword::app
