// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/desktop_notifications.h"
#include "tests/support/notification_services.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace watchword;
using namespace watchword::platform;
using namespace watchword::tests;

namespace {

const QString someName = QStringLiteral("some");
const QString serviceName = QStringLiteral("org.freedesktop.Notifications");
const QString servicePath = QStringLiteral("/org/freedesktop/Notifications");

Notice question()
{
    Notice notice;
    notice.title = QStringLiteral("A sign-in waits");
    notice.body = QStringLiteral("<b>Acme</b> & co");
    notice.actions = {{QStringLiteral("review"), QStringLiteral("Review")},
                      {QStringLiteral("deny"), QStringLiteral("Deny")}};
    notice.onClick = QStringLiteral("review");
    notice.withoutActions = QStringLiteral("Open the program.");
    notice.stays = true;
    return notice;
}

/// What a program does that would like to be taken for the service.
class Forger
{
public:
    void send(const char *signal, const QVariantList &arguments)
    {
        QDBusMessage toAll = QDBusMessage::createSignal(servicePath, serviceName, QLatin1String(signal));
        toAll.setArguments(arguments);
        m_bus.send(toAll);
        for (const QString &name : m_bus.call(listing()).arguments().value(0).toStringList()) {
            QDBusMessage toOne =
                QDBusMessage::createTargetedSignal(name, servicePath, serviceName, QLatin1String(signal));
            toOne.setArguments(arguments);
            if (name.startsWith(u':'))
                m_bus.send(toOne);
        }
        m_bus.call(listing()); // what was sent has passed the bus
    }

private:
    static QDBusMessage listing()
    {
        return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"),
                                              QStringLiteral("org.freedesktop.DBus"), QStringLiteral("ListNames"));
    }
    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("forger"));
};

constexpr int patience = 20'000, settled = 200; // milliseconds

/// dbusmock in the service's place: without buttons, and with what it was sent in its log.
class Mock
{
public:
    bool start(const QString &abilities)
    {
        return m_service.start(serviceName, QStringLiteral("/usr/bin/python3"),
                               {QStringLiteral("-u"), QStringLiteral("-m"), QStringLiteral("dbusmock"),
                                QStringLiteral("--template"), QStringLiteral("notification_daemon"),
                                QStringLiteral("--parameters"),
                                QStringLiteral("{\"capabilities\": \"%1\"}").arg(abilities)});
    }
    QString log()
    {
        m_log += QString::fromUtf8(m_service.process.readAllStandardOutput());
        return m_log;
    }
    static void signal(const QString &name, const QString &signature, const QString &arguments)
    {
        printedBy(QStringLiteral("gdbus"),
                  {QStringLiteral("call"), QStringLiteral("--session"), QStringLiteral("--dest"), serviceName,
                   QStringLiteral("--object-path"), servicePath, QStringLiteral("--method"),
                   QStringLiteral("org.freedesktop.DBus.Mock.EmitSignal"), serviceName, name, signature, arguments});
    }

private:
    BusService m_service;
    QString m_log;
};

/// Our notifications beside the real dunst, which was there before them.
struct BesideDunst {
    explicit BesideDunst(const QString &markup = QStringLiteral("full"))
        : isStarted(dunst.start(markup))
    {
    }

    /// One question, which is on the screen then.
    void showQuestion()
    {
        QVERIFY(isStarted);
        notifications.show(someName, question());
        QTRY_COMPARE_WITH_TIMEOUT(dunst.displayed(), 1, patience);
        QTest::qWait(
            settled); // nothing of ours ran while dunst was asked: its answer, with the number, may still lie there
    }

    Dunst dunst;
    const bool isStarted;
    DesktopNotifications notifications;
    const QSignalSpy chosen{&notifications, &Notifications::actionChosen};
    const QSignalSpy closed{&notifications, &Notifications::closed};
};

} // namespace

/// With the real dunst and notify-osd, in a `desktop` sandbox.
class TestDesktopNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void without_a_service_nothing_happens_until_one_comes();
    void shows_replaces_and_closes();
    void text_stays_text_data();
    void text_stays_text();
    void tells_what_was_chosen();
    void tells_what_was_dismissed();
    void believes_nobody_but_the_service();
    void a_service_that_begins_anew();
    void a_service_that_hangs();
    void a_service_that_crashes_is_not_fed_for_ever();
    void a_service_without_buttons();
    void a_real_service_without_buttons();
    void only_what_was_offered_with_its_token();
    void takes_all_away_at_the_end();
};

void TestDesktopNotifications::without_a_service_nothing_happens_until_one_comes()
{
    DesktopNotifications notifications;
    QElapsedTimer time;
    time.start();
    notifications.show(someName, question());
    notifications.show(QStringLiteral("other"), question());
    notifications.close(QStringLiteral("other"));
    QVERIFY(time.elapsed() < 100);
    QTest::qWait(300);
    Dunst dunst;
    QVERIFY(dunst.start());
    QTRY_COMPARE(dunst.displayed(), 1);
}

