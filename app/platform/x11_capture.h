// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/screen_grab.h"

namespace watchword::app {

/// How pixels come from the X server.
enum class PixelTransfer { SharedMemory, Socket };

/// Every monitor (RandR 1.5; without it every whole X screen) of the display named in DISPLAY. What the server or the way
/// to it cannot do with shared memory is done over the socket. Errors: NoDisplay, CaptureFailed.
Result<std::vector<Capture>> captureX11(PixelTransfer transfer);

} // namespace watchword::app
