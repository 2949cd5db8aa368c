// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace watchword::app {

/// What it means that the window is closed: the end of the program, as soon as no other window is open, unless it is to
/// keep running. A window that is hidden, or was never shown, and a dialog or prompt that is closed meanwhile, end nothing.
class KeepRunning final : public QObject
{
    Q_OBJECT

public:
    /// `isWanted` is asked each time. From here on Qt ends the program no more by itself.
    KeepRunning(QWidget &window, std::function<bool()> isWanted, QObject *parent = nullptr);

Q_SIGNALS:
    /// The window was closed and the program runs on.
    void stayed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void decide();

    std::function<bool()> m_isWanted;
    bool m_isClosed = false;
    bool m_isDecided = false; // for this closing
};

} // namespace watchword::app
