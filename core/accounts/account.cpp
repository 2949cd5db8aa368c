// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/account.h"

#include <algorithm>

namespace watchword::accounts {

namespace {

constexpr std::size_t shortestUsualSecret = 10;

} // namespace

QString AccountId::toString() const
{
    return QStringLiteral("%1").arg(value, 16, 16, QLatin1Char('0'));
}

std::optional<AccountId> AccountId::fromString(QStringView text)
{
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    if (text.size() != 16 || !std::ranges::all_of(text, isHex))
        return std::nullopt;
    return AccountId{text.toULongLong(nullptr, 16)};
}

bool unusualDigits(const otp::Parameters &parameters)
{
    const int digits = otp::digitsOf(parameters);
    return !std::holds_alternative<otp::Steam>(parameters) && (digits < 6 || digits > 8);
}

QList<Remark> remarksOn(const otp::Parameters &parameters, const SecretBytes &secret)
{
    QList<Remark> remarks;
    if (secret.size() < shortestUsualSecret)
        remarks.append(Remark::ShortSecret);
    if (unusualDigits(parameters))
        remarks.append(Remark::UnusualDigits);
    return remarks;
}

} // namespace watchword::accounts
