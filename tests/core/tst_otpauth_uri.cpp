// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Each row of read_data is one deviation that real services and authenticators write, and the reading that was chosen.
#include "core/accounts/otpauth_uri.h"
#include "core/accounts/query_parameters.h"
#include "core/base/text_bytes.h"

#include <QTest>

#include <random>

using namespace watchword;
using namespace watchword::accounts;
using namespace watchword::otp;

namespace {

// What a link is expected to give.
struct Reading {
    QString issuer = QStringLiteral("ACME");
    QString name = QStringLiteral("alice");
    Parameters parameters = Totp{};
    QByteArray secretHex = "48656c6c6f21deadbeef"; // JBSWY3DPEHPK3PXP
    QList<Remark> remarks = {};
    bool pinned = false;
    QString group = {};
};

void row(const char *name, const QByteArray &link, const Reading &reading)
{
    QTest::newRow(name) << link << reading;
}

QByteArray textOf(const SecretBytes &secret)
{
    return secret.text().toByteArray();
}

} // namespace

Q_DECLARE_METATYPE(Reading)

class TestOtpauthUri final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_what_services_write_data();
    void reads_what_services_write();
    void reads_every_spelling_of_steam_data();
    void reads_every_spelling_of_steam();
    void writes_the_most_compatible_spelling_data();
    void writes_the_most_compatible_spelling();
    void gives_back_what_it_wrote();
    void gives_back_the_hard_names_data();
    void gives_back_the_hard_names();
    void splits_a_query_and_keeps_its_order();
    void says_which_parameters_it_gives_a_meaning();

private:
    void check();
    void columns();
};

void TestOtpauthUri::columns()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<Reading>("reading");
}

void TestOtpauthUri::check()
{
    QFETCH(QByteArray, link);
    QFETCH(Reading, reading);
    const Result<Proposal> read = readOtpauth(bytesOf(link));
    QVERIFY2(read.has_value(), read ? "" : QByteArray::number(int(read.error().code)).constData());
    QCOMPARE(read->account.issuer, reading.issuer);
    QCOMPARE(read->account.name, reading.name);
    QVERIFY(read->account.parameters == reading.parameters);
    QCOMPARE(textOf(read->secret).toHex(), reading.secretHex);
    QCOMPARE(read->remarks, reading.remarks);
    QCOMPARE(read->account.pinned, reading.pinned);
    QCOMPARE(read->account.group, reading.group);
    QVERIFY(read->account.id.isNull());
    QVERIFY(!read->account.trashed.has_value());
}

