// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/handler.h"
#include "core/base/secret_bytes.h"

#include <QImage>
#include <QRect>

#include <vector>

class QObject;

namespace watchword::app {

/// What one monitor shows, in its own pixels. It may show a secret: whoever owns it wipes it with `wipe`.
struct Capture {
    QImage image;   ///< Format_RGB32, not shared
    QRect geometry; ///< where on the desktop, in pixels of the X screen
    QString name;   ///< the monitor's name, as RandR has it
};

// Beside the overload below, which would hide them.
using watchword::wipe;

/// Overwrites the pictures and lets go of them.
void wipe(std::vector<Capture> &captures);

/// All monitors of all X screens, taken on another thread over a connection of its own. Errors: NoDisplay,
/// CaptureNeedsPortal (a Wayland session, whose windows X11 cannot see), CaptureFailed.
void grabScreens(QObject *context, Handler<Result<std::vector<Capture>>> handler);

/// The same, blocking; needs no application object.
Result<std::vector<Capture>> grabScreensNow();

} // namespace watchword::app
