// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/fresh_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace watchword::app {

namespace {

/// Where Qt does not see that a release and the press after it are one repeat: nobody's finger is that quick.
constexpr qint64 repeatGap = 100;

} // namespace

FreshKeys::FreshKeys(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_since.start();
    // Keys go to whichever widget has the focus; this is where all of them pass.
    QCoreApplication::instance()->installEventFilter(this);
}

void FreshKeys::restart()
{
    m_since.start();
    m_begun.clear();
}

bool FreshKeys::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::KeyPress && type != QEvent::KeyRelease && type != QEvent::WindowActivate)
        return false;
    const auto *const widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != m_window)
        return false;
    if (type == QEvent::WindowActivate) {
        if (watched == m_window)
            restart();
        return false;
    }
    const auto *const key = static_cast<QKeyEvent *>(event);
    return type == QEvent::KeyPress ? isUnwantedPress(key->key(), key->isAutoRepeat())
                                    : isUnwantedRelease(key->key(), key->isAutoRepeat());
}

bool FreshKeys::isUnwantedPress(int key, bool isRepeat)
{
    if (isRepeat)
        return !m_begun.contains(key);
    const bool isHeld = m_released == key && m_sinceRelease.isValid() && !m_sinceRelease.hasExpired(repeatGap);
    if (isHeld || !m_since.hasExpired(quiet.count())) {
        m_begun.remove(key);
        return true;
    }
    m_begun << key;
    return false;
}

bool FreshKeys::isUnwantedRelease(int key, bool isRepeat)
{
    if (m_begun.contains(key))
        return false;
    if (!isRepeat) {
        m_released = key;
        m_sinceRelease.start();
    }
    return true;
}

} // namespace watchword::app