void TestOtpauthUri::reads_what_services_write_data()
{
    columns();
    const QByteArray s = "?secret=JBSWY3DPEHPK3PXP";
    const auto utf8 = [](const char *text) { return QString::fromUtf8(text); };

    // The definition itself
    row("Key Uri Format: everything spelled out",
        "otpauth://totp/ACME:alice" + s + "&issuer=ACME&algorithm=SHA1&digits=6&period=30", {});
    row("Key Uri Format: defaults", "otpauth://totp/ACME:alice" + s, {});
    row("Key Uri Format: hotp with counter", "otpauth://hotp/ACME:alice" + s + "&issuer=ACME&counter=42",
        {.parameters = Hotp{Algorithm::Sha1, 6, 42}});
    row("Key Uri Format: colon as %3A", "otpauth://totp/ACME%3Aalice" + s + "&issuer=ACME", {});
    row("Key Uri Format: blanks after the colon", "otpauth://totp/ACME:%20%20alice" + s + "&issuer=ACME", {});
    row("Key Uri Format: blank after the encoded colon", "otpauth://totp/ACME%3A%20alice" + s, {});
    row("Key Uri Format: 8 digits, 60 s, SHA256",
        "otpauth://totp/ACME:alice" + s + "&digits=8&period=60&algorithm=SHA256",
        {.parameters = Totp{Algorithm::Sha256, 8, 60}});

    // Issuer: label, parameter, both
    row("issuer only in the label (Stratum, Keysmith, FreeOTP)", "otpauth://totp/ACME:alice" + s, {});
    row("issuer only as parameter (Ente, Proton, Yubico)", "otpauth://totp/alice" + s + "&issuer=ACME", {});
    row("issuer in both and different: the parameter, and said", "otpauth://totp/Other:alice" + s + "&issuer=ACME",
        {.remarks = {Remark::IssuerDiffersFromLabel}});
    row("issuer in both, other case: not worth saying", "otpauth://totp/acme:alice" + s + "&issuer=ACME", {});
    row("issuer of the parameter doubled in the name", "otpauth://totp/ACME:ACME:alice" + s + "&issuer=ACME", {});
    row("other issuer in the label, the parameter's in the name",
        "otpauth://totp/Other:ACME:alice" + s + "&issuer=ACME", {.remarks = {Remark::IssuerDiffersFromLabel}});
    row("issuer doubled in the label alone", "otpauth://totp/ACME:ACME:alice" + s, {});
    row("issuer with a colon in it", "otpauth://totp/ACME%3A%20Labs%3Aalice" + s + "&issuer=ACME%3A%20Labs",
        {.issuer = utf8("ACME: Labs")});
    row("neither issuer nor prefix", "otpauth://totp/alice" + s, {.issuer = QString()});

    // Empty and doubled parameters
    row("issuer= empty is absent", "otpauth://totp/ACME:alice" + s + "&issuer=", {});
    row("issuer without = (Ente: &issuer&period=30)", "otpauth://totp/ACME:alice" + s + "&issuer&period=30", {});
    row("issuer twice: the first wins (OTPClient)", "otpauth://totp/alice" + s + "&issuer=ACME&issuer=Second", {});
    row("issuer empty, then given: empty is absent", "otpauth://totp/alice" + s + "&issuer=&issuer=ACME", {});
    row("secret twice: the first wins", "otpauth://totp/ACME:alice" + s + "&secret=GEZDGNBV", {});
    row("&& and a trailing &", "otpauth://totp/ACME:alice?&secret=JBSWY3DPEHPK3PXP&&issuer=ACME&", {});
    row("&amp; of a link copied out of HTML", "otpauth://totp/ACME:alice" + s + "&amp;issuer=ACME&amp;digits=8",
        {.parameters = Totp{Algorithm::Sha1, 8, 30}});

    // Blanks and plus signs
    row("blank in path as %20, in query as + (Aegis: Air Canada)",
        "otpauth://totp/Air%20Canada:Benjamin" + s + "&issuer=Air+Canada",
        {.issuer = utf8("Air Canada"), .name = utf8("Benjamin")});
    row("blank in query as %20", "otpauth://totp/alice" + s + "&issuer=Air%20Canada", {.issuer = utf8("Air Canada")});
    row("raw blanks everywhere", "otpauth://totp/Air Canada:Ben Jamin" + s + "&issuer=Air Canada",
        {.issuer = utf8("Air Canada"), .name = utf8("Ben Jamin")});
    row("+ in the path is a plus (WinAuth reads a blank)", "otpauth://totp/ACME:alice+work@example.org" + s,
        {.name = utf8("alice+work@example.org")});
    row("%2B in the query is a plus", "otpauth://totp/alice" + s + "&issuer=C%2B%2B", {.issuer = utf8("C++")});
    row("never decoded twice: %2525 (Stratum, 2FAS do)", "otpauth://totp/ACME:100%2525" + s, {.name = utf8("100%25")});
    row("never decoded twice: %26 stays in the issuer", "otpauth://totp/alice" + s + "&issuer=A%26B",
        {.issuer = utf8("A&B")});
    row("never decoded twice: %23 stays in the name", "otpauth://totp/ACME:a%23b" + s, {.name = utf8("a#b")});
    row("a % that encodes nothing is a %", "otpauth://totp/ACME:100%" + s + "&issuer=ACME", {.name = utf8("100%")});

    // What URL classes trip over
    row("raw # and ! and blanks in the label (Ente: Acc !@#444)", "otpauth://totp/ACME:Acc !@#444" + s,
        {.name = utf8("Acc !@#444")});
    row("raw # in the issuer", "otpauth://totp/alice" + s + "&issuer=C# Club&digits=8",
        {.issuer = utf8("C# Club"), .parameters = Totp{Algorithm::Sha1, 8, 30}});
    row("raw UTF-8 and emoji", "otpauth://totp/Café ☕:zoë 🔑" + s,
        {.issuer = utf8("Café ☕"), .name = utf8("zoë 🔑")});
    row("percent-encoded UTF-8", "otpauth://totp/Caf%C3%A9:zo%C3%AB" + s,
        {.issuer = utf8("Café"), .name = utf8("zoë")});
    row("percent-encoded Latin-1 of an old service", "otpauth://totp/Caf%E9:zoe" + s,
        {.issuer = utf8("Café"), .name = utf8("zoe")});
    row("/ in the label: all of it (Proton keeps the last part)", "otpauth://totp/ACME:team/alice/laptop" + s,
        {.name = utf8("team/alice/laptop")});
    row("? in the query's values", "otpauth://totp/alice" + s + "&issuer=Who?", {.issuer = utf8("Who?")});

    // Colons
    row("second colon (Matrix:@user:server)", "otpauth://totp/Matrix:@user:server" + s,
        {.issuer = utf8("Matrix"), .name = utf8("@user:server")});
    row("second colon, encoded first (Matrix%3A@user:server), issuer given",
        "otpauth://totp/Matrix%3A@user:server" + s + "&issuer=Matrix",
        {.issuer = utf8("Matrix"), .name = utf8("@user:server")});
    row("two encoded colons: the first (Proton takes the last)", "otpauth://totp/Matrix%3A@user%3Aserver" + s,
        {.issuer = utf8("Matrix"), .name = utf8("@user:server")});
    row("first bare colon before an encoded one", "otpauth://totp/A%3AB:c" + s,
        {.issuer = utf8("A:B"), .name = utf8("c")});
    row(":account has no issuer (Ente, Proton)", "otpauth://totp/:alice" + s, {.issuer = QString()});
    row("%3Aaccount has no issuer", "otpauth://totp/%3Aalice" + s, {.issuer = QString()});
    row("issuer: without account", "otpauth://totp/ACME:" + s, {.name = QString()});

    // No label
    row("no label: /totp/?secret= (Bitwarden exports)", "otpauth://totp/" + s + "&issuer=ACME", {.name = QString()});
    row("no label: /totp?secret= (Keysmith)", "otpauth://totp" + s, {.issuer = QString(), .name = QString()});

    // Case
    row("upper case of QR alphanumeric mode", "OTPAUTH://TOTP/ACME:alice?SECRET=JBSWY3DPEHPK3PXP&ISSUER=ACME&DIGITS=8",
        {.parameters = Totp{Algorithm::Sha1, 8, 30}});
    row("mixed case", "OtpAuth://Hotp/ACME:alice?Secret=jbswy3dpehpk3pxp&Counter=7",
        {.parameters = Hotp{Algorithm::Sha1, 6, 7}});

    // Keys
    row("secret in lower case", "otpauth://totp/ACME:alice?secret=jbswy3dpehpk3pxp", {});
    row("secret with + as blanks", "otpauth://totp/ACME:alice?secret=JBSW+Y3DP+EHPK+3PXP", {});
    row("secret with %20 as blanks", "otpauth://totp/ACME:alice?secret=jbsw%20y3dp%20ehpk%203pxp", {});
    row("secret with raw blanks, dashes, underscores", "otpauth://totp/ACME:alice?secret=JBSW Y3DP-EHPK_3PXP", {});
    row("secret with = padding", "otpauth://totp/ACME:alice?secret=JBSWY3DPEHPK3PXPGE======&issuer=ACME",
        {.secretHex = "48656c6c6f21deadbeef31"});
    row("secret with %3D padding (KeePassXC)", "otpauth://totp/ACME:alice?secret=JBSWY3DPEHPK3PXPGE%3D%3D%3D%3D%3D%3D",
        {.secretHex = "48656c6c6f21deadbeef31"});
    row("secret percent-encoded once", "otpauth://totp/ACME:alice?secret=%4ABSWY3DPEHPK3PXP", {});
    row("base32 of impossible length 17 (ASKDJKS and others)", "otpauth://totp/ACME:alice?secret=JBSWY3DPEHPK3PXPX",
        {});
    row("base32 of impossible length 7, rest bits set (Stratum: ASKDJKS)", "otpauth://totp/ACME:alice?secret=ASKDJKS",
        {.secretHex = "049434aa", .remarks = {Remark::ShortSecret}});
    row("base32 of impossible length 3", "otpauth://totp/ACME:alice?secret=ABC",
        {.secretHex = "00", .remarks = {Remark::ShortSecret}});
    row("secret of one byte (Proton samples are 5 to 10)", "otpauth://totp/ACME:alice?secret=74",
        {.secretHex = "ff", .remarks = {Remark::ShortSecret}});
    row("secret of 9 bytes: said", "otpauth://totp/ACME:alice?secret=JBSWY3DPEHPK3PX",
        {.secretHex = "48656c6c6f21deadbe", .remarks = {Remark::ShortSecret}});

    // Algorithms
    const std::pair<const char *, Algorithm> algorithms[] = {{"", Algorithm::Sha1},
                                                             {"SHA1", Algorithm::Sha1},
                                                             {"sha1", Algorithm::Sha1},
                                                             {"SHA-1", Algorithm::Sha1},
                                                             {"SHA_256", Algorithm::Sha256},
                                                             {"sha256", Algorithm::Sha256},
                                                             {"HmacSHA256", Algorithm::Sha256},
                                                             {"HMAC-SHA-256", Algorithm::Sha256},
                                                             {"Algorithm.sha256", Algorithm::Sha256},
                                                             {"Algorithm.sha1", Algorithm::Sha1},
                                                             {"SHA512", Algorithm::Sha512},
                                                             {"HmacSHA512", Algorithm::Sha512},
                                                             {"SHA224", Algorithm::Sha224},
                                                             {"SHA384", Algorithm::Sha384},
                                                             {"%53HA256", Algorithm::Sha256},
                                                             {"SHA256+", Algorithm::Sha256}};
    for (const auto &[spelling, algorithm] : algorithms) {
        row(QByteArray("algorithm=" + QByteArray(spelling) + " (Ente, Aegis, KeePassXC, 2FAS, FreeOTP)").constData(),
            "otpauth://totp/ACME:alice" + s + "&algorithm=" + spelling, {.parameters = Totp{algorithm, 6, 30}});
    }

    // Numbers
    for (int digits = 1; digits <= 10; ++digits) {
        row(QByteArray("digits=" + QByteArray::number(digits)).constData(),
            "otpauth://totp/ACME:alice" + s + "&digits=" + QByteArray::number(digits),
            {.parameters = Totp{Algorithm::Sha1, digits, 30},
             .remarks = digits < 6 || digits > 8 ? QList<Remark>{Remark::UnusualDigits} : QList<Remark>{}});
    }
    row("digits= and period= empty are the defaults (Proton, Ente)",
        "otpauth://totp/ACME:alice" + s + "&digits=&period=", {});
    row("digits and period without =", "otpauth://totp/ACME:alice" + s + "&digits&period", {});
    row("digits=06", "otpauth://totp/ACME:alice" + s + "&digits=06", {});
    row("period=1", "otpauth://totp/ACME:alice" + s + "&period=1", {.parameters = Totp{Algorithm::Sha1, 6, 1}});
    row("period=10 (Authy)", "otpauth://totp/ACME:alice" + s + "&period=10",
        {.parameters = Totp{Algorithm::Sha1, 6, 10}});
    row("period=86400", "otpauth://totp/ACME:alice" + s + "&period=86400",
        {.parameters = Totp{Algorithm::Sha1, 6, 86400}});
    row("counter of a totp link means nothing", "otpauth://totp/ACME:alice" + s + "&counter=x", {});
    row("period of a hotp link means nothing", "otpauth://hotp/ACME:alice" + s + "&period=x", {.parameters = Hotp{}});
    row("hotp without counter is 0 (Aegis, andOTP, WinAuth refuse)", "otpauth://hotp/ACME:alice" + s,
        {.parameters = Hotp{}});
    row("hotp with an empty counter is 0", "otpauth://hotp/ACME:alice" + s + "&counter=", {.parameters = Hotp{}});
    row("hotp counter 2^32 (Stratum: 32 bit)", "otpauth://hotp/ACME:alice" + s + "&counter=4294967296",
        {.parameters = Hotp{Algorithm::Sha1, 6, 4294967296ULL}});
    row("hotp counter 2^63-1", "otpauth://hotp/ACME:alice" + s + "&counter=9223372036854775807",
        {.parameters = Hotp{Algorithm::Sha1, 6, 9223372036854775807ULL}});

    // Parameters of others
    row("image=, icon=, color=, lock=, serial=, ww.id= mean nothing",
        "otpauth://totp/ACME:alice" + s
            + "&image=https%3A%2F%2Fexample.org%2Flogo.png&icon=x&color=red&lock=true&issuerAlt=Y"
              "&tags=a&source=z&serial=1&deviceid=2&data=3&ww.id=0123456789abcdef&ww.trashed=1",
        {});
    row("codeDisplay: pinned and tags (Ente)",
        "otpauth://totp/ACME:alice" + s
            + "&codeDisplay=%7B%22pinned%22%3Atrue%2C%22trashed%22%3Afalse%2C%22tags%22%3A%5B%22Work%22%5D%7D",
        {.pinned = true, .group = utf8("Work")});
    row("codeDisplay: trashed is said (Ente)", "otpauth://totp/ACME:alice" + s + "&codeDisplay={\"trashed\":true}",
        {.remarks = {Remark::MarkedTrashed}});
    row("codeDisplay that is no JSON", "otpauth://totp/ACME:alice" + s + "&codeDisplay={{{", {});

    // Wrapping
    row("apple-otpauth:// (iOS)", "apple-otpauth://totp/ACME:alice" + s, {});
    row("byte order mark, CRLF and blanks around it", "\xEF\xBB\xBF  otpauth://totp/ACME:alice" + s + "\r\n", {});
    row("control and bidi characters in the name stay what they are", "otpauth://totp/ACME:a%E2%80%AEb%07" + s,
        {.name = QStringLiteral("a\u202Eb\a")});
    row("markup in the name stays text", "otpauth://totp/ACME:<img src=x>" + s, {.name = utf8("<img src=x>")});

    // Battle.net, WinAuth
    row("Battle.net: 8 digits, serial=",
        "otpauth://totp/BattleNet:EU1234" + s + "&digits=8&issuer=BattleNet&serial=EU1234",
        {.issuer = utf8("BattleNet"), .name = utf8("EU1234"), .parameters = Totp{Algorithm::Sha1, 8, 30}});
}

