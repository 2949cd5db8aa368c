// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/account_list.h"

#include "app/models/account_filter.h"
#include "app/models/account_model.h"
#include "app/models/code_ticker.h"
#include "app/models/last_watch.h"
#include "app/support/outside_text.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPaintEvent>
#include <QScrollBar>
#include <QToolTip>

namespace watchword::app {

namespace {
constexpr int roomForToast = 56;
}

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
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setAccessibleName(tr("Accounts"));
    connect(&theme, &Theme::changed, this, [this] {
        chooseLayout();
        viewport()->update();
    });
    connect(&ticker, &CodeTicker::ticked, this, [this](qint64 now) {
        m_model.tick(now);
        repaintCountdowns(now);
    });
    const auto rowsChanged = [this] { chooseLayout(); };
    connect(&filter, &QAbstractItemModel::modelReset, this, rowsChanged);
    connect(&filter, &QAbstractItemModel::layoutChanged, this, rowsChanged);
    connect(&filter, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_lastSelected = chosen(); });
    connect(&filter, &QAbstractItemModel::modelReset, this, [this] { choose(m_lastSelected); });
}

AccountRow AccountList::rowOf(const QModelIndex &index) const
{
    return index.data(AccountModel::RowRole).value<AccountRow>();
}

accounts::AccountId AccountList::idOf(const QModelIndex &index) const
{
    return {index.data(AccountModel::IdRole).toULongLong()};
}

accounts::AccountId AccountList::chosen(bool orFirst) const
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (!selected.isEmpty())
        return idOf(selected.first());
    return orFirst && m_filter.rowCount() > 0 ? idOf(m_filter.index(0, 0)) : accounts::AccountId{};
}

void AccountList::choose(accounts::AccountId id)
{
    const int row = m_model.rowOf(id);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_model.index(row));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void AccountList::chooseNone()
{
    clearSelection();
    setCurrentIndex({});
}

QSize AccountList::sizeHint() const
{
    return {measures::leastWidth, contentHeight()};
}

int AccountList::contentHeight() const
{
    int height = 0;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = viewport()->rect();
    const int rows = m_filter.rowCount();
    if (uniformItemSizes())
        return rows == 0 ? 0 : rows * m_delegate->sizeHint(option, m_filter.index(0, 0)).height();
    for (int row = 0; row < rows; ++row)
        height += m_delegate->sizeHint(option, m_filter.index(row, 0)).height();
    return height;
}

void AccountList::chooseLayout()
{
    const RowLayout layout =
        app::chooseLayout(m_theme, qMax(1, viewport()->width()), m_model.rowCount(), m_model.longestCode());
    m_delegate->setLayout(layout);
    setUniformItemSizes(layout != RowLayout::Block);
    scheduleDelayedItemsLayout();
    fitContent();
}

void AccountList::fitContent()
{
    // The card ends with its last row; what is left below is the window's.
    setMaximumHeight(qMax(1, contentHeight()));
    updateGeometry();
}

void AccountList::watch()
{
    m_ticker.setWatched(this, isVisible() && !window()->isMinimized());
}

void AccountList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    window()->installEventFilter(this);
    watch();
}

void AccountList::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    watch();
    if (!window()->isVisible())
        m_model.forgetCounterCodes();
}

bool AccountList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::WindowStateChange)
        watch();
    return QListView::eventFilter(watched, event);
}

void AccountList::repaintCountdowns(qint64 now)
{
    const bool jumped = std::exchange(m_lastSecond, now) != now - 1;
    const QRect area = viewport()->rect();
    for (QModelIndex index = indexAt(area.topLeft() + QPoint(1, 1)); index.isValid();
         index = index.siblingAtRow(index.row() + 1)) {
        const QRect rect = visualRect(index);
        if (rect.top() > area.bottom())
            break;
        const AccountRow row = rowOf(index);
        if (row.period == 0)
            continue;
        // A second changes the ring; the turn of a code, and the coming of the next, change the whole row.
        const bool comes = isLastWatch(row.secondsLeft, row.period) && !isLastWatch(row.secondsLeft + 1, row.period);
        const bool turns = jumped || comes || row.secondsLeft == row.period;
        viewport()->update(turns ? rect : m_delegate->geometry(row, rect, isRightToLeft()).ring.toAlignedRect());
    }
}

RowPointer AccountList::pointerAt(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return {};
    const AccountRow row = rowOf(index);
    return {index.row(), partAt(m_delegate->geometry(row, visualRect(index), isRightToLeft()), row, position), false};
}

void AccountList::setPointer(const RowPointer &pointer)
{
    if (pointer == m_pointer)
        return;
    const int before = std::exchange(m_pointer, pointer).row;
    m_delegate->setPointer(pointer);
    updateRow(before);
    updateRow(pointer.row);
}

void AccountList::updateRow(int row)
{
    if (row >= 0 && row < m_filter.rowCount())
        viewport()->update(visualRect(m_filter.index(row, 0)));
}

