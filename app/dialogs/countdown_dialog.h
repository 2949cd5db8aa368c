// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"

#include <QElapsedTimer>
#include <QTimer>

namespace watchword::app {

class RingWidget;

/// The seconds before a scan, in which a person opens the menu or page that shows the code. It stays above other windows, so
/// that the seconds are seen meanwhile, and never comes to the front by itself: that would close their menu again.
class CountdownDialog final : public PageDialog
{
    Q_OBJECT

public:
    CountdownDialog(const Theme &theme, int seconds, QWidget *parent);

Q_SIGNALS:
    /// The time is up, or was cut short; the dialog has closed. Not after it was cancelled.
    void elapsed();

private:
    void tick();
    void finish();

    int m_seconds;
    RingWidget *m_ring;
    QElapsedTimer m_sinceOpened;
    QTimer m_tick;
};

} // namespace watchword::app
