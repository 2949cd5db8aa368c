// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/account_text.h"

#include "app/support/outside_text.h"
#include "app/support/push_text.h"

#include <QCoreApplication>

namespace watchword::app {

namespace {

constexpr qsizetype longestInToast = 24;

/// The context of these sentences in the translations.
struct AccountWords {
    Q_DECLARE_TR_FUNCTIONS(AccountText)

public:
    static QString of(const otp::Parameters &parameters);
    static QString of(accounts::Remark remark);
    static QString title(const accounts::Account &account);
    static QString both(const accounts::Account &account, qsizetype longest);
};

QString AccountWords::of(const otp::Parameters &parameters)
{
    if (std::holds_alternative<otp::Steam>(parameters))
        return tr("5 letters and digits, new every 30 seconds");
    const QString digits = tr("%n digits", nullptr, otp::digitsOf(parameters));
    if (otp::isCounterBased(parameters))
        return tr("%1, a new code each time you ask for one").arg(digits);
    return tr("%1, new every %n seconds", nullptr, otp::periodOf(parameters)).arg(digits);
}

QString AccountWords::of(accounts::Remark remark)
{
    switch (remark) {
    case accounts::Remark::IssuerDiffersFromLabel:
        return tr("The code gives two different names for the site. Check that the name above is right.");
    case accounts::Remark::ShortSecret:
        return tr(
            "The key is shorter than it should be. If the site gave it to you like this, it works; else copy all of it.");
    case accounts::Remark::UnusualDigits:
        return tr(
            "Its codes have an unusual number of digits. If the site asks for another number, it will not take them.");
    case accounts::Remark::MarkedTrashed: return tr("The account comes from a trash. Perhaps it is no longer in use.");
    case accounts::Remark::MaybeSteam:
        return tr("This may be a Steam account, whose codes are five letters and digits.");
    }
    return {};
}

QString AccountWords::title(const accounts::Account &account)
{
    if (!account.issuer.trimmed().isEmpty())
        return outsideText(account.issuer.trimmed());
    return account.name.trimmed().isEmpty() ? tr("No name") : outsideText(account.name.trimmed());
}

QString AccountWords::both(const accounts::Account &account, qsizetype longest)
{
    if (account.issuer.trimmed().isEmpty() || account.name.trimmed().isEmpty())
        return outsideTextInSentence(title(account), longest);
    return tr("%1, %2").arg(outsideTextInSentence(account.issuer.trimmed(), longest),
                            outsideTextInSentence(account.name.trimmed(), longest));
}

} // namespace

QString parametersText(const otp::Parameters &parameters)
{
    return AccountWords::of(parameters);
}

QString remarkText(accounts::Remark remark)
{
    return AccountWords::of(remark);
}

QString accountTitle(const accounts::Account &account)
{
    return AccountWords::title(account);
}

QString accountTitleAndName(const accounts::Account &account)
{
    return AccountWords::both(account, longestOutsideText);
}

QString accountBriefly(const accounts::Account &account)
{
    return AccountWords::both(account, longestInToast);
}

QString accountBriefly(const accounts::PushAccount &account)
{
    return AccountWords::tr("%1, %2").arg(outsideTextInSentence(pushTitle(account), longestInToast),
                                          outsideTextInSentence(pushName(account), longestInToast));
}

QString accountTitleBriefly(const accounts::Account &account)
{
    return outsideTextInSentence(AccountWords::title(account), longestInToast);
}

} // namespace watchword::app
