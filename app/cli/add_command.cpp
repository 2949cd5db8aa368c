// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/account_text.h"
#include "app/cli/commands.h"
#include "app/cli/program.h"
#include "app/cli/typed_text.h"
#include "app/platform/screen_grab.h"
#include "app/support/picture_file.h"
#include "core/enrol/recognise.h"
#include "core/qr/reader.h"

#include <algorithm>

namespace watchword::app::cli {

namespace {

struct Refused {
    QString id;
    QString what;
    ErrorText why;
    bool wasMeantAsAccount = false;
};

/// What an input gave: accounts that could be added, and what is none.
struct Gathered {
    std::vector<accounts::Proposal> proposals;
    std::vector<Refused> refused;

    void take(ByteView text)
    {
        enrol::Recognition read = enrol::recognise(text);
        for (accounts::Proposal &proposal : read.accounts) {
            const bool isRepeated = std::ranges::any_of(proposals, [&](const accounts::Proposal &other) {
                return other.secret == proposal.secret
                    && other.account.parameters.index() == proposal.account.parameters.index();
            });
            if (!isRepeated)
                proposals.push_back(std::move(proposal));
        }
        for (const Error &error : read.refused)
            refused.push_back({errorId(error.code), CommandLine::tr("Link"), errorText(error), true});
        if (read.accounts.empty() && read.refused.empty()) {
            const OriginText origin = originText(read.origin, read.host);
            refused.push_back({QStringLiteral("not-an-account"), origin.title, {origin.sentence, {}}});
        }
    }
};

/// What became of it.
struct Outcome {
    QList<accounts::AccountId> added;
    QList<accounts::Account> duplicates;
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
    for (const Refused &refused : outcome.refused)
        output.note(refused.why.whole());
}

void printJson(const Output &output, const Outcome &outcome)
{
    JsonWriter writer;
    writer.beginObject().key("added").beginArray();
    for (const accounts::AccountId id : outcome.added)
        writer.value(id.toString());
    writer.endArray().key("duplicates").beginArray();
    for (const accounts::Account &account : outcome.duplicates)
        writeAccountName(writer, account);
    writer.endArray().key("refused").beginArray();
    for (const Refused &refused : outcome.refused)
        writer.beginObject().key("what").value(refused.what).key("why").value(refused.why.whole()).endObject();
    output.json(writer.endArray().endObject());
}

// Other codes beside an account (a poster on the same screen) are said, but no failure.
void report(Program &program, const Outcome &outcome, const vault::Vault *vault)
{
    const bool nothingTaken = outcome.added.isEmpty() && outcome.duplicates.isEmpty();
    const auto failure = std::ranges::find_if(
        outcome.refused, [&](const Refused &refused) { return nothingTaken || refused.wasMeantAsAccount; });
    if (program.output().isJson()) {
        printJson(program.output(), outcome);
        if (failure != outcome.refused.end())
            program.output().error(failure->id, failure->why);
    } else {
        printForPerson(program.output(), outcome, vault);
    }
    program.finish(failure == outcome.refused.end() ? Exit::Done : Exit::Failed);
}

void save(Program &program, Gathered gathered)
{
    if (gathered.proposals.empty())
        return report(program, {{}, {}, std::move(gathered.refused)}, nullptr);
    program.withOpenVault([&program, gathered = std::move(gathered)](vault::Vault &vault) mutable {
        auto outcome = std::make_shared<Outcome>();
        outcome->refused = std::move(gathered.refused);
        std::vector<accounts::Proposal> fresh;
        for (accounts::Proposal &proposal : gathered.proposals) {
            const QList<vault::Duplicate> same = vault.duplicatesOf(proposal);
            const auto there = std::ranges::find(same, vault::DuplicateKind::SameSecret, &vault::Duplicate::kind);
            if (there == same.end()) {
                fresh.push_back(std::move(proposal));
            } else {
                QList<accounts::Account> known = vault.accounts() + vault.trashedAccounts();
                const auto account = std::ranges::find(known, there->existing, &accounts::Account::id);
                if (account != known.end())
                    outcome->duplicates << *account;
            }
        }
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

void saveCodes(Program &program, const std::vector<qr::Found> &codes)
{
    if (codes.empty())
        return program.fail({ErrorCode::NoCodeInPicture, {}});
    Gathered gathered;
    for (const qr::Found &code : codes)
        gathered.take(code.payload.view());
    save(program, std::move(gathered));
}

void addFromPicture(Program &program)
{
    const Result<QImage> picture = openPicture(program.invocation().image);
    if (!picture)
        return program.fail(picture.error());
    saveCodes(program, qr::readCodes(*picture));
}

void addFromScreen(Program &program)
{
    Result<std::vector<Capture>> captures = grabScreensNow();
    if (!captures)
        return program.fail(captures.error());
    std::vector<qr::Found> codes;
    for (const Capture &capture : *captures)
        std::ranges::move(qr::readCodes(capture.image), std::back_inserter(codes));
    wipe(*captures);
    saveCodes(program, codes);
}

} // namespace

void runAdd(Program &program)
{
    Invocation &asked = program.invocation();
    const int ways = int(asked.arguments.size()) + int(asked.screen) + int(!asked.image.isEmpty());
    if (ways != 1)
        return program.failUsage(CommandLine::tr("“add” takes one of: -, a link, --image FILE or --screen."));
    if (asked.screen)
        return addFromScreen(program);
    if (!asked.image.isEmpty())
        return addFromPicture(program);
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