void TestOtpauthUri::reads_what_services_write()
{
    check();
}

void TestOtpauthUri::reads_every_spelling_of_steam_data()
{
    columns();
    const QByteArray s = "?secret=JBSWY3DPEHPK3PXP";
    const Reading steam{.issuer = QStringLiteral("Steam"), .parameters = Steam{}};
    const Reading nameless{.issuer = QStringLiteral("Steam"), .name = QString(), .parameters = Steam{}};
    row("otpauth://steam/ (Aegis, Ente, andOTP, 2FAS)", "otpauth://steam/Steam:alice" + s + "&issuer=Steam", steam);
    row("otpauth://steam/ with digits=5", "otpauth://steam/Steam:alice" + s + "&digits=5&period=30&algorithm=SHA1",
        steam);
    row("OTPAUTH://STEAM/", "OTPAUTH://STEAM/Steam:alice" + s, steam);
    row("&steam (Stratum)", "otpauth://totp/Steam:alice" + s + "&issuer=Steam&steam", steam);
    row("&steam=", "otpauth://totp/Steam:alice" + s + "&steam=", steam);
    row("encoder=steam (KeePassXC)", "otpauth://totp/Steam:alice" + s + "&encoder=steam", steam);
    row("encoder=steam wins over digits=6", "otpauth://totp/Steam:alice" + s + "&digits=6&period=30&encoder=steam",
        steam);
    row("encoder=Steam, another issuer", "otpauth://totp/Valve:alice" + s + "&encoder=Steam",
        {.issuer = QStringLiteral("Valve"), .parameters = Steam{}});
    row("steam=false is no marker", "otpauth://totp/ACME:alice" + s + "&steam=false", {});
    row("issuer twice on a Steam link (OTPClient)",
        "otpauth://totp/Steam:alice" + s + "&issuer=Steam&issuer=Steam&digits=5",
        {.issuer = QStringLiteral("Steam"),
         .parameters = Totp{Algorithm::Sha1, 5, 30},
         .remarks = {Remark::UnusualDigits, Remark::MaybeSteam}});
    row("Steam's own link has no marker: asked", "otpauth://totp/Steam:alice" + s + "&issuer=Steam",
        {.issuer = QStringLiteral("Steam"), .remarks = {Remark::MaybeSteam}});
    row("digits=6 at Steam is not guessed at", "otpauth://totp/Steam:alice" + s + "&issuer=Steam&digits=6",
        {.issuer = QStringLiteral("Steam")});
    row("steam://SECRET in base32 (Bitwarden)", "steam://JBSWY3DPEHPK3PXP", nameless);
    row("steam://SECRET in lower case", "STEAM://jbswy3dpehpk3pxp", nameless);
    row("steam://SECRET/ with a slash added", "steam://JBSWY3DPEHPK3PXP/", nameless);
    row("steam://SECRET in base64 (Proton)", "steam://SGVsbG8h3q2+7wEjRWeJq83vSGU=",
        {.issuer = QStringLiteral("Steam"),
         .name = QString(),
         .parameters = Steam{},
         .secretHex = "48656c6c6f21deadbeef0123456789abcdef4865"});
    row("steam://SECRET in base64 without padding", "steam://SGVsbG8h3q2%2B7wEjRWeJq83vSGU",
        {.issuer = QStringLiteral("Steam"),
         .name = QString(),
         .parameters = Steam{},
         .secretHex = "48656c6c6f21deadbeef0123456789abcdef4865"});
}

