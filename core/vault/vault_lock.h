// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/handler.h"
#include "core/vault/data_directory.h"

#include <QLockFile>

#include <chrono>
#include <memory>

class QObject;

namespace watchword::vault {

/// `vault.lock`, held: given back when the last owner lets go.
using HeldLock = std::shared_ptr<QLockFile>;

/// Takes `vault.lock` of a data directory; asks again for as long as `patience` says while another process holds it. An empty file, left
/// by a process killed while making it, is cleared away. Errors: VaultBusy (detail: the holder's computer), DiskFull,
/// ReadOnlyDisk, NoPermission, WriteFailed.
void takeLock(const DataDirectory &directory, std::chrono::milliseconds patience, QObject *context,
              Handler<Result<HeldLock>> handler);

/// Takes away a `vault.lock` that its holder left behind: asked for by a person who was told whose it is. Disk work, not for
/// a thread with a window. Error: VaultBusy, when its holder is a process of this computer that still lives.
Result<void> removeLock(const DataDirectory &directory);

} // namespace watchword::vault
