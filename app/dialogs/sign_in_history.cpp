// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sign_in_history.h"

#include "app/support/push_text.h"
#include "app/widgets/button_row.h"
#include "app/widgets/note.h"
#include "app/widgets/text_label.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchword::app {

SignInHistory::SignInHistory(const Theme &theme, QWidget *parent)
    : PageDialog(theme, tr("Sign-in history"), parent)
    , m_list(new QListWidget(this))
    , m_none(new TextLabel(theme, TypeRole::Body, tr("There were no sign-in requests yet."), this))
    , m_refused(new Note(theme, CardTone::Warning, QStringLiteral("warning"), this))
    , m_clear(makeButton(tr("C&lear the history…"), "link", QStringLiteral("trash")))
{
    addTitle(tr("Sign-in history"));
    column()->addWidget(
        new TextLabel(theme, TypeRole::Body,
                      tr("What became of requests to approve sign-ins. It is kept only on this computer, and sealed."),
                      this, &Tokens::text2));
    column()->addWidget(m_refused);
    column()->addWidget(m_none);
    m_list->setAccessibleName(tr("Sign-in requests, the latest first"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(2);
    m_list->setMinimumHeight(200);
    column()->addWidget(m_list, 1);
    column()->addStretch();
    auto *close = makeButton(tr("Close"), "plain");
    buttons()->addLeading(m_clear);
    buttons()->addTrailing(close);
    connect(m_clear, &QPushButton::clicked, this, &SignInHistory::clearRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    close->setFocus(Qt::OtherFocusReason);
}

void SignInHistory::setLines(const QList<Line> &lines, qint64 refused)
{
    m_refused->setText(tr("Requests that were not shown"), refusedText(refused));
    m_refused->setVisible(refused != 0);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const Line &line : lines)
        m_list->addItem(line.account + QLatin1Char('\n') + tr("%1, %2").arg(line.ending, line.when));
    m_list->setCurrentRow(qMin(qMax(row, 0), m_list->count() - 1));
    m_list->setVisible(!lines.isEmpty());
    m_none->setVisible(lines.isEmpty());
    m_clear->setVisible(!lines.isEmpty());
    fit(480);
}

} // namespace watchword::app
