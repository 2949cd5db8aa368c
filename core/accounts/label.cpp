// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/label.h"

#include "core/accounts/percent_encoding.h"
#include "core/base/text_bytes.h"

#include <algorithm>

namespace watchword::accounts {

namespace {

constexpr std::byte colon{':'};

QString decodedText(ByteView encoded)
{
    return textFromOutside(percentDecoded(encoded, PlusSign::IsPlus).view()).trimmed();
}

// What stands before and after the first colon that is not percent-encoded; before is null without one.
struct Halves {
    QString before;
    ByteView after;
};

Halves splitAtBareColon(ByteView path)
{
    const auto at = std::ranges::find(path, colon);
    if (at == path.end())
        return {QString(), path};
    const QString before = decodedText(ByteView(path.begin(), at));
    return {before.isNull() ? QStringLiteral("") : before, ByteView(at + 1, path.end())};
}

// The name without a second "issuer:" in front. Only a bare colon counts: an encoded one belongs to the name.
QString nameWithoutIssuer(ByteView encodedName, const QString &issuer)
{
    const Halves halves = splitAtBareColon(encodedName);
    const bool doubled = !issuer.isEmpty() && halves.before == issuer;
    return decodedText(doubled ? halves.after : encodedName);
}

} // namespace

Label Label::read(ByteView path, const QString &issuerParameter)
{
    const Halves halves = splitAtBareColon(path);
    const QString issuer = issuerParameter.isEmpty() ? halves.before : issuerParameter;
    if (!halves.before.isNull() && halves.before == issuer)
        return {issuer, nameWithoutIssuer(halves.after, issuer), false};

    const QString whole = decodedText(path);
    if (!issuer.isEmpty() && whole.startsWith(issuer + QLatin1Char(':')))
        return {issuer, whole.sliced(issuer.size() + 1).trimmed(), false};

    if (!halves.before.isNull()) {
        const bool differs = !halves.before.isEmpty() && halves.before.compare(issuer, Qt::CaseInsensitive) != 0;
        return {issuer, nameWithoutIssuer(halves.after, issuer), differs};
    }

    const qsizetype at = whole.indexOf(QLatin1Char(':'));
    if (at < 0)
        return {issuer, whole, false};
    const QString before = whole.first(at).trimmed();
    const bool differs = !before.isEmpty() && !issuer.isEmpty() && before.compare(issuer, Qt::CaseInsensitive) != 0;
    return {issuer.isEmpty() ? before : issuer, whole.sliced(at + 1).trimmed(), differs};
}

SecretBytes Label::write(const QString &issuer, const QString &name)
{
    SecretBytes label = percentEncoded(bytesOf(issuer.toUtf8()));
    if (!issuer.isEmpty() || name.contains(QLatin1Char(':')))
        label.append(ByteView(&colon, 1));
    label.append(percentEncoded(bytesOf(name.toUtf8())).view());
    return label;
}

} // namespace watchword::accounts
