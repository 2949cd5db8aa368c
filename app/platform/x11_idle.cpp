// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/x11_idle.h"

#include "app/platform/x11_connection.h"

#include <QGuiApplication>

#include <xcb/screensaver.h>

namespace watchword::app {

std::optional<std::chrono::milliseconds> x11IdleTime()
{
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
        return {};
    const XConnection connection(xcb_connect(nullptr, nullptr));
    if (xcb_connection_has_error(connection.get()))
        return {};
    const xcb_query_extension_reply_t *const extension = xcb_get_extension_data(connection.get(), &xcb_screensaver_id);
    if (!extension || !extension->present)
        return {};
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection.get())).data->root;
    const XReply<xcb_screensaver_query_info_reply_t> info(xcb_screensaver_query_info_reply(
        connection.get(), xcb_screensaver_query_info(connection.get(), root), nullptr));
    if (!info)
        return {};
    return std::chrono::milliseconds(info->ms_since_user_input);
}

} // namespace watchword::app
