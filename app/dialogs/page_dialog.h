// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/tokens.h"

#include <QDialog>

#include <functional>

class QMimeData;
class QPushButton;
class QVBoxLayout;

namespace watchword::app {

class ButtonRow;
class TextLabel;
class Theme;

/// The frame of this program's dialogs: a column that scrolls when it is too long, a line, and the buttons. Fits 360 px
/// and text of twice the size.
class PageDialog : public QDialog
{
    Q_OBJECT

public:
    PageDialog(const Theme &theme, const QString &windowTitle, QWidget *parent);

    /// Lets what `canOpen` approves be dropped on it, and Ctrl+V be pressed: for pages without a field to paste into.
    void offerDropAndPaste(std::function<bool(const QMimeData &)> canOpen);

Q_SIGNALS:
    /// `data` is there until the slots have returned.
    void dropped(const QMimeData *data);
    void pasteRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    const Theme &theme() const { return m_theme; }
    QVBoxLayout *column() const { return m_column; }
    ButtonRow *buttons() const { return m_buttons; }
    TextLabel *addTitle(const QString &title);
    /// A button without being the default one, in a role of the style.
    QPushButton *makeButton(const QString &text, const char *role, const QString &icon = {});
    /// As wide as wanted, and as high as the column needs, within the screen. What is shown already only grows.
    void fit(int width);
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fitAgain();

    const Theme &m_theme;
    QWidget *m_content;
    QWidget *m_footer;
    QVBoxLayout *m_column;
    ButtonRow *m_buttons;
    std::function<bool(const QMimeData &)> m_canOpen;
    int m_fitted = 0;        // its width then; 0 before that
    bool m_isAstray = false; // its size is not what anybody wanted
    qreal m_ratio = 0;       // of the monitor that it was on last
};

} // namespace watchword::app
