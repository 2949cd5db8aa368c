// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace watchword::app;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A home, an administrator's folder and a program that can be started.
struct Bench {
    explicit Bench(const QString &name = QStringLiteral("watchword"))
        : program(home.filePath(name))
    {
        put(program, "#!/bin/sh\nprintf %s \"$1\" > \"$(dirname \"$0\")/started\"\n");
        QFile::setPermissions(program, QFile::permissions(program) | QFileDevice::ExeOwner);
    }
    Autostart autostart() const
    {
        return Autostart({home.filePath(QStringLiteral("config/autostart")),
                          {home.filePath(QStringLiteral("xdg/autostart"))},
                          program});
    }
    QString own() const { return home.filePath(QStringLiteral("config/autostart/")) + Autostart::fileName(); }
    QString shared() const { return home.filePath(QStringLiteral("xdg/autostart/")) + Autostart::fileName(); }

    QTemporaryDir home;
    QString program;
};

} // namespace

class TestAutostart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void is_off_and_writes_nothing_unasked();
    void is_switched_on_and_off_by_a_file();
    void starts_a_program_of_any_name_data();
    void starts_a_program_of_any_name();
    void a_file_by_hand_counts_and_stays();
    void a_file_that_is_switched_off_is_off_data();
    void a_file_that_is_switched_off_is_off();
    void says_no_to_an_administrators_file();
    void finds_the_program_after_an_upgrade();
    void leaves_a_file_by_hand_as_it_is_after_an_upgrade();
    void keeps_what_it_cannot_read();
    void says_when_it_cannot_be_written();
};

void TestAutostart::is_off_and_writes_nothing_unasked()
{
    const Bench bench;
    QVERIFY(!bench.autostart().isOn());
    QVERIFY(bench.autostart().canChange());
    QVERIFY(bench.autostart().set(false));
    bench.autostart().repair();
    QVERIFY(!QFile::exists(bench.own()));
}

void TestAutostart::is_switched_on_and_off_by_a_file()
{
    const Bench bench;
    Autostart autostart = bench.autostart();
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
    const QByteArray content = contentOf(bench.own());
    QVERIFY(content.startsWith("[Desktop Entry]\nType=Application\nName=Watchword\n"));
    QVERIFY(content.contains("\nExec=" + bench.program.toUtf8() + " --hidden\n"));
    if (!QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate")).isEmpty())
        QCOMPARE(QProcess::execute(QStringLiteral("desktop-file-validate"), {bench.own()}), 0);
    QVERIFY(autostart.set(true)); // again
    QCOMPARE(contentOf(bench.own()), content);
    QVERIFY(autostart.set(false));
    QVERIFY(!autostart.isOn());
    QCOMPARE(QDir(QFileInfo(bench.own()).path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestAutostart::starts_a_program_of_any_name_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("blank") << QStringLiteral("my programs");
    QTest::newRow("quotes") << QStringLiteral("the \"best\" `one` $HOME");
    QTest::newRow("backslash") << QStringLiteral("back\\slash");
    QTest::newRow("percent") << QStringLiteral("100%u");
    QTest::newRow("other letters") << QStringLiteral("Büro-ワ");
}

void TestAutostart::starts_a_program_of_any_name()
{
    QFETCH(QString, name);
    const Bench bench(name);
    QVERIFY(bench.autostart().set(true));
    QVERIFY(bench.autostart().isOn()); // it finds the program again
    if (name.contains(QLatin1Char('%')))
        return; // of which GLib makes nothing
    // And so does somebody else's reading of the file.
    QProcess reader;
    reader.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys; from gi.repository import Gio\n"
                                 "Gio.DesktopAppInfo.new_from_filename(sys.argv[1]).launch([], None)"),
                  bench.own()});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.exitCode(), 0);
    QTRY_COMPARE(contentOf(bench.home.filePath(QStringLiteral("started"))), QByteArray("--hidden"));
}

