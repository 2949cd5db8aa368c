// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault_id.h"

#include "core/base/secret_bytes.h"

namespace watchword::vault {

/// The first line of a document, taken apart.
struct DocumentHeader {
    /// Where the number of the format stands in the line.
    static constexpr std::size_t formatStart = 26;

    VaultId vault;
    quint64 generation = 0;
    int chunks = 1;
    quint64 bodyLength = 0;
    QByteArray sha256;           ///< 64 hex digits
    std::size_t sha256Start = 0; ///< where they stand in the line
    SecretBytes bookKey;
    SecretBytes rest; ///< what a later version added to the line, with the blank before it

    /// Reads the line (without its LF). Errors: DamagedFile, NewerFormat.
    static Result<DocumentHeader> read(ByteView line);
    /// The line with an LF and with zeros in the place of `sha256`; `sha256Start` is set to where they stand.
    SecretBytes write();
};

} // namespace watchword::vault
