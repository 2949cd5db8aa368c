// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

namespace watchword::push {
class PushService;
}
namespace watchword::vault {
class Vault;
}

namespace watchword::app {

/// What the tray shows and offers: names only, never a code. A value; texts are fit to be shown, and not yet a menu's.
struct TrayState {
    /// Why the servers are not asked for sign-ins.
    enum class Pause { None, Locked, KeychainLocked, Unread, SessionLocked };
    struct Waiting {
        accounts::AccountId account;
        QString nonce;
        QString label;
        friend bool operator==(const Waiting &, const Waiting &) = default;
    };
    struct Offered {
        accounts::AccountId id;
        QString label;
        friend bool operator==(const Offered &, const Offered &) = default;
    };

    static constexpr qsizetype mostAccounts = 8;
    static constexpr qsizetype mostWaiting = 5;

    Pause pause = Pause::None;
    QList<Waiting> waiting; ///< the first few
    int waitingCount = 0;   ///< all
    QList<Offered> accounts;
    bool canLock = false;  ///< there is something that a lock could hide
    bool isLocked = false; ///< the accounts have a password of their own, which is to be given

    /// One sentence about all of it, for the tool tip.
    QString words() const;
    /// Why sign-ins are not checked; that it is locked, where none are expected; else empty.
    QString pauseWords() const;

    friend bool operator==(const TrayState &, const TrayState &) = default;
};

/// What vault and service do not know.
struct TrayMemory {
    QList<accounts::AccountId> used; ///< whose codes were copied, the last one first
    bool expectsSignIns = false;     ///< there were enrolments when the vault was last open
};

TrayState trayState(const vault::Vault &vault, const push::PushService &service, const TrayMemory &memory);

/// Pinned ones, then those used last, then as the list has them, up to `mostAccounts`.
QList<accounts::Account> trayAccounts(const QList<accounts::Account> &accounts, const QList<accounts::AccountId> &used);

} // namespace watchword::app
