// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/account_text.h"
#include "app/cli/codes_of_file.h"
#include "app/cli/commands.h"
#include "app/cli/gathered.h"
#include "app/cli/program.h"
#include "app/cli/typed_text.h"
#include "app/platform/screen_grab.h"
#include "app/support/code_finder.h"
#include "app/support/outside_text.h"
#include "core/accounts/likeness.h"
#include "core/qr/reader.h"

#include <algorithm>

namespace watchword::app::cli {

namespace {

/// What became of it.
struct Outcome {
    QList<accounts::AccountId> added;
    QList<accounts::Account> duplicates;
    std::vector<std::size_t> repeats; ///< further links of one that was added: its place in `added`
    std::vector<Refused> refused;
};

void printForPerson(const Output &output, const Outcome &outcome, const vault::Vault *vault)
{
    for (const accounts::AccountId id : outcome.added) {
        if (const std::optional<accounts::Account> account = vault->account(id))
            output.line(CommandLine::tr("Added %1 (%2).").arg(accountLabel(*account), id.toString()));
    }
    for (const accounts::Account &account : outcome.duplicates)
        output.line(
            account.trashed
                ? CommandLine::tr("%1 is there already, in the trash; nothing was added.").arg(accountLabel(account))
                : CommandLine::tr("%1 is there already; nothing was added.").arg(accountLabel(account)));
    for (const std::size_t place : outcome.repeats) {
        if (const std::optional<accounts::Account> account = vault->account(outcome.added[qsizetype(place)]))
            output.line(CommandLine::tr("%1 is in it more than once; it was added once.").arg(accountLabel(*account)));
    }
    const bool isAlone = outcome.refused.size() == 1 && outcome.added.isEmpty() && outcome.duplicates.isEmpty();
    for (const Refused &refused : outcome.refused)
        output.note(isAlone ? refused.why.whole() : refused.what + QStringLiteral(": ") + refused.why.whole());
}

void printJson(const Output &output, const Outcome &outcome, const vault::Vault *vault)
{
    JsonWriter writer;
    writer.beginObject().key("added").beginArray();
    for (const accounts::AccountId id : outcome.added)
        writer.value(id.toString());
    writer.endArray().key("duplicates").beginArray();
    for (const accounts::Account &account : outcome.duplicates)
        writeAccountName(writer, account);
    for (const std::size_t place : outcome.repeats) {
        if (const std::optional<accounts::Account> account = vault->account(outcome.added[qsizetype(place)]))
            writeAccountName(writer, *account);
    }
    writer.endArray().key("refused").beginArray();
    for (const Refused &refused : outcome.refused)
        writer.beginObject()
            .key("what")
            .value(refused.what)
            .key("why")
            .value(withoutIsolates(refused.why.whole()))
            .endObject();
    output.json(writer.endArray().endObject());
}

// Other codes beside an account (a poster on the same screen) are said, but no failure.
void report(Program &program, const Outcome &outcome, const vault::Vault *vault)
{
    const bool nothingTaken = outcome.added.isEmpty() && outcome.duplicates.isEmpty();
    const auto failure = std::ranges::find_if(
        outcome.refused, [&](const Refused &refused) { return nothingTaken || refused.wasMeantAsAccount; });
    if (program.output().isJson()) {
        printJson(program.output(), outcome, vault);
        if (failure != outcome.refused.end())
            program.output().error(failure->id, failure->why);
    } else {
        printForPerson(program.output(), outcome, vault);
    }
    program.finish(failure == outcome.refused.end() ? Exit::Done : Exit::Failed);
}

// Puts each proposal where it belongs: what is new into the answer.
std::vector<accounts::Proposal> sorted(std::vector<accounts::Proposal> proposals, const vault::Vault &vault,
                                       Outcome &outcome)
{
    const QList<accounts::Account> known = vault.accounts() + vault.trashedAccounts();
    std::vector<accounts::Proposal> fresh;
    for (accounts::Proposal &proposal : proposals) {
        const QList<vault::Duplicate> same = vault.duplicatesOf(proposal);
        const auto there = std::ranges::find(same, vault::DuplicateKind::SameSecret, &vault::Duplicate::kind);
        const auto account =
            there == same.end() ? known.end() : std::ranges::find(known, there->existing, &accounts::Account::id);
        const auto twin = std::ranges::find_if(fresh, [&proposal](const accounts::Proposal &other) {
            return accounts::likenessOf(proposal.account, proposal.secret, other.account, other.secret)
                == accounts::Likeness::SameSecret;
        });
        if (account != known.end())
            outcome.duplicates << *account;
        else if (twin != fresh.end())
            outcome.repeats.push_back(std::size_t(twin - fresh.begin()));
        else
            fresh.push_back(std::move(proposal));
    }
    return fresh;
}

void save(Program &program, Gathered gathered)
{
    gathered.finish();
    if (gathered.proposals.empty())
        return report(program, {{}, {}, {}, std::move(gathered.refused)}, nullptr);
    program.withOpenVault([&program, gathered = std::move(gathered)](vault::Vault &vault) mutable {
        auto outcome = std::make_shared<Outcome>();
        outcome->refused = std::move(gathered.refused);
        std::vector<accounts::Proposal> fresh = sorted(std::move(gathered.proposals), vault, *outcome);
        if (fresh.empty())
            return report(program, *outcome, &vault);
        vault.add(std::move(fresh), &program, [&program, &vault, outcome](vault::Vault::Saved saved) {
            if (!saved)
                return program.fail(saved.error());
            outcome->added = *saved;
            report(program, *outcome, &vault);
        });
    });
}

/// Codes that were found, and where.
struct Codes {
    std::vector<qr::Found> found;
    QString place;
};

void saveCodes(Program &program, const std::vector<Codes> &places, const Error &nothing)
{
    Gathered gathered;
    std::vector<const qr::Found *> taken;
    for (const Codes &codes : places) {
        for (const qr::Found &code : codes.found) {
            // The same code on two monitors is one code.
            if (std::ranges::find(taken, code.payload, &qr::Found::payload) != taken.end())
                continue;
            taken.push_back(&code);
            gathered.take(code.payload.view(), codes.place);
        }
    }
    if (taken.empty())
        return program.fail(nothing);
    save(program, std::move(gathered));
}

void addFromPictures(Program &program)
{
    std::vector<Codes> places;
    Error nothing{ErrorCode::NoCodeInPicture, {}};
    for (const QString &image : program.invocation().images) {
        CodesOfFile file = codesInFile(image);
        if (file.error)
            return program.fail(*file.error);
        // Of a single PDF without a code the error says it.
        if (file.hasMorePages && (!file.codes.empty() || program.invocation().images.size() > 1))
            program.output().warning(errorId(ErrorCode::PagesLeftOut), errorText({ErrorCode::PagesLeftOut, {}}));
        if (file.isPdf)
            nothing = noCodeIn(file);
        Codes codes{{}, outsideText(image)};
        for (CodeOnPage &each : file.codes)
            codes.found.push_back(std::move(each.code));
        places.push_back(std::move(codes));
    }
    saveCodes(program, places, nothing);
}

void addFromScreen(Program &program)
{
    const auto take = [&program](Result<std::vector<Capture>> captures) {
        if (!captures)
            return program.fail(captures.error());
        if (std::ranges::all_of(*captures, [](const Capture &capture) { return isOneColour(capture.image); }))
            return program.fail({ErrorCode::CaptureBlank, {}});
        std::vector<Codes> places;
        Error nothing{ErrorCode::NoCodeInPicture, {}};
        CodeFinder finder;
        for (const Capture &capture : *captures) {
            FoundCodes found = finder.read(capture.image);
            places.push_back({std::move(found.codes), CommandLine::tr("The screen")});
            nothing = found.error.value_or(nothing);
        }
        wipe(*captures);
        saveCodes(program, places, nothing);
    };
    grabScreens(&program, take, [&program] {
        program.output().note(
            CommandLine::tr("Waiting for your desktop, which may be asking whether the screen may be seen…"));
    });
}

} // namespace

void runAdd(Program &program)
{
    Invocation &asked = program.invocation();
    const int ways = int(asked.arguments.size()) + int(asked.screen) + int(!asked.images.isEmpty());
    if (ways != 1)
        return program.failUsage(CommandLine::tr("“add” takes one of: -, a link, --image FILE or --screen."));
    if (asked.screen)
        return addFromScreen(program);
    if (!asked.images.isEmpty())
        return addFromPictures(program);
    Result<SecretBytes> text = std::move(asked.arguments.front());
    if (text->text() == "-")
        text = readTypedText();
    if (!text)
        return program.fail(text.error());
    Gathered gathered;
    gathered.take(text->view());
    save(program, std::move(gathered));
}

} // namespace watchword::app::cli
