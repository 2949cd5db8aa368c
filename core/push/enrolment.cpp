// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/enrolment.h"

#include "core/accounts/label.h"
#include "core/accounts/query_parameters.h"
#include "core/base/text_bytes.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

namespace watchword::push {

namespace {

using accounts::PushLock;
using accounts::PushServer;
using accounts::QueryParameters;

constexpr qsizetype longestName = 200;
constexpr int longestMinutes = 24 * 60;

struct LinkStart {
    QByteArrayView text;
    PushServer server;
};
constexpr std::array linkStarts = {
    LinkStart{"otpauth://pipush", PushServer::PrivacyIdea},
    LinkStart{"pia://pipush", PushServer::PrivacyIdea},
    LinkStart{"edumfa-push://edumfa", PushServer::EduMfa},
};

const LinkStart *startOf(ByteView link)
{
    const auto found = std::ranges::find_if(linkStarts, [link](const LinkStart &start) {
        const auto length = std::size_t(start.text.size());
        return startsWithFolded(link, start.text) && link.size() > length
            && (link[length] == std::byte{'/'} || link[length] == std::byte{'?'});
    });
    return found == linkStarts.end() ? nullptr : &*found;
}

// A parameter that stands there twice would be read in two ways by two programs.
QString doubledParameter(const QueryParameters &query)
{
    static const QSet<QByteArray> known = {"url", "ttl",       "issuer",    "enrollment_credential", "v", "serial",
                                           "pin", "sslverify", "poll_only", "app_force_unlock"};
    QSet<QByteArray> seen;
    for (const auto &parameter : query.all()) {
        if (known.contains(parameter.name) && seen.contains(parameter.name))
            return QString::fromLatin1(parameter.name);
        seen.insert(parameter.name);
    }
    return {};
}

// Python's text of a truth value.
bool isTrue(const QString &text)
{
    return text == QLatin1String("1") || text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

PushLock lockIn(const QueryParameters &query)
{
    const QString kind = query.text("app_force_unlock").toLower();
    if (kind == QLatin1String("biometric"))
        return PushLock::Biometric;
    if (kind == QLatin1String("pin"))
        return PushLock::Pin;
    return !kind.isEmpty() || isTrue(query.text("pin")) ? PushLock::Any : PushLock::None;
}

// Absent or nonsense: as long as an app of the servers' own takes.
int minutesIn(const QueryParameters &query)
{
    bool isNumber = false;
    const int minutes = query.text("ttl").toInt(&isNumber);
    return isNumber && minutes >= 1 ? std::min(minutes, longestMinutes) : Enrolment().minutes;
}

// What is signed and compared is taken as it stands, blanks at its ends too.
QString exactText(const QueryParameters &query, QByteArrayView name)
{
    const SecretBytes value = query.value(name);
    return value.text().isValidUtf8() ? QString::fromUtf8(value.text()) : QString();
}

ByteView pathIn(ByteView link, const LinkStart &start)
{
    ByteView path = link.subspan(std::size_t(start.text.size()));
    if (!path.empty() && path.front() == std::byte{'/'})
        path = path.subspan(1);
    return {path.begin(), std::ranges::find(path, std::byte{'?'})};
}

} // namespace

bool isPlainName(const QString &text)
{
    const auto isBad = [](QChar c) { return c == u'|' || c.category() == QChar::Other_Control; };
    return !text.isEmpty() && text.size() <= longestName && std::ranges::none_of(text, isBad);
}

bool isEnrolmentLink(ByteView link)
{
    return startOf(trimmed(link)) != nullptr;
}

Expected<Enrolment> readEnrolment(ByteView text)
{
    const ByteView link = trimmed(text);
    const LinkStart *const start = startOf(link);
    if (!start || link.size() > longestEnrolmentLink || !isText(link))
        return troubled(Trouble::NoEnrolment);
    const QueryParameters query = QueryParameters::ofLink(link);
    if (const QString doubled = doubledParameter(query); !doubled.isEmpty())
        return troubled(Trouble::IncompleteLink, doubled);
    if (query.text("v") != QLatin1String("1"))
        return troubled(Trouble::UnknownVersion);

    Enrolment enrolment;
    enrolment.server = start->server;
    const accounts::Label label = accounts::Label::read(pathIn(link, *start), query.text("issuer"));
    enrolment.issuer = label.issuer;
    enrolment.name = label.name;
    enrolment.serial = query.contains("serial") ? exactText(query, "serial") : label.name;
    if (!isPlainName(enrolment.serial))
        return troubled(Trouble::UnusableSerial);
    enrolment.url = exactText(query, "url");
    if (enrolment.url.isEmpty())
        return troubled(Trouble::IncompleteLink, QStringLiteral("url"));
    if (!enrolment.url.contains(QLatin1String("://")))
        enrolment.url.prepend(QLatin1String("https://"));
    const std::optional<ServerAddress> address = addressOf(enrolment.url);
    if (!address)
        return troubled(Trouble::UnusableAddress);
    enrolment.address = *address;
    enrolment.credential = query.value("enrollment_credential");
    if (enrolment.credential.isEmpty() || enrolment.credential.size() > std::size_t(longestName)
        || !isText(enrolment.credential.view()))
        return troubled(Trouble::IncompleteLink, QStringLiteral("enrollment_credential"));
    enrolment.minutes = minutesIn(query);
    enrolment.wantsVerification = query.text("sslverify") != QLatin1String("0");
    enrolment.lock = lockIn(query);
    return enrolment;
}

} // namespace watchword::push
