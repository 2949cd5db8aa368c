// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/hidden_windows.h"

#include <QApplication>
#include <QTimer>
#include <QWidget>

namespace watchword::app {

namespace {

/// Compositors fade a window out for up to a quarter of a second, and what was below it is painted anew after that.
constexpr int fadingMilliseconds = 350;

} // namespace

HiddenWindows::HiddenWindows(QWidget &main, Handler<> gone, QObject *parent)
    : QObject(parent)
    , m_main(&main)
    , m_gone(std::move(gone))
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible()) {
            m_hidden.push_back({window, window->geometry()});
            window->hide();
        }
    }
    QTimer::singleShot(m_hidden.empty() ? 0 : fadingMilliseconds, this, [this] { m_gone(); });
}

HiddenWindows::~HiddenWindows()
{
    for (const Hidden &hidden : m_hidden) {
        if (!hidden.window)
            continue;
        // A place of its own, or the window manager would choose a new one.
        hidden.window->setGeometry(hidden.geometry);
        hidden.window->show();
    }
    if (m_main && m_main->isVisible()) {
        m_main->raise();
        m_main->activateWindow();
    }
}

} // namespace watchword::app
