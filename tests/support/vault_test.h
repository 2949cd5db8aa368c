// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/vault_process.h"

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

namespace watchword::tests {

/// Where a vault of the default folder lies in the keychain.
inline const QString slotA = QStringLiteral("watchword/accounts/a");
inline const QString slotB = QStringLiteral("watchword/accounts/b");

/// What VaultProcess::names() says of github(), and of bank() too.
inline const QStringList alice{QStringLiteral("alice")};
inline const QStringList both{QStringLiteral("alice"), QStringLiteral("bob")};

inline constexpr char password[] = "a password of the tests";
inline constexpr char otherPassword[] = "another password of the tests";

using Process = VaultProcess<ScriptedKeyStore>;

/// The tests of a vault in a keychain in memory: one data directory and one keychain, which the processes share that a test
/// starts one after the other or side by side.
class VaultTest : public QObject
{
protected:
    /// For init(): both are empty, and the items have no suffix, as the default folder's.
    void begin(std::unique_ptr<QTemporaryDir> folder)
    {
        m_folder = std::move(folder);
        m_keychain = std::make_shared<Keychain>();
        beDefaultFolder(m_folder->path());
    }

    std::unique_ptr<Process> start() const { return std::make_unique<Process>(m_folder->path(), m_keychain); }
    /// …with a vault under this password, which is open then.
    std::unique_ptr<Process> startAndUnlock(const char *with = password) const
    {
        auto process = start();
        [&] {
            QCOMPARE(process->open(), vault::State::Password);
            QVERIFY(process->unlock(with));
            QCOMPARE(process->vault->state(), vault::State::Unlocked);
        }();
        return process;
    }
    /// Of a file in the data directory.
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Keychain> m_keychain;
};

} // namespace watchword::tests
