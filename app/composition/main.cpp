// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/application.h"
#include "app/shell/single_instance.h"
#include "app/support/error_text.h"
#include "app/support/resting_cursor.h"
#include "app/support/taken_arguments.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/translations.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QTextStream>

#include <sys/resource.h>

using namespace watchword;

namespace {

/// What the command line asked for.
struct Options {
    SecretBytes link;
    QString dataDirectory;
    bool isHidden = false;
    bool wantsVersion = false;
    bool wantsHelp = false;
    bool isWrong = false;
};

QString absolutePath(QByteArrayView path)
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(QString::fromLocal8Bit(path)));
}

Options readOptions(std::vector<SecretBytes> arguments)
{
    constexpr QByteArrayView withPath = "--data-dir=";
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const QByteArrayView text = arguments[i].text();
        if (text == "--version")
            options.wantsVersion = true;
        else if (text == "--help")
            options.wantsHelp = true;
        else if (text == "--hidden")
            options.isHidden = true;
        else if (text == "--data-dir" && i + 1 < arguments.size())
            options.dataDirectory = absolutePath(arguments[++i].text());
        else if (text.startsWith(withPath) && text.size() > withPath.size())
            options.dataDirectory = absolutePath(text.sliced(withPath.size()));
        else if (text.startsWith('-') || !options.link.isEmpty())
            options.isWrong = true;
        else
            options.link = std::move(arguments[i]);
    }
    return options;
}

QString usage()
{
    return QStringLiteral(
        "watchword [--data-dir DIR] [--hidden] [LINK]\n  LINK is an otpauth:// link; it is shown for confirmation.\n"
        "  --hidden opens no window, as when the session starts; the next start brings it.\n"
        "  For the terminal there is watchword-cli.\n");
}

/// A window for each vault: short, since it is part of a socket's path; nothing for the default one.
QString instanceKey(const QString &dataDirectory)
{
    if (dataDirectory == vault::DataDirectory::defaultPath())
        return {};
    const QByteArray hash = QCryptographicHash::hash(QFile::encodeName(dataDirectory), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.left(8).toHex());
}

int run(Options options, int argc, char **argv)
{
    const QString path = options.dataDirectory.isEmpty() ? vault::DataDirectory::defaultPath() : options.dataDirectory;
    // The instance's socket is watched by the application's event dispatcher, so that comes first.
    QApplication application(argc, argv);
    app::installTranslations(application);
    app::SingleInstance instance(qEnvironmentVariable("XDG_RUNTIME_DIR"), instanceKey(path));
    // A link is there to be seen.
    const bool isHidden = options.isHidden && options.link.isEmpty();
    const auto role =
        isHidden ? instance.startQuietly() : instance.start({options.link.clone(), app::Call::tokenOfEnvironment()});
    if (role == app::SingleInstance::Role::Second)
        return 0;
    QApplication::setApplicationName(QStringLiteral("watchword"));
    QApplication::setApplicationDisplayName(QStringLiteral("Watchword"));
    QApplication::setApplicationVersion(QStringLiteral(WATCHWORD_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.watchword.Watchword"));
    QApplication::setWindowIcon(app::applicationIcon());
    auto directory = vault::DataDirectory::open(path);
    if (!directory) {
        // Both: started from the desktop nobody sees the one, in a script nobody the other.
        const QString trouble = app::errorText(directory.error()).whole();
        QTextStream(stderr) << "watchword: " << trouble << Qt::endl;
        QMessageBox(QMessageBox::Critical, QApplication::applicationDisplayName(), trouble, QMessageBox::Close).exec();
        return 1;
    }
    new app::RestingCursor(&application);
    app::Application watchword(std::move(*directory), instance);
    if (isHidden)
        watchword.startHidden();
    else
        watchword.start(std::move(options.link));
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    Options options = readOptions(app::takeArguments(argc, argv));
    // A crash must not leave secrets in a file.
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    if (options.wantsVersion || options.wantsHelp || options.isWrong) {
        QTextStream(options.isWrong ? stderr : stdout)
            << (options.wantsVersion ? QStringLiteral("watchword " WATCHWORD_VERSION "\n") : usage()) << Qt::flush;
        return options.isWrong ? 2 : 0;
    }
    int argumentsLeft = 1;
    return run(std::move(options), argumentsLeft, argv);
}