void AccountList::act(accounts::AccountId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const AccountRow shown = m_model.rowAt(row);
    if (shown.isPush)
        Q_EMIT pageRequested(id);
    else if (shown.isCounter && shown.code.isEmpty())
        Q_EMIT nextCodeRequested(id);
    else
        Q_EMIT copyRequested(id);
}

// The rows among which this one may move: the pinned or the others that have codes.
int AccountList::sectionStart(int row) const
{
    const auto isPinned = [this](int one) { return rowOf(m_filter.index(one, 0)).isPinned; };
    return isPinned(row) ? 0 : m_filter.pinnedRows();
}

int AccountList::sectionEnd(int row) const
{
    return rowOf(m_filter.index(row, 0)).isPinned ? m_filter.pinnedRows() : m_filter.codeRows();
}

bool AccountList::canMove(accounts::AccountId id, int step) const
{
    const QModelIndex index = m_filter.mapFromSource(m_model.index(qMax(0, m_model.rowOf(id))));
    if (m_model.rowOf(id) < 0 || m_model.isPush(id) || !index.isValid() || m_filter.isFiltering())
        return false;
    const int to = index.row() + step;
    return to >= sectionStart(index.row()) && to < sectionEnd(index.row());
}

void AccountList::move(accounts::AccountId id, int step)
{
    if (!canMove(id, step))
        return;
    const int row = m_filter.mapFromSource(m_model.index(m_model.rowOf(id))).row();
    Q_EMIT moveRequested(id, idOf(m_filter.index(row + step, 0)), step > 0);
    choose(id); // scrolls to it
}

bool AccountList::startsDrag(QPoint position) const
{
    return m_pressed.row >= 0 && m_pressed.row < m_filter.codeRows() && m_pressed.part == RowPart::Row
        && !m_filter.isFiltering() && (position - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
}

/// Where the dragged account would be put: the gap that is nearest, among the pinned or the others.
void AccountList::drag(QPoint position)
{
    const QModelIndex dragged = m_filter.mapFromSource(m_model.index(qMax(0, m_model.rowOf(m_dragged))));
    if (m_model.rowOf(m_dragged) < 0 || !dragged.isValid()) {
        endDrag(); // it went while it was dragged
        return;
    }
    const QModelIndex under = indexAt(QPoint(qMax(1, viewport()->width() / 2), position.y()));
    int gap = position.y() < 0 ? 0 : m_filter.rowCount();
    if (under.isValid())
        gap = under.row() + (position.y() > visualRect(under).center().y() ? 1 : 0);
    gap = qBound(sectionStart(dragged.row()), gap, sectionEnd(dragged.row()));
    const bool stays = gap == dragged.row() || gap == dragged.row() + 1;
    m_dropAt = stays ? -1 : gap;
    setCursor(Qt::ClosedHandCursor);
    startAutoScroll(); // which ends by itself away from the edges
    viewport()->update();
}

void AccountList::endDrag()
{
    m_dragged = {};
    m_dropAt = -1;
    m_pressed = {};
    stopAutoScroll();
    unsetCursor();
    viewport()->update();
}

void AccountList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    if (!m_dragged.isNull())
        drag(viewport()->mapFromGlobal(QCursor::pos()));
}

void AccountList::paintDropLine()
{
    if (m_dropAt < 0)
        return;
    const bool isLast = m_dropAt == m_filter.rowCount();
    const QRect row = visualRect(m_filter.index(isLast ? m_dropAt - 1 : m_dropAt, 0));
    const qreal y = qBound(3.0, qreal(isLast ? row.bottom() + 1 : row.top()), viewport()->height() - 3.0);
    const Tokens &t = m_theme.tokens();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.highContrast ? t.text : t.accent, 2));
    painter.setBrush(t.surface);
    const qreal from = isRightToLeft() ? row.right() - 8 : row.left() + 8,
                to = isRightToLeft() ? row.left() + 4 : row.right() - 4;
    painter.drawLine(QPointF(from, y), QPointF(to, y));
    painter.drawEllipse(QPointF(from, y), 2, 2);
}

void AccountList::mousePressEvent(QMouseEvent *event)
{
    m_pressed = {};
    m_pressedAt = event->position().toPoint();
    if (event->button() != Qt::LeftButton) {
        QListView::mousePressEvent(event);
        return;
    }
    m_pressed = pointerAt(event->position().toPoint());
    m_pressed.pressed = true;
    setPointer(m_pressed);
}

void AccountList::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (m_dragged.isNull() && (event->buttons() & Qt::LeftButton) && startsDrag(position)) {
        m_dragged = idOf(m_filter.index(m_pressed.row, 0));
        choose(m_dragged);
        setPointer({});
    }
    if (!m_dragged.isNull()) {
        drag(position);
        return;
    }
    RowPointer pointer = pointerAt(position);
    pointer.pressed = m_pressed.row >= 0 && pointer.row == m_pressed.row && pointer.part == m_pressed.part;
    setPointer(pointer);
}

