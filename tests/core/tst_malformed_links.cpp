// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What cannot be an account, and the one error that says why. A wrong code for a link that was misread is worse than any
// of these errors.
#include "core/accounts/otpauth_uri.h"

#include <QMetaEnum>
#include <QTest>

using namespace watchword;
using namespace watchword::accounts;

class TestMalformedLinks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_and_says_why_data();
    void refuses_and_says_why();
    void takes_a_link_of_the_longest_length();
};

void TestMalformedLinks::refuses_and_says_why_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const QByteArray s = "?secret=JBSWY3DPEHPK3PXP";
    const auto row = [](const char *name, const QByteArray &link, ErrorCode code, const char *detail = "") {
        QTest::newRow(name) << link << code << QString::fromUtf8(detail);
    };

    row("nothing", "", ErrorCode::EmptyInput);
    row("only blanks", " \r\n\t ", ErrorCode::EmptyInput);
    row("only a byte order mark", "\xEF\xBB\xBF", ErrorCode::EmptyInput);
    row("NUL in the text", QByteArray("otpauth://totp/a\0b?secret=JBSWY3DPEHPK3PXP", 43), ErrorCode::NotText);
    row("an escape character in the text", "otpauth://totp/a\x1B[31m" + s, ErrorCode::NotText);
    row("bytes that are not UTF-8", "otpauth://totp/Caf\xE9" + s, ErrorCode::NotText);
    row("an overlong UTF-8 sequence", "otpauth://totp/\xC0\xAF" + s, ErrorCode::NotText);
    row("half a surrogate in UTF-8", "otpauth://totp/\xED\xA0\x80" + s, ErrorCode::NotText);
    row("a picture's bytes", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), ErrorCode::NotText);
    row("one byte too long", "otpauth://totp/" + QByteArray(qsizetype(longestUri) - 14, 'a'), ErrorCode::TooLarge,
        "65536");
    row("20 MB", QByteArray(20'000'000, 'a'), ErrorCode::TooLarge, "65536");

    row("a word", "hello", ErrorCode::NotAnAccount);
    row("a web link", "https://example.org/?secret=JBSWY3DPEHPK3PXP", ErrorCode::NotAnAccount);
    row("a Google export", "otpauth-migration://offline?data=CgA%3D", ErrorCode::NotAnAccount);
    row("a push enrolment of another scheme", "pia://pipush/alice?url=https%3A//pi.example.org",
        ErrorCode::NotAnAccount);
    row("a Steam command", "steam://run/440", ErrorCode::NotAnAccount);
    row("a Steam page", "steam://openurl/https://example.org", ErrorCode::NotAnAccount);
    row("text before the link", "see otpauth://totp/a" + s, ErrorCode::NotAnAccount);
    row("otpauth without a colon", "otpauth//totp/a" + s, ErrorCode::NotAnAccount);
    row("otpauth: without slashes", "otpauth:totp/a" + s, ErrorCode::MalformedLink);
    row("otpauth:/ with one slash", "otpauth:/totp/a" + s, ErrorCode::MalformedLink);
    row("otpauth: and nothing", "otpauth:", ErrorCode::MalformedLink);

    row("no type", "otpauth://", ErrorCode::UnknownType);
    row("three slashes", "otpauth:///totp/a" + s, ErrorCode::UnknownType);
    row("type otp", "otpauth://otp/a" + s, ErrorCode::UnknownType, "otp");
    row("type with a blank inside", "otpauth://to tp/a" + s, ErrorCode::UnknownType, "to tp");
    row("Yandex", "otpauth://yaotp/a?secret=LA2V6KMCGYMWWVEW64RNP3JA3I&pin_length=4", ErrorCode::UnknownType, "yaotp");
    row("mOTP as otpauth (andOTP)", "otpauth://motp/a?secret=JBSWY3DPEHPK3PXP", ErrorCode::UnknownType, "motp");
    row("a push enrolment", "otpauth://pipush/PIPU0001?url=https%3A//pi.example.org&v=1", ErrorCode::UnknownType,
        "pipush");
    row("a type of no end is cut in the detail", "otpauth://" + QByteArray(100, 'x') + "/a" + s, ErrorCode::UnknownType,
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");

    row("no query", "otpauth://totp/ACME:alice", ErrorCode::MissingSecret);
    row("no secret", "otpauth://totp/ACME:alice?issuer=ACME", ErrorCode::MissingSecret);
    row("secret empty", "otpauth://totp/ACME:alice?secret=&issuer=ACME", ErrorCode::MissingSecret);
    row("secret without =", "otpauth://totp/ACME:alice?secret", ErrorCode::MissingSecret);
    row("secret of blanks and padding", "otpauth://totp/ACME:alice?secret=+-_%20%3D%3D", ErrorCode::MissingSecret);
    row("secret of one letter: no byte", "otpauth://totp/ACME:alice?secret=A", ErrorCode::MissingSecret);
    row("steam:// and nothing", "steam://", ErrorCode::MissingSecret);

    row("0 in the secret", "otpauth://totp/a?secret=JBSWY3DPEHPK3PX0", ErrorCode::InvalidBase32, "0");
    row("1 in the secret", "otpauth://totp/a?secret=JBSW1", ErrorCode::InvalidBase32, "1");
    row("8 in the secret", "otpauth://totp/a?secret=8BSWY3DPEHPK3PXP", ErrorCode::InvalidBase32, "8");
    row("9 in the secret", "otpauth://totp/a?secret=JBSWY3D9", ErrorCode::InvalidBase32, "9");
    row("a letter of another script", "otpauth://totp/a?secret=JBSWY3DPÜ", ErrorCode::InvalidBase32, "Ü");
    row("secret encoded twice", "otpauth://totp/a?secret=JBSWY3DP%253D", ErrorCode::InvalidBase32, "%");
    row("a fragment after the secret", "otpauth://totp/a?secret=JBSWY3DP#top", ErrorCode::InvalidBase32, "#");
    row("markup in the secret", "otpauth://totp/a?secret=<b>", ErrorCode::InvalidBase32, "<");
    row("NUL in the secret", "otpauth://totp/a?secret=JBSW%00", ErrorCode::InvalidBase32, nullptr);
    row("steam:// with neither base32 nor base64", "steam://JBSW!", ErrorCode::InvalidBase32, "!");
    row("steam:// with base64 that is too short", "steam://SGVsbG8=", ErrorCode::InvalidBase32, "8");

    row("algorithm MD5", "otpauth://totp/a" + s + "&algorithm=MD5", ErrorCode::UnknownAlgorithm, "MD5");
    row("algorithm SHA3", "otpauth://totp/a" + s + "&algorithm=SHA3-256", ErrorCode::UnknownAlgorithm, "SHA3-256");
    row("algorithm SHA2", "otpauth://hotp/a" + s + "&algorithm=sha2", ErrorCode::UnknownAlgorithm, "sha2");
    row("algorithm SHA", "otpauth://totp/a" + s + "&algorithm=SHA", ErrorCode::UnknownAlgorithm, "SHA");
    row("algorithm of Steam that nobody knows", "otpauth://steam/a" + s + "&algorithm=FOO", ErrorCode::UnknownAlgorithm,
        "FOO");

    row("digits=0", "otpauth://totp/a" + s + "&digits=0", ErrorCode::InvalidDigits, "0");
    row("digits=11", "otpauth://totp/a" + s + "&digits=11", ErrorCode::InvalidDigits, "11");
    row("digits=-6", "otpauth://totp/a" + s + "&digits=-6", ErrorCode::InvalidDigits, "-6");
    row("digits=six", "otpauth://hotp/a" + s + "&digits=six", ErrorCode::InvalidDigits, "six");
    row("digits=6.0", "otpauth://totp/a" + s + "&digits=6.0", ErrorCode::InvalidDigits, "6.0");
    row("digits=0x6", "otpauth://totp/a" + s + "&digits=0x6", ErrorCode::InvalidDigits, "0x6");
    row("digits in another script", "otpauth://totp/a" + s + "&digits=٦", ErrorCode::InvalidDigits, "٦");
    row("digits=4294967302", "otpauth://totp/a" + s + "&digits=4294967302", ErrorCode::InvalidDigits, "4294967302");

    row("period=0", "otpauth://totp/a" + s + "&period=0", ErrorCode::InvalidPeriod, "0");
    row("period=-30", "otpauth://totp/a" + s + "&period=-30", ErrorCode::InvalidPeriod, "-30");
    row("period=86401", "otpauth://totp/a" + s + "&period=86401", ErrorCode::InvalidPeriod, "86401");
    row("period=30s", "otpauth://totp/a" + s + "&period=30s", ErrorCode::InvalidPeriod, "30s");
    row("period=1e2", "otpauth://totp/a" + s + "&period=1e2", ErrorCode::InvalidPeriod, "1e2");

    row("counter=-1", "otpauth://hotp/a" + s + "&counter=-1", ErrorCode::InvalidCounter, "-1");
    row("counter=x", "otpauth://hotp/a" + s + "&counter=x", ErrorCode::InvalidCounter, "x");
    row("counter=2^63, after the one after which none can be saved",
        "otpauth://hotp/a" + s + "&counter=9223372036854775808", ErrorCode::InvalidCounter, "9223372036854775808");
    row("counter=2^64-1", "otpauth://hotp/a" + s + "&counter=18446744073709551615", ErrorCode::InvalidCounter,
        "18446744073709551615");
    row("counter=2^64", "otpauth://hotp/a" + s + "&counter=18446744073709551616", ErrorCode::InvalidCounter,
        "18446744073709551616");
}

void TestMalformedLinks::refuses_and_says_why()
{
    QFETCH(QByteArray, link);
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    const Result<Proposal> read = readOtpauth(bytesOf(link));
    QVERIFY(!read.has_value());
    QCOMPARE(int(read.error().code), int(code));
    if (QByteArray(QTest::currentDataTag()) != "NUL in the secret")
        QCOMPARE(read.error().detail, detail);
}

void TestMalformedLinks::takes_a_link_of_the_longest_length()
{
    const QByteArray front = "otpauth://totp/";
    const QByteArray back = "?secret=JBSWY3DPEHPK3PXP";
    const QByteArray name(qsizetype(longestUri) - front.size() - back.size(), 'a');
    const Result<Proposal> read = readOtpauth(bytesOf(front + name + back));
    QVERIFY(read.has_value());
    QCOMPARE(read->account.name.size(), name.size());
}

QTEST_GUILESS_MAIN(TestMalformedLinks)
#include "tst_malformed_links.moc"
