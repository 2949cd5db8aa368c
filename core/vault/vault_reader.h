// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/account_list.h"
#include "core/vault/password_file.h"
#include "core/vault/reading.h"
#include "core/vault/slot_store.h"

#include <functional>

namespace watchword::vault {

/// What one reading of the whole vault found. Only when the state is Unlocked the book was opened, its comfort data are
/// fitted to the document, and there are accounts.
struct VaultReading {
    Reading reading;
    OpenedBook book;
    QByteArray bookFingerprint;
    AccountList accounts;
    bool isPassword = false;    ///< protected by a password: the document is in the book
    bool neverWas = false;      ///< no file says that a vault ever was in the data directory
    bool hasStaleFirst = false; ///< `book.1` opens with another key (password_file.h)
};

/// Reads the vault as vault-protocol section 3 says: book header, survey, unlock where it is locked and allowed, slots,
/// survey, decision; once more where the answers contradict each other. One reading at a time.
class VaultReader : public QObject
{
public:
    /// `store` and `slots` must outlive this.
    VaultReader(KeyStore &store, SlotStore &slots, const DataDirectory &directory, QObject *parent);

    /// `known` is the document in memory, or null.
    void read(Prompting prompting, DocumentPointer known, Handler<VaultReading> handler);
    /// Reads the keychain alone, as if nothing lay in the data directory: what a move into it would meet. Empty, when nothing.
    void readKeychain(Prompting prompting, Handler<VaultReading> handler);
    /// Reads the data directory alone: Empty, when no vault ever was there; else Closed.
    void readDirectory(Handler<VaultReading> handler);

    /// The key that opens a password vault. Null: then such a vault is read as Password.
    void setKey(PasswordKeyPointer key);
    const PasswordKeyPointer &key() const { return m_key; }
    /// Drops the key and all that is remembered of files.
    void forget();

    /// A prompt of the keychain is (or is no longer) open.
    void setPromptObserver(std::function<void(bool open)> observer) { m_promptObserver = std::move(observer); }
    /// The reason of a vault whose prompt, the last one that was opened, is not waited for any more.
    const Error &dismissal() const { return m_dismissal; }
    /// What the book is since a save: it need not be taken apart at the next reading.
    void remember(OpenedBook book) { m_lastBook = std::make_shared<const OpenedBook>(std::move(book)); }
    void remember(OpenedPasswordFile file) { m_lastFile = std::make_shared<const OpenedPasswordFile>(std::move(file)); }

private:
    struct Run {
        Prompting prompting = Prompting::Never;
        DocumentPointer known;
        BookProbe book;
        std::optional<VaultId> mark;
        bool neverWas = false;
        QByteArray fingerprint;
        int attempts = 0;
        bool hasUnlocked = false;
        bool isKeychainOnly = false;
        Handler<VaultReading> handler;
    };
    using RunPointer = std::shared_ptr<Run>;

    void probeFiles(RunPointer run);
    void openPasswordFile(RunPointer run);
    void gather(RunPointer run);
    void take(RunPointer run, Evidence evidence);
    void takeDecision(RunPointer run, VaultReading vault);
    void unlock(RunPointer run, Reading locked);

    KeyStore &m_store;
    SlotStore &m_slots;
    DataDirectory m_directory;
    std::function<void(bool)> m_promptObserver;
    Error m_dismissal{ErrorCode::PromptDismissed, {}};
    PasswordKeyPointer m_key;
    std::shared_ptr<const OpenedBook> m_lastBook; // as it lies on the disk, as far as is known
    std::shared_ptr<const OpenedPasswordFile> m_lastFile;
};

} // namespace watchword::vault
