// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/raise_window.h"

#include <QWidget>

namespace watchword::app {

void raiseWindow(QWidget &window, const QByteArray &activationToken)
{
    // Where Qt looks for it when it next asks a Wayland compositor for the focus.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace watchword::app
