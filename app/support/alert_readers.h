// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

namespace watchword::app {

/// Has screen readers say what `what` is called, and how it is described, at once.
inline void alertReaders(QObject *what)
{
    QAccessibleEvent alert(what, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace watchword::app
