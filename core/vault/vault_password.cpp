// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_private.h"

#include "core/crypto/off_thread.h"
#include "core/ports/elapsed_time.h"

#include <utility>

// The password: unlocking, locking, and moves from one protection to the other (vault-protocol section 6).

namespace watchword::vault {

namespace {

/// How long what was being saved may hold up a lock before its start.
constexpr std::chrono::seconds lockPatience{2};

Result<void> whetherDone(const SaveReport &report)
{
    return report.answer ? Result<void>() : std::unexpected(report.answer.error());
}

} // namespace

/// Derives a key on another thread, and hands it to `take` unless it was locked meanwhile: then `take` gets NotUnlocked.
void Vault::Private::derive(std::function<Result<PasswordKeyPointer>()> work, Handler<Result<PasswordKeyPointer>> take)
{
    ++m_derivations;
    const quint64 locks = m_locks;
    crypto::runOffThread(this, std::move(work),
                         [this, locks, take = std::move(take)](Result<PasswordKeyPointer> key) mutable {
                             --m_derivations;
                             take(locks == m_locks ? std::move(key) : failure(ErrorCode::NotUnlocked));
                             finishLocking();
                         });
}

void Vault::Private::unlock(SecretBytes password, Handler<Result<void>> handler)
{
    if (m_isLocking) {
        m_afterLocking = [this, locks = m_locks, password = std::make_shared<SecretBytes>(std::move(password)),
                          handler = std::move(handler)]() mutable {
            if (locks != m_locks)
                return handler(failure(ErrorCode::NotUnlocked)); // it was to be locked again since
            unlock(std::move(*password), std::move(handler));
        };
        return;
    }
    if (m_state == State::Unlocked && m_isPassword)
        return checkPassword(std::move(password), std::move(handler));
    watch();
    const auto typed = std::make_shared<const SecretBytes>(std::move(password));
    const auto work = [directory = m_directory, typed]() -> Result<PasswordKeyPointer> {
        const auto derivation = PasswordFile(directory).derivation();
        if (!derivation)
            return std::unexpected(derivation.error());
        return keyOf(*typed, *derivation);
    };
    derive(work, [this, handler = std::move(handler)](Result<PasswordKeyPointer> key) mutable {
        if (!key && key.error().code != ErrorCode::NotUnlocked && key.error().code != ErrorCode::NewerFormat)
            return handler(std::unexpected(key.error()));
        if (key)
            m_reader.setKey(*key);
        // Without a password vault, or with a newer one, a reading says what there is.
        m_unlocking.push_back(std::move(handler));
        m_wanted = ReadingRequest{Prompting::Never, false, true};
        pump();
    });
}

/// Those who asked for it are told what a reading with the key found.
void Vault::Private::answerUnlocking(const VaultReading &vault)
{
    const bool isUnlocked = vault.reading.state == State::Unlocked;
    if (isUnlocked && vault.isPassword)
        m_unlockedAt = elapsedMilliseconds();
    for (Handler<Result<void>> &handler : std::exchange(m_unlocking, {}))
        handler(isUnlocked ? Result<void>()
                           : std::unexpected(vault.reading.reason.value_or(Error{ErrorCode::NotUnlocked, {}})));
}

void Vault::Private::checkPassword(SecretBytes password, Handler<Result<void>> handler)
{
    const PasswordKeyPointer known = m_reader.key();
    if (!known || m_state != State::Unlocked)
        return handler(failure(ErrorCode::NotUnlocked));
    const auto work = [typed = std::make_shared<const SecretBytes>(std::move(password)), known] {
        return keyOf(*typed, known->derivation);
    };
    derive(work, [this, known, handler = std::move(handler)](Result<PasswordKeyPointer> key) mutable {
        if (!key)
            return handler(std::unexpected(key.error()));
        if (!((*key)->key == known->key))
            return handler(failure(ErrorCode::WrongPassword));
        m_unlockedAt = elapsedMilliseconds();
        handler({});
    });
}

void Vault::Private::setPassword(SecretBytes password, Handler<Result<void>> handler)
{
    if (m_isLocking || m_state == State::Closed || m_state == State::Password)
        return handler(failure(ErrorCode::NotUnlocked));
    const auto work = [typed = std::make_shared<const SecretBytes>(std::move(password)), cost = m_passwordCost] {
        return newKeyOf(*typed, cost);
    };
    derive(work, [this, handler = std::move(handler)](Result<PasswordKeyPointer> key) mutable {
        if (!key)
            return handler(std::unexpected(key.error()));
        const bool isFirst = m_state != State::Unlocked;
        auto done = [this, handler = std::move(handler)](const SaveReport &report) mutable {
            if (report.answer)
                m_unlockedAt = elapsedMilliseconds();
            handler(whetherDone(report));
        };
        enqueue({std::make_shared<Operation>(UsePassword{std::move(*key), isFirst}), std::move(done)});
    });
}

void Vault::Private::enqueueMove(Operation operation, Handler<Result<void>> handler)
{
    auto done = [handler = std::move(handler)](const SaveReport &report) mutable { handler(whetherDone(report)); };
    enqueue({std::make_shared<Operation>(std::move(operation)), std::move(done)});
}

/// Whether an operation can be begun in the state that is shown. It finds out for itself what there is.
bool Vault::Private::mayBegin(const Operation &operation) const
{
    if (isOpen(m_state) || m_isLocking)
        return true;
    const auto *const moving = std::get_if<UsePassword>(&operation);
    if (moving && moving->isFirst)
        return m_state == State::Unavailable || m_state == State::Locked;
    if (m_state == State::Gone)
        return std::holds_alternative<StartAgain>(operation);
    return m_state == State::TwoVaults && std::holds_alternative<ResolveVaults>(operation);
}

void Vault::Private::lock(Handler<> handler)
{
    ++m_locks;
    m_locked.push_back(std::move(handler));
    if (m_activity == Activity::WaitingForPrompt)
        m_store.stopUnlocking();
    if (!std::exchange(m_isLocking, true)) {
        hide();
        // What was being saved comes to its end, unless it has not begun.
        QTimer::singleShot(lockPatience, this, [this, locking = ++m_lockings] {
            if (!m_isLocking || locking != m_lockings)
                return;
            refuseAll({ErrorCode::NotUnlocked, {}});
            if (m_saving)
                m_saving->giveUp({ErrorCode::NotUnlocked, {}});
        });
    }
    QMetaObject::invokeMethod(this, [this] { pump(); }, Qt::QueuedConnection);
}

/// Takes everything off the screen, at once.
void Vault::Private::hide()
{
    const bool wasOpen = isOpen(m_state);
    const AccountList before = std::exchange(m_accounts, {});
    const bool hadPush = !pushAccounts(false).isEmpty() || !pushAccounts(true).isEmpty();
    m_document.reset();
    m_pushMemory.clear();
    m_candidates.clear();
    m_listFingerprint.clear();
    m_unlockedAt.reset();
    m_wanted.reset();
    // A key that was right for a file that cannot be read goes, too: the password is asked for again.
    const bool hadKey = m_isPassword && m_state != State::Password;
    if (wasOpen || hadKey || m_state == State::TwoVaults) {
        m_state = m_isPassword ? State::Password : State::Closed;
        m_reason.reset();
        m_warnings.clear();
    }
    Q_EMIT m_vault.stateChanged();
    if (!(before == m_accounts))
        Q_EMIT m_vault.accountsChanged();
    if (hadPush)
        Q_EMIT m_vault.pushAccountsChanged();
}

/// When nothing works with a key or a document any more, they are gone.
void Vault::Private::finishLocking()
{
    if (!m_isLocking || m_running || m_saving || m_derivations > 0 || !m_queue.empty())
        return;
    m_isLocking = false;
    m_reader.forget();
    setActivity(Activity::Idle);
    for (Handler<Result<void>> &handler : std::exchange(m_unlocking, {}))
        handler(failure(ErrorCode::NotUnlocked));
    for (Handler<> &handler : std::exchange(m_locked, {}))
        handler();
    if (m_afterLocking)
        std::exchange(m_afterLocking, {})();
}

} // namespace watchword::vault
