// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/toast.h"

#include "app/support/alert_readers.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace watchword::app {

Toast::Toast(const Theme &theme, QWidget *page)
    : QFrame(page)
    , m_theme(theme)
    , m_page(page)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(withRole(new QPushButton(this), "toast"))
    , m_fade(new QPropertyAnimation(this, "opacity", this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setBuddy(m_button);
    m_button->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 2, 8, 2);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    hide();

    m_stay.setSingleShot(true);
    m_stay.setInterval(measures::toastStays);
    connect(&m_stay, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_fade, &QPropertyAnimation::finished, this, [this] {
        if (m_opacity <= 0)
            hide();
    });
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_action, {});
        dismiss();
        if (action)
            action();
    });
    connect(&theme, &Theme::changed, this, &Toast::recolour);
    recolour();
    page->installEventFilter(this);
    m_button->installEventFilter(this);
}

void Toast::say(const QString &message)
{
    say(message, {}, {});
}

void Toast::say(const QString &message, const QString &actionText, std::function<void()> action, int stays)
{
    // Who reads with a screen reader or a magnifier comes to it later than who sees it (WCAG 2.2.1).
    m_stay.setInterval(QAccessible::isActive() ? std::max(stays, measures::undoStays) : stays);
    m_text->setText(message);
    m_action = std::move(action);
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    layout()->setContentsMargins(16, 2, actionText.isEmpty() ? 16 : 8, 2);
    appear();
    setAccessibleName(message);
    alertReaders(this);
}

bool Toast::hasAction() const
{
    return isVisible() && m_button->isVisible();
}

void Toast::focusAction()
{
    if (hasAction())
        m_button->setFocus(Qt::ShortcutFocusReason);
}

QString Toast::message() const
{
    return isVisible() ? m_text->text() : QString();
}

void Toast::dismiss()
{
    m_stay.stop();
    fadeTo(0, measures::toastOut);
}

void Toast::forget()
{
    m_stay.stop();
    m_fade->stop();
    m_action = {};
    hide();
    m_text->clear();
    setAccessibleName({});
    setOpacity(0);
}

/// Where the person looks. A file dialog has no room for it, or is the desktop's window.
QWidget *Toast::inFront() const
{
    auto *const dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    return dialog && dialog->isVisible() && !qobject_cast<QFileDialog *>(dialog) ? dialog : m_page.get();
}

void Toast::moveTo(QWidget *window)
{
    if (window == parentWidget())
        return;
    parentWidget()->removeEventFilter(this);
    setParent(window); // which hides it
    window->installEventFilter(this);
}

/// Before the dialog takes it along, which it may at the end of the program, when there is no page any more.
void Toast::leave(QWidget *dialog)
{
    if (!m_page)
        return;
    const bool isShown = !isHidden();
    QWidget *const next = inFront();
    moveTo(next == dialog ? m_page.get() : next);
    if (!isShown)
        return;
    place();
    show();
    raise();
    m_stay.start(); // what had the focus in the dialog has it no more
}

void Toast::appear()
{
    moveTo(inFront());
    place();
    show();
    raise();
    restart();
    fadeTo(1, measures::toastIn);
}

void Toast::restart()
{
    if (underMouse() || m_button->hasFocus())
        m_stay.stop();
    else
        m_stay.start();
}

void Toast::fadeTo(qreal opacity, int milliseconds)
{
    m_fade->stop();
    if (!m_theme.motion()) {
        setOpacity(opacity);
        setVisible(opacity > 0);
        return;
    }
    m_fade->setDuration(milliseconds);
    m_fade->setStartValue(m_opacity);
    m_fade->setEndValue(opacity);
    m_fade->setEasingCurve(opacity > 0 ? QEasingCurve::OutCubic : QEasingCurve::Linear);
    m_fade->start();
}

void Toast::setOpacity(qreal opacity)
{
    m_opacity = opacity;
    // The words fade with the strip by their own colours: an effect would blur at fractional scales.
    recolour();
    place();
    update();
}

void Toast::recolour()
{
    const Tokens &t = m_theme.tokens();
    const auto faded = [this](QColor colour) {
        colour.setAlphaF(float(m_opacity));
        return colour;
    };
    QPalette words = m_text->palette();
    words.setColor(QPalette::WindowText, faded(t.toastText));
    m_text->setPalette(words);
    m_icon->setPixmap(iconPixmap(QStringLiteral("check"), t.toastAccent, measures::iconInButton, devicePixelRatioF()));
    m_icon->setVisible(true);
}

void Toast::place()
{
    // The buttons below what scrolls in a dialog stay uncovered.
    const auto *const scrolling = parentWidget() == m_page
        ? nullptr
        : parentWidget()->findChild<QScrollArea *>(QString(), Qt::FindDirectChildrenOnly);
    const QRect page = scrolling ? scrolling->geometry() : parentWidget()->rect();
    constexpr int margin = 12, bottom = 8, rise = 8;
    const int room = page.width() - 2 * margin;
    const int words = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 2;
    // Not by the layout's own hint: it has the width that the last message was given.
    const QMargins margins = layout()->contentsMargins();
    int rest = margins.left() + m_icon->sizeHint().width() + layout()->spacing() + margins.right();
    if (m_button->isVisibleTo(this))
        rest += layout()->spacing() + m_button->sizeHint().width();
    const int wide = qMin(room, words + rest);
    m_text->setFixedWidth(qMax(40, wide - rest));
    const int high = qMax(44, layout()->heightForWidth(wide));
    setGeometry(page.x() + (page.width() - wide) / 2,
                page.y() + page.height() - bottom - high + qRound((1 - m_opacity) * rise), wide, high);
}

void Toast::paintEvent(QPaintEvent *)
{
    QColor ground = m_theme.tokens().toast;
    ground.setAlphaF(float(m_opacity));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()), measures::noteRadius, measures::noteRadius);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == parentWidget() && watched != m_page && event->type() == QEvent::Hide && !event->spontaneous())
        leave(parentWidget());
    // In the window that is an action; a dialog keeps it from there.
    if (watched == parentWidget() && watched != m_page && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F6 && hasAction()) {
        focusAction();
        return true;
    }
    if (watched == m_button && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) && isVisible())
        QTimer::singleShot(0, this, &Toast::restart);
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_stay.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    if (isVisible() && m_opacity > 0 && !m_button->hasFocus())
        m_stay.start();
    QFrame::leaveEvent(event);
}

} // namespace watchword::app
