// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gathered.h"

#include "app/cli/invocation.h"
#include "app/cli/output.h"
#include "app/support/export_text.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "core/enrol/recognise.h"

#include <algorithm>

namespace watchword::app::cli {

namespace {

Refused refusedLink(const enrol::Refusal &refusal, const QString &place)
{
    const bool isOthers = refusal.code == ErrorCode::NotAnAccount;
    const QString where = place.isEmpty() ? CommandLine::tr("Line %1").arg(refusal.line) : place;
    return {errorId(refusal.code), refusal.name.isEmpty() ? where : outsideText(refusal.name),
            isOthers ? ErrorText{originText(refusal.origin, refusal.host).sentence, {}} : errorText(refusal),
            place.isEmpty() || !isOthers};
}

Refused refusedEnrolment(const ErrorText &why, const QString &place)
{
    return {errorId(ErrorCode::NotAnAccount), place, why, true};
}

QString exportName()
{
    return CommandLine::tr("The export");
}

Refused refusedEntry(const transfer::RefusedEntry &entry)
{
    const QString name = enrol::nameOf(entry);
    return {errorId(entry.code), name.isEmpty() ? exportName() : outsideText(name), errorText(entry), true};
}

} // namespace

ErrorText takenByTheWindow(const push::Enrolment &enrolment)
{
    return {
        CommandLine::tr("This code sets up sign-ins to approve, at %1; Watchword’s window does that and asks first.")
            .arg(outsideTextInSentence(enrolment.address.toString())),
        CommandLine::tr("Start Watchword, and scan the code or paste the link there.")};
}

void Gathered::take(ByteView text, const QString &place)
{
    enrol::Recognition read = enrol::recognise(text);
    // What is empty, too large or no account at all has no line.
    const bool isWhole = read.kind == enrol::Kind::Other && read.origin == enrol::Origin::PlainText;
    const QString whole = place.isEmpty() ? CommandLine::tr("The text") : place;
    for (const enrol::Refusal &refusal : read.refused)
        refused.push_back(refusedLink(refusal, isWhole ? whole : place));
    for (const push::Enrolment &enrolment : read.enrolments)
        refused.push_back(refusedEnrolment(takenByTheWindow(enrolment), whole));
    if (read.unusable)
        refused.push_back(refusedEnrolment(pushErrorText(*read.unusable, PushMoment::Enrolling, {}), whole));
    else if (read.accounts.empty() && read.parts.empty() && read.refused.empty() && read.enrolments.empty())
        refused.push_back({errorId(ErrorCode::NotAnAccount), whole, {originText(read.origin, read.host).sentence, {}}});
    std::ranges::move(read.accounts, std::back_inserter(proposals));
    for (transfer::MigrationPart &part : read.parts)
        m_exports.add(std::move(part));
}

void Gathered::finish()
{
    for (transfer::MigrationSet &set : m_exports.takeSets()) {
        const QString missing = missingPartsText(set);
        for (std::optional<transfer::MigrationPart> &part : set.parts) {
            if (!part)
                continue;
            std::ranges::move(part->accounts, std::back_inserter(proposals));
            for (const transfer::RefusedEntry &entry : part->refused)
                refused.push_back(refusedEntry(entry));
        }
        if (!missing.isEmpty())
            refused.push_back(
                {QStringLiteral("parts-missing"),
                 exportName(),
                 {missing, CommandLine::tr("Add it too; accounts that are there already are not added twice.")},
                 true});
    }
}

} // namespace watchword::app::cli
