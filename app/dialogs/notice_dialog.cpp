// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/notice_dialog.h"

#include "app/support/theme/watchword_style.h"
#include "app/widgets/button_row.h"
#include "app/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

NoticeDialog::NoticeDialog(const Theme &theme, const Notice &notice, QWidget *parent)
    : PageDialog(theme, notice.windowTitle, parent)
{
    addTitle(notice.what);
    if (!notice.todo.isEmpty())
        column()->addWidget(new TextLabel(theme, TypeRole::Body, notice.todo, this, &Tokens::text2));
    // A screen reader says both when the dialog opens.
    setAccessibleName(notice.what);
    setAccessibleDescription(notice.todo);
    m_leave = makeButton(notice.leave.isEmpty() ? tr("Close") : notice.leave, "plain");
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    buttons()->addTrailing(m_leave);
}

void NoticeDialog::addContent(QWidget *widget)
{
    column()->addWidget(widget);
}

void NoticeDialog::addAction(const QString &text, const QString &icon, std::function<void()> action)
{
    noteFirst(addButton(text, m_first ? "plain" : "primary", icon, std::move(action)));
}

void NoticeDialog::addBeginning(const QString &text, const QString &icon, std::function<void()> action)
{
    auto *button = makeButton(text, m_first ? "plain" : "primary", icon);
    connect(button, &QPushButton::clicked, this, std::move(action));
    buttons()->addTrailing(button);
    noteFirst(button);
}

void NoticeDialog::noteFirst(QPushButton *button)
{
    if (!m_first)
        m_first = button;
}

void NoticeDialog::addOther(const QString &text, const QString &icon, std::function<void()> action)
{
    addButton(text, "plain", icon, std::move(action));
}

QPushButton *NoticeDialog::addButton(const QString &text, const char *role, const QString &icon,
                                     std::function<void()> action)
{
    auto *button = makeButton(text, role, icon);
    connect(button, &QPushButton::clicked, this, [this, action = std::move(action)] {
        accept(); // deletes it later: the action is still here
        action();
    });
    buttons()->addTrailing(button);
    return button;
}

void NoticeDialog::present(Width width)
{
    column()->addStretch();
    if (!m_first)
        m_first = withRole(m_leave, "primary");
    // The filled button is the last in the line.
    buttons()->removeWidget(m_first);
    buttons()->addTrailing(m_first);
    m_first->setDefault(true);
    m_first->setFocus(Qt::OtherFocusReason);
    fit(int(width));
    open();
}

} // namespace watchword::app
