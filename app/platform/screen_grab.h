// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/handler.h"
#include "core/base/secret_bytes.h"

#include <QImage>
#include <QObject>
#include <QRect>
#include <QTimer>

#include <memory>
#include <vector>

namespace watchword::app {

/// What one monitor shows, in its own pixels. It may show a secret: whoever owns it wipes it with `wipe`.
struct Capture {
    QImage image;   ///< Format_RGB32, not shared
    QRect geometry; ///< where on the desktop, in pixels of the X screen
    QString name;   ///< the monitor's name, as RandR has it; of a portal's picture, which shows all of them, "portal"
    bool byPerson = false; ///< taken with the desktop's own tool, and perhaps only a part
};

// Beside the overload below, which would hide them.
using watchword::wipe;

/// Overwrites the pictures and lets go of them.
void wipe(std::vector<Capture> &captures);

/// Whether all pixels of a picture of 32 bits have one colour: nothing is open there, or it does not let itself be captured.
bool isOneColour(const QImage &picture);

/// In a Wayland session an X11 connection gives black pictures instead of an error.
bool isWaylandSession();

/// Captures all monitors. Under X11 directly, over a connection of its own; in a Wayland session, whose windows X11 cannot
/// see, through the desktop's portal, which may ask the person first. The portal is asked too when X11 gives no picture.
/// Never blocks.
class ScreenGrabber final : public QObject
{
public:
    explicit ScreenGrabber(QObject *parent = nullptr);
    ~ScreenGrabber() override;

    /// Makes the next `grab` a quick one: connects to the X server and has the memory for its pictures touched; in a Wayland
    /// session has the portal started. Nothing of the screen is kept, and what is prepared is given up after half a minute.
    void prepare();
    /// `waiting` is called when the portal has not answered for a while. Errors: NoDisplay, CaptureFailed, and those of
    /// `captureFromPortal`.
    void grab(QObject *context, Handler<Result<std::vector<Capture>>> handler, Handler<> waiting = {});

private:
    struct Prepared;
    std::shared_ptr<Prepared> m_prepared;
    QTimer m_giveUp;
};

/// One grab without preparation.
void grabScreens(QObject *context, Handler<Result<std::vector<Capture>>> handler, Handler<> waiting = {});

} // namespace watchword::app
