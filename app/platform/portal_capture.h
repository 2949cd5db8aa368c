// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/screen_grab.h"

#include <chrono>

namespace watchword::app {

/// How long the desktop's portal is waited for.
struct PortalPatience {
    std::chrono::milliseconds start = std::chrono::seconds{30};  ///< until it runs; it waits 25 s for a part that hangs
    std::chrono::milliseconds picture = std::chrono::minutes{2}; ///< until there is a picture: it may ask the person
    /// A refusal that comes sooner is not an answer of the person's: they are then asked to take the picture themselves.
    std::chrono::milliseconds tooSoonForAPerson = std::chrono::milliseconds{900};
};

/// One picture of all monitors, from `org.freedesktop.portal.Screenshot`. All of it, reading the file that the portal
/// leaves too, happens on another thread. The file is deleted whatever becomes of the picture: also when nobody waits
/// for it any more, as long as the program runs. Errors: PortalMissing, CaptureRefused, CaptureCancelled, PortalSlow,
/// CaptureFailed; the detail of the first two names the desktop.
void captureFromPortal(QObject *context, Handler<Result<std::vector<Capture>>> handler, PortalPatience patience = {});

/// Has the portal started where it does not run yet, which takes up to a second; asks it nothing.
void startPortal();

} // namespace watchword::app
