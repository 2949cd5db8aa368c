// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"

#include <functional>

namespace watchword::app {

/// What a notice says. Plain text; `what` in a sentence, `todo` in one or two.
struct Notice {
    QString windowTitle;
    QString what;
    QString todo;
    QString leave = {}; ///< on the closing button; empty for "Close"
};

/// Says one thing in words and offers the ways out as buttons. Never only "OK": it always says what to do.
class NoticeDialog final : public PageDialog
{
    Q_OBJECT

public:
    NoticeDialog(const Theme &theme, const Notice &notice, QWidget *parent);

    /// Between the words and the buttons.
    void addContent(QWidget *widget);
    /// A way out; the dialog closes, then `action` runs. The first one is the filled button and has the focus.
    void addAction(const QString &text, const QString &icon, std::function<void()> action);
    /// One that is never the filled button: without an action, that is the closing one.
    void addOther(const QString &text, const QString &icon, std::function<void()> action);
    /// One that leaves the notice where it is: what it begins opens above it.
    void addBeginning(const QString &text, const QString &icon, std::function<void()> action);
    /// To be called when all is added. Pages with pictures are wider.
    enum class Width { Words = 500, Pictures = 640 };
    void present(Width width = Width::Words);

private:
    void noteFirst(QPushButton *button);
    QPushButton *addButton(const QString &text, const char *role, const QString &icon, std::function<void()> action);

    QPushButton *m_leave;
    QPushButton *m_first = nullptr;
};

} // namespace watchword::app
