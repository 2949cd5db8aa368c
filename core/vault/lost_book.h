// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QLatin1StringView>

#include <optional>

namespace watchword::vault {

// How the detail of a reason ends (vault-protocol section 3), where the file `book` is lost too.
inline constexpr QLatin1StringView bookMissing("book missing");
inline constexpr QLatin1StringView bookDamaged("book damaged");

/// Whether the reason of a vault that is gone or shut says that its file `book` is missing or damaged as well: then the
/// accounts may have had a password and been in it, whatever the keychain says.
inline bool tellsOfLostBook(const std::optional<Error> &reason)
{
    return reason && (reason->detail.endsWith(bookMissing) || reason->detail.endsWith(bookDamaged));
}

/// Adds that to what the detail says already.
inline void tellOfLostBook(Error &reason, QLatin1StringView what)
{
    if (!reason.detail.isEmpty())
        reason.detail += QLatin1StringView("; ");
    reason.detail += what;
}

} // namespace watchword::vault