void TestOtpauthUri::reads_every_spelling_of_steam()
{
    check();
}

void TestOtpauthUri::writes_the_most_compatible_spelling_data()
{
    QTest::addColumn<Reading>("account");
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("totp") << Reading{}
                          << QByteArray(
                                 "otpauth://totp/ACME:alice?secret=JBSWY3DPEHPK3PXP&issuer=ACME&algorithm=SHA1&digits=6"
                                 "&period=30");
    QTest::newRow("hotp") << Reading{.parameters = Hotp{Algorithm::Sha256, 8, 42}}
                          << QByteArray("otpauth://hotp/ACME:alice?secret=JBSWY3DPEHPK3PXP&issuer=ACME&algorithm=SHA256"
                                        "&digits=8&counter=42");
    QTest::newRow("steam") << Reading{.parameters = Steam{}}
                           << QByteArray("otpauth://steam/ACME:alice?secret=JBSWY3DPEHPK3PXP&issuer=ACME&algorithm=SHA1"
                                         "&digits=5&period=30");
    QTest::newRow("without issuer: neither prefix nor parameter")
        << Reading{.issuer = QString()}
        << QByteArray("otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30");
    QTest::newRow("without padding")
        << Reading{.secretHex = "48656c6c6f21deadbeef31"}
        << QByteArray(
               "otpauth://totp/ACME:alice?secret=JBSWY3DPEHPK3PXPGE&issuer=ACME&algorithm=SHA1&digits=6&period=30");
    QTest::newRow("blanks as %20, colons as %3A, never +")
        << Reading{.issuer = QStringLiteral("A B: C+D"), .name = QStringLiteral("x:y z+w/ü&=?#%")}
        << QByteArray("otpauth://totp/A%20B%3A%20C%2BD:x%3Ay%20z%2Bw%2F%C3%BC%26%3D%3F%23%25?secret=JBSWY3DPEHPK3PXP"
                      "&issuer=A%20B%3A%20C%2BD&algorithm=SHA1&digits=6&period=30");
    QTest::newRow("nothing but a key") << Reading{
        .issuer = QString(),
        .name = QString()} << QByteArray("otpauth://totp/?secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30");
    QTest::newRow("a colon in a name without issuer")
        << Reading{.issuer = QString(), .name = QStringLiteral("a:b")}
        << QByteArray("otpauth://totp/:a%3Ab?secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30");
}