void TestDesktopNotifications::shows_replaces_and_closes()
{
    BesideDunst shown;
    shown.showQuestion();
    QTRY_VERIFY(shown.dunst.printed().contains(QLatin1String("script_count"))); // the last that it prints of one
    QVERIFY(shown.dunst.printed().contains(QLatin1String("A sign-in waits")));
    QVERIFY(shown.dunst.printed().contains(QLatin1String("urgency: NORMAL")));
    QVERIFY(shown.dunst.printed().contains(QLatin1String("timeout: 0")));

    Notice denied = question();
    denied.title = QStringLiteral("Denied");
    denied.stays = false;
    shown.notifications.show(someName, denied);
    QTRY_VERIFY(shown.dunst.printed().contains(QLatin1String("Denied")));
    QTRY_COMPARE(shown.dunst.displayed(), 1);

    shown.notifications.close(someName);
    QTRY_COMPARE(shown.dunst.displayed(), 0);

    // Faster than the service gives numbers.
    shown.notifications.show(someName, question());
    shown.notifications.close(someName);
    shown.notifications.show(QStringLiteral("last"), denied);
    QTRY_COMPARE(shown.dunst.displayed(), 1);
    shown.notifications.close(QStringLiteral("last"));
    QTRY_COMPARE(shown.dunst.displayed(), 0);
}

void TestDesktopNotifications::text_stays_text_data()
{
    QTest::addColumn<QString>("markup");
    QTest::newRow("with markup") << QStringLiteral("full");
    QTest::newRow("without") << QStringLiteral("no");
}

void TestDesktopNotifications::text_stays_text()
{
    QFETCH(const QString, markup);
    BesideDunst shown(markup);
    shown.showQuestion();
    // What dunst draws is always markup; it makes it of plain text where it does not take any.
    QTRY_VERIFY2(shown.dunst.printed().contains(QLatin1String("\n&lt;b&gt;Acme&lt;/b&gt; &amp; co'")),
                 qPrintable(shown.dunst.printed()));
}

void TestDesktopNotifications::tells_what_was_chosen()
{
    BesideDunst shown;
    shown.showQuestion();
    shown.dunst.choose(QStringLiteral("Deny"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.chosen.count(), 1, patience);
    QCOMPARE(shown.chosen.at(0).at(0).toString(), someName);
    QCOMPARE(shown.chosen.at(0).at(1).toString(), QStringLiteral("deny"));
    shown.dunst.click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.chosen.count(), 2, patience);
    QCOMPARE(shown.chosen.at(1).at(1).toString(), QStringLiteral("review"));
}

void TestDesktopNotifications::tells_what_was_dismissed()
{
    BesideDunst shown;
    shown.showQuestion();
    shown.dunst.dismiss();
    QTRY_COMPARE_WITH_TIMEOUT(shown.closed.count(), 1, patience);
    QCOMPARE(shown.closed.at(0).at(0).toString(), someName);
}

void TestDesktopNotifications::believes_nobody_but_the_service()
{
    BesideDunst shown;
    shown.showQuestion();
    Forger forger;
    for (uint id = 1; id < 20; ++id) {
        forger.send("ActivationToken", {id, QStringLiteral("stolen")});
        forger.send("ActionInvoked", {id, QStringLiteral("deny")});
        forger.send("NotificationClosed", {id, uint(2)});
    }
    // The service's own word comes after all of these.
    shown.dunst.click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.chosen.count(), 1, patience);
    QCOMPARE(shown.chosen.at(0).at(1).toString(), QStringLiteral("review"));
    QCOMPARE(shown.chosen.at(0).at(2).toByteArray(), QByteArray());
    QCOMPARE(shown.closed.count(), 0);
}

void TestDesktopNotifications::a_service_that_begins_anew()
{
    BesideDunst shown;
    shown.showQuestion();
    shown.dunst.stop();
    shown.notifications.show(QStringLiteral("meanwhile"), question());
    shown.notifications.close(QStringLiteral("meanwhile"));
    QTest::qWait(200);
    QVERIFY(shown.dunst.start());
    QTRY_COMPARE(shown.dunst.displayed(), 1);
    shown.dunst.click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.chosen.count(), 1, patience);
    shown.notifications.close(someName);
    QTRY_COMPARE(shown.dunst.displayed(), 0);
}

