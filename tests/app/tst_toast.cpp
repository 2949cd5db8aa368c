// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the strip at the foot of a page stays.
#include "app/support/theme/theme.h"
#include "app/widgets/toast.h"

#include <QAccessible>
#include <QTest>

using namespace watchword::app;

class TestToast final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stays_long_while_a_program_that_reads_screens_listens();
};

void TestToast::stays_long_while_a_program_that_reads_screens_listens()
{
    const Theme theme;
    QWidget page;
    Toast toast(theme, &page);
    const auto *stay = toast.findChild<QTimer *>();
    QVERIFY(stay);
    page.resize(400, 300);
    page.show();
    toast.say(QStringLiteral("Copied"));
    QCOMPARE(stay->interval(), QAccessible::isActive() ? measures::undoStays : measures::toastStays);
    QTRY_VERIFY_WITH_TIMEOUT(QAccessible::isActive(), 20'000);
    toast.say(QStringLiteral("Copied"));
    QCOMPARE(stay->interval(), measures::undoStays);
    QVERIFY(stay->isActive());
}

QTEST_MAIN(TestToast)
#include "tst_toast.moc"
