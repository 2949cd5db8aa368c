// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/window_cover.h"

#include "app/platform/x11_connection.h"

#include <QGuiApplication>
#include <QRect>

#include <algorithm>
#include <span>
#include <vector>

namespace watchword::app {

struct WindowCover::Server {
    XConnection connection;

    xcb_connection_t *get() const { return connection.get(); }
    bool isOf(xcb_window_t window, xcb_window_t other) const
    {
        const uint32_t mask = xcb_get_setup(get())->resource_id_mask;
        return (window & ~mask) == (other & ~mask);
    }
    std::vector<xcb_window_t> windowsOver(xcb_window_t window) const;
};

namespace {

struct Looks {
    xcb_get_window_attributes_cookie_t attributes;
    xcb_get_geometry_cookie_t geometry;
};

Looks askFor(xcb_connection_t *connection, xcb_window_t window)
{
    return {xcb_get_window_attributes(connection, window), xcb_get_geometry(connection, window)};
}

} // namespace

WindowCover::WindowCover() = default;
WindowCover::~WindowCover() = default;

/// Those that are nearer to the eye than it, or than the frame that the window manager has put around it.
std::vector<xcb_window_t> WindowCover::Server::windowsOver(xcb_window_t window) const
{
    for (xcb_window_t inner = window;;) {
        const XReply<xcb_query_tree_reply_t> tree(xcb_query_tree_reply(get(), xcb_query_tree(get(), inner), nullptr));
        if (!tree || tree->parent == XCB_WINDOW_NONE)
            return {};
        if (tree->parent != tree->root) {
            inner = tree->parent;
            continue;
        }
        const XReply<xcb_query_tree_reply_t> all(
            xcb_query_tree_reply(get(), xcb_query_tree(get(), tree->root), nullptr));
        if (!all)
            return {};
        const std::span<const xcb_window_t> upwards(xcb_query_tree_children(all.get()),
                                                    std::size_t(xcb_query_tree_children_length(all.get())));
        const auto own = std::ranges::find(upwards, inner);
        return own == upwards.end() ? std::vector<xcb_window_t>() : std::vector<xcb_window_t>(own + 1, upwards.end());
    }
}

std::optional<bool> WindowCover::isCovered(WId window)
{
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
        return {};
    if (!m_server)
        m_server = std::make_unique<Server>(XConnection(xcb_connect(nullptr, nullptr)));
    xcb_connection_t *const connection = m_server->get();
    if (xcb_connection_has_error(connection))
        return {};
    const auto ours = xcb_window_t(window);
    const Looks looks = askFor(connection, ours);
    const XReply<xcb_get_window_attributes_reply_t> attributes(
        xcb_get_window_attributes_reply(connection, looks.attributes, nullptr));
    const XReply<xcb_get_geometry_reply_t> size(xcb_get_geometry_reply(connection, looks.geometry, nullptr));
    if (!attributes || !size || attributes->map_state != XCB_MAP_STATE_VIEWABLE)
        return true;
    const XReply<xcb_translate_coordinates_reply_t> corner(xcb_translate_coordinates_reply(
        connection, xcb_translate_coordinates(connection, ours, size->root, 0, 0), nullptr));
    if (!corner)
        return true;
    const QRect place(corner->dst_x, corner->dst_y, size->width, size->height);

    const std::vector<xcb_window_t> over = m_server->windowsOver(ours);
    std::vector<Looks> asked; // all at once: one round trip
    std::ranges::transform(over, std::back_inserter(asked),
                           [connection](xcb_window_t other) { return askFor(connection, other); });
    bool isCovered = false;
    for (std::size_t i = 0; i < over.size(); ++i) {
        const XReply<xcb_get_window_attributes_reply_t> kind(
            xcb_get_window_attributes_reply(connection, asked[i].attributes, nullptr));
        const XReply<xcb_get_geometry_reply_t> where(xcb_get_geometry_reply(connection, asked[i].geometry, nullptr));
        if (!kind || !where || kind->map_state != XCB_MAP_STATE_VIEWABLE
            || kind->_class != XCB_WINDOW_CLASS_INPUT_OUTPUT)
            continue;
        // A tool tip of our own is no stranger.
        if (kind->override_redirect && m_server->isOf(over[i], ours))
            continue;
        const int edges = 2 * where->border_width;
        isCovered =
            isCovered || place.intersects(QRect(where->x, where->y, where->width + edges, where->height + edges));
    }
    return isCovered;
}

} // namespace watchword::app
