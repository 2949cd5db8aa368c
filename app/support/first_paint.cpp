// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/first_paint.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

namespace watchword::app {

namespace {

class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget &window, const QLoggingCategory &category, const char *words)
        : QObject(&window)
        , m_category(category)
        , m_words(words)
    {
        window.installEventFilter(this);
    }

private:
    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            window->removeEventFilter(this);
            // With what is in it, and given to the desktop, when this event is done.
            QTimer::singleShot(0, this, [this] { qCDebug(m_category) << m_words; });
        }
        return false;
    }

    const QLoggingCategory &m_category;
    const char *m_words;
};

} // namespace

void logFirstPaint(QWidget &window, const QLoggingCategory &category, const char *words)
{
    if (category.isDebugEnabled())
        new FirstPaint(window, category, words);
}

} // namespace watchword::app
