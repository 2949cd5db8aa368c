// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/code_ticker.h"
#include "core/ports/clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace watchword;
using namespace watchword::app;

namespace {

class ScriptedClock final : public Clock
{
public:
    qint64 millisecondsSinceEpoch() const override { return now; }
    qint64 now = 1'700'000'000'990;
};

} // namespace

/// The one timer: where its ticks come from, and that it sleeps.
class TestCodeTicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sleeps_until_it_is_watched();
    void says_the_clocks_second_not_its_own();
    void forgets_a_watcher_that_died();
};

void TestCodeTicker::sleeps_until_it_is_watched()
{
    ScriptedClock clock;
    CodeTicker ticker(clock);
    QVERIFY(!ticker.isRunning());
    QObject watcher, other;
    ticker.setWatched(&watcher, true);
    ticker.setWatched(&other, true);
    ticker.setWatched(&watcher, false);
    QVERIFY(ticker.isRunning());
    ticker.setWatched(&other, false);
    QVERIFY(!ticker.isRunning());
}

void TestCodeTicker::says_the_clocks_second_not_its_own()
{
    ScriptedClock clock;
    CodeTicker ticker(clock);
    QSignalSpy ticks(&ticker, &CodeTicker::ticked);
    QObject watcher;
    ticker.setWatched(&watcher, true);
    QCOMPARE(ticks.size(), 1);
    QCOMPARE(ticks.takeFirst().at(0).toLongLong(), 1'700'000'000);
    clock.now += 3'600'000; // as after sleep: an hour later at the next wake-up
    QTRY_VERIFY(!ticks.isEmpty());
    QCOMPARE(ticks.takeFirst().at(0).toLongLong(), 1'700'003'600);
}

void TestCodeTicker::forgets_a_watcher_that_died()
{
    ScriptedClock clock;
    CodeTicker ticker(clock);
    {
        QObject watcher;
        ticker.setWatched(&watcher, true);
    }
    QVERIFY(!ticker.isRunning());
}

QTEST_GUILESS_MAIN(TestCodeTicker)
#include "tst_code_ticker.moc"
