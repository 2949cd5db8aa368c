// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/account_text.h"
#include "app/cli/commands.h"
#include "app/cli/password_input.h"
#include "app/cli/state_text.h"
#include "app/support/outside_text.h"
#include "app/support/warning_text.h"

#include <QTimer>

#include <chrono>

namespace watchword::app::cli {

namespace {

// How long the second copy of what was saved is waited for; the next start makes up for it.
constexpr std::chrono::seconds patienceAtTheEnd{5};
constexpr int mostPasswordTries = 3; // in one run, on a terminal

} // namespace

Program::Program(Invocation invocation, QObject *parent)
    : QObject(parent)
    , m_invocation(std::move(invocation))
    , m_output(m_invocation.json)
{
}

void Program::start()
{
    const QString &command = m_invocation.command;
    if (m_invocation.version)
        return runVersion(*this);
    if (m_invocation.help || command == QLatin1String("help"))
        return runHelp(*this);
    if (command == QLatin1String("list"))
        return runList(*this);
    if (command == QLatin1String("code"))
        return runCode(*this);
    if (command == QLatin1String("add"))
        return runAdd(*this);
    if (command == QLatin1String("scan"))
        return runScan(*this);
    if (command == QLatin1String("edit"))
        return runEdit(*this);
    if (command == QLatin1String("remove"))
        return runRemove(*this);
    if (command == QLatin1String("restore"))
        return runRestore(*this);
    if (command == QLatin1String("doctor"))
        return runDoctor(*this);
    failUsage(command.isEmpty()
                  ? CommandLine::tr("Say what to do: list, code, add, scan, edit, remove, restore or doctor.")
                  : CommandLine::tr("There is no command “%1”.").arg(outsideText(command)));
}

void Program::openVault(vault::Prompting prompting, Handler<vault::Vault &> handler)
{
    const QString path =
        m_invocation.dataDirectory.isEmpty() ? vault::DataDirectory::defaultPath() : m_invocation.dataDirectory;
    Result<vault::DataDirectory> directory = vault::DataDirectory::open(path);
    if (!directory)
        return fail(directory.error());
    m_store = std::make_unique<platform::SecretServiceStore>();
    m_vault = std::make_unique<vault::Vault>(*m_store, m_clock, std::move(*directory));
    m_opened = std::move(handler);
    connect(m_vault.get(), &vault::Vault::stateChanged, this, &Program::vaultAnswered);
    connect(m_vault.get(), &vault::Vault::activityChanged, this, [this] {
        if (m_vault->activity() == vault::Activity::WaitingForPrompt && !std::exchange(m_saidThatItWaits, true))
            m_output.note(CommandLine::tr("Waiting for your keychain’s own window, which asks for its password…"));
    });
    m_vault->open(prompting);
}

void Program::vaultAnswered()
{
    if (m_vault->state() == vault::State::Closed || !m_opened)
        return;
    // Not from within the vault's own signal.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_opened)
                std::exchange(m_opened, {})(*m_vault);
        },
        Qt::QueuedConnection);
}

void Program::unlockVault(vault::Prompting prompting, Handler<vault::Vault &> handler)
{
    openVault(prompting, [this, handler = std::move(handler)](vault::Vault &vault) mutable {
        if (vault.state() == vault::State::Password)
            givePassword(std::move(handler));
        else
            handler(vault);
    });
}

void Program::givePassword(Handler<vault::Vault &> handler)
{
    const bool isFile = !m_invocation.passwordFile.isEmpty();
    auto password = isFile ? passwordFromFile(m_invocation.passwordFile) : passwordFromTerminal(m_passwordTries > 0);
    if (!password) {
        m_output.error(password.error().id, password.error().text);
        return finish(Exit::WrongPassword);
    }
    ++m_passwordTries;
    m_vault->unlock(std::move(*password), this,
                    [this, isFile, handler = std::move(handler)](const Result<void> &unlocked) mutable {
                        if (unlocked)
                            handler(*m_vault);
                        else if (unlocked.error().code == ErrorCode::WrongPassword && !isFile
                                 && m_passwordTries < mostPasswordTries)
                            givePassword(std::move(handler));
                        else
                            fail(unlocked.error());
                    });
}

