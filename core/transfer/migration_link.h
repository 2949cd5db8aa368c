// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/crypto/sha256.h"

#include <vector>

namespace watchword::transfer {

/// Longest link that is read, in bytes; a payload may have a quarter of it.
inline constexpr std::size_t longestMigrationLink = std::size_t{4} * 1024 * 1024;
/// Most accounts in one link, and most links in one export.
inline constexpr int mostInMigration = 100;

/// An account of an export whose codes cannot be made, and what it is called there.
struct RefusedEntry : Error {
    QString issuer;
    QString name;
    std::size_t before = 0; ///< how many of the part's accounts stand in front of it
};

/// One of the QR codes of an export of Google Authenticator.
struct MigrationPart {
    std::int32_t version = 0;
    std::int32_t batchId =
        0;         ///< what the codes of one export have in common; 0 in version 2, often negative in version 1
    int size = 1;  ///< of how many codes, 1 to mostInMigration
    int index = 0; ///< which one, from 0
    std::vector<accounts::Proposal> accounts;
    std::vector<RefusedEntry> refused;
    crypto::Sha256Digest digest = {}; ///< of the payload: tells a repeat from another export
};

/// Whether a link without blanks around it claims to be one.
bool isMigrationLink(ByteView link);

/// Reads `otpauth-migration://offline?data=` as Google Authenticator writes it and others copy it: base64 of either alphabet,
/// with or without padding, percent-encoded once, twice or not at all, blanks for `+`. What a single account lacks (key,
/// known algorithm, length, type, counter) refuses that account only. Errors: TooLarge, MalformedLink (no data, or no
/// base64), DamagedExport (no payload of that kind, or batch numbers that cannot be), EmptyExport, Internal.
Result<MigrationPart> readMigrationLink(ByteView link);

} // namespace watchword::transfer
