// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What any text is, and for text that was meant as an account why it is none. Nothing is ever only "invalid".
#include "core/enrol/recognise.h"

#include "core/accounts/otpauth_uri.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QTest>

#include <source_location>

using namespace watchword;
using namespace watchword::enrol;

class TestRecognise final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_what_a_text_is_data();
    void names_what_a_text_is();
    void names_whose_a_code_is_data();
    void names_whose_a_code_is();
    void every_foreign_code_has_samples_and_a_near_miss();
    void a_barcode_of_another_kind_is_no_account();
    void gives_the_host_as_dns_sees_it_data();
    void gives_the_host_as_dns_sees_it();
    void takes_every_account_of_a_text_data();
    void takes_every_account_of_a_text();
    void says_why_a_text_meant_as_an_account_is_none_data();
    void says_why_a_text_meant_as_an_account_is_none();
    void knows_a_bare_key_data();
    void knows_a_bare_key();
    void makes_a_proposal_of_a_typed_key();
    void names_the_error_of_a_typed_key_data();
    void names_the_error_of_a_typed_key();
    void says_of_a_mixed_text_what_was_not_taken_and_where();
    void takes_a_counter_only_if_a_next_one_can_be_saved();
    void copes_with_large_texts();
};

void TestRecognise::names_what_a_text_is_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("origin");
    const auto row = [](const char *name, const QByteArray &text, Kind kind, Origin origin) {
        QTest::newRow(name) << text << int(kind) << int(origin);
    };
    row("account", "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP", Kind::Account, Origin::None);
    row("account of iOS", "apple-otpauth://totp/a?secret=JBSWY3DPEHPK3PXP", Kind::Account, Origin::None);
    row("Steam key", "steam://JBSWY3DPEHPK3PXP", Kind::Account, Origin::None);
    row("Google export", "otpauth-migration://offline?data=CgA%3D", Kind::Migration, Origin::GoogleExport);
    row("Google export in upper case", "OTPAUTH-MIGRATION://OFFLINE?DATA=CgA", Kind::Migration, Origin::GoogleExport);

    row("plain text", "Hello world", Kind::Other, Origin::PlainText);
    row("one letter", "a", Kind::Other, Origin::PlainText);
    row("a code", "123456", Kind::Other, Origin::PlainText);
    row("prose with a web link in it", "Go to\nhttps://example.org\nand sign in", Kind::Other, Origin::PlainText);
    row("only a comment", "# otpauth://totp/a?secret=JBSWY3DPEHPK3PXP", Kind::Other, Origin::PlainText);
    row("https:// and nothing", "https://", Kind::Other, Origin::PlainText);
    row("markup", "<img src=x>", Kind::Other, Origin::PlainText);
    row("picture bytes", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), Kind::Other, Origin::Binary);
    row("NUL", QByteArray("a\0b", 3), Kind::Other, Origin::Binary);
    row("bytes that are no UTF-8", "\xFF\xFF\xFF", Kind::Other, Origin::Binary);
}

void TestRecognise::names_what_a_text_is()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(int, origin);
    const Recognition recognition = recognise(bytesOf(text));
    QCOMPARE(int(recognition.kind), kind);
    QCOMPARE(int(recognition.origin), origin);
    QVERIFY(recognition.refused.empty());
    QCOMPARE(recognition.accounts.size(), recognition.kind == Kind::Account ? std::size_t(1) : std::size_t(0));
}

