// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/push/enrolment.h"

namespace watchword::app {

/// What the vault holds of an enrolment that is offered: one of the same serial at the same scheme, host and port is the same
/// account, which gets a new key; at any other place it is another account.
struct KnownEnrolment {
    std::optional<accounts::PushAccount> account;
    bool isSame = false;
};

inline KnownEnrolment knownEnrolment(const push::Enrolment &enrolment, const QList<accounts::PushAccount> &accounts)
{
    KnownEnrolment known;
    for (const accounts::PushAccount &each : accounts) {
        if (each.serial != enrolment.serial)
            continue;
        const bool isSame = push::addressOf(each.url) == enrolment.address;
        // One that works tells more than one that was never finished.
        const bool tellsMore = known.account && known.account->state == accounts::PushState::Enrolling;
        if (!known.account || (isSame && !known.isSame) || (isSame == known.isSame && tellsMore))
            known = {each, isSame};
    }
    return known;
}

} // namespace watchword::app
