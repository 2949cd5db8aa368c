// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/account_list.h"

namespace watchword::vault {

AccountList AccountList::of(const Document &document, const Comfort &comfort)
{
    AccountList list;
    for (const ComfortEntry &entry : comfort.entries) {
        accounts::Account account;
        const auto place = document.find(entry.id);
        if (place) {
            account = document.records()[*place].account;
        } else {
            account.id = entry.id;
            account.issuer = entry.issuer;
            account.name = entry.name;
        }
        account.pinned = entry.pinned;
        account.group = entry.group;
        if (!place)
            list.missing << account;
        else if (account.trashed)
            list.trashed << account;
        else
            list.current << account;
    }
    return list;
}

} // namespace watchword::vault
