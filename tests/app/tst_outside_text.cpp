// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/masked_text.h"
#include "app/support/outside_text.h"

#include <QTest>

using namespace watchword;
using namespace watchword::app;

class TestOutsideText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_what_does_something_as_a_mark_data();
    void shows_what_does_something_as_a_mark();
    void cuts_at_two_hundred_characters();
    void never_cuts_a_character_in_two();
    void escapes_in_tool_tips_and_menus();
    void masks_what_may_be_a_secret_data();
    void masks_what_may_be_a_secret();
};

void TestOutsideText::shows_what_does_something_as_a_mark_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("GitHub") << QStringLiteral("GitHub");
    QTest::newRow("markup stays text") << QStringLiteral("<img src=x>") << QStringLiteral("<img src=x>");
    QTest::newRow("right-to-left override") << QStringLiteral("a\u202Eb") << QStringLiteral("a\uFFFDb");
    QTest::newRow("isolate") << QStringLiteral("a\u2066b\u2069") << QStringLiteral("a\uFFFDb\uFFFD");
    QTest::newRow("right-to-left mark") << QStringLiteral("a\u200Fb") << QStringLiteral("a\uFFFDb");
    QTest::newRow("Arabic letter mark") << QStringLiteral("a\u061Cb") << QStringLiteral("a\uFFFDb");
    QTest::newRow("zero-width space") << QStringLiteral("a\u200Bb") << QStringLiteral("a\uFFFDb");
    QTest::newRow("line feed") << QStringLiteral("a\nb") << QStringLiteral("a\uFFFDb");
    QTest::newRow("escape") << QStringLiteral("a\x1b[1m") << QStringLiteral("a\uFFFD[1m");
    QTest::newRow("C1") << QStringLiteral("a\u009Bb") << QStringLiteral("a\uFFFDb");
    QTest::newRow("line separator") << QStringLiteral("a\u2028b") << QStringLiteral("a\uFFFDb");
    QTest::newRow("tag") << QStringLiteral("a\U000E0041b") << QStringLiteral("a\uFFFDb");
    QTest::newRow("lone surrogate") << (QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b"))
                                    << QStringLiteral("a\uFFFDb");
    QTest::newRow("Arabic") << QStringLiteral("مكتبة") << QStringLiteral("مكتبة");
    QTest::newRow("non-joiner of Persian") << QStringLiteral("می\u200Cخواهم") << QStringLiteral("می\u200Cخواهم");
    QTest::newRow("emoji") << QStringLiteral("🔑") << QStringLiteral("🔑");
}

void TestOutsideText::shows_what_does_something_as_a_mark()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(outsideText(text), shown);
}

void TestOutsideText::cuts_at_two_hundred_characters()
{
    QCOMPARE(outsideText(QString(200, QLatin1Char('a'))), QString(200, QLatin1Char('a')));
    const QString cut = outsideText(QString(100000, QLatin1Char('a')));
    QCOMPARE(cut, QString(199, QLatin1Char('a')) + QChar(0x2026));
}

void TestOutsideText::never_cuts_a_character_in_two()
{
    const QString cut = outsideText(QString(198, QLatin1Char('a')) + QStringLiteral("🔑🔑🔑"));
    QCOMPARE(cut, QString(198, QLatin1Char('a')) + QChar(0x2026));
    // One "character" of nothing but marks is cut all the same.
    QVERIFY(outsideText(QStringLiteral("a") + QString(1000, QChar(0x0301))).size() <= 200);
}

void TestOutsideText::escapes_in_tool_tips_and_menus()
{
    QCOMPARE(outsideTextForToolTip(QStringLiteral("<img src=x>&")), QStringLiteral("<p>&lt;img src=x&gt;&amp;</p>"));
    QCOMPARE(outsideTextForMenu(QStringLiteral("A & B")), QStringLiteral("A && B"));
    QCOMPARE(outsideTextInSentence(QStringLiteral("a\u202Eb")), QStringLiteral("\u2068a\uFFFDb\u2069"));
}

void TestOutsideText::masks_what_may_be_a_secret_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("values") << QByteArray("phonefactor://activate?code=123456&url=https%3A%2F%2Fx")
                            << QStringLiteral("phonefactor://activate?code=•••&url=•••");
    QTest::newRow("a long word") << QByteArray("otpauth://totp/GEZDGNBVGY3TQOJQGEZDGNBV")
                                 << QStringLiteral("otpauth://totp/•••");
    QTest::newRow("a sentence") << QByteArray("Grüße an alle") << QStringLiteral("Grüße an alle");
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestOutsideText::masks_what_may_be_a_secret()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, shown);
    QCOMPARE(maskedText(bytesOf(text)), shown);
}

QTEST_GUILESS_MAIN(TestOutsideText)
#include "tst_outside_text.moc"
