// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/type_roles.h"
#include "app/widgets/code_painting.h"

#include <QWidget>

namespace watchword::app {

class Theme;

/// A code in large digits that do not jump, with the next one beside it while there is one. Focusable: Enter, Space and
/// a click ask to copy. Its accessible name is `accessibleName()` followed by the code.
class CodeLabel final : public QWidget
{
    Q_OBJECT

public:
    CodeLabel(const Theme &theme, TypeRole role, QWidget *parent = nullptr);

    void setCode(const QString &code);
    const QString &code() const { return m_code; }
    /// Shown smaller below the code, tagged "next"; empty for none. The room for it is always kept.
    void setNextCode(const QString &code);
    /// What the code belongs to, for the screen reader: "GitHub".
    void setSubject(const QString &subject);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void readFonts();
    void nameForReaders();
    qreal nextLineHeight() const;
    /// Of the word before the next code, with the gap after it.
    qreal nextTagWidth() const;

    const Theme &m_theme;
    TypeRole m_role;
    Digits m_digits;
    Digits m_nextDigits;
    QString m_code;
    QString m_nextCode;
    QString m_subject;
    bool m_keyboardFocus = false;
};

} // namespace watchword::app
