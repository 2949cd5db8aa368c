// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

#include <QStringList>

namespace watchword::accounts {

/// Text as it is compared in searches: without case, accents and other marks ("Ørsted" as "orsted", "Straße" as "strasse").
QString folded(const QString &text);

/// What a search looks at in an account: its issuer, name and group, folded. Made once, asked for every letter typed.
QString searchableText(const Account &account);

/// The words of the search field. An account is found when each word is part of its issuer, name or group.
class Search
{
public:
    Search() = default;
    explicit Search(const QString &text);

    /// No words: everything is found.
    bool isEmpty() const { return m_words.isEmpty(); }
    bool finds(const QString &searchableText) const;

    friend bool operator==(const Search &, const Search &) = default;

private:
    QStringList m_words;
};

} // namespace watchword::accounts
