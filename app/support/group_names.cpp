// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/group_names.h"

#include <QCollator>
#include <QSet>

#include <algorithm>

namespace watchword::app {

QStringList groupNames(const QList<accounts::Account> &accounts)
{
    QSet<QString> known;
    for (const accounts::Account &account : accounts) {
        if (!account.group.isEmpty())
            known.insert(account.group);
    }
    QStringList names = known.values();
    QCollator collator;
    collator.setNumericMode(true);
    std::ranges::sort(names, [&collator](const QString &a, const QString &b) {
        const int order = collator.compare(a, b);
        return order != 0 ? order < 0 : a < b;
    });
    return names;
}

} // namespace watchword::app
