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

bool signalKeyring(int number)
{
    const pid_t daemon = keyringProcess();
    return daemon > 0 && kill(daemon, number) == 0;
}

bool isPromptOpen()
{
    return !outputOf(QStringLiteral("xdotool"),
                     {QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--class"),
                      QStringLiteral("gcr-prompter")})
                .trimmed()
                .isEmpty();
}

bool answerPrompt(const QStringList &keys)
{
    if (!QTest::qWaitFor([] { return isPromptOpen(); }, 20'000))
        return false;
    QTest::qWait(500); // it takes the keyboard a moment after it is mapped, and nobody tells
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