void TestOtpauthUri::writes_the_most_compatible_spelling()
{
    QFETCH(Reading, account);
    QFETCH(QByteArray, link);
    Account written;
    written.issuer = account.issuer;
    written.name = account.name;
    written.parameters = account.parameters;
    const QByteArray secret = QByteArray::fromHex(account.secretHex);
    QCOMPARE(textOf(writeOtpauth(written, SecretBytes::copyOf(bytesOf(secret)))), link);
}

namespace {

// Random accounts, hard ones on purpose: text made of what the link's own grammar uses, and of other scripts.
class RandomAccounts
{
public:
    explicit RandomAccounts(quint32 seed)
        : m_random(seed)
    {
    }

    Proposal next()
    {
        Proposal proposal;
        proposal.account.issuer = text();
        proposal.account.name = text();
        proposal.account.parameters = parameters();
        proposal.secret = SecretBytes(std::size_t(number(1, 64)));
        for (std::byte &byte : proposal.secret.data())
            byte = std::byte(number(0, 255));
        return proposal;
    }

private:
    int number(int from, int to) { return int(m_random() % quint32(to - from + 1)) + from; }

    QString text()
    {
        static const QStringList pieces = {
            QStringLiteral("a"),      QStringLiteral("Z9"),     QStringLiteral(" "),      QStringLiteral("%"),
            QStringLiteral("%20"),    QStringLiteral("+"),      QStringLiteral("&"),      QStringLiteral("="),
            QStringLiteral("#"),      QStringLiteral("?"),      QStringLiteral("/"),      QStringLiteral(":"),
            QStringLiteral("::"),     QStringLiteral("ACME:"),  QStringLiteral("%3A"),    QStringLiteral("ü"),
            QStringLiteral("\u202E"), QStringLiteral("日本"),   QStringLiteral("🔑"),     QStringLiteral("\n"),
            QStringLiteral("\t"),     QStringLiteral("\u0001"), QStringLiteral("issuer"), QStringLiteral("amp;")};
        QString text;
        for (int i = number(0, 6); i > 0; --i)
            text += pieces.at(number(0, int(pieces.size()) - 1));
        return text.trimmed();
    }

