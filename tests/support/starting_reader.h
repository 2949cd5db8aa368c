// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault_reader.h"
#include "tests/support/vault_process.h"

namespace watchword::tests {

/// Reads the whole vault as a program does that starts: it remembers no document. A Vault for each reading would be that too,
/// but takes the system 10 ms to put away, since it watches its folder.
class StartingReader
{
public:
    StartingReader(const QString &folder, std::shared_ptr<Keychain> keychain)
        : m_directory(*vault::DataDirectory::open(folder))
        , m_store(std::move(keychain))
        , m_slots(m_store, vault::SlotLayout(m_directory.keyPrefix()), nullptr)
        , m_reader(m_store, m_slots, m_directory, nullptr)
    {
    }

    vault::VaultReading read()
    {
        std::optional<vault::VaultReading> answer;
        m_reader.read(vault::Prompting::Never, nullptr,
                      [&](vault::VaultReading reading) { answer = std::move(reading); });
        return happens([&] { return answer.has_value(); }) ? std::move(*answer) : vault::VaultReading();
    }
    /// With this key for a vault under a password (null: none), so that scrypt is left out, and nothing remembered of files.
    vault::VaultReading readWith(const vault::PasswordKeyPointer &key)
    {
        m_reader.forget();
        m_reader.setKey(key);
        return read();
    }

private:
    vault::DataDirectory m_directory;
    ScriptedKeyStore m_store;
    vault::SlotStore m_slots;
    vault::VaultReader m_reader;
};

} // namespace watchword::tests
