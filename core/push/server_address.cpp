// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/server_address.h"

#include <QUrl>

#include <algorithm>

namespace watchword::push {

namespace {

constexpr qsizetype longestUrl = 2000;

int usualPort(const QString &scheme)
{
    return scheme == QLatin1String("https") ? 443 : 80;
}

// By name and number only: what another name resolves to is for others to say.
bool isLoopback(const QString &host)
{
    static const QStringList hosts = {QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    return hosts.contains(host);
}

// All of ASCII that can be seen. Everything else is to be percent-encoded in a URL, and a host in `xn--`.
bool isPlain(const QString &url)
{
    return std::ranges::all_of(url, [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'\\'; });
}

} // namespace

QString ServerAddress::toString() const
{
    return port == usualPort(scheme) ? host : host + QLatin1Char(':') + QString::number(port);
}

std::optional<ServerAddress> addressOf(const QString &url)
{
    if (url.size() > longestUrl || !isPlain(url))
        return {};
    const QUrl read(url, QUrl::StrictMode);
    ServerAddress address;
    address.scheme = read.scheme();
    address.host = read.host(QUrl::FullyEncoded);
    address.port = read.port(usualPort(address.scheme));
    const bool isEncrypted = address.scheme == QLatin1String("https");
    const bool isLocal = address.scheme == QLatin1String("http") && isLoopback(address.host);
    if (!read.isValid() || address.host.isEmpty() || !read.userInfo().isEmpty() || url.contains(QLatin1Char('@'))
        || read.hasFragment() || address.port < 1 || (!isEncrypted && !isLocal))
        return {};
    return address;
}

} // namespace watchword::push
