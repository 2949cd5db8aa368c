// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/window_cover.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

class QWidget;

namespace watchword::app {

/// Whether a window has been in view for a while without a break: shown, not minimised, with nothing over it, and where and as
/// large as it was. Only then can a click on it be meant for what it shows. Where the system does not tell what lies over a
/// window (Wayland), that is left out.
class SteadyView final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds needed{700};

    explicit SteadyView(QWidget *window);

    /// Whether it is to be known at all: looking costs a little. At first not.
    void setWanted(bool isWanted);
    /// The window shows something else: begins anew.
    void restart();
    /// Looks once more, at this moment.
    bool isSteadyNow();
    bool isSteady() const { return m_isSteady; }
    /// For words: it has been waiting for long, as something lies over the window.
    bool isKeptCovered() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    bool isInView();

    QWidget *m_window;
    WindowCover m_cover;
    QTimer m_timer;
    QElapsedTimer m_since;    // in view
    QElapsedTimer m_lastLook; // what was between two looks far apart is not known
    QElapsedTimer m_covered;
    bool m_isWanted = false;
    bool m_isSteady = false;
    bool m_wasKeptCovered = false;
};

} // namespace watchword::app
