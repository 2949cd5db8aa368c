// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/comfort.h"

namespace watchword::vault {

/// The accounts of a document with what the book knows of them, in the book's order.
struct AccountList {
    QList<accounts::Account> current; ///< outside the trash
    QList<accounts::Account> trashed;
    QList<accounts::Account> missing; ///< only the book knows them

    static AccountList of(const Document &document, const Comfort &comfort);

    friend bool operator==(const AccountList &, const AccountList &) = default;
};

} // namespace watchword::vault
