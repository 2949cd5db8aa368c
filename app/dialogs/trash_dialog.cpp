// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/trash_dialog.h"

#include "app/support/account_text.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/button_row.h"
#include "app/widgets/note.h"
#include "app/widgets/text_label.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

namespace {

constexpr qint64 longInTrash = qint64{30} * 24 * 60 * 60;
constexpr int idRole = Qt::UserRole;

} // namespace

TrashDialog::TrashDialog(const Theme &theme, QWidget *parent)
    : PageDialog(theme, tr("Trash"), parent)
{
    addTitle(tr("Trash"));
    column()->addWidget(new TextLabel(
        theme, TypeRole::Body,
        tr("Accounts in the trash keep their keys until you remove them. Before that, switch multi-factor authentication "
           "off at the site."),
        this, &Tokens::text2));
    m_old = new Note(theme, CardTone::Quiet, QStringLiteral("clock"), this);
    auto *choose = makeButton(tr("&Select them"), "plain");
    m_old->addButton(choose);
    column()->addWidget(m_old);
    m_empty = new TextLabel(theme, TypeRole::Body, tr("The trash is empty."), this);
    column()->addWidget(m_empty);
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Accounts in the trash"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(2);
    m_list->setMinimumHeight(160);
    column()->addWidget(m_list, 1);

    m_remove = makeButton(tr("Re&move for ever…"), "link", QStringLiteral("trash"));
    auto *close = makeButton(tr("Close"), "plain");
    m_restore = makeButton(tr("&Restore"), "primary", QStringLiteral("undo"));
    buttons()->addLeading(m_remove);
    buttons()->addTrailing(close);
    buttons()->addTrailing(m_restore);
    connect(choose, &QPushButton::clicked, this, [this] {
        for (int row = 0; row < m_list->count(); ++row) {
            QListWidgetItem *item = m_list->item(row);
            item->setSelected(m_oldIds.contains(accounts::AccountId{item->data(idRole).toULongLong()}));
        }
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested(chosen()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(chosen()); });
    connect(m_list, &QListWidget::itemSelectionChanged, this, &TrashDialog::follow);
}

void TrashDialog::add(accounts::AccountId id, const QString &words, const std::optional<qint64> &trashed, qint64 now)
{
    const qint64 since = trashed.value_or(now);
    if (now - since >= longInTrash)
        m_oldIds << id;
    auto *item =
        new QListWidgetItem(words + QLatin1Char('\n') + tr("In the trash since %1").arg(dayText(since)), m_list);
    item->setData(idRole, id.value);
}

void TrashDialog::setAccounts(const QList<accounts::Account> &trashed, const QList<accounts::PushAccount> &trashedPush,
                              qint64 now)
{
    const QList<accounts::AccountId> before = chosen();
    m_list->clear();
    m_oldIds.clear();
    for (const accounts::Account &account : trashed)
        add(account.id, accountTitleAndName(account), account.trashed, now);
    for (const accounts::PushAccount &account : trashedPush)
        add(account.id,
            pushTitleAndName(account) + QLatin1Char('\n')
                + tr("Approve / Deny with %1").arg(outsideTextInSentence(pushHost(account))),
            account.trashed, now);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSelected(before.contains({m_list->item(row)->data(idRole).toULongLong()}));
    const bool isEmpty = m_list->count() == 0;
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    m_old->setText(tr("%n account(s) have been here for more than 30 days", nullptr, int(m_oldIds.size())),
                   tr("If you do not need them any more, remove them."));
    m_old->setVisible(!m_oldIds.isEmpty());
    if (!isEmpty && chosen().isEmpty())
        m_list->setCurrentRow(0);
    follow();
    m_restore->setDefault(true);
    (isEmpty ? static_cast<QWidget *>(this) : m_list)->setFocus(Qt::OtherFocusReason);
    fit(480);
}

QList<accounts::AccountId> TrashDialog::chosen() const
{
    QList<accounts::AccountId> ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->isSelected())
            ids << accounts::AccountId{m_list->item(row)->data(idRole).toULongLong()};
    }
    return ids;
}

void TrashDialog::follow()
{
    const bool isChosen = !m_list->selectedItems().isEmpty();
    m_restore->setEnabled(isChosen);
    m_remove->setEnabled(isChosen);
    m_restore->setVisible(m_list->count() > 0);
    m_remove->setVisible(m_list->count() > 0);
}

} // namespace watchword::app
