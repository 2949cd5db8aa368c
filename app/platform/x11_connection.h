// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace watchword::app