namespace {

/// The codes of others, as services show them, and texts that only look so (data/enrol/foreign_codes.json).
QJsonArray foreignCodes()
{
    QFile file(QStringLiteral(WATCHWORD_TEST_DATA "/enrol/foreign_codes.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

const QMap<QString, Origin> &originsByName()
{
    using enum Origin;
    static const QMap<QString, Origin> names = {
        {QStringLiteral("None"), None},
        {QStringLiteral("MicrosoftPhoneFactor"), MicrosoftPhoneFactor},
        {QStringLiteral("MicrosoftActivation"), MicrosoftActivation},
        {QStringLiteral("PushEnrolment"), PushEnrolment},
        {QStringLiteral("TiqrEnrolment"), TiqrEnrolment},
        {QStringLiteral("TiqrLogin"), TiqrLogin},
        {QStringLiteral("PasskeyHybrid"), PasskeyHybrid},
        {QStringLiteral("Duo"), Duo},
        {QStringLiteral("OktaVerify"), OktaVerify},
        {QStringLiteral("PingId"), PingId},
        {QStringLiteral("SymantecVip"), SymantecVip},
        {QStringLiteral("RsaSecurId"), RsaSecurId},
        {QStringLiteral("SignalLinking"), SignalLinking},
        {QStringLiteral("TelegramLinking"), TelegramLinking},
        {QStringLiteral("WhatsAppLinking"), WhatsAppLinking},
        {QStringLiteral("SteamLogin"), SteamLogin},
        {QStringLiteral("WebLink"), WebLink},
        {QStringLiteral("WiFi"), WiFi},
        {QStringLiteral("Contact"), Contact},
        {QStringLiteral("Payment"), Payment},
        {QStringLiteral("BoardingPass"), BoardingPass},
        {QStringLiteral("PlainText"), PlainText},
    };
    return names;
}

} // namespace

void TestRecognise::names_whose_a_code_is_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("origin");
    // Named by their place in the file: a row's name is printed, and some texts hold a key.
    const QJsonArray codes = foreignCodes();
    for (const auto &code : codes) {
        const QString name = code[u"origin"].toString();
        int number = 0;
        const auto row = [&](const char *what, const QJsonValue &text, const QString &kind, const QString &origin) {
            const Origin wanted = originsByName().value(origin, Origin::Binary);
            QTest::addRow("%s, %s %d", qPrintable(name), what, ++number)
                << text.toString().toUtf8() << kind << int(wanted);
        };
        const QJsonArray texts = code[u"texts"].toArray();
        for (const auto &text : texts)
            row("text", text, code[u"kind"].toString(), name);
        number = 0;
        const QJsonArray nearMisses = code[u"nearMisses"].toArray();
        for (const auto &nearMiss : nearMisses)
            row("near miss", nearMiss[u"text"], QStringLiteral("Other"), nearMiss[u"origin"].toString());
    }
}

void TestRecognise::names_whose_a_code_is()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, kind);
    QFETCH(int, origin);
    static const QMap<QString, Kind> kinds = {{QStringLiteral("Foreign"), Kind::Foreign},
                                              {QStringLiteral("Push"), Kind::Push},
                                              {QStringLiteral("Login"), Kind::Login},
                                              {QStringLiteral("Other"), Kind::Other}};
    const Recognition recognition = recognise(bytesOf(text));
    QCOMPARE(int(recognition.origin), origin);
    QCOMPARE(int(recognition.kind), int(kinds.value(kind, Kind::Account)));
    QVERIFY(recognition.accounts.empty());
    QVERIFY(recognition.refused.empty());
}

void TestRecognise::every_foreign_code_has_samples_and_a_near_miss()
{
    QSet<int> named;
    const QJsonArray codes = foreignCodes();
    for (const auto &code : codes) {
        const QString origin = code[u"origin"].toString();
        QVERIFY2(code[u"texts"].toArray().size() >= 2, qPrintable(origin));
        QVERIFY2(!code[u"nearMisses"].toArray().isEmpty(), qPrintable(origin));
        const QJsonArray nearMisses = code[u"nearMisses"].toArray();
        for (const auto &nearMiss : nearMisses)
            QVERIFY2(nearMiss[u"origin"].toString() != origin, qPrintable(origin));
        named << int(originsByName().value(origin, Origin::Binary));
    }
    // Bytes are no text, an export is ours, and a barcode has another way in.
    for (const Origin other : {Origin::Binary, Origin::GoogleExport, Origin::OtherBarcode})
        named << int(other);
    QCOMPARE(named.size(), qsizetype(Origin::Binary) + 1);
}

void TestRecognise::a_barcode_of_another_kind_is_no_account()
{
    const auto origin = [](const char *text) { return int(recogniseBarcode(bytesOf(text)).origin); };
    QCOMPARE(origin("5901234123457"), int(Origin::OtherBarcode));
    QCOMPARE(origin("JBSWY3DPEHPK3PXP"), int(Origin::OtherBarcode));
    QCOMPARE(origin("\xFF\x01"), int(Origin::OtherBarcode));
    QCOMPARE(origin("M1DOE/JANE            EABC123 LHRJFKBA 0175 226F001A0025 100"), int(Origin::BoardingPass));
    QVERIFY(recogniseBarcode(bytesOf(QByteArray("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP"))).accounts.empty());
}

