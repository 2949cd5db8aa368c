// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/clock_sync.h"
#include "tests/support/message_bus_process.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace watchword::platform;

namespace {

/// python3-dbusmock plays systemd's timedate1 on our own system bus.
class TimeDate
{
public:
    bool start(bool synchronised)
    {
        const QString parameters =
            QStringLiteral("{\"NTP\": %1}").arg(synchronised ? QStringLiteral("true") : QStringLiteral("false"));
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--template"),
                         QStringLiteral("timedated"), QStringLiteral("--parameters"), parameters});
        return m_process.waitForStarted()
            && QTest::qWaitFor([] { return call({QStringLiteral("org.freedesktop.DBus.Peer.Ping")}); }, 20'000);
    }
    ~TimeDate()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    static bool call(const QStringList &methodAndArguments)
    {
        const QStringList where{QStringLiteral("call"),          QStringLiteral("--system"),
                                QStringLiteral("--dest"),        QStringLiteral("org.freedesktop.timedate1"),
                                QStringLiteral("--object-path"), QStringLiteral("/org/freedesktop/timedate1"),
                                QStringLiteral("--method")};
        QProcess tool;
        tool.start(QStringLiteral("gdbus"), where + methodAndArguments);
        return tool.waitForFinished() && tool.exitCode() == 0;
    }

private:
    QProcess m_process;
};

} // namespace

/// In a `plain` sandbox, whose system bus is the test's to make.
class TestClockSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void without_a_system_bus_nothing_is_known();
    void without_timedate1_nothing_is_known();
    void tells_what_timedate1_says_data();
    void tells_what_timedate1_says();
    void follows_a_change();

private:
    QString m_socket = qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS").remove(QStringLiteral("unix:path="));
};

void TestClockSync::without_a_system_bus_nothing_is_known()
{
    ClockSync clock;
    QSignalSpy spy(&clock, &ClockSync::stateChanged);
    QTRY_VERIFY(clock.wasAsked());
    QCOMPARE(clock.state(), ClockSync::State::Unknown);
    QCOMPARE(spy.count(), 0);
}

void TestClockSync::without_timedate1_nothing_is_known()
{
    MessageBusProcess bus(m_socket);
    QVERIFY(bus.start());
    ClockSync clock;
    QTRY_VERIFY(clock.wasAsked());
    QCOMPARE(clock.state(), ClockSync::State::Unknown);
}

void TestClockSync::tells_what_timedate1_says_data()
{
    QTest::addColumn<bool>("synchronised");
    QTest::addColumn<ClockSync::State>("state");
    QTest::newRow("synchronised") << true << ClockSync::State::Synchronised;
    QTest::newRow("not synchronised") << false << ClockSync::State::NotSynchronised;
}

void TestClockSync::tells_what_timedate1_says()
{
    QFETCH(const bool, synchronised);
    QFETCH(const ClockSync::State, state);
    MessageBusProcess bus(m_socket);
    QVERIFY(bus.start());
    TimeDate timeDate;
    QVERIFY(timeDate.start(synchronised));
    ClockSync clock;
    QSignalSpy spy(&clock, &ClockSync::stateChanged);
    QTRY_COMPARE(clock.state(), state);
    QCOMPARE(spy.count(), 1);
}

void TestClockSync::follows_a_change()
{
    MessageBusProcess bus(m_socket);
    QVERIFY(bus.start());
    TimeDate timeDate;
    QVERIFY(timeDate.start(true));
    ClockSync clock;
    QTRY_COMPARE(clock.state(), ClockSync::State::Synchronised);
    QVERIFY(TimeDate::call(
        {QStringLiteral("org.freedesktop.timedate1.SetNTP"), QStringLiteral("false"), QStringLiteral("false")}));
    QTRY_COMPARE(clock.state(), ClockSync::State::NotSynchronised);
}

QTEST_GUILESS_MAIN(TestClockSync)
#include "tst_clock_sync.moc"
