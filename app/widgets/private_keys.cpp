// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/private_keys.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>
#include <QWindow>

#include <memory>

namespace watchword::app {

PrivateKeys::PrivateKeys(QWidget &field)
    : QObject(&field)
    , m_field(field)
{
    field.installEventFilter(this);
}

bool PrivateKeys::isForReaders(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Insert:
    case Qt::Key_CapsLock: m_isReaderKeyHeld = event.type() == QEvent::KeyPress; return true;
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_NumLock: return true;
    default: return m_isReaderKeyHeld;
    }
}

bool PrivateKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_field) {
        switch (event->type()) {
        case QEvent::FocusIn: m_isReaderKeyHeld = false; break;
        case QEvent::FocusOut: qApp->removeEventFilter(this); break;
        // Comes before each key, past everybody else. Who was installed last comes first then, and when Qt's bridge to the bus
        // was installed is not known: it is when a reader comes.
        case QEvent::ShortcutOverride: qApp->installEventFilter(this); break;
        default: break;
        }
        return false;
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (!isKey || !event->spontaneous() || watched != m_field.window()->windowHandle() || !QAccessible::isActive()
        || isForReaders(*static_cast<QKeyEvent *>(event)))
        return false;
    // The bridge takes what comes from the screen's server, and so does this: what a program sends it leaves alone.
    const std::unique_ptr<QEvent> copy(event->clone());
    QCoreApplication::sendEvent(watched, copy.get());
    event->setAccepted(copy->isAccepted());
    return true;
}

} // namespace watchword::app
