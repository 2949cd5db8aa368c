// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QScrollArea>
#include <QVBoxLayout>

namespace watchword::app {

/// A page of the window whose column scrolls when it is longer than the window, and takes no focus itself.
class ScrollingPage : public QScrollArea
{
public:
    explicit ScrollingPage(QWidget *parent)
        : QScrollArea(parent)
    {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        auto *page = new QWidget;
        m_column = new QVBoxLayout(page);
        setWidget(page);
    }

protected:
    QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
};

} // namespace watchword::app
