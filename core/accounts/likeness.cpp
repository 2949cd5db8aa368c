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

Likeness likenessOf(const Account &a, const SecretBytes &secretOfA, const Account &b, const SecretBytes &secretOfB)
{
    if (a.parameters.index() == b.parameters.index() && secretOfA == secretOfB)
        return Likeness::SameSecret;
    const bool isNamed = !QStringView(a.issuer).trimmed().isEmpty() || !QStringView(a.name).trimmed().isEmpty();
    if (isNamed && isSameText(a.issuer, b.issuer) && isSameText(a.name, b.name))
        return Likeness::SameName;
    return Likeness::None;
}

} // namespace watchword::accounts
