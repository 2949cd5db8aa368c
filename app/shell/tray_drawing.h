// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace watchword::app {

/// What a tray icon says beside being there: something with a shape of its own, never a colour alone.
struct TrayMark {
    enum class Kind {
        None,
        Waiting,   ///< how many sign-ins wait: a dot with the number
        Unchecked, ///< sign-ins are not checked: a dot with "!"
        Copied,    ///< a code was copied just now: a dot with a tick
    };
    Kind kind = Kind::None;
    int count = 0; ///< of Waiting; from 10 on "9+"

    friend bool operator==(const TrayMark &, const TrayMark &) = default;
};

/// The symbolic drawing at the sizes of panels (16 to 64), in one colour that stands out from light panels and dark ones
/// alike (3:1), since no desktop says which it has.
QIcon trayIcon(const TrayMark &mark);
/// One of its pictures.
QImage trayImage(const TrayMark &mark, int size);

} // namespace watchword::app
