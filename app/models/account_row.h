// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"

#include <QMetaType>
#include <QString>

namespace watchword::app {

/// What one row of the list shows at one moment: an account with codes, or one that approves sign-ins. Texts are fit to be
/// shown.
struct AccountRow {
    accounts::AccountId id;
    QString issuer;      ///< never empty: the account's name stands in, then "No name"
    QString name;        ///< may be empty
    QString group;       ///< only while groups are to be shown
    QString code;        ///< empty: a counter code that was not asked for, or the secret would not give one
    QString nextCode;    ///< only in the last watch
    int secondsLeft = 0; ///< 1 to period; 0 for a counter
    int period = 0;      ///< 0 for a counter
    int digits = 6;
    quint64 counter = 0;
    bool isCounter = false;
    bool isPinned = false;
    bool isHidden = false;   ///< the code is dots until asked for
    bool canHide = false;    ///< codes are hidden by default: the row shows an eye
    bool isCopied = false;   ///< for two seconds
    bool hasTrouble = false; ///< no code can be made; or something is wrong with the server that asks
    bool isPush = false;     ///< approves or denies sign-ins: it has no code, and nothing that goes with one
    QString state;           ///< of such a one, in words; never empty for it
    bool isWaiting = false;  ///< a sign-in waits for an answer

    bool hasNext() const { return !nextCode.isEmpty(); }

    friend bool operator==(const AccountRow &, const AccountRow &) = default;
};

} // namespace watchword::app

Q_DECLARE_METATYPE(watchword::app::AccountRow)
