// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/saving.h"

namespace watchword::vault {

// What the files of Saving share; nobody else includes it.

/// What an operation makes of the vault; a text only when the document is to be written.
struct Saving::Change {
    QList<accounts::AccountId> ids;
    std::optional<quint64> counter;
    Comfort comfort;
    bool isComfortChanged = false;
    DocumentPointer document;
    std::shared_ptr<const SecretBytes> text;
};

inline bool isSame(const SlotReading &back, const SecretBytes &text)
{
    return back.outcome == SlotReading::Outcome::Found && back.text == text;
}

inline Error reasonOf(const Reading &reading)
{
    return reading.reason.value_or(Error{ErrorCode::NotUnlocked, {}});
}

} // namespace watchword::vault
