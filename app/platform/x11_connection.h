// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

namespace watchword::app {

struct FreeReply {
    void operator()(void *reply) const { std::free(reply); }
};
/// What the X server answered; null when it answered with an error or not at all.
template <class T>
using XReply = std::unique_ptr<T, FreeReply>;

struct Disconnect {
    void operator()(xcb_connection_t *connection) const { xcb_disconnect(connection); }
};
/// A connection of our own beside that of Qt, for the thread that makes it; never null, but perhaps broken.
using XConnection = std::unique_ptr<xcb_connection_t, Disconnect>;

/// Asks the server, and waits for it.
inline xcb_atom_t xAtom(xcb_connection_t *connection, QByteArrayView name)
{
    const XReply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(
        connection, xcb_intern_atom(connection, false, uint16_t(name.size()), name.data()), nullptr));
    return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
}

/// Whether some program owns a selection, by which it says that it is there. The same.
inline bool isSelectionOwned(xcb_connection_t *connection, QByteArrayView name)
{
    const XReply<xcb_get_selection_owner_reply_t> reply(xcb_get_selection_owner_reply(
        connection, xcb_get_selection_owner(connection, xAtom(connection, name)), nullptr));
    return reply && reply->owner != XCB_WINDOW_NONE;
}

} // namespace watchword::app
