// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/base/handler.h"
#include "core/crypto/scrypt.h"
#include "core/otp/code.h"
#include "core/ports/clock.h"
#include "core/ports/key_store.h"
#include "core/vault/data_directory.h"
#include "core/vault/edit.h"
#include "core/vault/state.h"

#include <QObject>

#include <memory>
#include <vector>

namespace watchword::vault {

/// What the vault is busy with, for the page that says so.
enum class Activity { Idle, Reading, WaitingForPrompt, Saving };

/// How a proposal relates to what is there.
enum class DuplicateKind { SameSecret, SameName };
struct Duplicate {
    DuplicateKind kind;
    accounts::AccountId existing;
};

/// A counter code that was taken; `confirmed` is false when the new counter was not known to be saved within 2 s.
struct CounterCode {
    otp::Code code;
    quint64 counter = 0;
    bool confirmed = true;
};

/// What opens the accounts: the desktop's keychain, or a password of their own (vault-protocol section 6).
enum class Protection { Keychain, Password };

/// One of two vaults that were found (State::TwoVaults). Words only, those of the trash too.
struct FoundVault {
    VaultId id;
    QList<accounts::Account> accounts;
    QList<accounts::PushAccount> pushAccounts;
    bool isOfBook = false; ///< the book in the data directory is this one's
};

struct OddRecord;

/// What `doctor` reports. No secrets, no names.
struct Report {
    State state = State::Closed;
    QString provider;
    int accounts = 0;
    int items = 0;               ///< keychain items of this vault that were seen
    std::optional<Error> reason; ///< why it is Unavailable, Locked, Damaged …
    QList<Warning> warnings;
    Protection protection = Protection::Keychain;
};

/// The accounts and their secrets: reads, guards, saves and heals the keychain document by the vault protocol. Lives on
/// one thread; slow work (disk) is done elsewhere; every answer comes later.
class Vault final : public QObject
{
    Q_OBJECT

public:
    /// References must outlive the vault.
    Vault(KeyStore &store, const Clock &clock, DataDirectory directory, QObject *parent = nullptr);
    ~Vault() override;

    /// For operations from now on.
    void setPatience(const Patience &patience);

    /// Reads (start, *Unlock*, *Try again*): survey, unlock when locked and allowed, read both slots, survey again, decide.
    /// Asked while one is running, it joins that. Ends in stateChanged (also when the state is the same as before).
    void open(Prompting prompting);
    /// Gives up waiting for the keychain’s own window: a reading ends Locked, a save fails alone and what is shown stays. A late
    /// answer still counts.
    void stopWaiting();

    // A password of its own. What is given as one is UTF-8 as it was typed, and is not kept. Each of these takes as long as
    // scrypt does (a third of a second or more), on another thread; there is no limit of tries and no delay beyond that.

    /// In state Password: opens, or says why not; the state is Unlocked then, or has the same reason. Errors: WrongPassword,
    /// DamagedFile, NewerFormat, EmptyInput, NotText, NotUnlocked (locked again meanwhile).
    void unlock(SecretBytes password, QObject *context, Handler<Result<void>> handler);
    /// Whether it is the password of the vault that is unlocked now. Errors: WrongPassword, NotUnlocked.
    void checkPassword(SecretBytes password, QObject *context, Handler<Result<void>> handler);
    /// Since the password was given last (unlock, checkPassword, setPassword); empty when it was not.
    std::optional<std::chrono::milliseconds> sinceUnlock() const;
    /// Gives the vault a password: as the first thing of all, without asking the keychain (Empty; Locked or Unavailable,
    /// where no vault ever was); or moves it out of the keychain; or a new one in place of the old, which the caller has asked
    /// for (checkPassword). Answered when no file opens with the old key; what stayed in the keychain is said as a warning
    /// later. Errors: as of operations, and EmptyInput, NotText.
    void setPassword(SecretBytes password, QObject *context, Handler<Result<void>> handler);
    /// Whether the state is one in which setPassword is possible, as far as the last reading knows: Locked and Unavailable only
    /// where no vault ever was.
    bool canTakePassword() const;
    /// Moves a vault with a password into the keychain. Errors: as of operations; as KeyStore::unlock; OtherVault.
    void useKeychain(QObject *context, Handler<Result<void>> handler);
    Protection protection() const;
    /// Shows nothing any more, at once: state Password, and with the keychain Closed, where `open` shows all again without
    /// asking. What is being saved comes to its end; `handler` is called when keys and documents are wiped.
    void lock(QObject *context, Handler<> handler);
    /// What scrypt costs with new passwords. For tests, which cannot wait so long.
    void setPasswordCost(const crypto::ScryptCost &cost);

    /// In state TwoVaults: the one that is offered first. One alone: the book is another vault's, whose secrets are not here.
    std::vector<FoundVault> foundVaults() const;
    /// Ends TwoVaults. `use` names the one that goes on; the other is kept as a file in the data directory, sealed with a key
    /// from this one, whose path is the answer. Empty: all accounts of both, as one vault.
    void resolveVaults(std::optional<VaultId> use, QObject *context, Handler<Result<QString>> handler);
    /// Ends Gone: the book of the vault that is gone is put aside as a file, and the state is Empty. Only when it is still
    /// gone; else what it is becomes the state, and nothing is written. Nothing in the keychain is touched: when it comes back
    /// with the vault, that is found. Errors: as of operations; NotUnlocked (not gone).
    void startAgain(QObject *context, Handler<Result<void>> handler);

