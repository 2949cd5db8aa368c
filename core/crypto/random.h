// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

namespace watchword::crypto {

/// Fills memory with unpredictable bytes. Error: Internal, when the system gives none; `memory` is then wiped.
Result<void> randomBytes(std::span<std::byte> memory);

} // namespace watchword::crypto
