// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

namespace watchword::crypto {

/// Fills memory with unpredictable bytes. Error: Internal, when the system gives none; `memory` is then wiped.
Result<void> randomBytes(std::span<std::byte> memory);

/// Frees what OpenSSL keeps for the calling thread, its random generator above all: to be called at the end of work on a
/// pool's thread, which may go on to end after OpenSSL has cleaned up with the process, and would then leave it behind.
void releaseThread();

} // namespace watchword::crypto
