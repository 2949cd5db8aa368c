// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/vault/operation.h"
#include "core/vault/vault_lock.h"
#include "core/vault/vault_reader.h"

#include <QTimer>

namespace watchword::vault {

/// What became of an operation, told once.
struct SaveReport {
    Result<QList<accounts::AccountId>> answer;
    std::optional<quint64> counter; ///< of TakeCounter
    QString kept = {};              ///< of ResolveVaults: the file with the vault that is not used
};

/// Of a keychain without a password, into which nothing is written.
inline Error storedInClear()
{
    return {ErrorCode::KeychainRefused, QString::fromLatin1(keyringInClear)};
}

/// Saves one operation by vault-protocol section 4: lock, read anew, apply and check, write the slot that is not the
/// newest, read it back (the commit), book, report, heal the other slot. Lives until `finished`.
class Saving : public QObject
{
    Q_OBJECT

public:
    /// What a saving works with; all must outlive it.
    struct Parts {
        KeyStore &store;
        SlotStore &slots;
        VaultReader &reader;
        const Clock &clock;
        DataDirectory directory;
        Patience patience;
    };

    /// `tried` is the highest generation that this process ever tried to write.
    Saving(Parts parts, std::shared_ptr<const Operation> operation, DocumentPointer known, quint64 tried,
           QObject *parent);
    ~Saving() override;

    void start();

    const std::shared_ptr<const Operation> &operation() const { return m_operation; }
    /// The counter that was taken, as soon as the operation was applied.
    std::optional<quint64> takenCounter() const { return m_counter; }
    /// Whether nothing was written yet, nor will be: then its report is `error`, and `finished` follows.
    bool giveUp(const Error &error);
    /// A write has had no answer for too long: nothing else may be started.
    bool isOutcomeUnknown() const { return m_isUnknown; }
    quint64 triedGeneration() const { return m_tried; }
    /// Whether both slots hold the newest document; empty when it did not come to that.
    std::optional<bool> isHealed() const { return m_isHealed; }

Q_SIGNALS:
    /// The vault as it was found before the change, or as it is with the change in it.
    void vaultRead(const watchword::vault::VaultReading &vault);
    void promptChanged(bool isOpen);
    void reported(const watchword::vault::SaveReport &report);
    /// A write goes without an answer: nothing else may be started before one comes.
    void stalled();
    /// The lock is free again.
    void finished();

private:
    struct Change;
    struct ChangeWork;
    struct BookText;

    // saving_password.cpp: a vault that is protected by a password
    struct FileWritten;
    bool goesToFile() const;
    void writeFile(Change change);
    void putFile(Handler<FileWritten> handler);
    void takeFile(FileWritten written);
    void rememberFile(FileWritten written);
    void replaceFirst();
    void cleanKeychain();
    void removeLeftSlots(std::vector<Slot> found, bool isComplete);
    void checkLeftovers();
    void noteLeftovers(bool areGone);

    // saving_moves.cpp: from a password into the keychain, of two vaults, and of one that is gone
    struct Resolved;
    void prepareKeychain();
    void takeKeychain(VaultReading found);
    void writeSlot(Slot slot);
    void commitToKeychain();
    void undoMove(const Error &error);
    void resolveVaults(VaultReading vault);
    void stopAsBefore(Error error);
    void startAgain(const VaultReading &vault);

    /// What takes a reading of the vault, unless this is given up meanwhile.
    Handler<VaultReading> whenRead(void (Saving::*taking)(VaultReading));
    void readVault();
    void take(VaultReading vault);
    void takeDirectory(VaultReading vault);
    void makeCollection(std::function<void()> then);
    void beginEmpty(VaultReading vault);
    void applyOperation();
    void takeChange(Change change);
    void write(Change change);
    void prepareBook();
    void readBack(Result<void> written);
    void doubtAbsence(Result<void> written);
    void judge(const Result<void> &written, const SlotReading &back);
    void commit();
    void writeBook();
    void takeBook(Result<OpenedBook> written);
    void heal();
    void checkHealed(Slot slot);
    void tidy(bool healed);
    void report(Result<QList<accounts::AccountId>> answer);
    void stop(Error error);
    void finish(std::optional<bool> healed);

    Parts m_parts;
    std::shared_ptr<const Operation> m_operation;
    DocumentPointer m_known;
    quint64 m_tried;
    HeldLock m_lock;
    bool m_hasMadeCollection = false;
    bool m_isFirst = false; // the very first save of a vault
    bool m_hasBegunToWrite = false;
    bool m_isStopped = false;       // whoever answers still is not listened to
    bool m_mustWrite = false;       // also when no line changed
    bool m_hasMoved = false;        // the file has its new key
    bool m_isTidied = false;        // the keychain was cleaned, or not waited for
    quint64 m_highestElsewhere = 0; // generation that must be passed as well
    VaultReading m_keychain;        // what a move into it met
    QString m_kept;                 // file of the other vault
    QString m_bookAside;            // where the book of the other vault is
    bool m_isKeptForNow = false;    // until both are united in both slots
    VaultReading m_vault;           // as read, later as written
    QList<accounts::AccountId> m_ids;
    std::optional<quint64> m_counter;
    std::shared_ptr<const SecretBytes> m_text;
    Comfort m_comfort; // with the change in it, for a book that is not written yet
    std::unique_ptr<BookText> m_bookText;
    bool m_isBookDue = false;
    Slot m_target = Slot::A;
    QTimer m_patience; // how long a write may go without an answer
    bool m_isUnknown = false;
    bool m_isReported = false;
    std::optional<bool> m_isHealed;
    std::optional<Result<void>> m_putAside; // of a vault that is gone
};

} // namespace watchword::vault
