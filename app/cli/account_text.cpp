// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/account_text.h"

#include "app/cli/invocation.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"

#include <algorithm>

namespace watchword::app::cli {

namespace {

QString withoutCase(const QString &text)
{
    return text.trimmed().normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace

QString accountLabel(const accounts::Account &account)
{
    if (account.issuer.isEmpty() && account.name.isEmpty())
        return CommandLine::tr("(without a name)");
    if (account.issuer.isEmpty())
        return outsideText(account.name);
    if (account.name.isEmpty())
        return outsideText(account.issuer);
    return outsideText(account.issuer) + QStringLiteral(", ") + outsideText(account.name);
}

QString accountLabel(const accounts::PushAccount &account)
{
    return pushTitle(account) + QStringLiteral(", ") + pushName(account);
}

QString typeInWords(const accounts::PushAccount &account)
{
    const QString words = CommandLine::tr("Approve / Deny with %1").arg(pushHost(account));
    return account.state == accounts::PushState::Enrolling ? CommandLine::tr("%1, not finished").arg(words) : words;
}

QString typeName(const otp::Parameters &parameters)
{
    if (std::holds_alternative<otp::Steam>(parameters))
        return QStringLiteral("steam");
    return otp::isCounterBased(parameters) ? QStringLiteral("hotp") : QStringLiteral("totp");
}

QString typeInWords(const otp::Parameters &parameters)
{
    if (std::holds_alternative<otp::Steam>(parameters))
        return CommandLine::tr("Steam, 5 letters");
    const QString digits = CommandLine::tr("%n digit(s)", nullptr, otp::digitsOf(parameters));
    if (otp::isCounterBased(parameters))
        return CommandLine::tr("%1, with a counter").arg(digits);
    return CommandLine::tr("%1, new every %n second(s)", nullptr, otp::periodOf(parameters)).arg(digits);
}

void writeAccountName(JsonWriter &writer, const accounts::Account &account)
{
    writer.beginObject().key("id").value(account.id.toString()).key("issuer").value(account.issuer);
    writer.key("name").value(account.name).endObject();
}

QList<accounts::Account> accountsCalled(const QString &name, const QList<accounts::Account> &all)
{
    const std::optional<accounts::AccountId> id = accounts::AccountId::fromString(name);
    QList<accounts::Account> found;
    for (const accounts::Account &account : all) {
        if (id && account.id == *id)
            return {account};
        const QString wanted = withoutCase(name);
        if (!wanted.isEmpty()
            && (withoutCase(account.issuer) == wanted || withoutCase(account.name) == wanted
                || withoutCase(account.issuer + u':' + account.name) == wanted))
            found << account;
    }
    return found;
}

bool isCalled(const QString &name, const QList<accounts::PushAccount> &all)
{
    return std::ranges::any_of(all, [&name](const accounts::PushAccount &one) {
        accounts::Account words;
        words.id = one.id;
        words.issuer = one.issuer;
        words.name = one.name;
        return !accountsCalled(name, {words}).isEmpty();
    });
}

} // namespace watchword::app::cli