    Parameters parameters()
    {
        const auto algorithm = Algorithm(number(0, 4));
        switch (number(0, 3)) {
        case 0: return Steam{};
        case 1: return Hotp{algorithm, number(1, 10), (quint64(m_random()) << 31) | m_random()};
        default: return Totp{algorithm, number(1, 10), number(1, 86400)};
        }
    }

    std::mt19937 m_random;
};

} // namespace

void TestOtpauthUri::gives_back_what_it_wrote()
{
    const auto seed = qEnvironmentVariableIntValue("WATCHWORD_TEST_SEED");
    const quint32 used = seed != 0 ? quint32(seed) : 20260823U;
    RandomAccounts accounts(used);
    for (int i = 0; i < 5000; ++i) {
        const Proposal proposal = accounts.next();
        const SecretBytes link = writeOtpauth(proposal.account, proposal.secret);
        const QByteArray where =
            "seed " + QByteArray::number(used) + ", account " + QByteArray::number(i) + ": " + textOf(link);
        QVERIFY2(!link.text().contains('\n') && !link.text().contains(' '), where.constData());
        const Result<Proposal> read = readOtpauth(link.view());
        QVERIFY2(read.has_value(), where.constData());
        QVERIFY2(read->account.issuer == proposal.account.issuer, where.constData());
        QVERIFY2(read->account.name == proposal.account.name, where.constData());
        QVERIFY2(read->account.parameters == proposal.account.parameters, where.constData());
        QVERIFY2(read->secret == proposal.secret, where.constData());
    }
}

