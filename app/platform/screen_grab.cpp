// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/screen_grab.h"

#include "app/platform/portal_capture.h"
#include "app/platform/x11_capture.h"
#include "core/base/secret_bytes.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <memory>
#include <mutex>

namespace watchword::app {

namespace {

using Captures = Result<std::vector<Capture>>;

/// A desktop that asks the person is mostly answered sooner: until then our windows are not in the way.
constexpr std::chrono::seconds beforeItIsSaid{5};
/// The memory for the pictures of two large monitors is more than all the rest of the program.
constexpr std::chrono::seconds preparedStays{30};

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

void grabFromPortal(QObject *context, Handler<Captures> handler, Handler<> waiting)
{
    const auto isAnswered = std::make_shared<bool>(false);
    captureFromPortal(context, [isAnswered, handler = std::move(handler)](Captures captures) mutable {
        *isAnswered = true;
        handler(std::move(captures));
    });
    if (!waiting)
        return;
    QTimer::singleShot(beforeItIsSaid, context, [isAnswered, waiting = std::move(waiting)]() mutable {
        if (!*isAnswered)
            waiting();
    });
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY");
}

void work(std::function<void()> elsewhere, QObject *context, std::function<void()> then)
{
    QThread *thread = QThread::create(std::move(elsewhere));
    if (context)
        QObject::connect(thread, &QThread::finished, context, std::move(then));
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace

/// Made ready on one thread and used on another, one after the other.
struct ScreenGrabber::Prepared {
    std::mutex mutex;
    std::unique_ptr<X11Capture> capture;
    std::atomic_bool isWanted = false; ///< it need not be ready: half of it is quicker than to wait for the rest

    void prepare()
    {
        const std::lock_guard lock(mutex);
        if (isWanted)
            return;
        if (auto connected = X11Capture::connect(PixelTransfer::SharedMemory)) {
            capture = std::move(*connected);
            capture->prepare(isWanted);
        }
    }

    std::unique_ptr<X11Capture> take()
    {
        isWanted = true;
        const std::lock_guard lock(mutex);
        return std::move(capture);
    }
};

namespace {

Captures captureWith(const std::unique_ptr<X11Capture> &prepared)
{
    if (!hasDisplay())
        return failure(ErrorCode::NoDisplay);
    return prepared ? prepared->capture() : captureX11(PixelTransfer::SharedMemory);
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

bool isOneColour(const QImage &picture)
{
    if (picture.isNull() || picture.depth() != 32)
        return false;
    const auto row = [&picture](int y) {
        return std::span(reinterpret_cast<const QRgb *>(picture.constScanLine(y)), std::size_t(picture.width()));
    };
    const auto first = row(0);
    if (!std::ranges::all_of(first, [&](QRgb pixel) { return pixel == first.front(); }))
        return false;
    for (int y = 1; y < picture.height(); ++y) {
        if (std::memcmp(row(y).data(), first.data(), first.size_bytes()) != 0)
            return false;
    }
    return true;
}

bool isWaylandSession()
{
    return !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || qgetenv("XDG_SESSION_TYPE") == "wayland";
}

ScreenGrabber::ScreenGrabber(QObject *parent)
    : QObject(parent)
{
    m_giveUp.setSingleShot(true);
    m_giveUp.setInterval(preparedStays);
    m_giveUp.callOnTimeout(this, [this] { m_prepared.reset(); });
}

ScreenGrabber::~ScreenGrabber() = default;

void ScreenGrabber::prepare()
{
    m_giveUp.start();
    if (m_prepared)
        return;
    m_prepared = std::make_shared<Prepared>();
    if (isWaylandSession())
        startPortal();
    else if (hasDisplay())
        work([prepared = m_prepared] { prepared->prepare(); }, nullptr, {});
}

void ScreenGrabber::grab(QObject *context, Handler<Captures> handler, Handler<> waiting)
{
    const std::shared_ptr<Prepared> prepared = std::exchange(m_prepared, nullptr);
    if (isWaylandSession())
        return grabFromPortal(context, std::move(handler), std::move(waiting));
    auto delivery = std::make_shared<Delivery>(
        [context, handler = std::move(handler), waiting = std::move(waiting)](Captures captures) mutable {
            if (captures || captures.error().code != ErrorCode::CaptureFailed)
                return handler(std::move(captures));
            // What is said in the end is why X11 failed: there the person needs no portal.
            grabFromPortal(
                context,
                [handler = std::move(handler), why = captures.error()](Captures fromPortal) mutable {
                    handler(fromPortal ? std::move(fromPortal) : Captures(std::unexpected(why)));
                },
                std::move(waiting));
        },
        failure(ErrorCode::CaptureFailed));
    work([delivery, prepared] { delivery->captures = captureWith(prepared ? prepared->take() : nullptr); }, context,
         [delivery] { delivery->handler(std::move(delivery->captures)); });
}

void grabScreens(QObject *context, Handler<Captures> handler, Handler<> waiting)
{
    ScreenGrabber().grab(context, std::move(handler), std::move(waiting));
}

} // namespace watchword::app
