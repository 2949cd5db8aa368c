// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrol/refused_name.h"

#include "core/accounts/label.h"
#include "core/accounts/query_parameters.h"
#include "core/base/text_bytes.h"
#include "core/enrol/recognise.h"

#include <algorithm>
#include <array>

namespace watchword::enrol {

namespace {

// A name may be shown; a key that a broken link has in the place of the name may not.
bool mayHoldKey(const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    return name.contains(u'=') || name.contains(u'&') || name.contains(QLatin1String("secret"), Qt::CaseInsensitive)
        || name.contains(QLatin1String("otpauth"), Qt::CaseInsensitive) || looksLikeBareKey(bytesOf(utf8));
}

QString joined(const QString &issuer, const QString &name)
{
    if (mayHoldKey(issuer) || mayHoldKey(name))
        return {};
    return issuer + (issuer.isEmpty() || name.isEmpty() ? QString() : QStringLiteral(":")) + name;
}

bool holds(const QString &name, const SecretBytes &secret)
{
    return name.toUtf8().contains(secret.text());
}

} // namespace

QString nameInLink(ByteView link)
{
    static constexpr std::array<QByteArrayView, 2> schemes = {"otpauth://", "apple-otpauth://"};
    const auto scheme =
        std::ranges::find_if(schemes, [link](QByteArrayView beginning) { return startsWithFolded(link, beginning); });
    const auto mark = std::ranges::find(link, std::byte{'?'});
    if (scheme == schemes.end() || mark == link.end())
        return {};
    const auto slash = std::find(link.begin() + scheme->size(), mark, std::byte{'/'});
    const accounts::QueryParameters query = accounts::QueryParameters::ofLink(link);
    const SecretBytes secret = query.value("secret");
    if (slash == mark || secret.isEmpty())
        return {};
    const accounts::Label label = accounts::Label::read(ByteView(slash + 1, mark), query.text("issuer"));
    if (holds(label.issuer, secret) || holds(label.name, secret))
        return {};
    return joined(label.issuer, label.name);
}

QString nameOf(const transfer::RefusedEntry &entry)
{
    return joined(entry.issuer, entry.name);
}

} // namespace watchword::enrol