void TestOtpauthUri::gives_back_the_hard_names_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("name");
    QTest::newRow("name begins with the issuer") << QStringLiteral("A") << QStringLiteral("A:b");
    QTest::newRow("colon in the name, no issuer") << QString() << QStringLiteral("a:b");
    QTest::newRow("name begins with a colon, no issuer") << QString() << QStringLiteral(":b");
    QTest::newRow("issuer ends with a colon") << QStringLiteral("A:") << QStringLiteral("b");
    QTest::newRow("issuer is a colon") << QStringLiteral(":") << QStringLiteral(":");
    QTest::newRow("issuer begins with the issuer") << QStringLiteral("A:A") << QStringLiteral("A");
    QTest::newRow("no name, colons in the issuer") << QStringLiteral("A:B:C") << QString();
    QTest::newRow("a byte order mark in front of the name") << QStringLiteral("A") << QStringLiteral("\uFEFFb");
    QTest::newRow("a byte order mark in front of the issuer") << QStringLiteral("\uFEFFA") << QStringLiteral("b");
    QTest::newRow("blanks around the inner colon") << QStringLiteral("A :") << QStringLiteral(": b");
}

void TestOtpauthUri::gives_back_the_hard_names()
{
    QFETCH(QString, issuer);
    QFETCH(QString, name);
    Account account;
    account.issuer = issuer;
    account.name = name;
    const SecretBytes link = writeOtpauth(account, SecretBytes(20));
    const Result<Proposal> read = readOtpauth(link.view());
    QVERIFY(read.has_value());
    QCOMPARE(read->account.issuer, issuer);
    QCOMPARE(read->account.name, name);
    QVERIFY(!read->remarks.contains(Remark::IssuerDiffersFromLabel));
}

