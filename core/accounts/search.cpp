// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/search.h"

#include <QRegularExpression>

#include <algorithm>

namespace watchword::accounts {

namespace {

// Letters of European names that Unicode does not take apart (and Qt does not fold).
QLatin1String plainLetter(QChar c)
{
    switch (c.unicode()) {
    case 0x00DF: return QLatin1String("ss");
    case 0x00E6: return QLatin1String("ae");
    case 0x00F0:
    case 0x0111: return QLatin1String("d");
    case 0x00F8: return QLatin1String("o");
    case 0x00FE: return QLatin1String("th");
    case 0x0127: return QLatin1String("h");
    case 0x0131: return QLatin1String("i");
    case 0x0142: return QLatin1String("l");
    case 0x0153: return QLatin1String("oe");
    default: return {};
    }
}

} // namespace

QString folded(const QString &text)
{
    // Most names are plain, and thousands are looked at for each letter that is typed.
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; }))
        return text.toCaseFolded();
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString plain;
    plain.reserve(apart.size());
    for (const QChar c : apart) {
        if (c.isMark())
            continue;
        const QLatin1String letter = plainLetter(c);
        if (letter.isEmpty())
            plain.append(c);
        else
            plain.append(letter);
    }
    return plain;
}

Search::Search(const QString &text)
    : m_words(folded(text).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts))
{
}

QString searchableText(const Account &account)
{
    // No word has a line end: none is found across two of them.
    const QChar between = u'\n';
    return folded(account.issuer) + between + folded(account.name) + between + folded(account.group);
}

bool Search::finds(const QString &searchableText) const
{
    return std::ranges::all_of(m_words, [&](const QString &word) { return searchableText.contains(word); });
}

} // namespace watchword::accounts
