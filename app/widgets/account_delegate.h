// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/account_row.h"
#include "app/widgets/code_painting.h"

#include <QStyledItemDelegate>

namespace watchword::app {

class Theme;

/// How high rows are: `Block` is for narrow windows and large text, where the code stands under the names.
enum class RowSize { Normal, Large, Block };

/// What can be hit in a row.
enum class RowPart { Row, More, Eye, NextCode };

/// Where the parts of one row lie; the same for painting and for the mouse.
struct RowGeometry {
    QRectF tablet, issuer, name, code, next, ring, eye, more, nextButton;
};

/// Paints the accounts' rows. One for the list; it holds fonts and widths, nothing of any row.
class AccountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    AccountDelegate(const Theme &theme, QObject *parent);

    /// `longestCode` characters: the width of the code column.
    void setLayout(RowSize size, int longestCode);
    RowSize rowSize() const { return m_size; }
    /// Whether names beside the code would have less than nine letters' room in a row of this width.
    bool isTooNarrow(int width, bool large, int longestCode) const;
    void setHover(const QModelIndex &index, bool pressed);

    RowGeometry geometryOf(const QRect &rect, const AccountRow &row, Qt::LayoutDirection direction) const;
    RowPart partAt(const QPoint &position, const QRect &rect, const AccountRow &row,
                   Qt::LayoutDirection direction) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void readFonts();
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const AccountRow &row) const;
    void paintNames(QPainter &painter, const RowGeometry &geometry, const AccountRow &row, bool selected) const;
    void paintCode(QPainter &painter, const RowGeometry &geometry, const AccountRow &row, bool selected) const;
    void paintParts(QPainter &painter, const RowGeometry &geometry, const AccountRow &row, bool active,
                    bool selected) const;

    const Theme &m_theme;
    RowSize m_size = RowSize::Normal;
    int m_longestCode = 6;
    QPersistentModelIndex m_hover;
    bool m_pressed = false;
    QFont m_issuerFont, m_nameFont, m_tagFont;
    Digits m_digits, m_nextDigits;
};

} // namespace watchword::app