void TestAutostart::a_file_by_hand_counts_and_stays()
{
    const Bench bench;
    const QByteArray byHand = "# mine\n[Desktop Entry]\nType=Application\nName=My own\nExec=\"" + bench.program.toUtf8()
        + "\" --hidden --data-dir=/x\n\n[Other]\nHidden=no\n";
    put(bench.own(), byHand);
    Autostart autostart = bench.autostart();
    QVERIFY(autostart.isOn());
    QVERIFY(autostart.set(false));
    QVERIFY(!autostart.isOn());
    QVERIFY(contentOf(bench.own()).contains("Hidden=true"));
    QVERIFY(contentOf(bench.own()).contains("Name=My own"));
    QVERIFY(autostart.set(true));
    QCOMPARE(contentOf(bench.own()), byHand);
}

void TestAutostart::a_file_that_is_switched_off_is_off_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("hidden") << QByteArray("Hidden=true");
    QTest::newRow("by GNOME") << QByteArray("X-GNOME-Autostart-enabled=false");
    QTest::newRow("with blanks") << QByteArray("Hidden = true ");
}

void TestAutostart::a_file_that_is_switched_off_is_off()
{
    QFETCH(QByteArray, line);
    const Bench bench;
    put(bench.own(), "[Desktop Entry]\nExec=" + bench.program.toUtf8() + "\n" + line + "\n");
    Autostart autostart = bench.autostart();
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
    QVERIFY(!contentOf(bench.own()).contains(line));
}

void TestAutostart::says_no_to_an_administrators_file()
{
    const Bench bench;
    put(bench.shared(), "[Desktop Entry]\nExec=" + bench.program.toUtf8() + " --hidden\n");
    Autostart autostart = bench.autostart();
    QVERIFY(autostart.isOn());
    QVERIFY(autostart.set(false));
    QVERIFY(!autostart.isOn());
    QVERIFY(QFile::exists(bench.shared()));
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
}

void TestAutostart::finds_the_program_after_an_upgrade()
{
    Bench bench;
    QVERIFY(bench.autostart().set(true));
    const QString other = bench.program + QStringLiteral("-2.0");
    QVERIFY(QFile::copy(bench.program, other));
    Autostart newer({QFileInfo(bench.own()).path(), {}, other});
    newer.repair(); // the old one is there yet: perhaps this is only being tried
    QVERIFY(contentOf(bench.own()).contains("Exec=" + bench.program.toUtf8() + " "));
    QVERIFY(QFile::remove(bench.program));
    QVERIFY(!newer.isOn());
    newer.repair();
    QVERIFY(newer.isOn());
    QVERIFY(contentOf(bench.own()).contains("Exec=" + other.toUtf8() + " "));
    QVERIFY(newer.set(false));
    newer.repair();
    QVERIFY(!newer.isOn());
}

void TestAutostart::leaves_a_file_by_hand_as_it_is_after_an_upgrade()
{
    const Bench bench;
    const QByteArray byHand = "[Desktop Entry]\nExec=/nowhere/watchword\n";
    put(bench.own(), byHand);
    Autostart autostart = bench.autostart();
    autostart.repair();
    QCOMPARE(contentOf(bench.own()), byHand);
    QVERIFY(!autostart.isOn()); // it starts nothing
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
}

void TestAutostart::keeps_what_it_cannot_read()
{
    const Bench bench;
    put(bench.own(), "something else\n");
    QVERIFY(!bench.autostart().isOn());
    QVERIFY(bench.autostart().set(true));
    QVERIFY(bench.autostart().isOn());
    QCOMPARE(contentOf(bench.own() + QStringLiteral(".1")), QByteArray("something else\n"));
}

void TestAutostart::says_when_it_cannot_be_written()
{
    const Bench bench;
    put(bench.home.filePath(QStringLiteral("config/autostart")), "a file in the folder's place");
    QVERIFY(!bench.autostart().canChange());
    QVERIFY(!bench.autostart().set(true));
    QVERIFY(!bench.autostart().isOn());

    const Bench other;
    QVERIFY(QDir().mkpath(other.own())); // a folder in the file's place
    QVERIFY(!other.autostart().canChange());
    QVERIFY(!other.autostart().set(true));
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
