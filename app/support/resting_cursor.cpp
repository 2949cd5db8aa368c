// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/resting_cursor.h"

#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>

namespace watchword::app {

namespace {
constexpr int desktopsOwn = -1, still = 0;
} // namespace

RestingCursor::RestingCursor(QObject *application, std::chrono::milliseconds rest)
    : QObject(application)
{
    m_untilRest.setSingleShot(true);
    m_untilRest.setInterval(rest);
    connect(&m_untilRest, &QTimer::timeout, this, [] { QGuiApplication::styleHints()->setCursorFlashTime(still); });
    m_untilRest.start();
    application->installEventFilter(this);
}

bool RestingCursor::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::FocusIn:
        if (!m_untilRest.isActive())
            QGuiApplication::styleHints()->setCursorFlashTime(desktopsOwn);
        m_untilRest.start();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace watchword::app
