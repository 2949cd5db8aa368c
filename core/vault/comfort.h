// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/vault/document.h"

#include <QJsonObject>

namespace watchword::vault {

/// What the book knows of one account. Words are kept so that an account whose secret is missing can be named.
struct ComfortEntry {
    accounts::AccountId id;
    QString issuer, name;
    QString group;
    bool pinned = false;
    bool missing = false; ///< flagged "secret missing"; leaves only by hand
    int uses = 0;
    qint64 used = 0;  ///< UNIX seconds of the last use
    QJsonObject rest; ///< what a later version noted

    friend bool operator==(const ComfortEntry &, const ComfortEntry &) = default;
};

/// The comfort data of the book: the accounts' order, groups, pins and usage, and which sign-ins were answered. Never decides which accounts exist.
struct Comfort {
    QList<ComfortEntry> entries; ///< in the order of the list
    /// Of a password vault: items may have been left in the keychain when the protection changed.
    bool leftovers = false;
    QByteArray pushMemory; ///< UTF-8 text of core/push/push_memory.h; nothing here looks into it
    QJsonObject rest;

    /// Reads leniently: what is not understood is carried or left out, and text that is no JSON gives an empty value.
    static Comfort read(const QByteArray &json);
    QByteArray write() const;

    ComfortEntry *find(accounts::AccountId id);

    /// Fits the entries to a document (vault-protocol section 3): accounts without an entry are added at the end; entries
    /// without an account are dropped when the book had `seen` an older generation (removed since), else flagged.
    void fit(const Document &document, quint64 seen);

    friend bool operator==(const Comfort &, const Comfort &) = default;
};

} // namespace watchword::vault
