// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/button_row.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace watchword::app {

namespace {

constexpr int gap = 8;
constexpr int leastWidth = 160;

} // namespace

ButtonRow::ButtonRow(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

ButtonRow::~ButtonRow()
{
    for (const Entry &entry : m_items)
        delete entry.item;
}

void ButtonRow::addLeading(QWidget *button)
{
    addChildWidget(button);
    m_items.push_back({new QWidgetItem(button), true});
    invalidate();
}

void ButtonRow::addTrailing(QWidget *button)
{
    addChildWidget(button);
    m_items.push_back({new QWidgetItem(button), false});
    invalidate();
}

void ButtonRow::addItem(QLayoutItem *item)
{
    m_items.push_back({item, false});
}

QLayoutItem *ButtonRow::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].item : nullptr;
}

QLayoutItem *ButtonRow::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<ButtonRow::Entry> ButtonRow::shown() const
{
    std::vector<Entry> entries;
    std::ranges::copy_if(m_items, std::back_inserter(entries),
                         [](const Entry &entry) { return !entry.item->isEmpty(); });
    std::ranges::stable_partition(entries, &Entry::leading);
    return entries;
}

int ButtonRow::lineWidth() const
{
    int width = -gap;
    for (const Entry &entry : shown())
        width += entry.item->sizeHint().width() + gap;
    return std::max(width, 0);
}

QSize ButtonRow::sizeHint() const
{
    int height = 0;
    for (const Entry &entry : shown())
        height = std::max(height, entry.item->sizeHint().height());
    return {lineWidth(), height};
}

QSize ButtonRow::minimumSize() const
{
    QSize size;
    for (const Entry &entry : shown())
        size = size.expandedTo(entry.item->sizeHint());
    // Rather a button that ends in "…" than a page that is cut off.
    return {std::min(size.width(), leastWidth), size.height()};
}

int ButtonRow::heightForWidth(int width) const
{
    if (lineWidth() <= width)
        return sizeHint().height();
    int height = -gap;
    for (const Entry &entry : shown())
        height += entry.item->sizeHint().height() + gap;
    return height;
}

/// As they are read: in a line from the first to the last, in a stack the last one comes first.
void ButtonRow::setTabOrder(const std::vector<Entry> &entries, bool isStacked)
{
    std::vector<QWidget *> order;
    std::ranges::transform(entries, std::back_inserter(order), [](const Entry &entry) { return entry.item->widget(); });
    if (isStacked)
        std::ranges::reverse(order);
    if (order == m_tabOrder)
        return;
    m_tabOrder = order;
    for (std::size_t i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

void ButtonRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const std::vector<Entry> entries = shown();
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const auto place = [&](const Entry &entry, const QRect &where) {
        entry.item->setGeometry(QStyle::visualRect(direction, rect, where));
    };
    const bool isStacked = lineWidth() > rect.width();
    setTabOrder(entries, isStacked);
    if (isStacked) {
        // The last one is the next step: it comes first.
        int y = rect.top();
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            const int height = entry->item->sizeHint().height();
            place(*entry, {rect.left(), y, rect.width(), height});
            y += height + gap;
        }
        return;
    }
    int left = rect.left();
    int right = rect.right() + 1;
    for (const Entry &entry : entries) {
        if (!entry.leading)
            continue;
        place(entry, {left, rect.top(), entry.item->sizeHint().width(), rect.height()});
        left += entry.item->sizeHint().width() + gap;
    }
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->leading)
            continue;
        const int width = entry->item->sizeHint().width();
        place(*entry, {right - width, rect.top(), width, rect.height()});
        right -= width + gap;
    }
}

} // namespace watchword::app
