// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/real_keychain.h"

#include <QProcess>
#include <QTest>

#include <signal.h>

namespace watchword::tests {

namespace {

const QString tool = QStringLiteral(WATCHWORD_TEST_SUPPORT "/keyring");

QString password()
{
    return qEnvironmentVariable("WATCHWORD_KEYRING_PASSWORD");
}

QByteArrayList promptWindows()
{
    const QByteArray found = outputOf(QStringLiteral("xdotool"),
                                      {QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                                       QStringLiteral("--class"), QStringLiteral("gcr-prompter")});
    return found.simplified().isEmpty() ? QByteArrayList() : found.simplified().split(' ');
}

} // namespace

bool keyring(const QStringList &arguments)
{
    return QProcess::execute(tool, arguments) == 0;
}

bool lockKeyring()
{
    return keyring({QStringLiteral("lock")});
}

bool unlockKeyring()
{
    return keyring({QStringLiteral("unlock"), password()});
}

pid_t keyringProcess()
{
    return outputOf(tool, {QStringLiteral("process")}).trimmed().toInt();
}

QString makeKeyring(const QString &word)
{
    return QString::fromLatin1(outputOf(tool, {QStringLiteral("make"), word})).trimmed();
}

bool useKeyring(const QString &collection)
{
    return keyring({QStringLiteral("default"), collection});
}

QString loginKeyring()
{
    return QStringLiteral("/org/freedesktop/secrets/collection/login");
}

bool signalKeyring(int number)
{
    const pid_t daemon = keyringProcess();
    return daemon > 0 && kill(daemon, number) == 0;
}

bool isPromptOpen()
{
    return !promptWindows().isEmpty();
}

bool answerPrompt(const QStringList &keys)
{
    // It takes the keyboard and the focus together, some time after it is mapped: keys before that go elsewhere.
    const auto hasTheFocus = [] {
        const QByteArray focused = outputOf(QStringLiteral("xdotool"), {QStringLiteral("getwindowfocus")}).trimmed();
        return !focused.isEmpty() && promptWindows().contains(focused);
    };
    if (!QTest::qWaitFor(hasTheFocus, 20'000))
        return false;
    QTest::qWait(200);
    const QStringList how{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("30")};
    return QProcess::execute(QStringLiteral("xdotool"), how + keys) == 0;
}

QStringList keysOf(const QString &word)
{
    QStringList keys;
    for (const QChar letter : word)
        keys += letter;
    return keys;
}

QStringList rightPassword()
{
    return keysOf(password()) + QStringList{QStringLiteral("Return")};
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace watchword::tests
