// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/arrange_actions.h"

#include "app/models/account_model.h"
#include "app/support/outside_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/account_list.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace watchword::app {

ArrangeActions::ArrangeActions(const Theme &theme, AccountModel &model, AccountList &list, QWidget &window)
    : QObject(&window)
    , m_theme(theme)
    , m_model(model)
    , m_list(list)
    , m_window(window)
    , m_pin(add(tr("&Pin to the top"), QKeySequence(int(Qt::ControlModifier) | int(Qt::Key_P))))
    , m_up(add(tr("Move &up"), QKeySequence(int(Qt::AltModifier) | int(Qt::Key_Up))))
    , m_down(add(tr("Move d&own"), QKeySequence(int(Qt::AltModifier) | int(Qt::Key_Down))))
{
    m_pin->setIcon(theme.icon(QStringLiteral("pin")));
    connect(m_pin, &QAction::triggered, this, [this] {
        if (const accounts::Account *account = chosen())
            Q_EMIT pinRequested(account->id, !account->pinned);
    });
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
}

QAction *ArrangeActions::add(const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    m_window.addAction(action);
    return action;
}

const accounts::Account *ArrangeActions::chosen() const
{
    const int row = m_list.isVisible() ? m_model.rowOf(m_list.chosen()) : -1;
    return row < 0 || m_model.isPush(row) ? nullptr : &m_model.accountAt(row);
}

void ArrangeActions::move(int step)
{
    if (const accounts::Account *account = chosen())
        m_list.move(account->id, step);
}

void ArrangeActions::addTo(QMenu &menu)
{
    const accounts::Account *account = chosen();
    if (!account)
        return;
    m_pin->setText(account->pinned ? tr("Un&pin") : tr("&Pin to the top"));
    menu.addAction(m_pin);
    addGroups(menu, *account);
    // Disabled only in this menu: the keys ask anew.
    for (const auto &[action, step] : {std::pair(m_up, -1), std::pair(m_down, 1)}) {
        menu.addAction(action);
        action->setEnabled(m_list.canMove(account->id, step));
    }
    connect(&menu, &QMenu::aboutToHide, this, [this] {
        m_up->setEnabled(true);
        m_down->setEnabled(true);
    });
}

void ArrangeActions::addGroups(QMenu &menu, const accounts::Account &account)
{
    QMenu *groups = menu.addMenu(m_theme.icon(QStringLiteral("group")), tr("&Group"));
    auto *choices = new QActionGroup(groups);
    const auto offer = [&](const QString &words, const QString &group) {
        QAction *action = groups->addAction(words);
        action->setCheckable(true);
        action->setActionGroup(choices);
        action->setChecked(account.group == group);
        connect(action, &QAction::triggered, this,
                [this, id = account.id, group] { Q_EMIT groupRequested(id, group); });
    };
    offer(tr("&No group"), {});
    for (const QString &group : m_groups)
        offer(outsideTextForMenu(group), group);
    groups->addSeparator();
    connect(groups->addAction(tr("Ne&w group…")), &QAction::triggered, this,
            [this, id = account.id] { Q_EMIT newGroupRequested(id); });
}

} // namespace watchword::app
