// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/program.h"
#include "app/cli/state_text.h"
#include "app/support/odd_record_text.h"
#include "app/support/push_text.h"
#include "app/support/warning_text.h"
#include "core/platform/clock_sync.h"
#include "core/push/push_memory.h"
#include "core/vault/odd_record.h"

#include <QTimer>

#include <chrono>

namespace watchword::app::cli {

namespace {

// How long the system is given to say whether its clock is right; many have nobody to ask.
constexpr std::chrono::milliseconds clockPatience{1000};

struct Problem {
    QString id;
    ErrorText text;
};

// One that is locked by its password is as it should be.
bool isInOrder(const vault::Report &report)
{
    return vault::isOpen(report.state) || (report.state == vault::State::Password && !report.reason);
}

/// What is not understood, one by one, without whose it is.
QList<Problem> oddProblems(const QList<vault::OddRecord> &records)
{
    QList<Problem> problems;
    for (const vault::OddRecord &record : records)
        problems << Problem{
            warningId(vault::Warning::NeedsAttention),
            {CommandLine::tr("Line %1 of the accounts: %2").arg(QString::number(record.line), oddRecordText(record)),
             warningText(vault::Warning::NeedsAttention).hint}};
    return problems;
}

QList<Problem> problemsOf(const vault::Report &report, const QList<vault::OddRecord> &oddRecords,
                          platform::ClockSync::State clock)
{
    QList<Problem> problems;
    if (!isInOrder(report))
        problems << Problem{stateId(report.state, report.reason), stateText(report.state, report.reason)};
    QList<vault::Warning> warnings = report.warnings;
    if (!secretsAreLocked() && !warnings.contains(vault::Warning::SecretsNotLocked))
        warnings << vault::Warning::SecretsNotLocked;
    for (const vault::Warning warning : warnings) {
        if (warning == vault::Warning::NeedsAttention)
            problems << oddProblems(oddRecords);
        else
            problems << Problem{warningId(warning), warningText(warning)};
    }
    if (clock == platform::ClockSync::State::NotSynchronised)
        problems << Problem{QStringLiteral("clock-not-synchronised"),
                            {CommandLine::tr("The system’s clock is not synchronised, so sites may refuse the codes."),
                             CommandLine::tr("Switch on automatic date and time in the system’s settings.")}};
    return problems;
}

QString stateInWords(const vault::Report &report)
{
    switch (report.state) {
    case vault::State::Empty: return CommandLine::tr("The keychain works; there are no accounts yet.");
    case vault::State::Password:
        if (!report.reason)
            return CommandLine::tr("The accounts are protected by a password and locked.");
        return CommandLine::tr("The accounts cannot be read now.");
    case vault::State::Unlocked:
        if (report.protection == vault::Protection::Password)
            return CommandLine::tr("The accounts are protected by a password: %n account(s).", nullptr,
                                   report.accounts);
        return CommandLine::tr("The keychain works and holds %n account(s).", nullptr, report.accounts);
    default: return CommandLine::tr("The accounts cannot be read now.");
    }
}

/// Of accounts that approve sign-ins; not known while the vault is closed.
struct SignIns {
    int accounts = 0;
    int refused = 0; ///< challenges that no server had signed
};

std::optional<SignIns> signInsOf(const vault::Vault &vault)
{
    if (!vault::isOpen(vault.state()))
        return {};
    return SignIns{int(vault.pushAccounts().size()), push::PushMemory::read(vault.pushMemory()).refused()};
}

void print(const Output &output, const vault::Report &report, const std::optional<SignIns> &signIns,
           const QList<Problem> &problems)
{
    if (output.isJson()) {
        JsonWriter writer;
        writer.beginObject().key("state").value(stateName(report.state)).key("provider");
        report.provider.isEmpty() ? writer.null() : writer.value(report.provider);
        writer.key("protection")
            .value(report.protection == vault::Protection::Password ? QStringLiteral("password")
                                                                    : QStringLiteral("keychain"));
        writer.key("accounts").value(report.accounts).key("pushAccounts");
        signIns ? writer.value(signIns->accounts) : writer.null();
        writer.key("refusedRequests");
        signIns ? writer.value(signIns->refused) : writer.null();
        writer.key("items").value(report.items).key("problems").beginArray();
        for (const Problem &problem : problems)
            writer.beginObject()
                .key("id")
                .value(problem.id)
                .key("text")
                .value(withoutIsolates(problem.text.sentence))
                .key("do")
                .value(withoutIsolates(problem.text.hint))
                .endObject();
        return output.json(writer.endArray().endObject());
    }
    output.line(stateInWords(report));
    if (!report.provider.isEmpty())
        output.line(CommandLine::tr("Keychain: %1").arg(report.provider));
    if (signIns && signIns->accounts > 0)
        output.line(CommandLine::tr("%n account(s) approve(s) sign-ins.", nullptr, signIns->accounts));
    if (signIns && signIns->refused > 0)
        output.line(refusedText(signIns->refused));
    for (const Problem &problem : problems)
        output.line(QStringLiteral("- ") + problem.text.whole());
    if (problems.isEmpty())
        output.line(CommandLine::tr("No problems found."));
}

} // namespace

void runDoctor(Program &program)
{
    if (!program.invocation().arguments.empty())
        return program.failUsage(CommandLine::tr("“doctor” takes no names."));
    auto *clock = new platform::ClockSync(&program);
    const auto look = [&program, clock](vault::Vault &vault) {
        const auto report = [&program, clock, &vault] {
            const vault::Report found = vault.report();
            const QList<Problem> problems = problemsOf(found, vault.oddRecords(), clock->state());
            print(program.output(), found, signInsOf(vault), problems);
            const Exit exit = isInOrder(found) ? Exit::Done : exitForState(found.state);
            if (exit != Exit::Done && program.output().isJson())
                program.output().error(problems.front().id, problems.front().text);
            program.finish(exit);
        };
        if (clock->wasAsked())
            return report();
        auto *timer = new QTimer(&program);
        timer->setSingleShot(true);
        QObject::connect(timer, &QTimer::timeout, &program, report);
        QObject::connect(clock, &platform::ClockSync::asked, timer, [timer] { timer->start(0); });
        timer->start(clockPatience);
    };
    // It asks nobody for a password.
    if (program.invocation().passwordFile.isEmpty())
        program.openVault(vault::Prompting::Never, look);
    else
        program.unlockVault(vault::Prompting::Never, look);
}

} // namespace watchword::app::cli
