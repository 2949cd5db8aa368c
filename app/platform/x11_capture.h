// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/screen_grab.h"

#include <atomic>
#include <memory>

namespace watchword::app {

/// How pixels come from the X server.
enum class PixelTransfer { SharedMemory, Socket };

/// The monitors (RandR 1.5; without it every whole X screen) of the display named in DISPLAY, to be captured. It may go from
/// thread to thread, and blocks the one that it is on.
class X11Capture
{
public:
    /// Errors: NoDisplay.
    static Result<std::unique_ptr<X11Capture>> connect(PixelTransfer transfer);
    ~X11Capture();

    /// Makes the next capture three times as quick: has the server write pictures of all monitors, so that both sides have
    /// touched the memory that the next ones come in, and wipes them. Stops when that is `enough`.
    void prepare(const std::atomic_bool &enough);
    /// What the server or the way to it cannot do with shared memory is done over the socket. Errors: CaptureFailed.
    Result<std::vector<Capture>> capture();

private:
    class Private;
    explicit X11Capture(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

/// The same at one go.
Result<std::vector<Capture>> captureX11(PixelTransfer transfer);

} // namespace watchword::app
