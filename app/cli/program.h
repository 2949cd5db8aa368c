// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "app/cli/output.h"
#include "core/platform/secret_service_store.h"
#include "core/vault/vault.h"

#include <QObject>

#include <memory>

namespace watchword::app::cli {

/// One run: what was asked for, what is said, and the vault when a command needs it.
class Program final : public QObject
{
    Q_OBJECT

public:
    Program(Invocation invocation, QObject *parent = nullptr);

    /// Runs the command; ends in the application's exit.
    void start();

    Invocation &invocation() { return m_invocation; }
    const Output &output() const { return m_output; }
    const Clock &clock() const { return m_clock; }

    /// Opens the vault and says afterwards that it did, whatever came of it.
    void openVault(vault::Prompting prompting, Handler<vault::Vault &> handler);
    /// The same, and gives the password where one protects the accounts; without one the program ends.
    void unlockVault(vault::Prompting prompting, Handler<vault::Vault &> handler);
    /// Opens it and goes on only when accounts can be read and saved; else says why not and ends the program.
    void withOpenVault(Handler<vault::Vault &> handler);

    /// Whether there is one argument, NAME; else says so and ends the program.
    bool hasOneName();
    /// The one account of the list, or of the trash, that the argument NAME means; else says what is wrong with it and ends
    /// the program.
    std::optional<accounts::Account> theNamedAccount(bool inTrash = false);

    /// Ends the program, when the vault has finished what it still does after a save.
    void finish(Exit exit);
    /// Says what is wrong and ends the program.
    void fail(const Error &error);
    void failUsage(const QString &sentence, const QList<accounts::Account> &matches = {});

private:
    void vaultAnswered();
    void givePassword(Handler<vault::Vault &> handler);
    /// The accounts are saved all the same when this says something.
    void sayWhatWasNotSaved();

    Invocation m_invocation;
    Output m_output;
    SystemClock m_clock;
    std::unique_ptr<platform::SecretServiceStore> m_store;
    std::unique_ptr<vault::Vault> m_vault;
    Handler<vault::Vault &> m_opened;
    bool m_saidThatItWaits = false;
    int m_passwordTries = 0;
};

} // namespace watchword::app::cli
