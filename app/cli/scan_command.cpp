// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/program.h"
#include "app/support/export_text.h"
#include "app/support/outside_text.h"
#include "app/support/picture_file.h"
#include "core/enrol/recognise.h"
#include "core/qr/reader.h"

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
    if (!recognition.refused.empty())
        return errorText(recognition.refused.front()).whole();
    return originText(recognition.origin, recognition.host).sentence;
}

void writeCode(JsonWriter &writer, const qr::Found &code, bool reveal)
{
    writer.beginObject();
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

void printCodes(const Output &output, const QString &file, const std::vector<qr::Found> &codes, bool reveal)
{
    if (codes.empty())
        output.line(CommandLine::tr("%1: no code found.").arg(file));
    for (const qr::Found &code : codes) {
        output.line(file + QStringLiteral(": ") + kindInWords(enrol::recognise(code.payload.view())));
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

} // namespace

void runScan(Program &program)
{
    const Invocation &asked = program.invocation();
    const Output &output = program.output();
    if (asked.arguments.empty())
        return program.failUsage(CommandLine::tr("“scan” takes one or more picture files."));
    JsonWriter writer;
    writer.beginArray();
    std::optional<Error> unreadable;
    transfer::MigrationCollector exports;
    std::size_t found = 0;
    for (const SecretBytes &argument : asked.arguments) {
        const QString file = QString::fromUtf8(argument.text());
        QElapsedTimer timer;
        timer.start();
        const Result<QImage> picture = openPicture(file);
        writer.beginObject().key("file").value(file);
        if (!picture) {
            unreadable = picture.error();
            writer.key("error").value(withoutIsolates(errorText(picture.error()).whole())).endObject();
            if (!output.isJson())
                output.note(outsideText(file) + QStringLiteral(": ") + errorText(picture.error()).whole());
            continue;
        }
        const std::vector<qr::Found> codes = qr::readCodes(*picture);
        found += codes.size();
        writer.key("codes").beginArray();
        for (const qr::Found &code : codes) {
            writeCode(writer, code, asked.reveal);
            collect(code, exports);
        }
        writer.endArray().key("ms").value(timer.elapsed()).endObject();
        if (!output.isJson())
            printCodes(output, outsideText(file), codes, asked.reveal);
    }
    if (output.isJson())
        output.json(writer.endArray());
    if (output.isJson() && unreadable)
        output.error(errorId(unreadable->code), errorText(*unreadable));
    else if (output.isJson() && found == 0)
        output.error(errorId(ErrorCode::NoCodeInPicture), errorText({ErrorCode::NoCodeInPicture, {}}));
    noteMissing(output, exports);
    program.finish(unreadable || !exports.isComplete() ? Exit::Failed : found == 0 ? Exit::NothingFound : Exit::Done);
}

} // namespace watchword::app::cli