void TestRecognise::gives_the_host_as_dns_sees_it_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *link, const char *host) {
        QTest::newRow(link) << QByteArray(link) << QString::fromUtf8(host);
    };
    row("https://Example.ORG/x", "example.org");
    row("https://bücher.example/", "xn--bcher-kva.example");
    row("https://аpple.com/", "xn--pple-43d.com");
    row("https://user:pass@example.org:8443/", "example.org");
    row("https://login.microsoftonline.com@evil.example/", "evil.example");
    row("https://[::1]/", "::1");
    row("https://example.org\\@evil.example/", "");
}

void TestRecognise::gives_the_host_as_dns_sees_it()
{
    QFETCH(QByteArray, link);
    QFETCH(QString, host);
    QCOMPARE(recognise(bytesOf(link)).host, host);
}

void TestRecognise::takes_every_account_of_a_text_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("refused");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &names, int refused = 0) {
        QTest::newRow(name) << text << names << refused;
    };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QByteArray linkA = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP";
    const QByteArray linkB = "otpauth://hotp/b?secret=GEZDGNBVGY3TQOJQ&counter=3";
    row("two lines", linkA + "\n" + linkB + "\n", {a, b});
    row("CRLF, blank lines, comments", "# my accounts\r\n\r\n" + linkA + "\r\n\r\n#" + linkA + "\r\n" + linkB, {a, b});
    row("old Macintosh line ends", linkA + "\r" + linkB, {a, b});
    row("a comma list (Ente)", linkA + "," + linkB, {a, b});
    row("a comma that is not between links", "otpauth://totp/a,b?secret=JBSWY3DPEHPK3PXP", {QStringLiteral("a,b")});
    row("a comma list of iOS links", linkA + ",apple-" + linkB, {a, b});
    row("a line that is broken among good ones", linkA + "\notpauth://totp/x?secret=1\n" + linkB, {a, b}, 1);
    row("a broken Google export among them", linkA + "\notpauth-migration://offline?data=Cg", {a}, 1);
    row("words around", "Hello,\n\nyour link is\n" + linkA + "\nYours", {a});
    row("words before it in the line", "Link: " + linkA, {a});
    row("in angle brackets", "<" + linkA + ">, thanks", {a});
    row("in quotation marks", "<a href=\"" + linkA + "\">scan</a>", {a});
    row("byte order mark", "\xEF\xBB\xBF" + linkA, {a});
    row("UTF-16 of Windows",
        QByteArray("\xFF\xFE", 2) +
            [] {
                QByteArray utf16;
                for (const char c : QByteArray("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\r\n")) {
                    utf16.append(c);
                    utf16.append('\0');
                }
                return utf16;
            }(),
        {a});
}

void TestRecognise::takes_every_account_of_a_text()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, names);
    QFETCH(int, refused);
    const Recognition recognition = recognise(bytesOf(text));
    QCOMPARE(int(recognition.kind), int(Kind::Account));
    QStringList read;
    for (const accounts::Proposal &proposal : recognition.accounts)
        read.append(proposal.account.name);
    QCOMPARE(read, names);
    QCOMPARE(int(recognition.refused.size()), refused);
}

void TestRecognise::says_why_a_text_meant_as_an_account_is_none_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &text, ErrorCode code) {
        QTest::newRow(name) << text << int(code);
    };
    row("nothing", "", ErrorCode::EmptyInput);
    row("blanks", " \n ", ErrorCode::EmptyInput);
    row("over 16 MiB", QByteArray(qsizetype(longestText) + 1, 'a'), ErrorCode::TooLarge);
    row("a link over 64 KiB", "otpauth://totp/" + QByteArray(70000, 'a') + "?secret=JBSWY3DP", ErrorCode::TooLarge);
    row("broken base32", "otpauth://totp/a?secret=JBSWY3DP1", ErrorCode::InvalidBase32);
    row("unknown algorithm", "otpauth://totp/a?secret=JBSWY3DP&algorithm=MD5", ErrorCode::UnknownAlgorithm);
    row("no slashes", "otpauth:totp/a?secret=JBSWY3DP", ErrorCode::MalformedLink);
    row("Yandex", "otpauth://yaotp/a?secret=JBSWY3DP", ErrorCode::UnknownType);
    row("mOTP", "motp://ACME:alice?secret=0123456789abcdef", ErrorCode::UnknownType);
    row("a push type that only begins alike", "otpauth://pushover/a?secret=JBSWY3DP", ErrorCode::UnknownType);
    row("steam:// with a broken key", "steam://JBSW!", ErrorCode::InvalidBase32);
}

