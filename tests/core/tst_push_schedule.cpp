// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// When enrolments are polled.
#include "core/push/push_schedule.h"

#include <QTest>

using namespace watchword;
using namespace watchword::push;
using accounts::AccountId;

namespace {

constexpr AccountId first{1}, second{2};
constexpr qint64 start = 1'000'000'000;

// In the middle of the jitter: pauses are exact.
PushSchedule exact()
{
    return PushSchedule([] { return 0.5; });
}

// Polls as soon as it is due, with this result, and says after how long that was.
qint64 pauseUntilNext(PushSchedule &schedule, qint64 &now, bool isSuccess)
{
    const qint64 until = schedule.untilNext(now).value_or(-1);
    now += until;
    for (const AccountId id : schedule.takeDue(now))
        schedule.finished(id, isSuccess, now);
    return until;
}

} // namespace

class TestPushSchedule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void polls_calmly_and_eagerly();
    void is_eager_while_the_window_has_the_focus();
    void backs_off_after_errors_and_forgets_them();
    void jitter_stays_within_a_fifth();
    void a_poll_runs_once_at_a_time();
    void rests_while_it_is_paused();
    void polls_no_longer_what_is_gone();
    void a_clock_that_jumps_stops_nothing();
};

void TestPushSchedule::polls_calmly_and_eagerly()
{
    PushSchedule schedule = exact();
    qint64 now = start;
    QVERIFY(!schedule.untilNext(now));
    schedule.setAccounts({first, second}, now);
    QCOMPARE(pauseUntilNext(schedule, now, true), 0);
    QCOMPARE(pauseUntilNext(schedule, now, true), 15'000);
    schedule.hurry(first, now);
    const qint64 hurried = now;
    QCOMPARE(schedule.takeDue(now), QList{first});
    schedule.finished(first, true, now);
    int polls = 0;
    while (now < hurried + 120'000) {
        now += schedule.untilNext(now).value();
        for (const AccountId id : schedule.takeDue(now)) {
            polls += id == first ? 1 : 0;
            schedule.finished(id, true, now);
        }
    }
    QCOMPARE(polls, 40);
    now += schedule.untilNext(now).value();
    QVERIFY(now >= hurried + 120'000 + 3'000);
}

void TestPushSchedule::is_eager_while_the_window_has_the_focus()
{
    PushSchedule schedule = exact();
    qint64 now = start;
    schedule.setAccounts({first}, now);
    pauseUntilNext(schedule, now, true);
    schedule.setFocused(true, now);
    QCOMPARE(pauseUntilNext(schedule, now, true), 0);
    QCOMPARE(pauseUntilNext(schedule, now, true), 3'000);
    schedule.setFocused(true, now); // no news
    QCOMPARE(pauseUntilNext(schedule, now, true), 3'000);
    schedule.setFocused(false, now);
    QCOMPARE(pauseUntilNext(schedule, now, true), 3'000);
    QCOMPARE(pauseUntilNext(schedule, now, true), 15'000);
}

void TestPushSchedule::backs_off_after_errors_and_forgets_them()
{
    PushSchedule schedule = exact();
    qint64 now = start;
    schedule.setAccounts({first}, now);
    QCOMPARE(pauseUntilNext(schedule, now, false), 0);
    for (const qint64 pause : {30'000, 60'000, 120'000, 240'000, 300'000, 300'000})
        QCOMPARE(pauseUntilNext(schedule, now, false), pause);
    schedule.setFocused(true, now); // hits nobody who fails
    QCOMPARE(pauseUntilNext(schedule, now, true), 300'000);
    QCOMPARE(pauseUntilNext(schedule, now, false), 3'000);
    QCOMPARE(pauseUntilNext(schedule, now, false), 6'000);
    schedule.networkCame(now);
    QCOMPARE(pauseUntilNext(schedule, now, false), 0);
    QCOMPARE(pauseUntilNext(schedule, now, false), 6'000);
}

void TestPushSchedule::jitter_stays_within_a_fifth()
{
    double random = 0;
    PushSchedule schedule([&random] { return random; });
    qint64 now = start;
    schedule.setAccounts({first}, now);
    pauseUntilNext(schedule, now, true);
    QCOMPARE(pauseUntilNext(schedule, now, true), 12'000);
    random = 0.999999;
    QCOMPARE(pauseUntilNext(schedule, now, true), 12'000);
    const qint64 longest = pauseUntilNext(schedule, now, true);
    QVERIFY(longest > 17'990 && longest <= 18'000);
    for (int i = 0; i < 20; ++i)
        QVERIFY(pauseUntilNext(schedule, now, false) <= PushSchedule::longestPause);
}

void TestPushSchedule::a_poll_runs_once_at_a_time()
{
    PushSchedule schedule = exact();
    schedule.setAccounts({first}, start);
    QCOMPARE(schedule.takeDue(start), QList{first});
    QVERIFY(schedule.takeDue(start + 1'000'000).isEmpty());
    QVERIFY(!schedule.untilNext(start));
    schedule.hurry(first, start); // meanwhile: again when it has ended
    QVERIFY(schedule.takeDue(start).isEmpty());
    schedule.finished(first, true, start + 100);
    QCOMPARE(schedule.takeDue(start + 100), QList{first});
    schedule.finished(first, true, start + 200);
    QCOMPARE(schedule.untilNext(start + 200), 3'000);
}

void TestPushSchedule::rests_while_it_is_paused()
{
    PushSchedule schedule = exact();
    schedule.setAccounts({first}, start);
    schedule.setPaused(true, start);
    QVERIFY(!schedule.untilNext(start));
    schedule.hurry(first, start);
    QVERIFY(schedule.takeDue(start + 1'000'000).isEmpty());
    schedule.setPaused(false, start + 10);
    QCOMPARE(schedule.takeDue(start + 10), QList{first});
}

void TestPushSchedule::polls_no_longer_what_is_gone()
{
    PushSchedule schedule = exact();
    schedule.setAccounts({first, second}, start);
    QCOMPARE(schedule.takeDue(start).size(), 2);
    schedule.setAccounts({second}, start);
    schedule.finished(first, true, start);
    schedule.finished(second, true, start);
    schedule.hurry(first, start);
    QCOMPARE(schedule.takeDue(start + 20'000), QList{second});
}

void TestPushSchedule::a_clock_that_jumps_stops_nothing()
{
    PushSchedule schedule = exact();
    qint64 now = start;
    schedule.setAccounts({first}, now);
    schedule.hurry(first, now);
    pauseUntilNext(schedule, now, true);
    now -= 86'400'000; // back by a day: due at once, and neither eager for a day
    QCOMPARE(pauseUntilNext(schedule, now, true), 0);
    QCOMPARE(pauseUntilNext(schedule, now, true), 15'000);
    now += 2 * qint64{86'400'000};
    QCOMPARE(pauseUntilNext(schedule, now, true), 0);
    QCOMPARE(pauseUntilNext(schedule, now, true), 15'000);
}

QTEST_APPLESS_MAIN(TestPushSchedule)
#include "tst_push_schedule.moc"
