// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/otpauth_uri.h"

#include "core/accounts/label.h"
#include "core/accounts/percent_encoding.h"
#include "core/accounts/query_parameters.h"
#include "core/base/base32.h"
#include "core/base/text_bytes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace watchword::accounts {

namespace {

constexpr qsizetype longestDetail = 40;
constexpr std::size_t shortestSteamKey = 10;
constexpr QByteArrayView steamScheme = "steam://";

// Where the parts of a link lie; still encoded.
struct Parts {
    QByteArray type; // lower case
    ByteView path;   // without the slash in front
    QueryParameters query;
};

// Splits by hand: a URL class takes "#" before "?" for a fragment, and blanks and emoji for errors.
Parts split(ByteView afterSlashes)
{
    const auto mark = std::ranges::find(afterSlashes, std::byte{'?'});
    const ByteView beforeQuery(afterSlashes.begin(), mark);
    const auto slash = std::ranges::find(beforeQuery, std::byte{'/'});
    Parts parts;
    const SecretBytes type = SecretBytes::copyOf(ByteView(beforeQuery.begin(), slash));
    parts.type = type.text().toByteArray().trimmed().toLower();
    if (slash != beforeQuery.end())
        parts.path = ByteView(slash + 1, beforeQuery.end());
    if (mark != afterSlashes.end())
        parts.query = QueryParameters::ofQuery(ByteView(mark + 1, afterSlashes.end()));
    return parts;
}

// A whole number from `smallest` to `largest`, or `absent` where nothing stands.
Result<quint64> numberOf(const QueryParameters &query, QByteArrayView name, quint64 absent, quint64 smallest,
                         quint64 largest, ErrorCode error)
{
    const QString text = query.text(name);
    if (text.isEmpty())
        return absent;
    const bool onlyDigits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const quint64 number = onlyDigits ? text.toULongLong(&fits) : 0;
    if (!fits || number < smallest || number > largest)
        return failure(error, text.left(longestDetail));
    return number;
}

// `otpauth://steam/`, `encoder=steam` (KeePassXC) and the bare `&steam` (Stratum); `steam=false` would be no.
bool saysSteam(const Parts &parts)
{
    if (parts.type == "steam" || parts.query.text("encoder").compare(QLatin1String("steam"), Qt::CaseInsensitive) == 0)
        return true;
    const QString flag = parts.query.text("steam").toLower();
    return parts.query.contains("steam") && flag != QLatin1String("false") && flag != QLatin1String("0");
}

Result<otp::Parameters> parametersOf(const Parts &parts)
{
    const Result<otp::Algorithm> algorithm = otp::algorithmFromName(parts.query.text("algorithm"));
    if (!algorithm)
        return std::unexpected(algorithm.error());
    if (parts.type != "hotp" && saysSteam(parts))
        return otp::Steam{};
    const Result<quint64> digits = numberOf(parts.query, "digits", 6, 1, 10, ErrorCode::InvalidDigits);
    if (!digits)
        return std::unexpected(digits.error());
    if (parts.type == "hotp") {
        const Result<quint64> counter =
            numberOf(parts.query, "counter", 0, 0, largestCounter, ErrorCode::InvalidCounter);
        if (!counter)
            return std::unexpected(counter.error());
        return otp::Hotp{*algorithm, int(*digits), *counter};
    }
    const Result<quint64> period = numberOf(parts.query, "period", 30, 1, 86400, ErrorCode::InvalidPeriod);
    if (!period)
        return std::unexpected(period.error());
    return otp::Totp{*algorithm, int(*digits), int(*period)};
}

// Ente's `codeDisplay={"pinned":…,"trashed":…,"tags":[…]}`. Anything else in it, or no JSON at all, is no error.
void takeCodeDisplay(const QueryParameters &query, Proposal &proposal)
{
    const QJsonObject display = QJsonDocument::fromJson(query.text("codedisplay").toUtf8()).object();
    proposal.account.pinned = display.value(QLatin1String("pinned")).toBool();
    proposal.account.group = display.value(QLatin1String("tags")).toArray().first().toString().trimmed();
    if (display.value(QLatin1String("trashed")).toBool())
        proposal.remarks.append(Remark::MarkedTrashed);
}

// Steam's own link is a plain TOTP one. Whoever writes digits=6 to it means six digits.
bool mayBeSteam(const Account &account, const QueryParameters &query)
{
    return std::holds_alternative<otp::Totp>(account.parameters) && query.text("digits") != QLatin1String("6")
        && account.issuer.compare(QLatin1String("Steam"), Qt::CaseInsensitive) == 0;
}

Result<Proposal> readOtpauthParts(const Parts &parts)
{
    if (parts.type != "totp" && parts.type != "hotp" && parts.type != "steam")
        return failure(ErrorCode::UnknownType, textFromOutside(bytesOf(parts.type)).left(longestDetail));
    Result<SecretBytes> secret = decodeBase32(parts.query.value("secret").view());
    if (!secret)
        return std::unexpected(secret.error());
    const Result<otp::Parameters> parameters = parametersOf(parts);
    if (!parameters)
        return std::unexpected(parameters.error());

    Proposal proposal;
    Label label = Label::read(parts.path, parts.query.text("issuer"));
    proposal.account.issuer = std::move(label.issuer);
    proposal.account.name = std::move(label.name);
    proposal.account.parameters = *parameters;
    proposal.secret = std::move(*secret);
    proposal.remarks = remarksOn(proposal.account.parameters, proposal.secret);
    if (label.issuerDiffers)
        proposal.remarks.append(Remark::IssuerDiffersFromLabel);
    if (mayBeSteam(proposal.account, parts.query))
        proposal.remarks.append(Remark::MaybeSteam);
    takeCodeDisplay(parts.query, proposal);
    return proposal;
}

// `steam://SECRET` of Bitwarden and Proton; Proton writes base64 where the key was not base32. Steam's own commands
// (`steam://run/440`) look alike.
Result<Proposal> readSteam(ByteView encodedKey)
{
    const SecretBytes key = percentDecoded(encodedKey, PlusSign::IsPlus);
    ByteView text = trimmed(key.view());
    if (!text.empty() && text.back() == std::byte{'/'})
        text = text.first(text.size() - 1);
    Result<SecretBytes> secret = decodeBase32(text);
    if (!secret && secret.error().code == ErrorCode::InvalidBase32) {
        const QByteArray base64 =
            QByteArray::fromRawData(reinterpret_cast<const char *>(text.data()), qsizetype(text.size()));
        QByteArray::FromBase64Result decoded =
            QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
        SecretBytes bytes = SecretBytes::takeFrom(decoded.decoded);
        if (decoded && bytes.size() >= shortestSteamKey)
            secret = std::move(bytes);
        else if (std::ranges::find(text, std::byte{'/'}) != text.end())
            return failure(ErrorCode::NotAnAccount);
    }
    if (!secret)
        return std::unexpected(secret.error());

    Proposal proposal;
    proposal.account.issuer = QStringLiteral("Steam");
    proposal.account.parameters = otp::Steam{};
    proposal.secret = std::move(*secret);
    proposal.remarks = remarksOn(proposal.account.parameters, proposal.secret);
    return proposal;
}

void append(SecretBytes &uri, QByteArrayView text)
{
    uri.append(bytesOf(text));
}

} // namespace

