// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/screen_grab.h"

#include "app/platform/x11_capture.h"
#include "core/base/secret_bytes.h"

#include <QThread>

#include <memory>

namespace watchword::app {

namespace {

using Captures = Result<std::vector<Capture>>;

/// Outlives the context when that dies first, and then wipes what nobody took.
struct Delivery {
    Handler<Captures> handler;
    Captures captures;

    ~Delivery()
    {
        if (captures)
            wipe(*captures);
    }
};

/// Under Wayland an X11 connection gives black pictures instead of an error.
bool isWaylandSession()
{
    return !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || qgetenv("XDG_SESSION_TYPE") == "wayland";
}

} // namespace

void wipe(std::vector<Capture> &captures)
{
    for (Capture &capture : captures) {
        if (!capture.image.isNull())
            watchword::wipe(
                std::as_writable_bytes(std::span(capture.image.bits(), std::size_t(capture.image.sizeInBytes()))));
    }
    captures.clear();
}

Result<std::vector<Capture>> grabScreensNow()
{
    if (isWaylandSession())
        return failure(ErrorCode::CaptureNeedsPortal);
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return failure(ErrorCode::NoDisplay);
    return captureX11(PixelTransfer::SharedMemory);
}

void grabScreens(QObject *context, Handler<Result<std::vector<Capture>>> handler)
{
    auto delivery = std::make_shared<Delivery>(std::move(handler), failure(ErrorCode::CaptureFailed));
    QThread *thread = QThread::create([delivery] { delivery->captures = grabScreensNow(); });
    QObject::connect(thread, &QThread::finished, context,
                     [delivery] { delivery->handler(std::move(delivery->captures)); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace watchword::app
