// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace watchword::app {

class Theme;

/// The countdown ring as a widget. Its accessible name is the seconds in words, and they are not announced by themselves.
class RingWidget final : public QWidget
{
    Q_OBJECT

public:
    RingWidget(const Theme &theme, int diameter, QWidget *parent = nullptr);

    /// `secondsLeft` 1 to `period`; a period of 0 draws nothing.
    void setCountdown(int secondsLeft, int period);
    int secondsLeft() const { return m_secondsLeft; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_diameter;
    int m_secondsLeft = 0;
    int m_period = 0;
};

} // namespace watchword::app
