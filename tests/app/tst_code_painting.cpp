// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/last_watch.h"
#include "app/widgets/code_painting.h"

#include <QGuiApplication>
#include <QTest>

using namespace watchword::app;

/// What is painted where: cells of digits, strokes of the ring, tablets.
class TestCodePainting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_code_of_a_length_is_as_wide_as_any_other();
    void digits_stand_in_groups();
    void the_ring_has_four_watches_and_loses_them_clockwise();
    void the_last_watch_is_a_quarter_but_five_to_ten_seconds_data();
    void the_last_watch_is_a_quarter_but_five_to_ten_seconds();
    void long_times_are_minutes();
    void an_issuer_keeps_its_tablet();
    void an_initial_is_the_first_grapheme_in_upper_case();
};

void TestCodePainting::every_code_of_a_length_is_as_wide_as_any_other()
{
    const Digits digits(QGuiApplication::font());
    QCOMPARE(digits.width(u"111111"), digits.width(u"888888"));
    QCOMPARE(digits.cellsOf(u"111111"), digits.cellsOf(u"888888"));
    QVERIFY(digits.width(u"2B3C4") >= digits.width(u"22222"));
    QCOMPARE(digits.cell(u"123456") * 2, qreal(qRound(digits.cell(u"123456") * 2)));
}

void TestCodePainting::digits_stand_in_groups()
{
    const Digits digits(QGuiApplication::font());
    const QList<qreal> cells = digits.cellsOf(u"1234567");
    QCOMPARE(cells.size(), 7);
    QCOMPARE(cells[2] - cells[1], digits.cell(u"1234567"));
    QCOMPARE(cells[3] - cells[2], digits.cell(u"1234567") + digits.gap());
}

void TestCodePainting::the_ring_has_four_watches_and_loses_them_clockwise()
{
    const QList<RingArc> full = ringArcs(30, 30, 28);
    QCOMPARE(full.size(), 4);
    QCOMPARE(full[0], (RingArc{4.5, 85.5, true}));
    QCOMPARE(full[3], (RingArc{274.5, 355.5, true}));
    const QList<RingArc> half = ringArcs(15, 30, 28);
    QCOMPARE(half.size(), 4);
    QVERIFY(!half[0].live && !half[1].live && half[2].live && half[3].live);
    const QList<RingArc> inside = ringArcs(25, 30, 28); // 60 degrees are gone
    QCOMPARE(inside[0].to, 60.0);
    QVERIFY(!inside[0].live && inside[1].live);
    QCOMPARE(inside[1].from, 60.0);
    QCOMPARE(inside[1].to, 85.5);
    QCOMPARE(ringArcs(30, 30, 48)[0].from, 3.5);
}

void TestCodePainting::the_last_watch_is_a_quarter_but_five_to_ten_seconds_data()
{
    QTest::addColumn<int>("period");
    QTest::addColumn<int>("from");
    QTest::addRow("15 s") << 15 << 5;
    QTest::addRow("30 s") << 30 << 7;
    QTest::addRow("60 s") << 60 << 10;
    QTest::addRow("a day") << 86400 << 10;
}

void TestCodePainting::the_last_watch_is_a_quarter_but_five_to_ten_seconds()
{
    QFETCH(int, period);
    QFETCH(int, from);
    QVERIFY(isLastWatch(from, period));
    QVERIFY(!isLastWatch(from + 1, period));
}

void TestCodePainting::long_times_are_minutes()
{
    QCOMPARE(ringNumber(99), QStringLiteral("99"));
    QCOMPARE(ringNumber(100), QStringLiteral("2m"));
    QCOMPARE(ringNumber(180), QStringLiteral("3m"));
}

void TestCodePainting::an_issuer_keeps_its_tablet()
{
    QCOMPARE(tabletOf(u"GitHub"), 0);
    QCOMPARE(tabletOf(u"github"), 0);
    QCOMPARE(tabletOf(u"Nextcloud"), 1);
}

void TestCodePainting::an_initial_is_the_first_grapheme_in_upper_case()
{
    QCOMPARE(initialOf(QStringLiteral("github")), QStringLiteral("G"));
    QCOMPARE(initialOf(QStringLiteral("e\u0301cole")), QStringLiteral("E\u0301"));
    QCOMPARE(initialOf(QStringLiteral("  ")), QStringLiteral("?"));
}

QTEST_MAIN(TestCodePainting)
#include "tst_code_painting.moc"