Result<Proposal> readOtpauth(ByteView utf8)
{
    if (utf8.size() > longestUri)
        return failure(ErrorCode::TooLarge, QString::number(longestUri));
    const ByteView link = trimmed(utf8);
    if (link.empty())
        return failure(ErrorCode::EmptyInput);
    if (!isText(link))
        return failure(ErrorCode::NotText);
    for (const QByteArrayView scheme : {QByteArrayView("otpauth:"), QByteArrayView("apple-otpauth:")}) {
        if (!startsWithFolded(link, scheme))
            continue;
        const ByteView rest = link.subspan(std::size_t(scheme.size()));
        if (!startsWithFolded(rest, "//"))
            return failure(ErrorCode::MalformedLink);
        return readOtpauthParts(split(rest.subspan(2)));
    }
    if (startsWithFolded(link, steamScheme))
        return readSteam(link.subspan(std::size_t(steamScheme.size())));
    return failure(ErrorCode::NotAnAccount);
}

SecretBytes writeOtpauth(const Account &account, const SecretBytes &secret)
{
    const otp::Parameters &parameters = account.parameters;
    const bool isSteam = std::holds_alternative<otp::Steam>(parameters);
    const QString issuer = account.issuer.trimmed();
    SecretBytes uri;
    uri.reserve(longestUri / 64);
    append(uri, isSteam ? "otpauth://steam/" : otp::isCounterBased(parameters) ? "otpauth://hotp/" : "otpauth://totp/");
    uri.append(Label::write(issuer, account.name.trimmed()).view());
    append(uri, "?secret=");
    uri.append(encodeBase32(secret.view()).view());
    if (!issuer.isEmpty()) {
        append(uri, "&issuer=");
        uri.append(percentEncoded(bytesOf(issuer.toUtf8())).view());
    }
    append(uri, "&algorithm=" + otp::algorithmName(otp::algorithmOf(parameters)).toLatin1());
    append(uri, "&digits=" + QByteArray::number(otp::digitsOf(parameters)));
    if (const auto *hotp = std::get_if<otp::Hotp>(&parameters))
        append(uri, "&counter=" + QByteArray::number(hotp->counter));
    else
        append(uri, "&period=" + QByteArray::number(otp::periodOf(parameters)));
    return uri;
}

} // namespace watchword::accounts
