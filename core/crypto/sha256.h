// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

#include <array>

namespace watchword::crypto {

using Sha256Digest = std::array<std::byte, 32>;

/// SHA-256 (FIPS 180-4). Error: Internal, when OpenSSL fails.
Result<Sha256Digest> sha256(ByteView message);

} // namespace watchword::crypto
