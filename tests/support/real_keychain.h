// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <sys/types.h>

namespace watchword::tests {

// What a test does to the gnome-keyring of its sandbox behind the program's back.

/// `lock`, `unlock PASSWORD`: see tests/support/keyring.
bool keyring(const QStringList &arguments);
bool lockKeyring();
bool unlockKeyring();
/// Process id of whoever offers the keychain; 0 when nobody does. Starts nobody.
pid_t keyringProcess();
/// Makes a keyring that is open and the default one, with this password or none; `useKeyring` takes what is
/// answered. Empty when it failed.
QString makeKeyring(const QString &password);
bool useKeyring(const QString &collection);
/// The one that the sandbox begins with.
QString loginKeyring();
/// Sends a signal to it.
bool signalKeyring(int number);

/// Whether the keychain's own window is open.
bool isPromptOpen();
/// Presses keys (xdotool's names) in the keychain's window, once that has come up.
bool answerPrompt(const QStringList &keys);
/// The letters of a word as keys.
QStringList keysOf(const QString &word);
/// The sandbox's password and Return.
QStringList rightPassword();

/// What a program prints.
QByteArray outputOf(const QString &program, const QStringList &arguments);

} // namespace watchword::tests
