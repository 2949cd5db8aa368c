// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/account_text.h"
#include "app/cli/commands.h"
#include "app/cli/program.h"

namespace watchword::app::cli {

namespace {

// `next` empty: there is none (a counter).
void print(Program &program, const accounts::Account &account, const otp::Code &code, const QString &next)
{
    const Output &output = program.output();
    if (!output.isJson())
        return output.line(code.digits);
    JsonWriter writer;
    writer.beginObject().key("id").value(account.id.toString()).key("issuer").value(account.issuer);
    writer.key("name")
        .value(account.name)
        .key("type")
        .value(typeName(account.parameters))
        .key("code")
        .value(code.digits);
    if (otp::isCounterBased(account.parameters))
        writer.key("next").null().key("valid_from").null().key("valid_until").null();
    else
        writer.key("next")
            .value(next)
            .key("valid_from")
            .value(code.validFrom)
            .key("valid_until")
            .value(code.validUntil);
    output.json(writer.endObject());
}

void printTimed(Program &program, const vault::Vault &vault, const accounts::Account &account)
{
    const Invocation &asked = program.invocation();
    const qint64 period = otp::periodOf(account.parameters);
    const qint64 time = asked.at.value_or(program.clock().unixSeconds()) + (asked.next ? period : 0);
    const Result<otp::Code> code = vault.codeAt(account.id, time);
    const Result<otp::Code> next = vault.codeAt(account.id, time + period);
    if (!code || !next)
        return program.fail(code ? next.error() : code.error());
    print(program, account, *code, next->digits);
    program.finish(Exit::Done);
}

void printCounted(Program &program, vault::Vault &vault, const accounts::Account &account)
{
    if (program.invocation().next || program.invocation().at)
        return program.failUsage(CommandLine::tr(
            "The codes of this account are counted, not timed: “--next” and “--at” do not go with it."));
    vault.takeCounterCode(account.id, &program, [&program, account](Result<vault::CounterCode> taken) {
        if (!taken)
            return program.fail(taken.error());
        print(program, account, taken->code, {});
        if (!taken->confirmed)
            program.output().warning(errorId(ErrorCode::NotConfirmed),
                                     {CommandLine::tr("That the new counter is saved is not confirmed yet."),
                                      CommandLine::tr("If the site refuses the code, ask for the next.")});
        program.finish(Exit::Done);
    });
}

} // namespace

void runCode(Program &program)
{
    if (!program.hasOneName())
        return;
    program.withOpenVault([&program](vault::Vault &vault) {
        const std::optional<accounts::Account> account = program.theNamedAccount();
        if (!account)
            return;
        if (otp::isCounterBased(account->parameters))
            printCounted(program, vault, *account);
        else
            printTimed(program, vault, *account);
    });
}

} // namespace watchword::app::cli
