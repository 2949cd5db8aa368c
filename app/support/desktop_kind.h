// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchword::app {

/// Desktops whose portals differ.
enum class DesktopKind {
    Gnome,
    Kde,
    Wlroots, ///< sway and its kin
    Other,
};

/// Of the names in XDG_CURRENT_DESKTOP (`ubuntu:GNOME`).
DesktopKind desktopKind(const QString &names);

} // namespace watchword::app
