// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/account_text.h"
#include "app/cli/commands.h"
#include "app/cli/program.h"

namespace watchword::app::cli {

namespace {

void sayMoved(Program &program, const accounts::Account &account, bool trashed)
{
    const Output &output = program.output();
    const QString id = account.id.toString();
    if (output.isJson()) {
        JsonWriter writer;
        writeAccountName(writer, account);
        output.json(writer);
    } else if (trashed) {
        output.line(CommandLine::tr("%1 is in the trash; “watchword-cli restore %2” takes it out again.")
                        .arg(accountLabel(account), id));
    } else {
        output.line(CommandLine::tr("%1 is back (%2).").arg(accountLabel(account), id));
    }
    program.finish(Exit::Done);
}

/// Into the trash, or out of it.
void move(Program &program, bool trashed)
{
    if (!program.hasOneName())
        return;
    program.withOpenVault([&program, trashed](vault::Vault &vault) {
        const std::optional<accounts::Account> account = program.theNamedAccount(!trashed);
        if (!account)
            return;
        vault.setTrashed({account->id}, trashed, &program,
                         [&program, account = *account, trashed](const vault::Vault::Saved &saved) {
                             if (saved)
                                 sayMoved(program, account, trashed);
                             else
                                 program.fail(saved.error());
                         });
    });
}

} // namespace

void runRemove(Program &program)
{
    move(program, true);
}

void runRestore(Program &program)
{
    move(program, false);
}

} // namespace watchword::app::cli
