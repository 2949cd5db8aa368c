// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

namespace watchword::app {

/// The buttons at the foot of a dialog: some at the leading edge, the others at the trailing one, in one line. Where that
/// is too narrow (360 px, large text, long words) they stand below one another, the last one first, each as wide as the row. The
/// Tab key follows.
class ButtonRow final : public QLayout
{
public:
    explicit ButtonRow(QWidget *parent = nullptr);
    ~ButtonRow() override;

    void addLeading(QWidget *button);
    void addTrailing(QWidget *button);

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }

private:
    struct Entry {
        QLayoutItem *item;
        bool leading;
    };
    /// In the order of a line; in a stack it is the other way round.
    std::vector<Entry> shown() const;
    int lineWidth() const;
    void setTabOrder(const std::vector<Entry> &entries, bool isStacked);

    std::vector<Entry> m_items;
    std::vector<QWidget *> m_tabOrder; ///< only to be compared
};

} // namespace watchword::app
