// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/otp/parameters.h"

#include <QString>

#include <optional>

namespace watchword::vault {

/// What is to be different about an account; what is empty stays as it is. The secret is not to be edited.
struct Edit {
    std::optional<QString> issuer = {};
    std::optional<QString> name = {};
    std::optional<bool> pinned = {};
    std::optional<QString> group = {}; ///< an empty one: in no group
    /// Type, algorithm, digits, period. The counter in them is that of an account which had none; one that is there stays
    /// unless `counter` says otherwise, as codes may have been taken since this was asked.
    std::optional<otp::Parameters> parameters = {};
    std::optional<quint64> counter = {}; ///< of the next code
    bool mayLowerCounter = false;        ///< the person was told what a lower counter means

    friend bool operator==(const Edit &, const Edit &) = default;
};

} // namespace watchword::vault
