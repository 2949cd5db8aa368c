// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QSet>
#include <QWidget>

#include <chrono>

namespace watchword::app {

/// Keeps keys from a window that were not meant for it: those pressed within a moment of its getting the keyboard or of its
/// showing something else, and those that were held down before and repeat.
class FreshKeys final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds quiet{700};

    explicit FreshKeys(QWidget *window);

    /// The window shows something else: begins anew.
    void restart();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isUnwantedPress(int key, bool isRepeat);
    bool isUnwantedRelease(int key, bool isRepeat);

    QWidget *m_window;
    QElapsedTimer m_since;
    QSet<int> m_begun;  // pressed since, in its time
    int m_released = 0; // of those that were not
    QElapsedTimer m_sinceRelease;
};

} // namespace watchword::app
