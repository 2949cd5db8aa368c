// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/error_text.h"
#include "core/accounts/account.h"
#include "core/transfer/migration_collector.h"

#include <vector>

namespace watchword::app::cli {

/// Something in an input that cannot be added.
struct Refused {
    QString id;   ///< as in `errorId`
    QString what; ///< which one: `issuer:name` where that is known, else its line or place; never the text itself
    ErrorText why;
    bool wasMeantAsAccount = false;
};

/// What sets up sign-ins to approve asks first, in the window: where to go with it.
ErrorText takenByTheWindow(const push::Enrolment &enrolment);

/// What an input gave: the accounts in its order (also one that is in it twice), and all that cannot be added.
struct Gathered {
    std::vector<accounts::Proposal> proposals;
    std::vector<Refused> refused;

    /// Adds what a text gives, which a person typed or piped; or a code's, when `place` says where that was found.
    void take(ByteView text, const QString &place = {});
    /// When everything was taken: adds the accounts of exports, and for one that is not whole what is missing.
    void finish();

private:
    transfer::MigrationCollector m_exports;
};

} // namespace watchword::app::cli
