// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/otpauth_uri.h"
#include "core/base/base32.h"
#include "core/vault/vault.h"
#include "tests/support/scripted_key_store.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace watchword::tests {

/// A clock that stands until it is moved.
class FixedClock final : public Clock
{
public:
    qint64 millisecondsSinceEpoch() const override { return seconds * 1000; }
    qint64 seconds = 1'700'000'000;
};

inline accounts::Proposal proposalOf(const char *link)
{
    return std::move(*accounts::readOtpauth(bytesOf(QByteArrayView(link))));
}

/// The secret of RFC 4226 and 6238, so that their codes are known: 287082 at 59 s, 755224 for counter 0.
inline accounts::Proposal github()
{
    return proposalOf("otpauth://totp/GitHub:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub");
}
inline accounts::Proposal bank()
{
    return proposalOf("otpauth://hotp/Bank:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank&counter=0");
}

/// An account with a key of its own.
inline accounts::Proposal numbered(int number)
{
    const SecretBytes key = encodeBase32(bytesOf("a key of its own " + QByteArray::number(number)));
    return proposalOf(
        ("otpauth://totp/Site:" + QByteArray::number(number) + "?secret=" + key.text().toByteArray()).constData());
}

/// UTF-8 of this source.
inline SecretBytes passwordOf(const char *text)
{
    return SecretBytes::copyOf(bytesOf(QByteArrayView(text)));
}

inline ErrorCode codeOf(const auto &result)
{
    return result ? ErrorCode{-1} : result.error().code;
}
inline constexpr ErrorCode noError{-1};

/// Waits in the event loop; false when it did not happen in time. Unlike QTest::qWaitFor it does not sleep between two looks,
/// which would be most of the time of these tests.
inline bool happens(const std::function<bool()> &condition, int milliseconds = 20'000)
{
    const QDeadlineTimer deadline(milliseconds);
    QTimer tick; // for what no event announces
    tick.start(10);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// Makes `folder` a data directory whose items have no suffix, as the default one's.
inline void beDefaultFolder(const QString &folder)
{
    QFile identity(folder + QStringLiteral("/vault.id"));
    QVERIFY(identity.open(QIODevice::WriteOnly) && identity.write("\n") == 1);
}

/// One process with a vault, on a key store of its own (a ScriptedKeyStore, or the real one).
template <class Store>
struct VaultProcess {
    using Saved = vault::Vault::Saved;

    template <class... StoreArguments>
    explicit VaultProcess(const QString &folder, StoreArguments &&...arguments)
        : store(std::forward<StoreArguments>(arguments)...)
        , vault(std::make_unique<vault::Vault>(store, clock, *vault::DataDirectory::open(folder)))
    {
        vault->setPasswordCost({15, 8, 1}); // the least that is read
    }

    vault::State open(vault::Prompting prompting = vault::Prompting::Allowed)
    {
        QSignalSpy spy(vault.get(), &vault::Vault::stateChanged);
        vault->open(prompting);
        return happens([&] { return spy.count() > 0; }) && settles() ? vault->state() : vault::State::Closed;
    }

    /// Whether everything that was begun comes to its end.
    bool settles()
    {
        return happens([&] { return vault->activity() == vault::Activity::Idle; });
    }

    /// The answer of an operation, when the slots are healed too.
    template <class Answer, class Start>
    Answer wait(Start start)
    {
        std::optional<Answer> answer;
        QObject context;
        start(&context, [&](Answer given) { answer = std::move(given); });
        if (!happens([&] { return answer.has_value(); }) || !settles())
            return failure(ErrorCode::Internal, QStringLiteral("no answer"));
        return std::move(*answer);
    }

    Saved add(accounts::Proposal one)
    {
        return wait<Saved>(
            [&](QObject *context, Handler<Saved> handler) { add(std::move(one), context, std::move(handler)); });
    }
    void add(accounts::Proposal one, QObject *context, Handler<Saved> handler)
    {
        std::vector<accounts::Proposal> list;
        list.push_back(std::move(one));
        vault->add(std::move(list), context, std::move(handler));
    }
    Saved edit(accounts::AccountId id, const vault::Edit &edit)
    {
        return wait<Saved>([&](auto *context, auto handler) { vault->edit(id, edit, context, std::move(handler)); });
    }
    Saved trash(accounts::AccountId id, bool trashed)
    {
        return wait<Saved>(
            [&](auto *context, auto handler) { vault->setTrashed({id}, trashed, context, std::move(handler)); });
    }
    Result<vault::CounterCode> take(accounts::AccountId id)
    {
        return wait<Result<vault::CounterCode>>(
            [&](auto *context, auto handler) { vault->takeCounterCode(id, context, std::move(handler)); });
    }
    Result<void> unlock(const char *password)
    {
        return wait<Result<void>>(
            [&](auto *context, auto handler) { vault->unlock(passwordOf(password), context, std::move(handler)); });
    }
    Result<void> checkPassword(const char *password)
    {
        return wait<Result<void>>([&](auto *context, auto handler) {
            vault->checkPassword(passwordOf(password), context, std::move(handler));
        });
    }
    Result<void> setPassword(const char *password)
    {
        return wait<Result<void>>([&](auto *context, auto handler) {
            vault->setPassword(passwordOf(password), context, std::move(handler));
        });
    }
    Result<void> useKeychain()
    {
        return wait<Result<void>>(
            [&](auto *context, auto handler) { vault->useKeychain(context, std::move(handler)); });
    }
    /// The file with the one that is not used.
    Result<QString> resolveVaults(std::optional<vault::VaultId> use)
    {
        return wait<Result<QString>>(
            [&](auto *context, auto handler) { vault->resolveVaults(use, context, std::move(handler)); });
    }
    Result<void> startAgain()
    {
        return wait<Result<void>>([&](auto *context, auto handler) { vault->startAgain(context, std::move(handler)); });
    }
    bool lock()
    {
        bool isDone = false;
        QObject context;
        vault->lock(&context, [&] { isDone = true; });
        return happens([&] { return isDone; });
    }
    QStringList names() const
    {
        QStringList names;
        for (const accounts::Account &account : vault->accounts())
            names << account.name;
        names.sort();
        return names;
    }

    FixedClock clock;
    Store store;
    std::unique_ptr<vault::Vault> vault;
};

} // namespace watchword::tests
