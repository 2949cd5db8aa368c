// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

namespace watchword::vault {

/// What can be said of a line that is carried byte for byte because this version does not understand it. Holds no secret.
struct OddRecord {
    enum class Kind { Account, SignIn, Entry };
    enum class Why {
        Unreadable,
        Newer,   ///< a later version writes such
        Doubled, ///< a line before it has the same id
    };

    Kind kind = Kind::Entry;
    Why why = Why::Unreadable;
    int line = 0;    ///< as an editor counts the lines of a slot's text: the header's is 1
    QString service; ///< whose account it is, where that cannot be a secret by mistake; text from outside
};

/// Of a line whose kind is RecordKind::Unknown. Never fails.
OddRecord oddRecordOf(ByteView line, int number);

} // namespace watchword::vault
