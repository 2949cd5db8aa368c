// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/codes_of_file.h"
#include "app/cli/commands.h"
#include "app/cli/gathered.h"
#include "app/cli/program.h"
#include "app/support/export_text.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "core/enrol/recognise.h"

#include <QElapsedTimer>

namespace watchword::app::cli {

namespace {

QString kindName(enrol::Kind kind)
{
    switch (kind) {
    case enrol::Kind::Account: return QStringLiteral("account");
    case enrol::Kind::Migration: return QStringLiteral("migration");
    case enrol::Kind::Push: return QStringLiteral("push");
    case enrol::Kind::Login: return QStringLiteral("login");
    case enrol::Kind::Foreign: return QStringLiteral("foreign");
    case enrol::Kind::Other: return QStringLiteral("other");
    }
    return QStringLiteral("other");
}

QString kindInWords(const enrol::Recognition &recognition)
{
    if (recognition.kind == enrol::Kind::Migration) {
        const transfer::MigrationPart &part = recognition.parts.front();
        const int count = int(part.accounts.size() + part.refused.size());
        const QString text = count == 1
            ? CommandLine::tr("An export of Google Authenticator, part %1 of %2, with 1 account.")
            : CommandLine::tr("An export of Google Authenticator, part %1 of %2, with %n accounts.", nullptr, count);
        return text.arg(part.index + 1).arg(part.size);
    }
    if (recognition.kind == enrol::Kind::Account)
        return CommandLine::tr("An account.");
    if (!recognition.enrolments.empty())
        return takenByTheWindow(recognition.enrolments.front()).whole();
    if (recognition.unusable)
        return pushErrorText(*recognition.unusable, PushMoment::Enrolling, {}).whole();
    if (!recognition.refused.empty())
        return errorText(recognition.refused.front()).whole();
    return originText(recognition.origin, recognition.host).sentence;
}

void writeCode(JsonWriter &writer, const qr::Found &code, std::optional<int> page, bool reveal)
{
    writer.beginObject();
    if (page)
        writer.key("page").value(*page);
    if (reveal)
        writer.key("text").value(code.payload);
    writer.key("kind").value(kindName(enrol::recognise(code.payload.view()).kind)).key("corners").beginArray();
    for (const QPoint &corner : code.corners)
        writer.beginArray().value(corner.x()).value(corner.y()).endArray();
    writer.endArray().endObject();
}

// The text of a code, on one line and without what controls a terminal.
QString shown(const SecretBytes &payload)
{
    QString text = QString::fromUtf8(payload.text());
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = outsideTextMark;
    }
    return text;
}

void printCodes(const Output &output, const QString &path, const CodesOfFile &file, bool reveal)
{
    if (file.codes.empty())
        output.line(CommandLine::tr("%1: no code found.").arg(path));
    for (const auto &[code, page] : file.codes) {
        const QString place = file.isPdf ? CommandLine::tr("%1, page %2").arg(path).arg(page) : path;
        output.line(place + QStringLiteral(": ") + kindInWords(enrol::recognise(code.payload.view())));
        if (!reveal)
            continue;
        QString text = shown(code.payload);
        output.line(QStringLiteral("  ") + text);
        wipe(text);
    }
}

void collect(const qr::Found &code, transfer::MigrationCollector &exports)
{
    for (transfer::MigrationPart &part : enrol::recognise(code.payload.view()).parts)
        exports.add(std::move(part));
}

// What is missing of exports, said once for each.
void noteMissing(const Output &output, const transfer::MigrationCollector &exports)
{
    for (const transfer::MigrationSet &set : exports.sets()) {
        const ErrorText text{missingPartsText(set), CommandLine::tr("Scan the pictures of one export together.")};
        if (!set.isComplete() && output.isJson())
            output.error(QStringLiteral("parts-missing"), text);
        else if (!set.isComplete())
            output.note(text.whole());
    }
}

void notePagesLeftOut(const Output &output, const QString &path)
{
    const ErrorText text = errorText({ErrorCode::PagesLeftOut, {}});
    if (output.isJson())
        output.warning(errorId(ErrorCode::PagesLeftOut), text);
    else
        output.note(path + QStringLiteral(": ") + text.whole());
}

} // namespace

void runScan(Program &program)
{
    const Invocation &asked = program.invocation();
    const Output &output = program.output();
    if (asked.arguments.empty())
        return program.failUsage(CommandLine::tr("“scan” takes one or more pictures or PDFs."));
    JsonWriter writer;
    writer.beginArray();
    std::optional<Error> unreadable;
    transfer::MigrationCollector exports;
    std::size_t found = 0;
    Error nothing{ErrorCode::NoCodeInPicture, {}};
    for (const SecretBytes &argument : asked.arguments) {
        const QString path = QString::fromUtf8(argument.text());
        QElapsedTimer timer;
        timer.start();
        const CodesOfFile file = codesInFile(path);
        writer.beginObject().key("file").value(path);
        if (file.error) {
            unreadable = file.error;
            writer.key("error").value(withoutIsolates(errorText(*file.error).whole()));
            if (!output.isJson())
                output.note(outsideText(path) + QStringLiteral(": ") + errorText(*file.error).whole());
        }
        if (file.isPdf)
            nothing = noCodeIn(file);
        // Of a single PDF without a code the error says it.
        if (file.hasMorePages && (!output.isJson() || !file.codes.empty() || asked.arguments.size() > 1))
            notePagesLeftOut(output, outsideText(path));
        if (file.error && file.codes.empty()) {
            writer.endObject();
            continue;
        }
        found += file.codes.size();
        writer.key("codes").beginArray();
        for (const auto &[code, page] : file.codes) {
            writeCode(writer, code, file.isPdf ? std::optional(page) : std::nullopt, asked.reveal);
            collect(code, exports);
        }
        writer.endArray().key("ms").value(timer.elapsed()).endObject();
        if (!output.isJson())
            printCodes(output, outsideText(path), file, asked.reveal);
    }
    if (output.isJson())
        output.json(writer.endArray());
    if (output.isJson() && unreadable)
        output.error(errorId(unreadable->code), errorText(*unreadable));
    else if (output.isJson() && found == 0)
        output.error(errorId(nothing.code), errorText(nothing));
    noteMissing(output, exports);
    program.finish(unreadable || !exports.isComplete() ? Exit::Failed : found == 0 ? Exit::NothingFound : Exit::Done);
}

} // namespace watchword::app::cli
