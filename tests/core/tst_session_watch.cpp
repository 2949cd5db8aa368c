// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/desktop_idle.h"
#include "core/platform/session_watch.h"
#include "core/platform/sleep_delay.h"
#include "tests/support/message_bus_process.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace watchword::platform;

namespace {

enum class Bus { System, Session };

QStringList busArgument(Bus bus)
{
    return {bus == Bus::System ? QStringLiteral("--system") : QStringLiteral("--session")};
}

/// A call from a connection of its own, as words of gdbus.
bool call(Bus bus, const char *service, const char *object, const char *method, const QStringList &arguments = {})
{
    QProcess tool;
    tool.start(QStringLiteral("gdbus"),
               QStringList{QStringLiteral("call")} + busArgument(bus)
                   + QStringList{QStringLiteral("--dest"), QLatin1String(service), QStringLiteral("--object-path"),
                                 QLatin1String(object), QStringLiteral("--method"), QLatin1String(method)}
                   + arguments);
    return tool.waitForFinished() && tool.exitCode() == 0;
}

/// A signal from a connection of its own: of nobody who owns a name.
bool forge(Bus bus, const char *object, const char *signal, const QStringList &arguments)
{
    return QProcess::execute(QStringLiteral("gdbus"),
                             QStringList{QStringLiteral("emit")} + busArgument(bus)
                                 + QStringList{QStringLiteral("--object-path"), QLatin1String(object),
                                               QStringLiteral("--signal"), QLatin1String(signal)}
                                 + arguments)
        == 0;
}

/// python3-dbusmock plays a service.
class Played
{
public:
    bool start(Bus bus, const char *plan, const char *service)
    {
        return play(bus, {QStringLiteral("--template"), QLatin1String(plan)}, service);
    }
    /// One without a plan: an object of this path, whose interface is called as the service.
    bool startBare(Bus bus, const char *service, const char *object)
    {
        return play(
            bus, busArgument(bus) + QStringList{QLatin1String(service), QLatin1String(object), QLatin1String(service)},
            service);
    }
    bool play(Bus bus, const QStringList &arguments, const char *service)
    {
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        QStringList{QStringLiteral("-m"), QStringLiteral("dbusmock")} + arguments);
        return m_process.waitForStarted()
            && QProcess::execute(
                   QStringLiteral("gdbus"),
                   QStringList{QStringLiteral("wait")} + busArgument(bus)
                       + QStringList{QStringLiteral("--timeout"), QStringLiteral("20"), QLatin1String(service)})
            == 0;
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    ~Played() { stop(); }

private:
    QProcess m_process;
};

constexpr auto logind = "org.freedesktop.login1";
constexpr auto manager = "/org/freedesktop/login1";
constexpr auto ours = "/org/freedesktop/login1/session/auto";
constexpr auto others = "/org/freedesktop/login1/session/c7";
constexpr auto network = "org.freedesktop.NetworkManager";
constexpr auto saver = "org.gnome.ScreenSaver";
constexpr auto saverPath = "/org/gnome/ScreenSaver";

class Logind : public Played
{
public:
    bool start() { return Played::start(Bus::System, "logind", logind) && addSession("auto") && addSession("c7"); }
    static bool setLockedHint(const char *session, bool isLocked)
    {
        return call(Bus::System, logind, session, "org.freedesktop.login1.Session.SetLockedHint",
                    {isLocked ? QStringLiteral("true") : QStringLiteral("false")});
    }
    static bool lock(const char *session)
    {
        return call(Bus::System, logind, session, "org.freedesktop.login1.Session.Lock");
    }
    static bool unlock(const char *session)
    {
        return call(Bus::System, logind, session, "org.freedesktop.login1.Session.Unlock");
    }
    /// What holds up the sleep now, in words of gdbus.
    static QByteArray inhibitors()
    {
        QProcess tool;
        tool.start(QStringLiteral("gdbus"),
                   {QStringLiteral("call"), QStringLiteral("--system"), QStringLiteral("--dest"), QLatin1String(logind),
                    QStringLiteral("--object-path"), QLatin1String(manager), QStringLiteral("--method"),
                    QStringLiteral("org.freedesktop.login1.Manager.ListInhibitors")});
        return tool.waitForFinished() ? tool.readAllStandardOutput() : QByteArray("no answer");
    }
    static bool isHeldUp() { return inhibitors().contains("'sleep', 'Watchword', 'a test', 'delay'"); }
    static bool sleep(bool begins)
    {
        return call(Bus::System, logind, manager, "org.freedesktop.DBus.Mock.EmitSignal",
                    {QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"),
                     QStringLiteral("b"), begins ? QStringLiteral("[<true>]") : QStringLiteral("[<false>]")});
    }

private:
    static bool addSession(const char *name)
    {
        return call(Bus::System, logind, manager, "org.freedesktop.DBus.Mock.AddSession",
                    {QLatin1String(name), QStringLiteral("seat0"), QStringLiteral("1000"), QStringLiteral("tester"),
                     QStringLiteral("true")});
    }
};

bool setActive(bool isActive)
{
    return call(Bus::Session, saver, saverPath, "org.gnome.ScreenSaver.SetActive",
                {isActive ? QStringLiteral("true") : QStringLiteral("false")});
}

bool setNetwork(int state)
{
    return call(Bus::System, network, "/org/freedesktop/NetworkManager",
                "org.freedesktop.DBus.Mock.SetGlobalConnectionState", {QString::number(state)});
}

/// A watch that knows by now what its services say.
bool isSettled(SessionWatch &watch)
{
    if (!Logind::setLockedHint(ours, true) || !QTest::qWaitFor([&] { return watch.isAway(); }, 10'000))
        return false;
    return Logind::setLockedHint(ours, false) && QTest::qWaitFor([&] { return !watch.isAway(); }, 10'000);
}

} // namespace

/// In a `plain` sandbox, whose buses are the test's to make.
class TestSessionWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void without_any_bus_the_person_is_there();
    void without_services_the_person_is_there();
    void a_session_locked_before();
    void follows_the_lock_of_its_own_session();
    void a_wish_to_lock_counts_at_once_and_not_for_ever();
    void follows_sleep();
    void follows_the_screen_saver();
    void a_service_that_ends_locks_nobody_out();
    void believes_nobody_but_the_owners();
    void tells_when_the_network_comes();
    void holds_the_sleep_up_until_it_lets_go();
    void holds_nothing_up_that_it_need_not();
    void holds_sleep_up_at_a_logind_that_comes_anew();
    void asks_the_compositor_how_long_nobody_was_there();

private:
    QString m_sessionSocket = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    MessageBusProcess m_systemBus{qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS").remove(QStringLiteral("unix:path="))};
    MessageBusProcess m_sessionBus{m_sessionSocket};
};

void TestSessionWatch::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_sessionSocket.toLocal8Bit());
}

void TestSessionWatch::init()
{
    QVERIFY(m_systemBus.start() && m_sessionBus.start());
}

void TestSessionWatch::cleanup()
{
    m_systemBus.stop();
    m_sessionBus.stop();
}

void TestSessionWatch::without_any_bus_the_person_is_there()
{
    cleanup(); // and nobody listens at their places
    QElapsedTimer time;
    time.start();
    SessionWatch watch;
    QVERIFY(time.elapsed() < 100);
    const QSignalSpy changed(&watch, &SessionWatch::awayChanged);
    QTest::qWait(300);
    QVERIFY(!watch.isAway());
    QCOMPARE(changed.count(), 0);
}

void TestSessionWatch::without_services_the_person_is_there()
{
    SessionWatch watch;
    QTest::qWait(300);
    QVERIFY(!watch.isAway());

    // logind comes late.
    Logind service;
    QVERIFY(service.start());
    QVERIFY(Logind::setLockedHint(ours, true));
    QTRY_VERIFY(watch.isAway());
}

void TestSessionWatch::a_session_locked_before()
{
    Logind service;
    QVERIFY(service.start());
    QVERIFY(Logind::setLockedHint(ours, true));
    SessionWatch watch;
    QTRY_VERIFY(watch.isAway());
}

void TestSessionWatch::follows_the_lock_of_its_own_session()
{
    Logind service;
    QVERIFY(service.start());
    SessionWatch watch;
    const QSignalSpy changed(&watch, &SessionWatch::awayChanged);
    QVERIFY(isSettled(watch));
    QCOMPARE(changed.count(), 2);
    QVERIFY(Logind::setLockedHint(others, true));
    QVERIFY(Logind::lock(others));
    QVERIFY(Logind::setLockedHint(ours, true));
    QTRY_COMPARE(changed.count(), 3);
    QVERIFY(watch.isAway());
    QVERIFY(Logind::setLockedHint(others, false));
    QVERIFY(Logind::unlock(others));
    QTest::qWait(100);
    QVERIFY(watch.isAway());
}

void TestSessionWatch::a_wish_to_lock_counts_at_once_and_not_for_ever()
{
    Logind service;
    QVERIFY(service.start());
    SessionWatch watch;
    const QSignalSpy asked(&watch, &SessionWatch::lockAsked);
    QVERIFY(isSettled(watch));
    QVERIFY(Logind::lock(ours));
    QTRY_VERIFY(watch.isAway());
    QVERIFY(Logind::lock(others));
    QVERIFY(Logind::lock(ours)); // once more, though nobody said that the person was back
    QTRY_COMPARE(asked.count(), 2);
    QVERIFY(Logind::unlock(ours));
    QTRY_VERIFY(!watch.isAway());

    // A screen locker that tells nobody: not for ever.
    SessionWatch hasty(std::chrono::milliseconds(400));
    QVERIFY(isSettled(hasty));
    QVERIFY(Logind::lock(ours));
    QTRY_VERIFY(hasty.isAway());
    QTRY_VERIFY(!hasty.isAway());

    // One that tells: until it says so.
    QVERIFY(Logind::lock(ours));
    QVERIFY(Logind::setLockedHint(ours, true));
    QTRY_VERIFY(hasty.isAway());
    QTest::qWait(800);
    QVERIFY(hasty.isAway());
}

void TestSessionWatch::follows_sleep()
{
    Logind service;
    QVERIFY(service.start());
    SessionWatch watch;
    QVERIFY(isSettled(watch));
    QVERIFY(Logind::sleep(true));
    QTRY_VERIFY(watch.isAway());
    QVERIFY(Logind::sleep(false));
    QTRY_VERIFY(!watch.isAway());

    // Locked on the way to sleep, as most desktops do: awake is not there.
    QVERIFY(Logind::sleep(true));
    QVERIFY(Logind::setLockedHint(ours, true));
    QVERIFY(Logind::sleep(false));
    QTest::qWait(200);
    QVERIFY(watch.isAway());
    QVERIFY(Logind::setLockedHint(ours, false));
    QTRY_VERIFY(!watch.isAway());
}

void TestSessionWatch::follows_the_screen_saver()
{
    SessionWatch early;
    Played service;
    QVERIFY(service.start(Bus::Session, "gnome_screensaver", saver));
    QVERIFY(setActive(true));
    QTRY_VERIFY(early.isAway());
    SessionWatch late; // is told by the answer to its question
    QTRY_VERIFY(late.isAway());
    QVERIFY(setActive(false));
    QTRY_VERIFY(!early.isAway());
    QTRY_VERIFY(!late.isAway());
}

void TestSessionWatch::a_service_that_ends_locks_nobody_out()
{
    SessionWatch watch;
    {
        Played service;
        QVERIFY(service.start(Bus::Session, "gnome_screensaver", saver));
        QVERIFY(setActive(true));
        QTRY_VERIFY(watch.isAway());
    }
    QTRY_VERIFY(!watch.isAway());
    Logind service;
    QVERIFY(service.start());
    QVERIFY(Logind::sleep(true));
    QVERIFY(Logind::setLockedHint(ours, true));
    QTRY_VERIFY(watch.isAway());
    m_systemBus.stop(); // and with it the whole bus
    QTRY_VERIFY(!watch.isAway());
}

void TestSessionWatch::believes_nobody_but_the_owners()
{
    Logind service;
    Played screenSaver, networkManager;
    QVERIFY(service.start());
    QVERIFY(screenSaver.start(Bus::Session, "gnome_screensaver", saver));
    QVERIFY(networkManager.start(Bus::System, "networkmanager", network));
    SessionWatch watch;
    QVERIFY(isSettled(watch));
    QVERIFY(setActive(true));
    QTRY_VERIFY(watch.isAway());
    QVERIFY(setActive(false));
    QTRY_VERIFY(!watch.isAway());
    const QSignalSpy changed(&watch, &SessionWatch::awayChanged);
    const QSignalSpy came(&watch, &SessionWatch::networkCame);
    QVERIFY(forge(Bus::System, manager, "org.freedesktop.login1.Manager.PrepareForSleep", {QStringLiteral("true")}));
    QVERIFY(forge(Bus::System, ours, "org.freedesktop.login1.Session.Lock", {}));
    QVERIFY(forge(Bus::System, ours, "org.freedesktop.DBus.Properties.PropertiesChanged",
                  {QStringLiteral("'org.freedesktop.login1.Session'"), QStringLiteral("{'LockedHint': <true>}"),
                   QStringLiteral("@as []")}));
    QVERIFY(forge(Bus::Session, saverPath, "org.gnome.ScreenSaver.ActiveChanged", {QStringLiteral("true")}));
    QVERIFY(forge(Bus::Session, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged",
                  {QStringLiteral("true")}));
    QVERIFY(forge(Bus::System, "/org/freedesktop/NetworkManager", "org.freedesktop.NetworkManager.StateChanged",
                  {QStringLiteral("uint32 70")}));
    QTest::qWait(200);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(came.count(), 0);
}

void TestSessionWatch::tells_when_the_network_comes()
{
    SessionWatch watch;
    const QSignalSpy came(&watch, &SessionWatch::networkCame);
    Played service;
    QVERIFY(service.start(Bus::System, "networkmanager", network));
    QTRY_VERIFY(setNetwork(40)); // the object is there a moment after the name
    QVERIFY(setNetwork(20));
    QVERIFY(setNetwork(50));
    QTest::qWait(100);
    QCOMPARE(came.count(), 0);
    QVERIFY(setNetwork(60));
    QTRY_COMPARE(came.count(), 1);
    QVERIFY(setNetwork(70));
    QTRY_COMPARE(came.count(), 2);
    QVERIFY(setNetwork(60)); // it got less
    QVERIFY(setNetwork(20));
    QTest::qWait(100);
    QCOMPARE(came.count(), 2);
    QVERIFY(setNetwork(70));
    QTRY_COMPARE(came.count(), 3);
    // A page of the network's was clicked away.
    const auto setConnectivity = [](int level) {
        return call(Bus::System, network, "/org/freedesktop/NetworkManager",
                    "org.freedesktop.DBus.Mock.SetConnectivity", {QString::number(level)});
    };
    QVERIFY(setConnectivity(2));
    QVERIFY(setConnectivity(4));
    QTRY_COMPARE(came.count(), 4);
}

void TestSessionWatch::holds_the_sleep_up_until_it_lets_go()
{
    Logind service;
    QVERIFY(service.start());
    SleepDelay delay(QStringLiteral("a test"));
    QSignalSpy comes(&delay, &SleepDelay::sleepComes);
    delay.setWanted(true);
    QTRY_VERIFY_WITH_TIMEOUT(delay.isHeld(), 10'000);
    QVERIFY(Logind::isHeldUp());
    delay.letGo(); // nothing is coming
    QVERIFY(delay.isHeld());

    QVERIFY(Logind::sleep(true));
    QTRY_COMPARE(comes.count(), 1);
    QVERIFY(delay.isHeld());
    QVERIFY(Logind::isHeldUp());
    delay.letGo();
    QTRY_VERIFY(!Logind::isHeldUp());
    delay.setWanted(true); // not for the sleep that is coming
    QTest::qWait(100);
    QVERIFY(!delay.isHeld());

    QVERIFY(Logind::sleep(false));
    QTRY_VERIFY_WITH_TIMEOUT(delay.isHeld(), 10'000);
    QVERIFY(Logind::isHeldUp());
    // One that was not let go, as the computer slept all the same, holds for the next time; it comes too late to let it go.
    QVERIFY(Logind::sleep(true));
    QTRY_COMPARE(comes.count(), 2);
    QVERIFY(Logind::sleep(false));
    QTest::qWait(100);
    delay.letGo();
    QVERIFY(Logind::isHeldUp());
}

void TestSessionWatch::holds_nothing_up_that_it_need_not()
{
    Logind service;
    QVERIFY(service.start());
    SleepDelay delay(QStringLiteral("a test"));
    const QSignalSpy comes(&delay, &SleepDelay::sleepComes);
    SleepDelay other(QStringLiteral("another"));
    other.setWanted(true);
    QTRY_VERIFY_WITH_TIMEOUT(other.isHeld(), 10'000);
    QVERIFY(!Logind::isHeldUp());
    delay.setWanted(true);
    delay.setWanted(false); // before logind has answered
    QTest::qWait(200);
    QVERIFY(!delay.isHeld());
    QTRY_VERIFY(!Logind::isHeldUp());
    delay.setWanted(true);
    QTRY_VERIFY_WITH_TIMEOUT(delay.isHeld(), 10'000);
    delay.setWanted(false);
    QTRY_VERIFY(!Logind::isHeldUp());
    QVERIFY(forge(Bus::System, manager, "org.freedesktop.login1.Manager.PrepareForSleep", {QStringLiteral("true")}));
    QTest::qWait(200);
    QCOMPARE(comes.count(), 0);
    QVERIFY(Logind::sleep(true)); // said also without a delay
    QTRY_COMPARE(comes.count(), 1);
}

void TestSessionWatch::holds_sleep_up_at_a_logind_that_comes_anew()
{
    SleepDelay delay(QStringLiteral("a test"));
    delay.setWanted(true);
    QTest::qWait(100);
    QVERIFY(!delay.isHeld());
    for (int i = 0; i < 2; ++i) {
        Logind service;
        QVERIFY(service.start());
        QTRY_VERIFY_WITH_TIMEOUT(delay.isHeld(), 10'000);
        QVERIFY(Logind::isHeldUp());
        service.stop();
        QTRY_VERIFY(!delay.isHeld());
    }
}

void TestSessionWatch::asks_the_compositor_how_long_nobody_was_there()
{
    using Idle = std::optional<std::chrono::milliseconds>;
    std::optional<Idle> answer;
    const auto ask = [&](DesktopIdle &idle) {
        answer.reset();
        idle.ask(&idle, [&](Idle given) { answer = given; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
    };
    DesktopIdle idle;
    QVERIFY(ask(idle));
    QVERIFY(!*answer); // nobody is there

    constexpr auto monitor = "org.gnome.Mutter.IdleMonitor";
    constexpr auto core = "/org/gnome/Mutter/IdleMonitor/Core";
    Played service;
    QVERIFY(service.startBare(Bus::Session, monitor, core));
    const auto say = [&](const char *code) {
        return call(Bus::Session, monitor, core, "org.freedesktop.DBus.Mock.AddMethod",
                    {QLatin1String(monitor), QStringLiteral("GetIdletime"), QString(QLatin1String("''")),
                     QStringLiteral("t"), QLatin1String(code)});
    };
    QTRY_VERIFY(say("ret = 4321"));
    QVERIFY(QTest::qWaitFor([&] { return ask(idle) && *answer == std::chrono::milliseconds(4321); }, 10'000));
    QVERIFY(say("raise dbus.exceptions.DBusException('not now', name='org.example.No')"));
    QVERIFY(ask(idle));
    QVERIFY(!*answer);
}

QTEST_GUILESS_MAIN(TestSessionWatch)
#include "tst_session_watch.moc"