    State state() const;
    Activity activity() const;
    /// Why the state is not Unlocked or Empty.
    std::optional<Error> reason() const;
    QList<Warning> warnings() const;
    Report report() const;

    /// Accounts that only the book knows: their secret is not in the keychain. Words only.
    QList<accounts::Account> missingAccounts() const;
    /// Lines of the document that this version does not understand and carries (Warning::NeedsAttention).
    QList<OddRecord> oddRecords() const;
    /// Accounts outside the trash, in the book's order. Empty unless Unlocked.
    const QList<accounts::Account> &accounts() const;
    QList<accounts::Account> trashedAccounts() const;
    std::optional<accounts::Account> account(accounts::AccountId id) const;
    /// Computed now from the secret. Errors: UnknownAccount (also one in the trash), Internal for a counter account, whose
    /// code takeCounterCode gives.
    Result<otp::Code> codeAt(accounts::AccountId id, qint64 unixSeconds) const;
    /// The code that other parameters would give, to be looked at before they are saved. Errors as codeAt.
    Result<otp::Code> codeWith(accounts::AccountId id, const otp::Parameters &parameters, qint64 unixSeconds) const;
    /// What in the vault (also in its trash when the secret is the same) this proposal doubles.
    QList<Duplicate> duplicatesOf(const accounts::Proposal &proposal) const;

    /// Enrolments to approve sign-ins, outside the trash. None unless Unlocked.
    QList<accounts::PushAccount> pushAccounts() const;
    QList<accounts::PushAccount> trashedPushAccounts() const;
    /// Also one in the trash.
    std::optional<accounts::PushAccount> pushAccount(accounts::AccountId id) const;
    /// PKCS#8 in DER. Error: UnknownAccount.
    Result<SecretBytes> pushPrivateKey(accounts::AccountId id) const;
    /// What keepPushMemory() kept last; empty when it is not known.
    QByteArray pushMemory() const;

    // Operations: each is applied to the newest state under vault.lock, and answered when saved (read back and compared)
    // or refused. Queued one at a time. The answer is the ids concerned. Where the keychain has no password
    // (Warning::KeyringInClear) nothing is written into it: KeychainRefused with the detail keyringInClear. What is only in the
    // book is saved all the same, and so is a setPassword.
    using Saved = Result<QList<accounts::AccountId>>;
    /// One whose key another program has saved since duplicatesOf() could tell is not added again: that account is the answer.
    void add(std::vector<accounts::Proposal> proposals, QObject *context, Handler<Saved> handler);
    /// Adds `proposal` and puts `old` into the trash, in one save.
    void replace(accounts::AccountId old, accounts::Proposal proposal, QObject *context, Handler<Saved> handler);
    /// Of an enrolment only issuer and name.
    void edit(accounts::AccountId id, const Edit &edit, QObject *context, Handler<Saved> handler);
    /// Puts an account before or after another one, in the order that all lists have.
    enum class Side { Before, After };
    void move(accounts::AccountId id, Side side, accounts::AccountId neighbour, QObject *context,
              Handler<Saved> handler);
    /// Accounts of either kind.
    void setTrashed(const QList<accounts::AccountId> &ids, bool trashed, QObject *context, Handler<Saved> handler);
    /// Removes accounts of either kind that are in the trash for ever: after it their secrets are in neither slot. Error also: NotInTrash
    /// (then none is removed).
    void remove(const QList<accounts::AccountId> &ids, QObject *context, Handler<Saved> handler);
    /// Saves counter + 1, then gives the code of the old counter (after 2 s without an answer, all the same, unconfirmed).
    void takeCounterCode(accounts::AccountId id, QObject *context, Handler<Result<CounterCode>> handler);
    void addPush(const accounts::PushAccount &account, SecretBytes privateKey, QObject *context,
                 Handler<Saved> handler);
    /// All but the id, the private key, server, url and serial.
    void changePush(const accounts::PushAccount &account, QObject *context, Handler<Saved> handler);
    /// In the book, and on the disk when it is answered. Never: a keychain that is locked fails it, unasked.
    void keepPushMemory(const QByteArray &memory, Prompting prompting, QObject *context, Handler<Saved> handler);
    /// After VaultBusy, when the person says that the computer named there is not saving any more (*Take over*): removes its
    /// lock, so that the next operation can go on. Error: VaultBusy.
    void takeOverLock(QObject *context, Handler<Result<void>> handler);

Q_SIGNALS:
    /// A save has ended with VaultBusy because another computer, of this name (may be empty), holds the lock.
    void lockFound(const QString &computer);
    /// An operation was refused because the keychain has no password: `setPassword` is the way out.
    void refusedInClear();
    /// Something of what `report` says, or a reading has ended.
    void stateChanged();
    void activityChanged();
    /// The list or anything in it is different from before (also by another process).
    void accountsChanged();
    /// The same of enrolments to approve sign-ins.
    void pushAccountsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchword::vault
