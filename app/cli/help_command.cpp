// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/program.h"
#include "app/support/outside_text.h"

namespace watchword::app::cli {

namespace {

QString generalHelp()
{
    return CommandLine::tr("Watchword keeps the codes that sites ask for when you sign in.\n"
                           "\n"
                           "  watchword-cli list              shows your accounts\n"
                           "  watchword-cli code NAME         prints the code of an account\n"
                           "  watchword-cli add -             adds an account; reads its link from standard input\n"
                           "  watchword-cli add --image FILE  adds the account in a picture of a QR code\n"
                           "  watchword-cli add --screen      adds the account in a QR code on the screen\n"
                           "  watchword-cli scan FILE…        says what the QR codes in pictures are\n"
                           "  watchword-cli edit NAME         changes the name of an account\n"
                           "  watchword-cli remove NAME       puts an account into the trash\n"
                           "  watchword-cli restore NAME      takes it out again\n"
                           "  watchword-cli doctor            looks whether the keychain works\n"
                           "  watchword-cli help COMMAND      tells more about a command\n"
                           "\n"
                           "  --json          results, and errors, as JSON\n"
                           "  --data-dir DIR  another set of accounts, apart from the usual one\n"
                           "  --password-file FILE  its first line opens accounts that are protected by a password;\n"
                           "                  without it the terminal asks. The file must be readable for you alone\n"
                           "  --version       the version\n"
                           "\n"
                           "Ends with 0 done, 1 failed, 2 wrong use or an ambiguous name, 3 nothing found,\n"
                           "4 keychain unavailable, 5 wrong password or none.");
}

QString helpOn(const QString &command)
{
    if (command == QLatin1String("list"))
        return CommandLine::tr(
            "watchword-cli list [--trash] [--json]\n"
            "\n"
            "Shows your accounts: number, issuer and name, and what kind of codes they have. Last come\n"
            "those that approve or deny sign-ins, with the server that asks; with --json their \"type\" is\n"
            "\"push\", and they have \"server\", \"host\", \"serial\" and \"state\".\n"
            "\n"
            "  --trash  those in the trash instead");
    if (command == QLatin1String("code"))
        return CommandLine::tr(
            "watchword-cli code NAME [--next] [--at UNIX] [--json]\n"
            "\n"
            "Prints the code of an account. NAME is its number, its issuer, its name, or issuer:name;\n"
            "capital letters do not matter. When several accounts fit, they are listed.\n"
            "\n"
            "  --next     the code after this one\n"
            "  --at UNIX  the code at a time, in seconds since 1970\n"
            "\n"
            "Where codes are counted, not timed, each call takes the next one; it cannot be taken back.");
    if (command == QLatin1String("add"))
        return CommandLine::tr(
            "watchword-cli add -            reads the link (otpauth://…) from standard input\n"
            "watchword-cli add --image FILE reads a picture of a QR code (PNG, JPEG, WebP, GIF, BMP, SVG) or\n"
            "                               the first 20 pages of a PDF\n"
            "watchword-cli add --screen     looks for a QR code on all monitors\n"
            "watchword-cli add LINK         the link as an argument: it stays in your shell's history,\n"
            "                               so better use -\n"
            "\n"
            "An account that is there already is said and not added again. An export of Google Authenticator\n"
            "of several QR codes is given whole: all its links, or --image FILE for each picture. What is\n"
            "missing of it is named, what is there is added, and the command ends with 1.");
    if (command == QLatin1String("scan"))
        return CommandLine::tr("watchword-cli scan FILE… [--reveal] [--json]\n"
                               "\n"
                               "Says what the QR codes in pictures and PDFs are, and what is missing of an export of\n"
                               "Google Authenticator (it then ends with 1). Nothing is saved.\n"
                               "\n"
                               "  --reveal  prints what is in the codes too. That may be a secret.");
    if (command == QLatin1String("edit"))
        return CommandLine::tr("watchword-cli edit NAME [--issuer TEXT] [--name TEXT] [--json]\n"
                               "\n"
                               "Changes what an account is called. Its codes stay the same.\n"
                               "\n"
                               "  --issuer TEXT  the name of the site\n"
                               "  --name TEXT    your account there");
    if (command == QLatin1String("remove"))
        return CommandLine::tr(
            "watchword-cli remove NAME [--json]\n"
            "\n"
            "Puts an account into the trash. It is kept there, and “watchword-cli restore” takes it out\n"
            "again.");
    if (command == QLatin1String("restore"))
        return CommandLine::tr("watchword-cli restore NAME [--json]\n"
                               "\n"
                               "Takes an account out of the trash. “watchword-cli list --trash” shows what is in it.");
    if (command == QLatin1String("doctor"))
        return CommandLine::tr(
            "watchword-cli doctor [--json]\n"
            "\n"
            "Looks whether the keychain can be read and the clock is right, and says what to do if not.\n"
            "Counts the requests to sign in that were refused because their server had not signed them.\n"
            "Never asks for a password.");
    return {};
}

} // namespace

void runHelp(Program &program)
{
    const Invocation &asked = program.invocation();
    const bool isCommand = asked.command == QLatin1String("help");
    const QString about = !isCommand ? asked.command
        : asked.arguments.empty()    ? QString()
                                     : QString::fromUtf8(asked.arguments.front().text());
    const QString text = about.isEmpty() ? generalHelp() : helpOn(about);
    if (text.isEmpty())
        return program.failUsage(CommandLine::tr("There is no command “%1”.").arg(outsideText(about)));
    program.output().line(text);
    program.finish(Exit::Done);
}

void runVersion(Program &program)
{
    program.output().line(QStringLiteral("watchword-cli ") + QCoreApplication::applicationVersion());
    program.finish(Exit::Done);
}

} // namespace watchword::app::cli