void TestDesktopNotifications::a_service_that_hangs()
{
    Dunst dunst;
    QVERIFY(dunst.start());
    DesktopNotifications notifications;
    dunst.pause();
    QElapsedTimer time;
    time.start();
    notifications.show(QStringLiteral("over by then"), question());
    notifications.show(someName, question());
    QTest::qWait(300);
    notifications.close(QStringLiteral("over by then"));
    QVERIFY(time.elapsed() < 2000);
    dunst.goOn();
    QTRY_COMPARE(dunst.displayed(), 1);

    // It has both by now, and gives their numbers late.
    dunst.pause();
    notifications.show(QStringLiteral("over by then"), question());
    QTest::qWait(300);
    notifications.close(QStringLiteral("over by then"));
    notifications.close(someName);
    dunst.goOn();
    QTRY_COMPARE(dunst.displayed(), 0);
}

void TestDesktopNotifications::a_service_that_crashes_is_not_fed_for_ever()
{
    DesktopNotifications notifications;
    notifications.show(someName, question());
    for (int i = 0; i < 3; ++i) {
        Dunst dunst;
        QVERIFY(dunst.start());
        QTRY_COMPARE(dunst.displayed(), 1);
    }
    Dunst dunst;
    QVERIFY(dunst.start());
    notifications.show(QStringLiteral("another"), question());
    QTRY_COMPARE(dunst.displayed(), 1);
    QTest::qWait(200);
    QCOMPARE(dunst.displayed(), 1);
}

void TestDesktopNotifications::a_service_without_buttons()
{
    Mock mock;
    QVERIFY(mock.start(QStringLiteral("body")));
    DesktopNotifications notifications;
    notifications.show(someName, question());
    QTRY_VERIFY(mock.log().contains(QLatin1String(" Notify ")));
    // No buttons, what to do instead, nothing escaped, and for as long as the desktop likes.
    const QString log = mock.log();
    QVERIFY2(log.contains(QLatin1String("\"<b>Acme</b> & co\nOpen the program.\" []"))
                 || log.contains(QLatin1String("\"<b>Acme</b> & co\\nOpen the program.\" []")),
             qPrintable(log));
    QVERIFY2(log.trimmed().endsWith(QLatin1String(" -1")), qPrintable(log));
}

void TestDesktopNotifications::a_real_service_without_buttons()
{
    const QString program =
        printedBy(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("ls /usr/lib/*/notify-osd")});
    BusService osd;
    QVERIFY(osd.start(serviceName, program.trimmed(), {}));
    const auto windows = [] {
        return printedBy(QStringLiteral("xdotool"),
                         {QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--class"),
                          QStringLiteral("notify-osd")})
            .split(u'\n', Qt::SkipEmptyParts);
    };
    DesktopNotifications notifications;
    notifications.show(someName, question());
    QTRY_COMPARE_WITH_TIMEOUT(windows().size(), 1, 20'000);
    // A bubble without a frame, not the dialog that it opens for buttons and for what is to stay.
    const QString kind = printedBy(QStringLiteral("xprop"),
                                   {QStringLiteral("-id"), windows().value(0), QStringLiteral("_NET_WM_WINDOW_TYPE")});
    QVERIFY2(kind.contains(QLatin1String("NOTIFICATION")), qPrintable(kind));
}

void TestDesktopNotifications::only_what_was_offered_with_its_token()
{
    Mock mock;
    QVERIFY(mock.start(QStringLiteral("body actions")));
    DesktopNotifications notifications;
    const QSignalSpy chosen(&notifications, &Notifications::actionChosen);
    notifications.show(someName, question());
    QTRY_VERIFY(mock.log().contains(QLatin1String(" Notify ")));
    QTest::qWait(100);
    Mock::signal(QStringLiteral("ActionInvoked"), QStringLiteral("us"), QStringLiteral("[<uint32 1>, <'approve'>]"));
    Mock::signal(QStringLiteral("ActionInvoked"), QStringLiteral("us"), QStringLiteral("[<uint32 7>, <'deny'>]"));
    Mock::signal(QStringLiteral("ActivationToken"), QStringLiteral("us"), QStringLiteral("[<uint32 1>, <'token'>]"));
    Mock::signal(QStringLiteral("ActionInvoked"), QStringLiteral("us"), QStringLiteral("[<uint32 1>, <'default'>]"));
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(1).toString(), QStringLiteral("review"));
    QCOMPARE(chosen.at(0).at(2).toByteArray(), QByteArray("token"));
}

void TestDesktopNotifications::takes_all_away_at_the_end()
{
    Dunst dunst;
    QVERIFY(dunst.start());
    {
        DesktopNotifications notifications;
        notifications.show(someName, question());
        QTRY_COMPARE_WITH_TIMEOUT(dunst.displayed(), 1, patience);
        QTest::qWait(settled);
    }
    QTRY_COMPARE_WITH_TIMEOUT(dunst.displayed(), 0, patience);
}

QTEST_GUILESS_MAIN(TestDesktopNotifications)
#include "tst_desktop_notifications.moc"
