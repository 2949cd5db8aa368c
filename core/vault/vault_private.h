// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer_later.h"
#include "core/vault/account_list.h"
#include "core/vault/saving.h"
#include "core/vault/vault.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QTimer>

#include <deque>

namespace watchword::vault {

/// The vault's life: one reading or saving at a time, a queue of operations, and the state that they leave.
class Vault::Private : public QObject
{
public:
    Private(Vault &vault, KeyStore &store, const Clock &clock, DataDirectory directory);

    /// An operation that waits for its turn, and what to do with its answer.
    struct Job {
        std::shared_ptr<Operation> operation;
        Handler<SaveReport> done;
    };

    void open(Prompting prompting);
    void stopWaiting();
    void enqueue(Job job);
    void enqueue(Operation operation, QObject *context, Handler<Saved> handler);
    void unlock(SecretBytes password, Handler<Result<void>> handler);
    void checkPassword(SecretBytes password, Handler<Result<void>> handler);
    void setPassword(SecretBytes password, Handler<Result<void>> handler);
    void enqueueMove(Operation operation, Handler<Result<void>> handler);
    void lock(Handler<> handler);
    void takeCounterCode(accounts::AccountId id, QObject *context, Handler<Result<CounterCode>> handler);

    Result<otp::Code> counterCode(accounts::AccountId id, quint64 counter) const;
    Result<SecretBytes> secretOf(accounts::AccountId id) const;
    QList<accounts::PushAccount> pushAccounts(bool inTrash) const;
    const Record *recordOf(accounts::AccountId id) const;
    const accounts::Account *accountOf(accounts::AccountId id) const;
    /// All that is in the document in memory, the trash too.
    QList<accounts::AccountId> knownIds() const;

    Vault &m_vault;
    KeyStore &m_store;
    const Clock &m_clock;
    DataDirectory m_directory;
    SlotStore m_slots;
    VaultReader m_reader;
    Patience m_patience;

    State m_state = State::Closed;
    Activity m_activity = Activity::Idle;
    std::optional<Error> m_reason;
    QList<Warning> m_warnings;
    QString m_provider;
    int m_items = 0;
    bool m_isPassword = false;                 // protected by a password, as far as is known
    bool m_neverWas = false;                   // no vault ever was in the data directory, as far as is known
    DocumentPointer m_document;                // not null exactly when Unlocked
    std::vector<DocumentPointer> m_candidates; // of TwoVaults
    Slot m_offered = Slot::A;                  // the one of them that is offered first
    bool m_isBookOfOffered = false;            // and is the one that the book knows
    std::optional<qint64> m_unlockedAt;        // by elapsedMilliseconds: sleep counts
    crypto::ScryptCost m_passwordCost;
    AccountList m_accounts;
    QByteArray m_pushMemory;

private:
    struct CounterTaking;

    void derive(std::function<Result<PasswordKeyPointer>()> work, Handler<Result<PasswordKeyPointer>> take);
    void answerUnlocking(const VaultReading &vault);
    bool mayBegin(const Operation &operation) const;
    void hide();
    void finishLocking();
    void pump();
    void startReading();
    void takeReading(const VaultReading &vault);
    void startSaving();
    void finishSaving();
    void forgetHandedOut(const Operation &operation);
    void becomeLocked();
    void refuseAll(const Error &error);
    enum class Announce { Changes, Always, Accounts };
    void adopt(const VaultReading &vault, Announce announce);
    void showList(const VaultReading &vault);
    void setWarning(Warning warning, bool isOn);
    void setActivity(Activity activity);
    void showPrompt(bool isOpen);
    void askForUpkeep(const VaultReading &vault);
    void watch();
    void checkBook();
    void answerUnconfirmed(const std::shared_ptr<CounterTaking> &taking);
    void answerCounter(const std::shared_ptr<CounterTaking> &taking, const SaveReport &report);

    /// A reading that somebody asked for, or the quiet one after the book changed on the disk (nobody prompted).
    struct ReadingRequest {
        Prompting prompting = Prompting::Never;
        bool isQuiet = false;
        bool hasKey = false; ///< somebody gave the password
    };
    std::optional<ReadingRequest> m_wanted;
    std::optional<ReadingRequest> m_running;
    bool m_hasStoppedWaiting = false;
    std::vector<Handler<Result<void>>> m_unlocking; // wait for the next reading
    int m_derivations = 0;
    quint64 m_locks = 0;    // counted, so that what was begun before one is dropped after it
    quint64 m_lockings = 0; // as those are that had to wait for something; one may be asked for several times
    bool m_isLocking = false;
    std::vector<Handler<>> m_locked;
    Handler<> m_afterLocking;
    std::deque<Job> m_queue;
    Saving *m_saving = nullptr;
    Handler<SaveReport> m_savingDone;
    quint64 m_triedGeneration = 0;
    QHash<accounts::AccountId, quint64> m_handedOut; // counters whose codes were shown unsaved

    QFileSystemWatcher m_watcher;
    QTimer m_watchPause;
    QByteArray m_bookFingerprint; // of the book as it was last read or written
    QByteArray m_listFingerprint; // of the book that the list shows
};

} // namespace watchword::vault
