// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/account_list.h"

#include "app/models/account_filter.h"
#include "app/models/account_model.h"
#include "app/models/code_ticker.h"
#include "app/support/outside_text.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/widgets/account_delegate.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace watchword::app {

namespace {

constexpr int largeRowsUpTo = 5;

} // namespace

AccountList::AccountList(const Theme &theme, AccountModel &model, AccountFilter &filter, CodeTicker &ticker,
                         QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_filter(filter)
    , m_ticker(ticker)
    , m_delegate(new AccountDelegate(theme, this))
{
    setModel(&filter);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Accounts"));
    viewport()->setAutoFillBackground(false);
    connect(&filter, &QAbstractItemModel::modelReset, this, &AccountList::layOut);
    connect(&filter, &QAbstractItemModel::rowsInserted, this, &AccountList::layOut);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this, &AccountList::layOut);
    connect(&filter, &QAbstractItemModel::layoutChanged, this, &AccountList::layOut);
    connect(&theme, &Theme::changed, this, &AccountList::layOut);
    connect(&ticker, &CodeTicker::ticked, this, [this](qint64 now) {
        m_model.tick(now);
        repaintCountdowns();
    });
}

accounts::AccountId AccountList::idOf(const QModelIndex &index) const
{
    return index.isValid() ? accounts::AccountId{index.data(AccountModel::IdRole).value<quint64>()}
                           : accounts::AccountId{};
}

accounts::AccountId AccountList::chosen(bool orFirst) const
{
    if (selectionModel()->hasSelection())
        return idOf(currentIndex());
    return orFirst ? idOf(m_filter.index(0, 0)) : accounts::AccountId{};
}

void AccountList::choose(accounts::AccountId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = m_filter.mapFromSource(m_model.index(row));
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void AccountList::chooseFirst()
{
    if (m_filter.rowCount() > 0)
        setCurrentIndex(m_filter.index(0, 0));
}

QPoint AccountList::menuPosition() const
{
    return viewport()->mapToGlobal(visualRect(currentIndex()).center());
}

void AccountList::layOut()
{
    const int longest = m_model.longestCode();
    const int width = viewport()->width();
    const bool few = m_model.rowCount() <= largeRowsUpTo;
    const RowSize size = m_delegate->isTooNarrow(width, false, longest) ? RowSize::Block
        : few && !m_delegate->isTooNarrow(width, true, longest)         ? RowSize::Large
                                                                        : RowSize::Normal;
    m_delegate->setLayout(size, longest);
    setViewportMargins(0, 0, 0, 0);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void AccountList::repaintCountdowns()
{
    const QRect seen = viewport()->rect();
    QModelIndex index = indexAt(QPoint(seen.center().x(), 0));
    for (int row = index.isValid() ? index.row() : 0; row < m_filter.rowCount(); ++row) {
        index = m_filter.index(row, 0);
        const QRect rect = visualRect(index);
        if (rect.top() > seen.bottom())
            break;
        const auto shown = index.data(AccountModel::RowRole).value<AccountRow>();
        if (shown.period == 0)
            continue;
        const RowGeometry g = m_delegate->geometryOf(rect, shown, layoutDirection());
        const bool turns = shown.hasNext() || shown.secondsLeft == shown.period;
        // Between two codes only the ring changes; around the turn the code column does.
        viewport()->update(turns || shown.isHidden ? rect : g.ring.toAlignedRect());
    }
}

void AccountList::setHover(const QModelIndex &index, bool pressed)
{
    if (m_hover != index)
        viewport()->update(visualRect(m_hover));
    m_hover = index;
    m_delegate->setHover(index, pressed);
    viewport()->update(visualRect(index));
}

void AccountList::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton) {
        m_pressed = index;
        m_pressedAt = event->position().toPoint();
        setHover(index, true);
    }
    if (index.isValid())
        setCurrentIndex(index);
}

void AccountList::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    setHover(index, m_pressed.isValid() && m_pressed == index);
}

void AccountList::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    const bool inside = event->button() == Qt::LeftButton && index.isValid() && m_pressed == index;
    m_pressed = QPersistentModelIndex();
    setHover(index, false);
    if (!inside)
        return;
    const auto row = index.data(AccountModel::RowRole).value<AccountRow>();
    const RowPart part = m_delegate->partAt(position, visualRect(index), row, layoutDirection());
    // Both ends of the click must mean the same.
    if (part != m_delegate->partAt(m_pressedAt, visualRect(index), row, layoutDirection()))
        return;
    switch (part) {
    case RowPart::Row: Q_EMIT copyRequested(row.id); break;
    case RowPart::NextCode: Q_EMIT nextCodeRequested(row.id); break;
    case RowPart::Eye: Q_EMIT revealRequested(row.id); break;
    case RowPart::More: Q_EMIT menuRequested(row.id, event->globalPosition().toPoint()); break;
    }
}

void AccountList::leaveEvent(QEvent *event)
{
    setHover(QModelIndex(), false);
    QListView::leaveEvent(event);
}

void AccountList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (const accounts::AccountId id = chosen(); !id.isNull())
            Q_EMIT copyRequested(id);
        return;
    }
    const QString text = event->text();
    const bool letter = !text.isEmpty() && text.at(0).isPrint()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (letter) {
        Q_EMIT typed(text);
        return;
    }
    QListView::keyPressEvent(event);
}

void AccountList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const accounts::AccountId id = byKey ? chosen() : idOf(indexAt(viewport()->mapFromGlobal(event->globalPos())));
    if (!id.isNull())
        Q_EMIT menuRequested(id, byKey ? menuPosition() : event->globalPos());
}

void AccountList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    layOut();
}

bool AccountList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        if (!index.isValid())
            return false;
        const auto row = index.data(AccountModel::RowRole).value<AccountRow>();
        const QString text = row.name.isEmpty() ? row.issuer : row.issuer + QLatin1Char('\n') + row.name;
        QToolTip::showText(help->globalPos(), outsideTextForToolTip(text), viewport(), visualRect(index));
        return true;
    }
    return QListView::viewportEvent(event);
}

void AccountList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_ticker.setWatched(this, true);
}

void AccountList::hideEvent(QHideEvent *event)
{
    m_ticker.setWatched(this, false);
    m_model.forgetCounterCodes();
    QListView::hideEvent(event);
}

void AccountList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    // The card's edge ends where the rows end.
    const int rows = m_filter.rowCount();
    if (rows == 0)
        return;
    const QRect last = visualRect(m_filter.index(rows - 1, 0));
    const QRect first = visualRect(m_filter.index(0, 0));
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.tokens().divider);
    painter.drawRoundedRect(QRectF(QRect(first.topLeft(), last.bottomRight())).adjusted(0.5, 0.5, -0.5, -0.5),
                            measures::cardRadius - 1, measures::cardRadius - 1);
}

} // namespace watchword::app
