// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/hidden_windows.h"

#include "app/platform/window_departure.h"

#include <QApplication>
#include <QWidget>
#include <QWindow>

namespace watchword::app {

namespace {

/// Menus and hints do not come back.
bool isPassing(const QWidget &window)
{
    return window.windowType() == Qt::Popup || window.windowType() == Qt::ToolTip;
}

/// Under X11 that is a window too, inside a panel from which it must not be taken. Only its name tells it.
bool isTrayIcon(const QWidget &window)
{
    return window.inherits("QSystemTrayIconSys");
}

} // namespace

HiddenWindows::HiddenWindows(QWidget &main, Handler<> gone, QObject *parent)
    : QObject(parent)
    , m_main(&main)
{
    std::vector<WId> ids;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (!window->isVisible() || isTrayIcon(*window))
            continue;
        if (!isPassing(*window))
            m_hidden.push_back({window, window->geometry()});
        if (const QWindow *native = window->windowHandle())
            ids.push_back(native->winId());
        window->hide();
    }
    whenOffScreen(ids, this, std::move(gone));
}

HiddenWindows::~HiddenWindows()
{
    for (const Hidden &hidden : m_hidden) {
        if (!hidden.window)
            continue;
        // Without a place of its own, and be it the old one, the window manager would choose a new one. To the widget the
        // old one is nothing new, so its window is told.
        if (!(hidden.window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen))) {
            hidden.window->setGeometry(hidden.geometry);
            if (QWindow *const native = hidden.window->windowHandle())
                native->setGeometry(hidden.geometry);
        }
        hidden.window->show();
    }
    // Also when it was not there before, as when the tray has asked: what follows is said in it.
    if (m_main) {
        m_main->setWindowState(m_main->windowState() & ~Qt::WindowMinimized);
        m_main->show();
        m_main->raise();
        m_main->activateWindow();
    }
}

} // namespace watchword::app
