// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"

#include <memory>

namespace watchword::vault {

/// What a line of the document is to this version.
enum class RecordKind {
    Account, ///< an otpauth line with a `ww.id`, whose account is known
    Push,    ///< an enrolment to approve sign-ins (push_record.h)
    Carried, ///< a kind that is known and not read here (Safe, backup key), or an empty line
    Unknown, ///< anything else: carried byte for byte and shown as "needs attention" (odd_record.h)
};

/// A mark of a secret, by a key of this process: the same for the same secret, seldom for two. Found with it, a secret need
/// be decoded only to be compared; the mark alone says nothing of it.
quint32 markOf(const SecretBytes &secret);

/// One line of the document. `start` and `length` are its place in the body, without the LF. Holds no secret.
struct Record {
    RecordKind kind = RecordKind::Unknown;
    std::size_t start = 0;
    std::size_t length = 0;
    accounts::Account account;                         ///< id null unless kind is Account
    quint32 secretMark = 0;                            ///< of its secret
    std::shared_ptr<const accounts::PushAccount> push; ///< null unless kind is Push

    /// Of the account or enrolment; null for other kinds.
    accounts::AccountId id() const { return push ? push->id : account.id; }
};

/// Says what a line is. Never fails: what cannot be read is Unknown.
Record readRecord(ByteView line);

/// The secret of an account's line, decoded now. Errors as readOtpauth.
Result<SecretBytes> secretOfLine(ByteView line);

// The writers below read back what they wrote; when it does not say what was meant, the error is Internal.

/// The line of an account that is saved for the first time: its link, and `ww.id`, `ww.changed`, `ww.trashed`.
Result<SecretBytes> newAccountLine(const accounts::Account &account, const SecretBytes &secret);
/// `line` with the words, marks and id of `account`. Parameters that are not understood are carried as they stand.
Result<SecretBytes> rewrittenLine(ByteView line, const accounts::Account &account);
/// `line` with only the counter changed.
Result<SecretBytes> lineWithCounter(ByteView line, quint64 counter);
/// `line` with only `ww.trashed` set or taken out, and `ww.changed` set.
Result<SecretBytes> lineWithTrashed(ByteView line, std::optional<qint64> trashed, qint64 changed);

} // namespace watchword::vault
