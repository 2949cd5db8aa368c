// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme/focus_ring.h"

namespace watchword::app {

FocusRing::FocusRing(QWidget *window)
    : QFocusFrame(window)
{
}

FocusRing *FocusRing::of(QWidget *window)
{
    // The frame moves about in the window: Qt hangs it beside what it frames.
    return window->findChild<FocusRing *>();
}

void FocusRing::follow(QWidget *button, Qt::FocusReason reason)
{
    QWidget *window = button->window();
    FocusRing *ring = of(window);
    const bool byMouse = reason == Qt::MouseFocusReason
        || ((reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason)
            && button->property("focusedByMouse").toBool());
    button->setProperty("focusedByMouse", byMouse);
    if (byMouse) {
        leave(button);
        return;
    }
    if (!ring)
        ring = new FocusRing(window);
    ring->setWidget(button);
    shown = ring;
}

void FocusRing::leave(QWidget *button)
{
    // The window may be half gone, and cannot be searched then.
    if (shown && shown->widget() == button)
        shown->setWidget(nullptr);
}

} // namespace watchword::app
