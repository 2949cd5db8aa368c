// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace watchword::app;
using namespace std::chrono_literals;

class TestSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void starts_with_the_defaults_and_writes_nothing();
    void keeps_what_was_changed();
    void tells_of_a_change_once();
    void is_for_the_owner_alone();
    void takes_the_default_for_what_makes_no_sense();
    void keeps_keys_of_newer_versions();
    void runs_on_where_it_would_be_missed_unless_somebody_chose();
    void is_in_force_also_when_it_cannot_be_written();

private:
    static void writeFile(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QTemporaryDir m_directory;
    QString fresh()
    {
        static int number = 0;
        return m_directory.filePath(QStringLiteral("%1/settings.ini").arg(++number));
    }
};

void TestSettings::starts_with_the_defaults_and_writes_nothing()
{
    const QString path = fresh();
    const SettingsStore store(path);
    QCOMPARE(store.settings(), Settings());
    QCOMPARE(store.settings().clearAfter, 30s);
    QVERIFY(!QFile::exists(path));
}

void TestSettings::keeps_what_was_changed()
{
    const QString path = fresh();
    const Settings wanted{.clearAfter = 60s,
                          .hideCodes = true,
                          .appearance = Appearance::Dark,
                          .camera = QStringLiteral("Integrierte Kamera, vorn"),
                          .keepRunning = false,
                          .approvesSignIns = true,
                          .knowsItKeepsRunning = true,
                          .lockAfter = 30min};
    QVERIFY(SettingsStore(path).change(wanted));
    QCOMPARE(SettingsStore(path).settings(), wanted);
    Settings never = wanted;
    never.lockAfter = 0s;
    QVERIFY(SettingsStore(path).change(never));
    QCOMPARE(SettingsStore(path).settings(), never);
}

void TestSettings::tells_of_a_change_once()
{
    SettingsStore store(fresh());
    QSignalSpy spy(&store, &SettingsStore::changed);
    Settings wanted = store.settings();
    wanted.hideCodes = true;
    store.change(wanted);
    store.change(wanted);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy[0][0].value<Settings>(), wanted);
}

void TestSettings::is_for_the_owner_alone()
{
    const QString path = fresh();
    ::umask(0);
    SettingsStore store(path);
    Settings wanted;
    wanted.hideCodes = true;
    QVERIFY(store.change(wanted));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);
}

void TestSettings::takes_the_default_for_what_makes_no_sense()
{
    const QString path = m_directory.filePath(QStringLiteral("odd.ini"));
    writeFile(path, "[copying]\nclearAfterSeconds=soon\n[codes]\nhide=perhaps\n[look]\ntheme=pink\n");
    QCOMPARE(SettingsStore(path).settings(), Settings());
    writeFile(path, "[copying]\nclearAfterSeconds=-5\n");
    QCOMPARE(SettingsStore(path).settings().clearAfter, 5s);
    writeFile(path, "[copying]\nclearAfterSeconds=99999999\n");
    QCOMPARE(SettingsStore(path).settings().clearAfter, 600s);
    // Nobody is locked out at once, and a lock that was wanted comes.
    writeFile(path, "[locking]\nafterSeconds=1\n");
    QCOMPARE(SettingsStore(path).settings().lockAfter, 5s);
    writeFile(path, "[locking]\nafterSeconds=-1\n");
    QCOMPARE(SettingsStore(path).settings().lockAfter, 5s);
    writeFile(path, "[locking]\nafterSeconds=999999999\n");
    QCOMPARE(SettingsStore(path).settings().lockAfter, 24h);
    writeFile(path, "[locking]\nafterSeconds=later\n");
    QCOMPARE(SettingsStore(path).settings().lockAfter, 10min);
}

void TestSettings::keeps_keys_of_newer_versions()
{
    const QString path = m_directory.filePath(QStringLiteral("newer.ini"));
    writeFile(path, "[tray]\nshow=true\n");
    SettingsStore store(path);
    Settings wanted;
    wanted.hideCodes = true;
    QVERIFY(store.change(wanted));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("show=true"));
}

void TestSettings::runs_on_where_it_would_be_missed_unless_somebody_chose()
{
    Settings settings;
    QVERIFY(!settings.keepsRunning(false));
    QVERIFY(settings.keepsRunning(true));
    settings.approvesSignIns = true;
    QVERIFY(settings.keepsRunning(false));
    settings.keepRunning = false;
    QVERIFY(!settings.keepsRunning(true));
    settings = {};
    settings.keepRunning = true;
    QVERIFY(settings.keepsRunning(false));

    // What nobody chose is not written as a choice by a change of something else.
    const QString path = fresh();
    Settings other;
    other.hideCodes = true;
    QVERIFY(SettingsStore(path).change(other));
    QVERIFY(!SettingsStore(path).settings().keepRunning);
}

void TestSettings::is_in_force_also_when_it_cannot_be_written()
{
    writeFile(m_directory.filePath(QStringLiteral("file")), "x");
    SettingsStore store(m_directory.filePath(QStringLiteral("file/settings.ini")));
    Settings wanted;
    wanted.hideCodes = true;
    QVERIFY(!store.change(wanted));
    QVERIFY(store.settings().hideCodes);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
