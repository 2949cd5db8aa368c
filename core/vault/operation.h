// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/comfort.h"
#include "core/vault/document.h"
#include "core/vault/edit.h"
#include "core/vault/password_key.h"
#include "core/vault/state.h"

#include <variant>

namespace watchword::vault {

/// One change to the accounts: not a snapshot, so that it can be applied to whatever is newest. Edits, the trash and
/// removal are for accounts of either kind: those with codes and enrolments to approve sign-ins.
struct AddAccounts {
    std::vector<accounts::Proposal> proposals;
    /// What was there when it was asked for. One with a proposal's key that has come since, from another program, is answered
    /// in place of a second one.
    QList<accounts::AccountId> known;
};
struct ReplaceAccount {
    accounts::AccountId old;
    accounts::Proposal proposal;
};
/// Of an enrolment only the words; Internal for parameters or a counter.
struct EditAccount {
    accounts::AccountId id;
    Edit edit;
};
/// Puts an account before or after another one in the book's order.
struct MoveAccount {
    accounts::AccountId id;
    accounts::AccountId neighbour;
    bool isAfter = false;
};
struct TrashAccounts {
    QList<accounts::AccountId> ids;
    bool trashed = true;
};
/// Takes accounts that are in the trash out of the document: their secrets are gone.
struct RemoveAccounts {
    QList<accounts::AccountId> ids;
};
/// Takes the next code of a counter account and moves its counter past it.
struct TakeCounter {
    accounts::AccountId id;
    std::optional<quint64> handedOut; ///< the last counter whose code was shown before it could be saved
    std::optional<quint64> answered;  ///< the counter whose code was shown for this very operation
};
/// Adds an enrolment to approve sign-ins; its id is drawn.
struct AddPush {
    accounts::PushAccount account;
    SecretBytes privateKey;
};
/// Changes everything of an enrolment but its id, its private key, and what it is identified by (server, url, serial).
struct ChangePush {
    accounts::PushAccount account;
};
/// Keeps what was answered (core/push/push_memory.h) in the book.
struct KeepPushMemory {
    QByteArray memory;
    Prompting prompting = Prompting::Allowed;
};
/// Puts the vault under this key: from the keychain into a file, from one password to another, or as the first thing of all
/// (`isFirst`: then the keychain is not asked).
struct UsePassword {
    PasswordKeyPointer key;
    bool isFirst = false;
};
/// Puts the vault from its file into the keychain.
struct UseKeychain {
};
/// Of two vaults that were found uses one, which keeps the other as a file, or (empty) unites them under the id of one.
struct ResolveVaults {
    std::optional<VaultId> use;
};
/// Puts aside what says that a vault was here, which the keychain does not hold any more.
struct StartAgain {
};
/// Changes nothing: writes a union back, heals a slot, repairs a book.
struct Upkeep {
};

using Operation =
    std::variant<AddAccounts, ReplaceAccount, EditAccount, MoveAccount, TrashAccounts, RemoveAccounts, TakeCounter,
                 AddPush, ChangePush, KeepPushMemory, UsePassword, UseKeychain, ResolveVaults, StartAgain, Upkeep>;

/// What an operation made of a document.
struct Applied {
    std::optional<Document> document; ///< empty when no line changed
    QList<accounts::AccountId> ids;   ///< the accounts concerned: the answer
    QList<accounts::AccountId> added;
    QList<accounts::AccountId> changed;
    QList<accounts::AccountId> removed;
    std::optional<quint64> counter; ///< of TakeCounter: the counter whose code may be shown
};

/// Applies and checks: ids afterwards = ids before + added - removed, and every other line byte for byte as it was. `now`
/// is UNIX seconds. Errors: UnknownAccount, NotInTrash, InvalidDigits, InvalidPeriod, InvalidCounter (no counter account, or
/// the last counter), LowerCounter, Internal (the check failed).
Result<Applied> apply(const Operation &operation, const Document &before, qint64 now);

/// The part of an operation that the book keeps (order, pins, groups, what was answered; the trashed leave no trace); `ids` as apply() gave
/// them. True when it changed anything.
bool applyComfort(const Operation &operation, const QList<accounts::AccountId> &ids, Comfort &comfort);

/// The check of `apply`, for itself: `after` is `before` with exactly these accounts added, changed and removed.
bool isExactly(const Document &before, const Document &after, const QList<accounts::AccountId> &added,
               const QList<accounts::AccountId> &changed, const QList<accounts::AccountId> &removed = {});

} // namespace watchword::vault