void TestRecognise::says_why_a_text_meant_as_an_account_is_none()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const Recognition recognition = recognise(bytesOf(text));
    QCOMPARE(int(recognition.kind), int(Kind::Other));
    QVERIFY(recognition.accounts.empty());
    QCOMPARE(recognition.refused.size(), std::size_t(1));
    QCOMPARE(int(recognition.refused.front().code), code);
}

void TestRecognise::knows_a_bare_key_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isKey");
    // The outputs of tests are searched for the secrets of the tests, so a key is no name of a row.
    const auto row = [](const char *text, bool isKey, std::source_location at = std::source_location::current()) {
        QTest::addRow("line %u", unsigned(at.line())) << QByteArray(text) << isKey;
    };
    row("JBSWY3DPEHPK3PXP", true);
    row("jbswy3dpehpk3pxp", true);
    row("JBSW Y3DP EHPK 3PXP", true);
    row("jbsw y3dp ehpk 3pxp", true);
    row("JBSW-Y3DP-EHPK-3PXP", true);
    row("jbsw y3dp ehpk 3pxp ge", true);
    row("JBSWY3DPEHPK3PXPGE======", true);
    row("JBSWY3DP\nEHPK3PXP", true);
    row("frjlnxsknymgykjx", true);
    row("ABCDEFGHIJKLMNOPQRSTUVWXYZ", true);
    row("JBSWY3DPEHPK3PX", false);
    row("JBSWY3DPEHPK3PX1", false);
    row("JbSwY3DpEHPK3PXP", false);
    row("correct horse battery staple", false);
    row("internationalisation", false);
    row("Donaudampfschifffahrt", false);
    row("JBSW Y3DPEHPK 3PXP", false);
    row("JBSW Y3D EHPK 3PXP", false);
    row("123456", false);
    row("JBSWY3DPEHPK3PXPÜ", false);
}

void TestRecognise::knows_a_bare_key()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isKey);
    QCOMPARE(looksLikeBareKey(bytesOf(text)), isKey);
    const Recognition recognition = recognise(bytesOf(text));
    QCOMPARE(int(recognition.kind), int(isKey ? Kind::Account : Kind::Other));
    QCOMPARE(recognition.accounts.size(), std::size_t(isKey ? 1 : 0));
    if (isKey)
        QVERIFY(recognition.accounts.front().account == accounts::Account());
}

void TestRecognise::makes_a_proposal_of_a_typed_key()
{
    const Result<accounts::Proposal> proposal = fromBareKey(bytesOf("  jbsw y3dp-ehpk 3pxp  "));
    QVERIFY(proposal.has_value());
    QCOMPARE(proposal->secret.text().toByteArray().toHex(), QByteArray("48656c6c6f21deadbeef"));
    QVERIFY(proposal->account == accounts::Account());
    QVERIFY(proposal->remarks.isEmpty());
    const Result<accounts::Proposal> shortKey = fromBareKey(bytesOf("JBSW"));
    QVERIFY(shortKey.has_value());
    QCOMPARE(shortKey->remarks, QList<accounts::Remark>{accounts::Remark::ShortSecret});
}

void TestRecognise::names_the_error_of_a_typed_key_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("nothing") << QByteArray() << int(ErrorCode::MissingSecret) << QString();
    QTest::newRow("blanks") << QByteArray("  ") << int(ErrorCode::MissingSecret) << QString();
    QTest::newRow("one letter") << QByteArray("A") << int(ErrorCode::MissingSecret) << QString();
    QTest::newRow("0 for O") << QByteArray("JBSWY3DPEHPK3PX0") << int(ErrorCode::InvalidBase32) << QStringLiteral("0");
    QTest::newRow("another script") << QByteArray("JBSWЯ") << int(ErrorCode::InvalidBase32) << QStringLiteral("Я");
}

