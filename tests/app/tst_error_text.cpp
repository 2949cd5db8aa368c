// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/error_text.h"

#include <QTest>

using namespace watchword;
using namespace watchword::app;

class TestErrorText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_error_has_a_sentence_data();
    void every_error_has_a_sentence();
    void every_origin_has_words_data();
    void every_origin_has_words();
    void microsoft_gets_the_sentence_of_the_guide();
    void names_the_wrong_character_and_asks_about_its_likeness_data();
    void names_the_wrong_character_and_asks_about_its_likeness();
    void names_the_unknown_algorithm_with_its_tricks_made_visible();
    void names_the_host_of_a_web_link();
    void names_whose_a_foreign_code_is_and_what_to_do_data();
    void names_whose_a_foreign_code_is_and_what_to_do();
    void names_the_computer_that_is_saving();
    void says_what_a_desktop_needs_to_show_its_screen_data();
    void says_what_a_desktop_needs_to_show_its_screen();
    void says_what_kind_of_file_it_was_data();
    void says_what_kind_of_file_it_was();
    void promises_nothing_that_this_version_cannot_do();

private:
    static void isPlainSentence(const QString &text);
};

void TestErrorText::isPlainSentence(const QString &text)
{
    QVERIFY(text.size() > 8);
    QVERIFY2(!text.contains(QLatin1Char('<')), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
    QVERIFY2(text.back() == QLatin1Char('.') || text.back() == QLatin1Char('?'), qPrintable(text));
    QVERIFY2(text.front().isUpper(), qPrintable(text));
}

void TestErrorText::every_error_has_a_sentence_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= int(ErrorCode::LowerCounter); ++code)
        QTest::addRow("code %d", code) << code;
}

void TestErrorText::every_error_has_a_sentence()
{
    QFETCH(int, code);
    const ErrorText text = errorText({ErrorCode(code), {}});
    isPlainSentence(text.sentence);
    isPlainSentence(text.hint);
    QCOMPARE(text.whole(), text.sentence + QLatin1Char(' ') + text.hint);
}

void TestErrorText::every_origin_has_words_data()
{
    QTest::addColumn<int>("origin");
    for (int origin = 0; origin <= int(enrol::Origin::Binary); ++origin)
        QTest::addRow("origin %d", origin) << origin;
}

void TestErrorText::every_origin_has_words()
{
    QFETCH(int, origin);
    const OriginText text = originText(enrol::Origin(origin));
    QVERIFY(!text.title.isEmpty());
    QVERIFY(!text.title.endsWith(QLatin1Char('.')));
    isPlainSentence(text.lead);
    isPlainSentence(text.sentence);
    QVERIFY(text.steps.size() <= 3);
    for (const QString &step : text.steps)
        isPlainSentence(step);
}

void TestErrorText::microsoft_gets_the_sentence_of_the_guide()
{
    const QString sentence = QStringLiteral(
        "This code works only with Microsoft Authenticator. Go back one page and choose “I want to use a different authenticator app”, "
        "then scan the code shown there. If that choice is missing, your organisation has turned it off; ask your IT desk to allow "
        "“third-party software OATH tokens”.");
    QCOMPARE(originText(enrol::Origin::MicrosoftPhoneFactor).sentence, sentence);
    QCOMPARE(originText(enrol::Origin::MicrosoftActivation).sentence, sentence);
}

void TestErrorText::names_the_wrong_character_and_asks_about_its_likeness_data()
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<QString>("likeness");
    QTest::newRow("zero") << QStringLiteral("0") << QStringLiteral("the letter O?");
    QTest::newRow("one") << QStringLiteral("1") << QStringLiteral("the letter L or I?");
    QTest::newRow("eight") << QStringLiteral("8") << QStringLiteral("the letter B?");
    QTest::newRow("another") << QStringLiteral("!") << QStringLiteral("once more");
}

void TestErrorText::names_the_wrong_character_and_asks_about_its_likeness()
{
    QFETCH(QString, character);
    QFETCH(QString, likeness);
    const ErrorText text = errorText({ErrorCode::InvalidBase32, character});
    QVERIFY2(text.sentence.contains(character), qPrintable(text.sentence));
    QVERIFY2(text.hint.contains(likeness), qPrintable(text.hint));
}

void TestErrorText::names_the_unknown_algorithm_with_its_tricks_made_visible()
{
    const ErrorText text = errorText({ErrorCode::UnknownAlgorithm, QStringLiteral("MD5\u202E")});
    QVERIFY(text.sentence.contains(QStringLiteral("MD5\uFFFD")));
    QVERIFY(!text.sentence.contains(QChar(0x202E)));
}

void TestErrorText::names_the_host_of_a_web_link()
{
    const OriginText text = originText(enrol::Origin::WebLink, QStringLiteral("cloud.example"));
    QVERIFY(text.sentence.contains(QStringLiteral("cloud.example")));
    QVERIFY(text.lead.contains(QStringLiteral("cloud.example")));
}