void TestOtpauthUri::splits_a_query_and_keeps_its_order()
{
    const QByteArray line = "otpauth://totp/x?Secret=AA%20&ww.id=0a&future=%2B+b&flag&future=c&&empty=";
    const QueryParameters query = QueryParameters::ofLink(bytesOf(line));
    QByteArrayList names;
    QByteArrayList raws;
    for (const QueryParameter &parameter : query.all()) {
        names.append(parameter.name);
        raws.append(QByteArray(reinterpret_cast<const char *>(parameter.raw.data()), qsizetype(parameter.raw.size())));
    }
    QCOMPARE(names, QByteArrayList({"secret", "ww.id", "future", "flag", "future", "empty"}));
    QCOMPARE(raws, QByteArrayList({"Secret=AA%20", "ww.id=0a", "future=%2B+b", "flag", "future=c", "empty="}));
    QCOMPARE(textOf(query.value("secret")), QByteArray("AA "));
    QCOMPARE(query.text("future"), QStringLiteral("+ b"));
    QVERIFY(query.contains("flag") && query.value("flag").isEmpty());
    QVERIFY(!query.contains("absent") && query.value("absent").isEmpty());
    QVERIFY(QueryParameters::ofLink(bytesOf("watchword-safe:1")).all().empty());
}

void TestOtpauthUri::says_which_parameters_it_gives_a_meaning()
{
    for (const QByteArrayView name :
         {"secret", "issuer", "algorithm", "digits", "period", "counter", "steam", "encoder"})
        QVERIFY(isOtpauthParameter(name));
    for (const QByteArrayView name : {"ww.id", "image", "codedisplay", "Secret", ""})
        QVERIFY(!isOtpauthParameter(name));
}

QTEST_GUILESS_MAIN(TestOtpauthUri)
#include "tst_otpauth_uri.moc"
