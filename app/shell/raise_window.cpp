// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/raise_window.h"

#include <QWidget>
#include <QWindow>

namespace watchword::app {

void useActivationToken(const QByteArray &token)
{
    // Where Qt looks for it when it next asks a Wayland compositor for the focus.
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token);
}

void raiseWindow(QWidget &window, const QByteArray &activationToken)
{
    useActivationToken(activationToken);
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    // Without a place of its own, and be it the old one, the window manager would choose a new one for one that was hidden. To
    // the widget that is nothing new, so its window is told.
    if (QWindow *const native = window.windowHandle();
        native && !window.isVisible() && !(window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen))) {
        const QRect place = window.geometry();
        window.setGeometry(place);
        native->setGeometry(place);
    }
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace watchword::app
