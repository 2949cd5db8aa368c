// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/likeness.h"

namespace watchword::accounts {

namespace {

bool isSameText(const QString &a, const QString &b)
{
    return QStringView(a).trimmed().compare(QStringView(b).trimmed(), Qt::CaseInsensitive) == 0;
}

} // namespace

bool haveSameName(const Account &a, const Account &b)
{
    const bool isNamed = !QStringView(a.issuer).trimmed().isEmpty() || !QStringView(a.name).trimmed().isEmpty();
    return isNamed && isSameText(a.issuer, b.issuer) && isSameText(a.name, b.name);
}

Likeness likenessOf(const Account &a, const SecretBytes &secretOfA, const Account &b, const SecretBytes &secretOfB)
{
    if (a.parameters.index() == b.parameters.index() && secretOfA == secretOfB)
        return Likeness::SameSecret;
    return haveSameName(a, b) ? Likeness::SameName : Likeness::None;
}

} // namespace watchword::accounts
