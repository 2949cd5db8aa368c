// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace watchword::app;
using namespace std::chrono_literals;

/// On a real X server, with xclip as the other program.
class TestSecretClipboard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void another_program_reads_the_code_and_its_mark();
    void the_primary_selection_is_left_alone();
    void is_cleared_after_the_set_time();
    void what_another_program_copied_is_not_cleared();
    void what_we_copied_ourselves_elsewhere_is_not_cleared();
    void is_cleared_at_once_when_asked();
    void is_cleared_when_it_goes();

private:
    static QByteArray xclip(const QStringList &arguments, const QByteArray &input = {});
    static QClipboard &clipboard() { return *QGuiApplication::clipboard(); }
};

/// Runs while our own event loop answers.
QByteArray TestSecretClipboard::xclip(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral("xclip"), QStringList{QStringLiteral("-selection")} + arguments);
    if (!input.isEmpty()) {
        process.write(input);
        process.closeWriteChannel();
        // It goes on in the background, holding what it was given.
        process.closeReadChannel(QProcess::StandardOutput);
        process.closeReadChannel(QProcess::StandardError);
    }
    (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 5000);
    return process.readAllStandardOutput();
}

void TestSecretClipboard::another_program_reads_the_code_and_its_mark()
{
    SecretClipboard secret(clipboard());
    secret.copy(QStringLiteral("287082"));
    QCOMPARE(xclip({QStringLiteral("clipboard"), QStringLiteral("-o")}), QByteArray("287082"));
    QCOMPARE(xclip({QStringLiteral("clipboard"), QStringLiteral("-o"), QStringLiteral("-t"),
                    QStringLiteral("x-kde-passwordManagerHint")}),
             QByteArray("secret"));
}

void TestSecretClipboard::the_primary_selection_is_left_alone()
{
    SecretClipboard secret(clipboard());
    secret.copy(QStringLiteral("287082"));
    QCOMPARE(xclip({QStringLiteral("primary"), QStringLiteral("-o")}), QByteArray());
}

void TestSecretClipboard::is_cleared_after_the_set_time()
{
    SecretClipboard secret(clipboard());
    QSignalSpy cleared(&secret, &SecretClipboard::cleared);
    secret.setClearAfter(1s);
    secret.copy(QStringLiteral("287082"));
    QVERIFY(secret.isOurs());
    QTRY_COMPARE_WITH_TIMEOUT(cleared.count(), 1, 5000);
    QVERIFY(!secret.isOurs());
    QCOMPARE(xclip({QStringLiteral("clipboard"), QStringLiteral("-o")}), QByteArray());
}

void TestSecretClipboard::what_another_program_copied_is_not_cleared()
{
    SecretClipboard secret(clipboard());
    QSignalSpy cleared(&secret, &SecretClipboard::cleared);
    secret.copy(QStringLiteral("287082"));
    xclip({QStringLiteral("clipboard"), QStringLiteral("-i")}, "other");
    QTRY_VERIFY(!secret.isOurs());
    secret.clearNow();
    QCOMPARE(cleared.count(), 0);
    QCOMPARE(xclip({QStringLiteral("clipboard"), QStringLiteral("-o")}), QByteArray("other"));
}

void TestSecretClipboard::what_we_copied_ourselves_elsewhere_is_not_cleared()
{
    SecretClipboard secret(clipboard());
    secret.copy(QStringLiteral("287082"));
    clipboard().setText(QStringLiteral("a sentence"));
    secret.clearNow();
    QCOMPARE(xclip({QStringLiteral("clipboard"), QStringLiteral("-o")}), QByteArray("a sentence"));
}

void TestSecretClipboard::is_cleared_at_once_when_asked()
{
    SecretClipboard secret(clipboard());
    QSignalSpy cleared(&secret, &SecretClipboard::cleared);
    secret.copy(QStringLiteral("287082"));
    secret.clearNow();
    secret.clearNow();
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(xclip({QStringLiteral("clipboard"), QStringLiteral("-o")}), QByteArray());
}

void TestSecretClipboard::is_cleared_when_it_goes()
{
    {
        SecretClipboard secret(clipboard());
        secret.copy(QStringLiteral("287082"));
    }
    QCOMPARE(xclip({QStringLiteral("clipboard"), QStringLiteral("-o")}), QByteArray());
}

int main(int argc, char **argv)
{
    // The X server of the sandbox, not the offscreen platform of the other tests.
    qputenv("QT_QPA_PLATFORM", "xcb");
    QGuiApplication application(argc, argv);
    TestSecretClipboard test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secret_clipboard.moc"