void AccountList::mouseReleaseEvent(QMouseEvent *event)
{
    RowPointer pressed = std::exchange(m_pressed, {});
    if (event->button() != Qt::LeftButton) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    if (!m_dragged.isNull()) {
        const accounts::AccountId id = m_dragged;
        const int gap = m_dropAt;
        endDrag();
        if (gap < 0 || gap > m_filter.rowCount() || m_model.rowOf(id) < 0)
            return;
        const bool isAfter = gap > m_filter.mapFromSource(m_model.index(m_model.rowOf(id))).row();
        Q_EMIT moveRequested(id, idOf(m_filter.index(isAfter ? gap - 1 : gap, 0)), isAfter);
        return;
    }
    pressed.pressed = false;
    const RowPointer pointer = pointerAt(event->position().toPoint());
    setPointer(pointer);
    if (pointer.row < 0 || !(pointer == pressed))
        return;
    const accounts::AccountId id = idOf(m_filter.index(pointer.row, 0));
    switch (pointer.part) {
    case RowPart::Eye: Q_EMIT revealRequested(id); break;
    case RowPart::More: Q_EMIT menuRequested(id, event->globalPosition().toPoint()); break;
    case RowPart::NextCode: Q_EMIT nextCodeRequested(id); break;
    case RowPart::Row: act(id); break;
    case RowPart::None: break;
    }
}

void AccountList::mouseDoubleClickEvent(QMouseEvent *event)
{
    // The second click of two is a click like the first.
    mousePressEvent(event);
}

void AccountList::leaveEvent(QEvent *event)
{
    setPointer({});
    QListView::leaveEvent(event);
}

void AccountList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: act(chosen(true)); return;
    case Qt::Key_Escape:
        if (m_dragged.isNull())
            Q_EMIT left();
        else
            endDrag();
        return;
    case Qt::Key_Up:
        if (currentIndex().row() <= 0) {
            Q_EMIT left();
            return;
        }
        break;
    default:
        if (plain && !event->text().isEmpty() && event->text().at(0).isPrint()) {
            Q_EMIT typed(event->text());
            return;
        }
    }
    if (event->matches(QKeySequence::Copy)) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void AccountList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    Q_EMIT menuRequested(idOf(index),
                         byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()));
}

void AccountList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    // Qt makes a row current by itself, but does not select it.
    if (chosen().isNull() && event->reason() != Qt::MouseFocusReason && m_filter.rowCount() > 0)
        setCurrentIndex(m_filter.index(0, 0));
}

void AccountList::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width())
        chooseLayout();
    QListView::resizeEvent(event);
}

void AccountList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        chooseLayout();
    }
    QListView::changeEvent(event);
}

void AccountList::updateGeometries()
{
    QListView::updateGeometries();
    // Room below the last row, so that a message never covers its code for good.
    QScrollBar *bar = verticalScrollBar();
    if (bar->maximum() > 0)
        bar->setMaximum(bar->maximum() + roomForToast);
}

bool AccountList::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    if (!index.isValid()) {
        QToolTip::hideText();
        return true;
    }
    const AccountRow row = rowOf(index);
    const RowPart part = partAt(m_delegate->geometry(row, visualRect(index), isRightToLeft()), row, help->pos());
    QString words;
    switch (part) {
    case RowPart::Eye: words = row.isHidden ? tr("Show this code for half a minute") : tr("Hide this code"); break;
    case RowPart::More: words = tr("More to do with this account"); break;
    case RowPart::NextCode: words = tr("Make the next code"); break;
    default:
        words = outsideTextForToolTip(row.name.isEmpty() ? row.issuer
                                                         : tr("%1, %2", "issuer, account").arg(row.issuer, row.name));
        if (row.isPush)
            words += outsideTextForToolTip(row.state);
    }
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

void AccountList::paintEvent(QPaintEvent *event)
{
    m_delegate->setDirty(event->region());
    QListView::paintEvent(event);
    paintDropLine();
    // The card's corners and edge lie over the rows: a mask would be jagged. No ring reaches them.
    constexpr int frame = int(measures::cardRadius);
    if (viewport()->rect().adjusted(frame, frame, -frame, -frame).contains(event->region().boundingRect()))
        return;
    const Tokens &t = m_theme.tokens();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area(viewport()->rect());
    const QRectF whole(area.left() - (isRightToLeft() ? width() - area.width() : 0), area.top(), width(),
                       area.height());
    QPainterPath outside;
    outside.addRect(whole);
    outside.addRoundedRect(whole, measures::cardRadius, measures::cardRadius);
    painter.fillPath(outside, t.window);
    const qreal edge = t.highContrast ? 2 : 1;
    painter.setPen(QPen(t.divider, edge));
    painter.drawRoundedRect(whole.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), measures::cardRadius - edge / 2,
                            measures::cardRadius - edge / 2);
}

} // namespace watchword::app
