// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/desktop_settings.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace watchword::platform;

namespace {

/// A part of the real portal, started as the session bus would.
class Part
{
public:
    bool start(const QString &program, const QString &name)
    {
        m_process.start(QStringLiteral("/usr/libexec/") + program, {});
        return m_process.waitForStarted()
            && QProcess::execute(QStringLiteral("gdbus"),
                                 {QStringLiteral("wait"), QStringLiteral("--session"), QStringLiteral("--timeout"),
                                  QStringLiteral("20"), name})
            == 0;
    }
    ~Part()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

bool choose(const char *scheme)
{
    return QProcess::execute(QStringLiteral("gsettings"),
                             {QStringLiteral("set"), QStringLiteral("org.gnome.desktop.interface"),
                              QStringLiteral("color-scheme"), QString::fromLatin1(scheme)})
        == 0;
}

} // namespace

/// The real portal with GTK's back-end, in a `desktop` sandbox.
class TestDesktopSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void without_a_portal_nothing_is_known();
    void the_portals_wish_is_told_and_followed();
};

void TestDesktopSettings::initTestCase()
{
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    qputenv("GSETTINGS_BACKEND", "keyfile"); // the person's choice lies below XDG_CONFIG_HOME
}

void TestDesktopSettings::without_a_portal_nothing_is_known()
{
    DesktopSettings desktop;
    const QSignalSpy spy(&desktop, &DesktopSettings::changed);
    QTest::qWait(500);
    QCOMPARE(spy.count(), 0);
    QVERIFY(!desktop.values().dark);
}

void TestDesktopSettings::the_portals_wish_is_told_and_followed()
{
    QVERIFY(choose("prefer-dark"));
    Part gtk, portal;
    QVERIFY(
        gtk.start(QStringLiteral("xdg-desktop-portal-gtk"), QStringLiteral("org.freedesktop.impl.portal.desktop.gtk")));
    QVERIFY(portal.start(QStringLiteral("xdg-desktop-portal"), QStringLiteral("org.freedesktop.portal.Desktop")));
    DesktopSettings desktop;
    QTRY_COMPARE(desktop.values().dark, std::optional(true));
    QVERIFY(choose("default"));
    QTRY_COMPARE(desktop.values().dark, std::optional<bool>());
    QVERIFY(choose("prefer-dark"));
    QTRY_COMPARE(desktop.values().dark, std::optional(true));
}

QTEST_GUILESS_MAIN(TestDesktopSettings)
#include "tst_desktop_settings.moc"
