// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/measures.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>

class QLabel;
class QPropertyAnimation;
class QPushButton;

namespace watchword::app {

class Theme;

/// A message strip at the foot of a page: what was done, and one thing that undoes it. The last message wins; it stays
/// 6 s (one that undoes, and any while a screen reader listens, 20 s), longer while the pointer or the focus is on it, never
/// takes the focus, and is announced to screen readers. What is said while a dialog lies over the page appears in the
/// dialog, and goes back when that closes.
class Toast final : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(qreal opacity READ opacity WRITE setOpacity)

public:
    /// Lies over `page` and follows its size.
    Toast(const Theme &theme, QWidget *page);

    void say(const QString &message);
    /// With an action; it is called at most once, and the toast leaves.
    void say(const QString &message, const QString &actionText, std::function<void()> action,
             int stays = measures::toastStays);
    void dismiss();
    /// It is gone at once, and its words with it.
    void forget();
    /// Whether F6 may go to it.
    bool hasAction() const;
    void focusAction();

    QString message() const;
    qreal opacity() const { return m_opacity; }
    void setOpacity(qreal opacity);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QWidget *inFront() const;
    void moveTo(QWidget *window);
    void leave(QWidget *dialog);
    void place();
    void appear();
    void restart();
    void fadeTo(qreal opacity, int milliseconds);
    void recolour();

    const Theme &m_theme;
    QPointer<QWidget> m_page;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QPropertyAnimation *m_fade;
    std::function<void()> m_action;
    QTimer m_stay{this};
    qreal m_opacity = 0;
};

} // namespace watchword::app
