// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchword::app {

/// Takes from this process what drawing a picture does not need, before it looks at the file of a stranger: it ends with whoever
/// started it, leaves no core file, has bounded memory, time and files, and gains no rights by what it starts. As far as the
/// kernel offers it (Landlock, seccomp) it also reads nothing but the system's libraries and fonts, writes no file, and has no
/// way to the network, to the desktop's bus or to other processes. A kernel that does not offer it is no error.
void confine();

} // namespace watchword::app
