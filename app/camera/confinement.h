// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchword::app {

/// Takes from this process what a camera does not need: it ends with whoever started it, leaves no core file and gains no rights by
/// what it starts. As far as the kernel offers it (Landlock, seccomp) it also has no way to the network or into other processes
/// and, of the files of whoever runs us, reads and writes only what the media library remembers. A kernel that does not offer it is
/// no error. Devices, and the media server's socket, stay.
void confineCamera();

} // namespace watchword::app
