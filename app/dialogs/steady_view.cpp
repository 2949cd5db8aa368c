// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/steady_view.h"

#include <QEvent>
#include <QWidget>
#include <QWindow>

namespace watchword::app {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds betweenLooks{100};
constexpr milliseconds longestGap{500};
constexpr milliseconds untilSaid{1500};

} // namespace

SteadyView::SteadyView(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_timer.setInterval(betweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &SteadyView::look);
    window->installEventFilter(this);
}

bool SteadyView::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show: setWanted(m_isWanted); [[fallthrough]];
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange: restart(); break;
    case QEvent::Hide:
        m_timer.stop();
        restart();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void SteadyView::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    if (!isWanted)
        m_timer.stop();
    else if (m_window->isVisible())
        m_timer.start();
}

void SteadyView::restart()
{
    m_since.invalidate();
    m_lastLook.invalidate();
    if (std::exchange(m_isSteady, false))
        Q_EMIT changed();
}

bool SteadyView::isKeptCovered() const
{
    return m_covered.isValid() && m_covered.hasExpired(untilSaid.count());
}

bool SteadyView::isInView()
{
    const QWindow *const handle = m_window->windowHandle();
    const bool isShown = m_window->isVisible() && !m_window->isMinimized() && handle && handle->isExposed();
    const bool isCovered = isShown && m_cover.isCovered(handle->winId()).value_or(false);
    if (!isCovered)
        m_covered.invalidate();
    else if (!m_covered.isValid())
        m_covered.start();
    return isShown && !isCovered;
}

void SteadyView::look()
{
    const bool isUnbroken = m_lastLook.isValid() && !m_lastLook.hasExpired(longestGap.count());
    const bool inView = isInView();
    m_lastLook.start();
    if (!inView)
        m_since.invalidate();
    else if (!m_since.isValid() || !isUnbroken)
        m_since.start();
    const bool isSteady = m_since.isValid() && m_since.hasExpired(needed.count());
    const bool isKept = isKeptCovered();
    if (std::exchange(m_isSteady, isSteady) != isSteady || std::exchange(m_wasKeptCovered, isKept) != isKept)
        Q_EMIT changed();
}

bool SteadyView::isSteadyNow()
{
    look();
    return m_isSteady;
}

} // namespace watchword::app
