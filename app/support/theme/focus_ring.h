// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QPointer>

namespace watchword::app {

/// The ring two pixels outside a button that has the keyboard's focus; focus by the mouse shows none. One per window,
/// made when first needed and owned by it.
class FocusRing final : public QFocusFrame
{
    Q_OBJECT

public:
    static void follow(QWidget *button, Qt::FocusReason reason);
    static void leave(QWidget *button);

private:
    explicit FocusRing(QWidget *window);
    static FocusRing *of(QWidget *window);

    static inline QPointer<FocusRing> shown; // the keyboard is in one window at a time
};

} // namespace watchword::app
