// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/keep_running.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace watchword::app {

KeepRunning::KeepRunning(QWidget &window, std::function<bool()> isWanted, QObject *parent)
    : QObject(parent)
    , m_isWanted(std::move(isWanted))
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    window.installEventFilter(this);
    // Later: when the program is ending its windows are closed too, and then this is not asked.
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this,
            [this] { QTimer::singleShot(0, this, &KeepRunning::decide); });
}

bool KeepRunning::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close) {
        m_isClosed = true;
        m_isDecided = false;
    } else if (event->type() == QEvent::Show) {
        m_isClosed = false;
    }
    return QObject::eventFilter(watched, event);
}

void KeepRunning::decide()
{
    if (!m_isClosed)
        return;
    if (!m_isWanted()) {
        QCoreApplication::quit();
    } else if (!std::exchange(m_isDecided, true)) {
        Q_EMIT stayed();
    }
}

} // namespace watchword::app
