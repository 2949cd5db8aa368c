// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"
#include "app/support/taken_arguments.h"
#include "app/support/translations.h"

#include <QCoreApplication>
#include <QTimer>

#include <array>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace watchword;
using app::cli::CommandLine; // under the name by which its sentences are translated

namespace {

// A crash must not write secrets to the disk.
void switchOffCoreDumps()
{
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

// A standard stream that is closed would be the number of the next file or socket, and codes would be written there. Read
// only: what is written to it is an error, and said.
void fillClosedStreams()
{
    int file = ::open("/dev/null", O_RDONLY);
    while (file >= 0 && file <= STDERR_FILENO)
        file = ::open("/dev/null", O_RDONLY);
    if (file >= 0)
        ::close(file);
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<SecretBytes> arguments = app::takeArguments(argc, argv);
    switchOffCoreDumps();
    fillClosedStreams();
    // Qt would keep copies of the arguments.
    int count = argc > 0 ? 1 : 0;
    std::array<char *, 2> onlyName = {count == 1 ? argv[0] : nullptr, nullptr};
    QCoreApplication application(count, onlyName.data());
    QCoreApplication::setApplicationName(QStringLiteral("watchword-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WATCHWORD_VERSION));

    app::installTranslations(application);

    const bool json = app::cli::Invocation::wantsJson(arguments);
    std::expected<app::cli::Invocation, QString> invocation = app::cli::Invocation::read(std::move(arguments));
    if (!invocation) {
        app::cli::Output(json).error(
            QStringLiteral("usage"),
            {invocation.error(), CommandLine::tr("“watchword-cli --help” shows how it is used.")});
        return int(app::cli::Exit::Usage);
    }
    app::cli::Program program(std::move(*invocation));
    QTimer::singleShot(0, &program, [&program] { program.start(); });
    return QCoreApplication::exec();
}
