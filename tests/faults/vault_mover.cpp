// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `vault_mover FOLDER list|add NAME|password NEW|keychain|start-again|resolve ID|resolve union [PASSWORD]`: what a window does
// with a vault's password, with a vault that is gone and with two vaults, without a window, on the real keychain, for
// journey_moves.py. Prints `done` or `refused NUMBER`, then the vault as it is: state, protection, warnings, each account with
// its code, and of two vaults their ids and accounts. Passwords of tests are no secrets. `vault_mover FOLDER hold` does what
// lines on standard input say, for journey_memory.py: `unlock PASSWORD`, `edit`, `lock`; each is answered by `ok` or `no`.
#include "core/accounts/otpauth_uri.h"
#include "core/base/base32.h"
#include "core/platform/secret_service_store.h"
#include "core/vault/vault.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>

#include <unistd.h>

using namespace watchword;

namespace {

constexpr int patienceAtTheEnd = 5'000; // ms, as the command line's

class Mover
{
public:
    explicit Mover(const vault::DataDirectory &folder)
        : m_vault(m_store, m_clock, folder)
    {
        m_vault.setPasswordCost({15, 8, 1});
    }

    Result<void> open(const QByteArray &password)
    {
        QEventLoop loop;
        QObject::connect(&m_vault, &vault::Vault::stateChanged, &loop, &QEventLoop::quit);
        m_vault.open(vault::Prompting::Allowed); // a start, with leave to tidy up
        loop.exec();
        if (m_vault.state() != vault::State::Password || password.isEmpty())
            return {};
        return wait([&](QObject *context, auto handler) {
            m_vault.unlock(SecretBytes::copyOf(bytesOf(password)), context, std::move(handler));
        });
    }

    Result<void> move(const QByteArray &what, const QByteArray &more)
    {
        if (what == "password")
            return wait([&](QObject *context, auto handler) {
                m_vault.setPassword(SecretBytes::copyOf(bytesOf(more)), context, std::move(handler));
            });
        if (what == "keychain")
            return wait([&](QObject *context, auto handler) { m_vault.useKeychain(context, std::move(handler)); });
        if (what == "start-again")
            return wait([&](QObject *context, auto handler) { m_vault.startAgain(context, std::move(handler)); });
        if (what == "resolve")
            return resolve(more);
        if (what == "add")
            return add(more);
        return {};
    }

    /// One line into memory that is wiped; empty at the end.
    static SecretBytes readLine()
    {
        SecretBytes line;
        line.reserve(4096);
        char one = 0;
        while (::read(STDIN_FILENO, &one, 1) == 1 && one != '\n')
            line.append(std::as_bytes(std::span(&one, 1)));
        one = 0;
        return line;
    }

    Result<void> obey(const SecretBytes &line)
    {
        const QByteArrayView unlocking("unlock ");
        if (line.text().startsWith(unlocking))
            return wait([&](QObject *context, auto handler) {
                m_vault.unlock(SecretBytes::copyOf(line.view().subspan(std::size_t(unlocking.size()))), context,
                               std::move(handler));
            });
        if (line.text() == "edit")
            return wait([&](QObject *context, auto handler) {
                m_vault.edit(m_vault.accounts().value(0).id, {.pinned = true, .group = QStringLiteral("changed")},
                             context, [handler = std::move(handler)](const vault::Vault::Saved &saved) mutable {
                                 handler(saved ? Result<void>() : std::unexpected(saved.error()));
                             });
            });
        return wait([&](QObject *context, Handler<Result<void>> handler) {
            m_vault.lock(context, [handler = std::move(handler)]() mutable { handler({}); });
        });
    }

    int hold()
    {
        while (true) {
            const SecretBytes line = readLine();
            if (line.isEmpty())
                return 0;
            std::puts(obey(line) ? "ok" : "no");
            std::fflush(stdout);
            finish();
        }
    }

    void finish()
    {
        QEventLoop loop;
        QObject::connect(&m_vault, &vault::Vault::activityChanged, &loop, [&] {
            if (m_vault.activity() == vault::Activity::Idle)
                loop.quit();
        });
        QTimer::singleShot(patienceAtTheEnd, &loop, &QEventLoop::quit);
        if (m_vault.activity() != vault::Activity::Idle)
            loop.exec();
    }

    void print() const
    {
        std::printf("state %d\nprotection %s\n", int(m_vault.state()),
                    m_vault.protection() == vault::Protection::Password ? "password" : "keychain");
        for (const vault::Warning warning : m_vault.warnings())
            std::printf("warning %d\n", int(warning));
        for (const accounts::Account &account : m_vault.accounts())
            std::printf("account %s %s\n", qUtf8Printable(account.name),
                        qUtf8Printable(m_vault.codeAt(account.id, 59).value_or(otp::Code{}).digits));
        for (const vault::FoundVault &found : m_vault.foundVaults()) {
            const QByteArray id = found.id.toHex();
            std::printf("vault %s%s\n", id.constData(), found.isOfBook ? " of the book" : "");
            for (const accounts::Account &account : found.accounts)
                std::printf("found %s %s\n", id.constData(), qUtf8Printable(account.name));
        }
    }

private:
    template <class Start>
    Result<void> wait(Start start)
    {
        QEventLoop loop;
        Result<void> answer;
        QObject context;
        start(&context, [&](Result<void> given) {
            answer = std::move(given);
            loop.quit();
        });
        loop.exec();
        return answer;
    }

    Result<void> add(const QByteArray &name)
    {
        const SecretBytes key = encodeBase32(bytesOf("the key of " + name));
        const QByteArray link = "otpauth://totp/Site:" + name + "?secret=" + key.text().toByteArray();
        return wait([&](QObject *context, auto handler) {
            std::vector<accounts::Proposal> proposals;
            proposals.push_back(std::move(*accounts::readOtpauth(bytesOf(link))));
            m_vault.add(std::move(proposals), context,
                        [handler = std::move(handler)](const vault::Vault::Saved &saved) mutable {
                            handler(saved ? Result<void>() : std::unexpected(saved.error()));
                        });
        });
    }

    Result<void> resolve(const QByteArray &use)
    {
        const std::optional<vault::VaultId> id = vault::VaultId::fromHex(use);
        if (!id && use != "union")
            return failure(ErrorCode::NotUnlocked, QStringLiteral("no id of a vault"));
        return wait([&](QObject *context, auto handler) {
            m_vault.resolveVaults(id, context, [handler = std::move(handler)](const Result<QString> &kept) mutable {
                handler(kept ? Result<void>() : std::unexpected(kept.error()));
            });
        });
    }

    SystemClock m_clock;
    platform::SecretServiceStore m_store;
    vault::Vault m_vault;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QByteArrayList arguments(argv + 1, argv + argc);
    const QByteArray what = arguments.value(1);
    const bool hasMore = what == "add" || what == "password" || what == "resolve";
    const auto folder = vault::DataDirectory::open(QString::fromLocal8Bit(arguments.value(0)));
    if (!folder) {
        std::printf("refused %d\n", int(folder.error().code));
        return 1;
    }
    Mover mover(*folder);
    if (what == "hold")
        return mover.open({}) ? mover.hold() : 1;
    Result<void> done = mover.open(arguments.value(hasMore ? 3 : 2));
    if (done)
        done = mover.move(what, arguments.value(2));
    if (done)
        std::puts("done");
    else
        std::printf("refused %d\n", int(done.error().code));
    std::fflush(stdout);
    mover.finish();
    mover.print();
    return done ? 0 : 1;
}
