// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWindow>

#include <memory>
#include <optional>

namespace watchword::app {

/// Tells whether other programs' windows lie over one of ours. Over a connection of its own, so that it learns what Qt does
/// not ask for; a few requests to the X server each time.
class WindowCover
{
public:
    WindowCover();
    ~WindowCover();
    WindowCover(const WindowCover &) = delete;
    WindowCover &operator=(const WindowCover &) = delete;

    /// Whether anything of the window is behind another one, or it cannot be seen at all. Empty where nobody tells: under
    /// Wayland, and without a screen.
    std::optional<bool> isCovered(WId window);

private:
    struct Server;
    std::unique_ptr<Server> m_server;
};

} // namespace watchword::app
