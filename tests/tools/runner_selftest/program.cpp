// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Test programs for the test of the runner: each behaves as the name under which it is started says.
#include <QtTest>

#include <csignal>
#include <cstdlib>
#include <cstring>

#include <unistd.h>

class Passing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void adds() { QCOMPARE(1 + 1, 2); }
    void rows_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("<one> & \"two\"") << 1;
        QTest::newRow("row (with brackets)") << 2;
    }
    void rows()
    {
        QFETCH(int, number);
        QVERIFY(number > 0);
    }
};

class Failing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passes() {}
    void fails() { QCOMPARE(1, 2); }
};

class FailingAtStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(false); }
    void never_begins() {}
};

class Skipping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passes() {}
    void skips() { QSKIP("no camera here"); }
};

class ExpectingFailure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<bool>("good");
        QTest::newRow("good one") << true;
        QTest::newRow("bad one") << false;
    }
    void rows()
    {
        QFETCH(bool, good);
        if (!good)
            QEXPECT_FAIL("", "a known fault", Continue);
        QVERIFY(good);
    }
    void unexpected_pass()
    {
        QEXPECT_FAIL("", "a known fault", Continue);
        QVERIFY(true);
    }
};

class Crashing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passes() {}
    void crashes() { ::raise(SIGKILL); }
};

class Leaving : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passes() {}
    void leaves() { ::_exit(0); }
};

class Hanging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hangs()
    {
        for (;;)
            ::pause();
    }
};

class Empty : public QObject
{
    Q_OBJECT
};

int main(int argc, char *argv[])
{
    const char *slash = std::strrchr(argv[0], '/');
    const QByteArray name(slash ? slash + 1 : argv[0]);
    const auto run = [&](auto &&tests) { return QTest::qExec(&tests, argc, argv); };
    if (name == "passing")
        return run(Passing());
    if (name == "failing")
        return run(Failing());
    if (name == "failing_at_start")
        return run(FailingAtStart());
    if (name == "skipping")
        return run(Skipping());
    if (name == "expecting_failure")
        return run(ExpectingFailure());
    if (name == "crashing")
        return run(Crashing());
    if (name == "leaving")
        return run(Leaving());
    if (name == "hanging")
        return run(Hanging());
    if (name == "status_without_failure") {
        run(Passing());
        return 3;
    }
    if (name == "silent")
        return 0;
    return run(Empty());
}

#include "program.moc"
