// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

namespace watchword::crypto {

/// What scrypt costs (RFC 7914): 128 · N · r bytes of memory, and p times as long.
struct ScryptCost {
    quint8 log2N = 17;
    quint8 r = 8;
    quint8 p = 1;

    /// Whether it is one that is computed: N 2^15 to 2^20 (1 GiB), r 8, p 1 to 4. A file may ask for anything.
    bool isAllowed() const { return log2N >= 15 && log2N <= 20 && r == 8 && p >= 1 && p <= 4; }

    friend bool operator==(const ScryptCost &, const ScryptCost &) = default;
};

/// 32 bytes from a password. Takes a third of a second and more: not for a thread with a window. Error: Internal, for a cost
/// that is not allowed (before any memory is asked for), or when there is not so much memory.
Result<SecretBytes> scrypt(ByteView password, ByteView salt, const ScryptCost &cost);

} // namespace watchword::crypto
