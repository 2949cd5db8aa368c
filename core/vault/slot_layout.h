// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QStringList>

#include <vector>

namespace watchword::vault {

/// The two places of the keychain that each hold a whole document.
enum class Slot { A, B };

inline constexpr Slot otherSlot(Slot slot)
{
    return slot == Slot::A ? Slot::B : Slot::A;
}
inline constexpr std::size_t indexOf(Slot slot)
{
    return slot == Slot::A ? 0 : 1;
}

/// Names of a vault's items in the keychain (vault-protocol section 2).
class SlotLayout
{
public:
    /// `prefix` as DataDirectory::keyPrefix().
    explicit SlotLayout(const QString &prefix)
        : m_prefix(prefix)
    {
    }

    /// `watchword/accounts/a`, and from the second chunk on `watchword/accounts/a.1` …
    QString key(Slot slot, int chunk = 0) const;
    /// The keys that tell whether a slot is there: chunk 0 of each.
    QStringList keys() const { return {key(Slot::A), key(Slot::B)}; }

private:
    QString m_prefix;
};

/// Cuts UTF-8 text into pieces of at most `limit` bytes (0: one piece), never inside a character. `limit` is taken as at
/// least 4, the longest character. Empty text is one empty piece.
std::vector<ByteView> cutIntoChunks(ByteView text, qsizetype limit);

} // namespace watchword::vault
