// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/account_text.h"
#include "app/cli/commands.h"
#include "app/cli/program.h"

#include <algorithm>

namespace watchword::app::cli {

namespace {

void writeAccount(JsonWriter &writer, const accounts::Account &account)
{
    writer.beginObject().key("id").value(account.id.toString()).key("issuer").value(account.issuer);
    writer.key("name").value(account.name).key("type").value(typeName(account.parameters));
    writer.key("algorithm").value(otp::algorithmName(otp::algorithmOf(account.parameters)));
    writer.key("digits").value(otp::digitsOf(account.parameters));
    if (const otp::Hotp *hotp = std::get_if<otp::Hotp>(&account.parameters))
        writer.key("period").null().key("counter").value(hotp->counter);
    else
        writer.key("period").value(otp::periodOf(account.parameters)).key("counter").null();
    writer.endObject();
}

void printJson(const Output &output, const QList<accounts::Account> &accounts)
{
    JsonWriter writer;
    writer.beginArray();
    for (const accounts::Account &account : accounts)
        writeAccount(writer, account);
    output.json(writer.endArray());
}

void printTable(const Output &output, const QList<accounts::Account> &accounts)
{
    constexpr qsizetype widest = 60;
    qsizetype width = 0;
    for (const accounts::Account &account : accounts)
        width = std::max(width, std::min(widest, accountLabel(account).size()));
    for (const accounts::Account &account : accounts)
        output.line(account.id.toString() + QStringLiteral("  ") + accountLabel(account).leftJustified(width)
                    + QStringLiteral("  ") + typeInWords(account.parameters));
}

} // namespace

void runList(Program &program)
{
    if (!program.invocation().arguments.empty())
        return program.failUsage(CommandLine::tr("“list” takes no names."));
    program.withOpenVault([&program](vault::Vault &vault) {
        const Output &output = program.output();
        const bool isTrash = program.invocation().trash;
        const QList<accounts::Account> accounts = isTrash ? vault.trashedAccounts() : vault.accounts();
        if (output.isJson())
            printJson(output, accounts);
        else if (accounts.isEmpty() && isTrash)
            output.note(CommandLine::tr("The trash is empty."));
        else if (accounts.isEmpty())
            output.note(CommandLine::tr("There are no accounts yet. “watchword-cli help add” shows how to add one."));
        else
            printTable(output, accounts);
        program.finish(Exit::Done);
    });
}

} // namespace watchword::app::cli
