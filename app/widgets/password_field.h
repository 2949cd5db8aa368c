// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/secret_line.h"

#include <QWidget>

class QToolButton;

namespace watchword::app {

class Theme;

/// A field for a password, which is in `SecretBytes` and nowhere else: shown as dots, or drawn letter by letter while it is
/// revealed. Nothing of it, not even its length, is told to screen readers or to input methods; it can be pasted but not
/// copied, and there is no undo. Where it is known that Caps Lock is on, a line under it says so.
class PasswordField final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordField(const Theme &theme, QWidget *parent = nullptr);

    /// UTF-8, as it was typed.
    SecretBytes text() const { return m_line.bytes().clone(); }
    bool isEmpty() const { return m_line.isEmpty(); }
    void clear();
    void selectAll();
    void setReadOnly(bool isReadOnly);
    bool isReadOnly() const { return m_isReadOnly; }
    /// Marks the text as one that was not taken, until it is changed.
    void setInvalid(bool isInvalid);
    bool isRevealed() const { return m_isRevealed; }
    void setRevealed(bool isRevealed);

    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void edited();
    /// Enter, also in an empty field.
    void submitted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool ownsKey(const QKeyEvent &event) const;
    bool moveCaret(const QKeyEvent &event);
    bool removeText(const QKeyEvent &event);
    void insert(SecretBytes text);
    void paste();
    void textChanged();
    void caretMoved();
    void noteCapsLock(const QKeyEvent &event);
    void sayCapsLock(bool isOn);
    void layOut();
    QRect frame() const;
    QRectF textRect() const;
    qreal advanceOf(std::size_t from, std::size_t to) const;
    qreal widthUpTo(std::size_t at) const;
    /// Where the text begins; to the left of its rectangle when it is longer.
    qreal textStart() const;
    void paintText(QPainter &painter) const;

    const Theme &m_theme;
    SecretLine m_line;
    QToolButton *m_reveal;
    QWidget *m_capsLock;
    qsizetype m_composing = 0; ///< characters that an input method has not given yet
    bool m_isReadOnly = false;
    bool m_isRevealed = false;
};

} // namespace watchword::app
