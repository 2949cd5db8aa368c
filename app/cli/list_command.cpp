// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/account_text.h"
#include "app/cli/commands.h"
#include "app/cli/program.h"
#include "app/support/push_text.h"

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

QString serverName(accounts::PushServer server)
{
    return server == accounts::PushServer::EduMfa ? QStringLiteral("edumfa") : QStringLiteral("privacyidea");
}

QString pushStateName(accounts::PushState state)
{
    switch (state) {
    case accounts::PushState::Enrolling: return QStringLiteral("enrolling");
    case accounts::PushState::Unproven: return QStringLiteral("unproven");
    case accounts::PushState::Ready: break;
    }
    return QStringLiteral("ready");
}

void writeAccount(JsonWriter &writer, const accounts::PushAccount &account)
{
    writer.beginObject().key("id").value(account.id.toString()).key("issuer").value(account.issuer);
    writer.key("name").value(account.name).key("type").value(QStringLiteral("push"));
    writer.key("server").value(serverName(account.server)).key("host").value(pushHost(account));
    writer.key("serial").value(account.serial).key("state").value(pushStateName(account.state)).endObject();
}

/// Of the list, or of the trash: those with codes, then those that approve sign-ins.
struct Listed {
    QList<accounts::Account> accounts;
    QList<accounts::PushAccount> push;

    bool isEmpty() const { return accounts.isEmpty() && push.isEmpty(); }
};

void printJson(const Output &output, const Listed &listed)
{
    JsonWriter writer;
    writer.beginArray();
    for (const accounts::Account &account : listed.accounts)
        writeAccount(writer, account);
    for (const accounts::PushAccount &account : listed.push)
        writeAccount(writer, account);
    output.json(writer.endArray());
}

void printTable(const Output &output, const Listed &listed)
{
    constexpr qsizetype widest = 60;
    qsizetype width = 0;
    const auto measure = [&](const auto &all) {
        for (const auto &account : all)
            width = std::max(width, std::min(widest, accountLabel(account).size()));
    };
    measure(listed.accounts);
    measure(listed.push);
    const auto print = [&](accounts::AccountId id, const QString &label, const QString &type) {
        output.line(id.toString() + QStringLiteral("  ") + label.leftJustified(width) + QStringLiteral("  ") + type);
    };
    for (const accounts::Account &account : listed.accounts)
        print(account.id, accountLabel(account), typeInWords(account.parameters));
    for (const accounts::PushAccount &account : listed.push)
        print(account.id, accountLabel(account), typeInWords(account));
}

} // namespace

void runList(Program &program)
{
    if (!program.invocation().arguments.empty())
        return program.failUsage(CommandLine::tr("“list” takes no names."));
    program.withOpenVault([&program](vault::Vault &vault) {
        const Output &output = program.output();
        const bool isTrash = program.invocation().trash;
        const Listed listed = isTrash ? Listed{vault.trashedAccounts(), vault.trashedPushAccounts()}
                                      : Listed{vault.accounts(), vault.pushAccounts()};
        if (output.isJson())
            printJson(output, listed);
        else if (listed.isEmpty() && isTrash)
            output.note(CommandLine::tr("The trash is empty."));
        else if (listed.isEmpty())
            output.note(CommandLine::tr("There are no accounts yet. “watchword-cli help add” shows how to add one."));
        else
            printTable(output, listed);
        program.finish(Exit::Done);
    });
}

} // namespace watchword::app::cli
