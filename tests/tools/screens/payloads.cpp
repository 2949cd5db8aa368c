// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/payloads.h"

#include <QUrl>

#include <array>

namespace watchword::screens {

namespace {

QByteArray lettersOf(Random &random, const char *alphabet, int length)
{
    const QByteArray letters(alphabet);
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text.append(letters[random.between(0, int(letters.size()) - 1)]);
    return text;
}

QByteArray base32Of(Random &random, int length)
{
    return lettersOf(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
}

QByteArray wordOf(Random &random)
{
    static constexpr std::array words{"acme",  "example", "harbour", "meadow", "bank",   "mail",  "cloud",
                                      "forge", "library", "city",    "tram",   "garden", "atlas", "north"};
    return random.oneOf(words);
}

QByteArray accountLink(Random &random)
{
    const QByteArray issuer = wordOf(random);
    const QByteArray account = wordOf(random) + '.' + wordOf(random) + "%40" + wordOf(random) + ".example";
    QByteArray link = "otpauth://totp/" + issuer + ':' + account
        + "?secret=" + base32Of(random, random.oneOf({16, 26, 32, 32, 52, 64, 103})) + "&issuer=" + issuer;
    if (random.chance(0.4))
        link += "&algorithm=" + QByteArray(random.oneOf({"SHA1", "SHA256", "SHA512"})) + "&digits=6&period=30";
    if (random.chance(0.15))
        link += "&image=https%3A%2F%2Fstatic." + issuer + ".example%2Fassets%2F" + wordOf(random) + ".png";
    return link;
}

QByteArray webLink(Random &random)
{
    QByteArray link = "https://" + wordOf(random) + ".example/" + wordOf(random);
    if (random.chance(0.6))
        link += "?id=" + lettersOf(random, "abcdefghijklmnopqrstuvwxyz0123456789", random.between(8, 90));
    return link;
}

QByteArray payment(Random &random)
{
    return "BCD\n002\n1\nSCT\n\n" + wordOf(random).toUpper() + " e.V.\nDE" + lettersOf(random, "0123456789", 20)
        + "\nEUR" + QByteArray::number(random.between(1, 900)) + ".50\n\n\nInvoice "
        + QByteArray::number(random.between(1000, 9999));
}

QByteArray plainText(Random &random)
{
    if (random.chance(0.3))
        return lettersOf(random, "0123456789", random.between(6, 40));
    QByteArray text = "Gr\xc3\xbc\xc3\x9f"
                      "e, room "
        + QByteArray::number(random.between(100, 999));
    for (int i = random.between(1, 14); i > 0; --i)
        text += ' ' + wordOf(random);
    return text;
}

} // namespace

QByteArray anyPayload(Random &random)
{
    const int kind = random.between(0, 99);
    if (kind < 62)
        return accountLink(random);
    if (kind < 80)
        return webLink(random);
    return kind < 88 ? payment(random) : plainText(random);
}

QByteArray densePayload(Random &random)
{
    // Version 20 holds 858 bytes at level L, version 30 1,732; the percent signs of base64 come on top.
    QByteArray bytes;
    for (int i = random.between(610, 1180); i > 0; --i)
        bytes.append(char(random.between(0, 255)));
    const QByteArray data = QUrl::toPercentEncoding(QString::fromLatin1(bytes.toBase64()));
    return "otpauth-migration://offline?data=" + data;
}

} // namespace watchword::screens
