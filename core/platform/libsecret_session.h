// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace watchword::platform {

/// Begins to load libsecret and what it needs on another thread: 20 ms that a start would wait for otherwise.
void loadLibsecretAhead();

/// Makes libsecret, which Qt Keychain loads, ready for a job that `provider` (a name that is different for each process
/// and bus) will answer, then calls `ready`, later or at once.
///
/// libsecret keeps its session with the provider's process for ever, so that every job fails once that process was
/// replaced: it is made to begin anew. And GLib ends a process whose session bus ends: that is switched off. Both are
/// state of the whole process. Without these libraries nothing is done.
///
/// `ready` is told whether there is a connection. After the session bus itself has ended and begun anew there is none
/// any more in this process: libsecret 0.20 never lets the closed one go.
void prepareLibsecret(const QString &provider, std::move_only_function<void(bool)> ready);

} // namespace watchword::platform
