// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

#include <array>
#include <cstddef>
#include <optional>

namespace watchword::vault {

/// Names a vault for ever: 16 random bytes, written as 32 hex digits. By it the parts of two vaults are told apart.
struct VaultId {
    std::array<std::byte, 16> bytes{};

    /// Error: Internal, when the system gives no random bytes.
    static Result<VaultId> random();
    /// Exactly 32 lower-case hex digits.
    static std::optional<VaultId> fromHex(QByteArrayView hex);
    QByteArray toHex() const;

    friend bool operator==(const VaultId &, const VaultId &) = default;
};

} // namespace watchword::vault
