// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/resting_cursor.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QStyleHints>
#include <QTest>

using namespace watchword::app;
using namespace std::chrono_literals;

class TestRestingCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void it_blinks_until_nobody_has_typed_for_a_while_and_again_from_the_next_key();
};

void TestRestingCursor::it_blinks_until_nobody_has_typed_for_a_while_and_again_from_the_next_key()
{
    const auto blinks = [] { return QGuiApplication::styleHints()->cursorFlashTime() > 0; };
    QVERIFY(blinks());
    RestingCursor cursor(qApp, 300ms);
    QLineEdit field;
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    QTRY_VERIFY(!blinks());
    QTest::keyClick(&field, Qt::Key_A);
    QVERIFY(blinks());
    QTRY_VERIFY(!blinks());
    QTest::mouseClick(&field, Qt::LeftButton);
    QVERIFY(blinks());
    QTRY_VERIFY(!blinks());
}

QTEST_MAIN(TestRestingCursor)
#include "tst_resting_cursor.moc"
