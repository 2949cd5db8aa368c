// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/odd_record.h"

#include "core/accounts/query_parameters.h"
#include "core/base/text_bytes.h"
#include "core/vault/push_record.h"
#include "core/vault/record.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <optional>

namespace watchword::vault {

namespace {

using accounts::QueryParameters;

constexpr QByteArrayView oursStart = "watchword-";
constexpr QByteArrayView signInStart = "watchword-push:";

/// The number behind the kind of one of our lines, `watchword-kind:number?`.
std::optional<int> formatOf(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':'), question = line.indexOf('?');
    if (!line.startsWith(oursStart) || colon < 0 || question <= colon)
        return {};
    bool isNumber = false;
    const int number = line.sliced(colon + 1, question - colon - 1).toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

OddRecord::Why whyAccount(ByteView line)
{
    const auto secret = secretOfLine(line);
    if (secret)
        return OddRecord::Why::Doubled;
    const ErrorCode code = secret.error().code;
    return code == ErrorCode::UnknownType || code == ErrorCode::UnknownAlgorithm ? OddRecord::Why::Newer
                                                                                 : OddRecord::Why::Unreadable;
}

OddRecord::Why whySignIn(ByteView line, QByteArrayView text)
{
    const auto push = readPushLine(line);
    if (push)
        return OddRecord::Why::Doubled;
    const auto format = formatOf(text);
    const QueryParameters parameters = QueryParameters::ofLink(line);
    const bool hasWords = std::ranges::all_of(
        std::array{QByteArrayView("kind"), QByteArrayView("state"), QByteArrayView("lock"), QByteArrayView("trust")},
        [&](QByteArrayView name) { return parameters.contains(name); });
    const bool isUnknownWord = hasWords && push.error().detail == QLatin1String("word");
    const bool isNewer = format && (*format != 1 || isUnknownWord);
    return isNewer ? OddRecord::Why::Newer : OddRecord::Why::Unreadable;
}

/// The issuer, where what is secret stands in a parameter of its own: in a line that was cut or run together it might not.
QString serviceOf(ByteView line, QByteArrayView secret)
{
    const QueryParameters parameters = QueryParameters::ofLink(line);
    if (!parameters.contains(secret) || !parameters.contains("issuer"))
        return {};
    const SecretBytes issuer = parameters.value("issuer");
    if (!isText(issuer.view()) || std::ranges::any_of(issuer.text(), [](char c) { return c == '='; }))
        return {};
    return QString::fromUtf8(issuer.text()).trimmed();
}

} // namespace

OddRecord oddRecordOf(ByteView line, int number)
{
    const QByteArrayView text(reinterpret_cast<const char *>(line.data()), qsizetype(line.size()));
    OddRecord record;
    record.line = number;
    if (text.startsWith("otpauth://")) {
        record.kind = OddRecord::Kind::Account;
        record.why = whyAccount(line);
        record.service = serviceOf(line, "secret");
    } else if (text.startsWith(signInStart)) {
        record.kind = OddRecord::Kind::SignIn;
        record.why = whySignIn(line, text);
        record.service = serviceOf(line, "private");
    } else if (formatOf(text)) {
        record.why = OddRecord::Why::Newer;
    }
    return record;
}

} // namespace watchword::vault
