// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace watchword::app {

/// The text cursor blinks while somebody types and stands still after ten seconds without a key or a click, as in other
/// programs of the desktop: shown and idle, blinking was a third of all the window's work. One of it, the application's
/// child.
class RestingCursor final : public QObject
{
    Q_OBJECT

public:
    explicit RestingCursor(QObject *application, std::chrono::milliseconds rest = std::chrono::seconds(10));

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_untilRest;
};

} // namespace watchword::app
