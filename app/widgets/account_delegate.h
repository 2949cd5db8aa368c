// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/row_geometry.h"

#include <QCache>
#include <QRegion>
#include <QStyledItemDelegate>

namespace watchword::app {

/// Which part of which row the pointer is on, and whether it is pressed.
struct RowPointer {
    int row = -1;
    RowPart part = RowPart::None;
    bool pressed = false;
    friend bool operator==(const RowPointer &, const RowPointer &) = default;
};

/// Paints the account rows: tablet, names, code, ring, in every state, layout, theme and direction.
class AccountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    AccountDelegate(const Theme &theme, QObject *parent);

    void setLayout(RowLayout layout);
    RowLayout layout() const { return m_layout; }
    void setPointer(const RowPointer &pointer) { m_pointer = pointer; }
    /// What the next painting is asked for: parts of rows outside it are left as they are.
    void setDirty(const QRegion &dirty) { m_dirty = dirty; }
    /// The theme or the font is another.
    void refresh();

    RowGeometry geometry(const AccountRow &row, const QRect &rect, bool rightToLeft) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Scene;

    void paintGround(const Scene &scene) const;
    void paintNames(const Scene &scene) const;
    void paintIssuer(const Scene &scene, const QColor &ink) const;
    void paintCode(const Scene &scene) const;
    void paintPush(const Scene &scene) const;
    void paintParts(const Scene &scene) const;
    void paintText(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
                   Qt::TextElideMode mode, bool rightToLeft) const;

    const Theme &m_theme;
    RowLayout m_layout = RowLayout::Normal;
    RowFonts m_fonts;
    RowPointer m_pointer;
    QRegion m_dirty;
    mutable QCache<QString, QString> m_elided;
};

} // namespace watchword::app
