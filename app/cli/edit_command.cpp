// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/account_text.h"
#include "app/cli/commands.h"
#include "app/cli/program.h"

namespace watchword::app::cli {

namespace {

void sayChanged(Program &program, const vault::Vault &vault, accounts::AccountId id)
{
    const Output &output = program.output();
    const accounts::Account account = vault.account(id).value_or(accounts::Account());
    if (output.isJson()) {
        JsonWriter writer;
        writeAccountName(writer, account);
        output.json(writer);
    } else {
        output.line(CommandLine::tr("It is called %1 now (%2).").arg(accountLabel(account), id.toString()));
    }
    program.finish(Exit::Done);
}

} // namespace

void runEdit(Program &program)
{
    const Invocation &asked = program.invocation();
    if (!program.hasOneName())
        return;
    if (!asked.issuer && !asked.name)
        return program.failUsage(CommandLine::tr("“edit” takes --issuer or --name, or both."));
    program.withOpenVault([&program, &asked](vault::Vault &vault) {
        const std::optional<accounts::Account> account = program.theNamedAccount();
        if (!account)
            return;
        if (asked.issuer.value_or(account->issuer).isEmpty() && asked.name.value_or(account->name).isEmpty())
            return program.failUsage(CommandLine::tr("The account would be without a name, and hard to find again."));
        vault::Edit edit;
        edit.issuer = asked.issuer;
        edit.name = asked.name;
        vault.edit(account->id, edit, &program, [&program, &vault, id = account->id](const vault::Vault::Saved &saved) {
            if (saved)
                sayChanged(program, vault, id);
            else
                program.fail(saved.error());
        });
    });
}

} // namespace watchword::app::cli
