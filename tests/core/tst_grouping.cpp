// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/otp/grouping.h"

#include <QTest>

using namespace watchword::otp;

class TestGrouping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups_a_code_for_reading_data();
    void groups_a_code_for_reading();
    void takes_another_separator();
};

void TestGrouping::groups_a_code_for_reading_data()
{
    QTest::addColumn<QString>("shown");
    for (const char *shown : {"", "1", "12", "123", "1234", "12345", "123 456", "123 4567", "1234 5678", "123 456 789",
                              "12345 67890", "12345678901", "R2D2C"})
        QTest::newRow(qPrintable(QString::number(QByteArray(shown).replace(' ', "").size()) + QLatin1Char('/')
                                 + QLatin1String(shown)))
            << QString::fromLatin1(shown);
}

void TestGrouping::groups_a_code_for_reading()
{
    QFETCH(QString, shown);
    QCOMPARE(grouped(QString(shown).remove(QLatin1Char(' '))), shown);
}

void TestGrouping::takes_another_separator()
{
    QCOMPARE(grouped(QStringLiteral("123456789"), QChar(0x2009)), QStringLiteral("123\u2009456\u2009789"));
}

QTEST_GUILESS_MAIN(TestGrouping)
#include "tst_grouping.moc"