void TestErrorText::names_whose_a_foreign_code_is_and_what_to_do_data()
{
    using enrol::Origin;
    QTest::addColumn<int>("origin");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("instead");
    const auto row = [](Origin origin, const char *name, const char *instead) {
        QTest::newRow(name) << int(origin) << QString::fromUtf8(name) << QString::fromUtf8(instead);
    };
    row(Origin::Duo, "Duo Mobile", "different authenticator app");
    row(Origin::OktaVerify, "Okta Verify", "different authenticator app");
    row(Origin::PingId, "PingID", "different authenticator app");
    row(Origin::SymantecVip, "VIP Access", "different authenticator app");
    row(Origin::SignalLinking, "Signal", "linked devices");
    row(Origin::TelegramLinking, "Telegram", "linked devices");
    row(Origin::WhatsAppLinking, "WhatsApp", "linked devices");
    row(Origin::SteamLogin, "Steam", "on a phone");
}

void TestErrorText::names_whose_a_foreign_code_is_and_what_to_do()
{
    QFETCH(int, origin);
    QFETCH(QString, name);
    QFETCH(QString, instead);
    const OriginText text = originText(enrol::Origin(origin));
    QVERIFY2(text.title.contains(name), qPrintable(text.title));
    QVERIFY2(text.sentence.contains(name), qPrintable(text.sentence));
    QVERIFY2(text.sentence.contains(instead), qPrintable(text.sentence));
    QCOMPARE(text.sentence.count(QLatin1Char('.')), 1);
}

void TestErrorText::names_the_computer_that_is_saving()
{
    const QString sentence = errorText({ErrorCode::VaultBusy, QStringLiteral("not-this-host\u202E")}).sentence;
    QVERIFY2(sentence.contains(QStringLiteral("not-this-host\uFFFD")), qPrintable(sentence));
    const QString here = errorText({ErrorCode::VaultBusy, QSysInfo::machineHostName()}).sentence;
    QCOMPARE(here, errorText({ErrorCode::VaultBusy, {}}).sentence);
    QVERIFY(here != sentence);
}

void TestErrorText::says_what_a_desktop_needs_to_show_its_screen_data()
{
    QTest::addColumn<QString>("desktop");
    QTest::addColumn<QString>("package");
    QTest::addColumn<QString>("place");
    QTest::addRow("GNOME") << QStringLiteral("GNOME") << QStringLiteral("“xdg-desktop-portal-gnome”")
                           << QStringLiteral("Settings, under Apps");
    QTest::addRow("Ubuntu") << QStringLiteral("ubuntu:GNOME") << QStringLiteral("“xdg-desktop-portal-gnome”")
                            << QStringLiteral("Settings, under Apps");
    QTest::addRow("KDE") << QStringLiteral("KDE") << QStringLiteral("“xdg-desktop-portal-kde”")
                         << QStringLiteral("System Settings, under Application Permissions");
    QTest::addRow("sway") << QStringLiteral("sway")
                          << QStringLiteral("“xdg-desktop-portal-wlr” and “xdg-desktop-portal-gtk”")
                          << QStringLiteral("“grim”");
    QTest::addRow("another") << QStringLiteral("<b>%1</b>") << QStringLiteral("“xdg-desktop-portal”")
                             << QStringLiteral("the desktop’s settings");
}

void TestErrorText::says_what_a_desktop_needs_to_show_its_screen()
{
    QFETCH(QString, desktop);
    QFETCH(QString, package);
    QFETCH(QString, place);
    const ErrorText missing = errorText({ErrorCode::PortalMissing, desktop});
    const ErrorText refused = errorText({ErrorCode::CaptureRefused, desktop});
    QVERIFY2(missing.hint.contains(package), qPrintable(missing.hint));
    QVERIFY2(refused.hint.contains(place), qPrintable(refused.hint));
    for (const ErrorText &text : {missing, refused}) {
        isPlainSentence(text.sentence);
        isPlainSentence(text.hint);
        QVERIFY(text.hint.contains(QStringLiteral("paste it here or choose its file"))); // a way that is always there
    }
}

void TestErrorText::says_what_kind_of_file_it_was_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("sentence");
    const auto row = [](ErrorCode code, const char *detail, const char *sentence) {
        QTest::addRow("%d, %s", int(code), detail)
            << code << QString::fromLatin1(detail) << QString::fromLatin1(sentence);
    };
    row(ErrorCode::DamagedDocument, "pdf", "The PDF is damaged or cut off.");
    row(ErrorCode::DamagedDocument, "svg", "The SVG picture is damaged or cut off.");
    row(ErrorCode::NoCodeInPicture, "", "There is no QR code in the picture.");
    row(ErrorCode::NoCodeInPicture, "pdf", "There is no QR code in the PDF.");
    row(ErrorCode::NoCodeInPicture, "pdf start",
        "There is no QR code on the first 20 pages of the PDF; later pages were not looked at.");
}

void TestErrorText::says_what_kind_of_file_it_was()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    QFETCH(QString, sentence);
    const ErrorText text = errorText({code, detail});
    QCOMPARE(text.sentence, sentence);
    isPlainSentence(text.hint);
}

void TestErrorText::promises_nothing_that_this_version_cannot_do()
{
    for (int code = 0; code <= int(ErrorCode::LowerCounter); ++code) {
        const QString text = errorText({ErrorCode(code), {}}).whole();
        QVERIFY2(!text.contains(QLatin1String("backup"), Qt::CaseInsensitive), qPrintable(text));
    }
    QVERIFY(!errorText({ErrorCode::NewerFormat, {}}).whole().contains(QLatin1String("read them")));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
