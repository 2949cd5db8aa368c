// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/query_parameters.h"

#include "core/accounts/percent_encoding.h"
#include "core/base/text_bytes.h"

#include <algorithm>
#include <array>

namespace watchword::accounts {

namespace {

QueryParameter parameterOf(ByteView raw)
{
    const auto equals = std::ranges::find(raw, std::byte{'='});
    const ByteView rawName(raw.begin(), equals);
    const SecretBytes decoded = percentDecoded(rawName, PlusSign::IsBlank);
    QByteArray name = decoded.text().toByteArray().trimmed().toLower();
    if (name.startsWith("amp;"))
        name.remove(0, 4);
    return {name, raw, equals == raw.end() ? ByteView() : ByteView(equals + 1, raw.end())};
}

} // namespace

QueryParameters QueryParameters::ofQuery(ByteView query)
{
    QueryParameters parameters;
    while (!query.empty()) {
        const auto end = std::ranges::find(query, std::byte{'&'});
        if (end != query.begin())
            parameters.m_parameters.push_back(parameterOf(ByteView(query.begin(), end)));
        query = end == query.end() ? ByteView() : ByteView(end + 1, query.end());
    }
    return parameters;
}

QueryParameters QueryParameters::ofLink(ByteView link)
{
    const auto mark = std::ranges::find(link, std::byte{'?'});
    return mark == link.end() ? QueryParameters() : ofQuery(ByteView(mark + 1, link.end()));
}

bool QueryParameters::contains(QByteArrayView name) const
{
    return std::ranges::any_of(m_parameters,
                               [name](const QueryParameter &parameter) { return parameter.name == name; });
}

SecretBytes QueryParameters::value(QByteArrayView name) const
{
    for (const QueryParameter &parameter : m_parameters) {
        if (parameter.name == name && !parameter.rawValue.empty())
            return percentDecoded(parameter.rawValue, PlusSign::IsBlank);
    }
    return {};
}

QString QueryParameters::text(QByteArrayView name) const
{
    for (const QueryParameter &parameter : m_parameters) {
        if (parameter.name != name)
            continue;
        const QString text = textFromOutside(percentDecoded(parameter.rawValue, PlusSign::IsBlank).view()).trimmed();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

bool isOtpauthParameter(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 8> known = {"secret", "issuer",  "algorithm", "digits",
                                                            "period", "counter", "steam",     "encoder"};
    return std::ranges::find(known, name) != known.end();
}

} // namespace watchword::accounts
