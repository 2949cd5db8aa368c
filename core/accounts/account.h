// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"
#include "core/otp/parameters.h"

#include <QList>

#include <optional>

namespace watchword::accounts {

/// Names an account for ever: 16 hex digits (`ww.id`), drawn at random when it is first saved. 0: not saved yet.
struct AccountId {
    quint64 value = 0;

    bool isNull() const { return value == 0; }
    /// 16 lower-case hex digits.
    QString toString() const;
    static std::optional<AccountId> fromString(QStringView text);
    friend auto operator<=>(const AccountId &, const AccountId &) = default;
};
inline size_t qHash(const AccountId &id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

/// What is known of an account. Never holds key material.
struct Account {
    AccountId id;
    QString issuer; ///< as the service wrote it; may be empty
    QString name;   ///< the account at the service; may be empty
    otp::Parameters parameters;
    qint64 changed = 0;            ///< UNIX seconds of the last change
    std::optional<qint64> trashed; ///< UNIX seconds since when it is in the trash
    // from the book (comfort)
    bool pinned = false;
    QString group;

    friend bool operator==(const Account &, const Account &) = default;
};

/// Something worth saying about a proposal before it is saved.
enum class Remark { IssuerDiffersFromLabel, ShortSecret, UnusualDigits, MarkedTrashed, MaybeSteam };

/// An account that is offered and not saved: from a link, a QR code, a file or typed. Moves only, as its secret does.
struct Proposal {
    Account account; ///< id null
    SecretBytes secret;
    QList<Remark> remarks;

    Proposal clone() const { return {account, secret.clone(), remarks}; }
};

/// Other than 6 to 8 digits, Steam apart.
bool unusualDigits(const otp::Parameters &parameters);

/// What is worth saying about a key and its parameters alone: ShortSecret under 10 bytes, UnusualDigits outside 6 to 8.
QList<Remark> remarksOn(const otp::Parameters &parameters, const SecretBytes &secret);

} // namespace watchword::accounts
