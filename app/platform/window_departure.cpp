// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/window_departure.h"

#include "app/platform/screen_grab.h"
#include "app/platform/x11_connection.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstring>

#include <poll.h>

// WM_STATE: https://www.x.org/releases/X11R7.6/doc/xorg-docs/specs/ICCCM/icccm.html section 4.1.3.1;
// _NET_WM_CM_Sn: https://specifications.freedesktop.org/wm-spec/latest/ section "Compositing Managers"

namespace watchword::app {

namespace {

using std::chrono::milliseconds;

/// Compositors fade a window out for up to a quarter of a second, and what was below it is painted anew after that.
constexpr milliseconds fading{350};
/// Programs were seen to paint what became visible within 12 ms, on a busy machine.
constexpr milliseconds painting{80};

constexpr uint32_t withdrawnState = 0;

/// Unmapped, and its window manager, which may have put a frame around it, is done with it.
bool hasGone(xcb_connection_t *connection, xcb_window_t window, xcb_atom_t wmState)
{
    const auto attributesCookie = xcb_get_window_attributes(connection, window);
    const auto stateCookie = xcb_get_property(connection, false, window, wmState, wmState, 0, 1);
    const XReply<xcb_get_window_attributes_reply_t> attributes(
        xcb_get_window_attributes_reply(connection, attributesCookie, nullptr));
    const XReply<xcb_get_property_reply_t> state(xcb_get_property_reply(connection, stateCookie, nullptr));
    if (attributes && attributes->map_state != XCB_MAP_STATE_UNMAPPED)
        return false;
    uint32_t value = withdrawnState;
    if (state && xcb_get_property_value_length(state.get()) >= int(sizeof value))
        std::memcpy(&value, xcb_get_property_value(state.get()), sizeof value);
    return value == withdrawnState;
}

bool isComposited(xcb_connection_t *connection)
{
    const int screens = xcb_setup_roots_length(xcb_get_setup(connection));
    for (int screen = 0; screen < screens; ++screen) {
        if (isSelectionOwned(connection, QByteArrayLiteral("_NET_WM_CM_S") + QByteArray::number(screen)))
            return true;
    }
    return false;
}

/// Blocks until they have gone, and says how long after hiding them the screen may be looked at.
milliseconds waitUntilGone(const std::vector<xcb_window_t> &windows, const QElapsedTimer &sinceHidden)
{
    const XConnection opened(xcb_connect(nullptr, nullptr));
    xcb_connection_t *const connection = opened.get();
    if (xcb_connection_has_error(connection) || isComposited(connection))
        return fading;
    const xcb_atom_t wmState = xAtom(connection, "WM_STATE");
    // Told before they are looked at, or their going could be missed.
    const uint32_t events = XCB_EVENT_MASK_STRUCTURE_NOTIFY | XCB_EVENT_MASK_PROPERTY_CHANGE;
    for (const xcb_window_t window : windows)
        xcb_change_window_attributes(connection, window, XCB_CW_EVENT_MASK, &events);
    while (!std::ranges::all_of(windows, [&](xcb_window_t window) { return hasGone(connection, window, wmState); })) {
        const qint64 left = fading.count() - sinceHidden.elapsed();
        if (left <= 0 || xcb_connection_has_error(connection))
            return fading;
        pollfd news{xcb_get_file_descriptor(connection), POLLIN, 0};
        // What came with the answers just now is not in the socket any more.
        XReply<xcb_generic_event_t> event(xcb_poll_for_event(connection));
        if (!event && ::poll(&news, 1, int(left)) > 0)
            event.reset(xcb_poll_for_event(connection));
    }
    return std::min(fading, milliseconds(sinceHidden.elapsed()) + painting);
}

} // namespace

void whenOffScreen(const std::vector<WId> &windows, QObject *context, Handler<> gone)
{
    if (windows.empty() || QGuiApplication::platformName() != QLatin1String("xcb") || isWaylandSession()) {
        QTimer::singleShot(windows.empty() ? milliseconds(0) : fading, context, std::move(gone));
        return;
    }
    QElapsedTimer sinceHidden;
    sinceHidden.start();
    struct Job {
        Handler<> gone;
        milliseconds waitFor = fading;
    };
    const auto job = std::make_shared<Job>(std::move(gone));
    std::vector<xcb_window_t> ids(windows.begin(), windows.end());
    QThread *const thread =
        QThread::create([job, sinceHidden, ids = std::move(ids)] { job->waitFor = waitUntilGone(ids, sinceHidden); });
    QObject::connect(thread, &QThread::finished, context, [job, context, sinceHidden] {
        const milliseconds left = job->waitFor - milliseconds(sinceHidden.elapsed());
        QTimer::singleShot(std::max(left, milliseconds(0)), context, [job] { job->gone(); });
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace watchword::app