void Program::withOpenVault(Handler<vault::Vault &> handler)
{
    unlockVault(vault::Prompting::Allowed, [this, handler = std::move(handler)](vault::Vault &vault) mutable {
        if (vault::isOpen(vault.state()))
            return handler(vault);
        m_output.error(stateId(vault.state(), vault.reason()), stateText(vault.state(), vault.reason()));
        finish(exitForState(vault.state()));
    });
}

bool Program::hasOneName()
{
    if (m_invocation.arguments.size() == 1)
        return true;
    failUsage(CommandLine::tr("“%1” takes one name; put quotation marks round a name with blanks.")
                  .arg(m_invocation.command));
    return false;
}

std::optional<accounts::Account> Program::theNamedAccount(bool inTrash)
{
    const QString name = QString::fromUtf8(m_invocation.arguments.front().text());
    const QList<accounts::Account> found =
        accountsCalled(name, inTrash ? m_vault->trashedAccounts() : m_vault->accounts());
    if (found.size() == 1)
        return found.front();
    if (found.isEmpty() && isCalled(name, inTrash ? m_vault->trashedPushAccounts() : m_vault->pushAccounts())) {
        m_output.error(QStringLiteral("approves-sign-ins"),
                       {CommandLine::tr("“%1” approves sign-ins, so it has no code.").arg(outsideText(name)),
                        CommandLine::tr("What can be done with it is done in Watchword’s window.")});
        finish(Exit::NothingFound);
    } else if (found.isEmpty()) {
        m_output.error(QStringLiteral("not-found"),
                       {inTrash ? CommandLine::tr("No account in the trash is called “%1”.").arg(outsideText(name))
                                : CommandLine::tr("No account is called “%1”.").arg(outsideText(name)),
                        inTrash ? CommandLine::tr("“watchword-cli list --trash” shows what is in it.")
                                : CommandLine::tr("“watchword-cli list” shows them all.")});
        finish(Exit::NothingFound);
    } else {
        failUsage(CommandLine::tr("Several accounts are called “%1”.").arg(outsideText(name)), found);
    }
    return {};
}

void Program::finish(Exit exit)
{
    if (exit == Exit::Done && !Output::isWritten()) {
        m_output.error(errorId(ErrorCode::WriteFailed),
                       {CommandLine::tr("The result could not be written to standard output."),
                        CommandLine::tr("Perhaps the disk is full.")});
        exit = Exit::Failed;
    }
    sayWhatWasNotSaved();
    const int status = int(exit);
    if (!m_vault || m_vault->activity() != vault::Activity::Saving)
        return QCoreApplication::exit(status);
    connect(m_vault.get(), &vault::Vault::activityChanged, this, [this, status] {
        if (m_vault->activity() != vault::Activity::Saving)
            QCoreApplication::exit(status);
    });
    QTimer::singleShot(patienceAtTheEnd, this, [status] { QCoreApplication::exit(status); });
}

void Program::sayWhatWasNotSaved()
{
    if (!m_vault || m_invocation.command == QLatin1String("doctor")) // which says them all
        return;
    for (const vault::Warning warning : {vault::Warning::BookNotSaved, vault::Warning::BookForbidden}) {
        if (m_vault->warnings().contains(warning))
            m_output.warning(warningId(warning), warningText(warning));
    }
}

void Program::fail(const Error &error)
{
    m_output.error(errorId(error.code), errorText(error));
    finish(exitFor(error.code));
}

void Program::failUsage(const QString &sentence, const QList<accounts::Account> &matches)
{
    const QString hint = matches.isEmpty() ? CommandLine::tr("“watchword-cli --help” shows how it is used.")
                                           : CommandLine::tr("Say which by its number:");
    m_output.error(matches.isEmpty() ? QStringLiteral("usage") : QStringLiteral("ambiguous"), {sentence, hint},
                   matches);
    finish(Exit::Usage);
}

} // namespace watchword::app::cli