void TestRecognise::names_the_error_of_a_typed_key()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(QString, detail);
    const Result<accounts::Proposal> proposal = fromBareKey(bytesOf(text));
    QVERIFY(!proposal.has_value());
    QCOMPARE(int(proposal.error().code), code);
    QCOMPARE(proposal.error().detail, detail);
}

void TestRecognise::says_of_a_mixed_text_what_was_not_taken_and_where()
{
    const QByteArray link = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n";
    const QByteArray broken = "otpauth://totp/x?secret=JBSW1\n";
    const QByteArray others = "phonefactor://activate\nhttps://m-1.duosecurity.com/a\n";
    const Recognition mixed = recognise(bytesOf(broken + link + others + link + broken));
    QCOMPARE(mixed.accounts.size(), std::size_t(2));
    QCOMPARE(mixed.refused.size(), std::size_t(4));
    QCOMPARE(int(mixed.refused[0].code), int(ErrorCode::InvalidBase32));
    QCOMPARE(mixed.refused[0].detail, QStringLiteral("1"));
    QCOMPARE(mixed.refused[0].before, std::size_t(0));
    QCOMPARE(int(mixed.refused[1].code), int(ErrorCode::NotAnAccount));
    QCOMPARE(int(mixed.refused[1].origin), int(Origin::MicrosoftPhoneFactor));
    QCOMPARE(mixed.refused[1].before, std::size_t(1));
    QCOMPARE(int(mixed.refused[2].origin), int(Origin::Duo));
    QCOMPARE(mixed.refused[2].host, QStringLiteral("m-1.duosecurity.com"));
    QCOMPARE(mixed.refused[3].before, std::size_t(2));

    // Without a good one nothing is hidden either.
    const Recognition none = recognise(bytesOf(others + broken));
    QCOMPARE(int(none.kind), int(Kind::Other));
    QCOMPARE(none.refused.size(), std::size_t(3));
    const Recognition onlyOthers = recognise(bytesOf(others));
    QCOMPARE(int(onlyOthers.origin), int(Origin::MicrosoftPhoneFactor));
    QVERIFY(onlyOthers.refused.empty());
}

void TestRecognise::takes_a_counter_only_if_a_next_one_can_be_saved()
{
    const QByteArray link = "otpauth://hotp/a?secret=JBSWY3DPEHPK3PXP&counter=";
    const Recognition last = recognise(bytesOf(link + "9223372036854775806"));
    QCOMPARE(last.accounts.size(), std::size_t(1));
    QCOMPARE(std::get<otp::Hotp>(last.accounts.front().account.parameters).counter, accounts::largestCounter - 1);
    for (const QByteArray &counter : {QByteArray("9223372036854775807"), QByteArray("9223372036854775808")}) {
        const Recognition usedUp = recognise(bytesOf(link + counter));
        QVERIFY(usedUp.accounts.empty());
        QCOMPARE(usedUp.refused.size(), std::size_t(1));
        QCOMPARE(int(usedUp.refused.front().code), int(ErrorCode::InvalidCounter));
        QCOMPARE(usedUp.refused.front().detail, QString::fromLatin1(counter));
    }
}

void TestRecognise::copes_with_large_texts()
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray link = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n";
    QCOMPARE(recognise(bytesOf(link.repeated(1000))).accounts.size(), std::size_t(1000));
    QCOMPARE(int(recognise(bytesOf(QByteArray(4'000'000, 'a'))).origin), int(Origin::PlainText));
    QCOMPARE(int(recognise(bytesOf(QByteArray("a,").repeated(1'000'000))).origin), int(Origin::PlainText));
    QCOMPARE(int(recognise(bytesOf(QByteArray("a\n").repeated(200'000))).origin), int(Origin::PlainText));
    QVERIFY2(timer.elapsed() < 20'000, "work must grow with the length only");
}

QTEST_GUILESS_MAIN(TestRecognise)
#include "tst_recognise.moc"
