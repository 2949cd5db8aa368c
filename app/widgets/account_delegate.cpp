// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/account_delegate.h"

#include "app/models/account_model.h"
#include "app/support/theme/icon_engine.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace watchword::app {

struct AccountDelegate::Scene {
    QPainter &painter;
    const AccountRow &row;
    RowGeometry geometry;
    QRect rect;
    const Tokens &t;
    bool rightToLeft, first, selected, hovered, pressed, active, focused, lineAbove;
    RowPart part;

    QColor ink() const { return selected && t.highContrast ? t.selectedText : t.text; }
    QColor ink2() const { return selected && t.highContrast ? t.selectedText2 : t.text2; }
};

AccountDelegate::AccountDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_fonts(theme, m_layout)
    , m_elided(400)
{
}

void AccountDelegate::setLayout(RowLayout layout)
{
    m_layout = layout;
    refresh();
}

void AccountDelegate::refresh()
{
    m_fonts = RowFonts(m_theme, m_layout);
    m_elided.clear();
}

RowGeometry AccountDelegate::geometry(const AccountRow &row, const QRect &rect, bool rightToLeft) const
{
    return rowGeometry(m_layout, m_fonts, row, rect, rightToLeft);
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.rect.width();
    const int lines = m_layout == RowLayout::Block
        ? issuerLines(m_layout, m_fonts, index.data(Qt::DisplayRole).toString(), width)
        : 1;
    return {qMax(1, width), rowHeight(m_layout, m_fonts, lines)};
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const AccountRow row = index.data(AccountModel::RowRole).value<AccountRow>();
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const bool here = m_pointer.row == index.row();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    const bool active = option.state & QStyle::State_Active;
    const Scene scene{*painter,
                      row,
                      geometry(row, option.rect, rightToLeft),
                      option.rect,
                      m_theme.tokens(),
                      rightToLeft,
                      index.row() == 0,
                      selected,
                      here,
                      here && m_pointer.pressed && m_pointer.part == RowPart::Row,
                      active,
                      hasFocus && active,
                      index.row() > 0 && !selected,
                      here ? m_pointer.part : RowPart::None};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    paintGround(scene);
    const RowGeometry &g = scene.geometry;
    if (row.period > 0)
        paintRing(*painter, g.ring, row.secondsLeft, row.period, ringColours(scene.t, selected), m_fonts.base);
    // Each second only the ring is asked for; the rest is by far the greater work.
    if (!g.ring.toAlignedRect().contains(m_dirty.intersected(option.rect).boundingRect())) {
        paintTablet(*painter, g.tablet, row.issuer, scene.t, m_fonts.base, selected);
        paintNames(scene);
        if (row.isPush)
            paintPush(scene);
        else
            paintCode(scene);
        paintParts(scene);
    }
    if (scene.focused) {
        painter->setBrush(Qt::NoBrush);
        const qreal width = scene.t.highContrast ? 3 : 2;
        painter->setPen(QPen(scene.t.highContrast ? scene.t.selectedText : scene.t.focus, width));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -3), 9, 9);
    }
    painter->restore();
}

void AccountDelegate::paintGround(const Scene &s) const
{
    const QColor ground = s.pressed ? s.t.press
        : s.row.isCopied            ? s.t.successSoft
        : s.selected                ? (s.active || s.t.highContrast ? s.t.selected : s.t.hover)
        : s.hovered                 ? s.t.hover
                                    : s.t.surface;
    s.painter.fillRect(s.rect, ground);
    const qreal dpr = s.painter.device()->devicePixelRatioF();
    if (s.lineAbove) {
        const qreal from = s.geometry.lineStart;
        const QRectF line(s.rect.left() + (s.rightToLeft ? 0 : from), snapped(s.rect.top(), dpr), s.rect.width() - from,
                          1 / dpr * qMax(1, qRound(dpr)));
        s.painter.fillRect(line, s.t.divider);
    }
    if (s.selected && !s.t.highContrast)
        s.painter.fillRect(
            QRectF(s.rightToLeft ? s.rect.right() + 1 - 3 : s.rect.left(), s.rect.top(), 3, s.rect.height()),
            s.t.accent);
    if (s.t.highContrast && s.hovered && !s.selected) {
        s.painter.setBrush(Qt::NoBrush);
        s.painter.setPen(QPen(s.t.text, 2));
        s.painter.drawRoundedRect(QRectF(s.rect).adjusted(3, 3, -3, -3), 9, 9);
    }
}

void AccountDelegate::paintText(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
                                Qt::TextElideMode mode, bool rightToLeft) const
{
    if (rect.width() < 1 || text.isEmpty())
        return;
    const QString key = QStringLiteral("%1/%2/%3/%4").arg(mode).arg(rect.width()).arg(font.weight()).arg(text);
    QString shown;
    if (const QString *kept = m_elided.object(key)) {
        shown = *kept;
    } else {
        shown = QFontMetricsF(font).elidedText(text, mode, rect.width());
        m_elided.insert(key, new QString(shown));
    }
    painter.setFont(font);
    // A name keeps its own direction, and stands at the row's leading edge.
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(
        rect,
        int((rightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine),
        shown);
    painter.setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
}

void AccountDelegate::paintIssuer(const Scene &s, const QColor &ink) const
{
    const QRectF &rect = s.geometry.issuer;
    s.painter.setPen(ink);
    if (s.geometry.issuerLines == 1) {
        constexpr int pin = 13, before = 5;
        const qreal room = rect.width() - (s.row.isPinned ? pin + before : 0);
        const qreal width = qMin(room, QFontMetricsF(m_fonts.issuer).horizontalAdvance(s.row.issuer));
        const QRectF words(s.rightToLeft ? rect.right() - room : rect.left(), rect.top(), room, rect.height());
        paintText(s.painter, words, s.row.issuer, m_fonts.issuer, Qt::ElideRight, s.rightToLeft);
        if (s.row.isPinned) {
            const qreal x = s.rightToLeft ? rect.right() - width - before - pin : rect.left() + width + before;
            paintIcon(s.painter, QRectF(x, rect.center().y() - pin / 2.0, pin, pin), QStringLiteral("pin"), s.ink2());
        }
        return;
    }
    // Two lines: the first as far as words go, the second all the rest.
    QTextLayout layout(s.row.issuer, m_fonts.issuer);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    const QString firstLine = s.row.issuer.left(line.textLength()).trimmed(),
                  rest = s.row.issuer.mid(line.textLength());
    const QRectF upper(rect.topLeft(), QSizeF(rect.width(), rect.height() / 2));
    paintText(s.painter, upper, firstLine, m_fonts.issuer, Qt::ElideRight, s.rightToLeft);
    paintText(s.painter, upper.translated(0, rect.height() / 2), rest, m_fonts.issuer, Qt::ElideRight, s.rightToLeft);
}

void AccountDelegate::paintNames(const Scene &s) const
{
    paintIssuer(s, s.ink());
    QString words = s.row.name;
    if (!s.row.group.isEmpty())
        words = words.isEmpty() ? s.row.group : tr("%1 · %2", "account, group").arg(words, s.row.group);
    QString icon;
    QColor ink = s.ink2();
    if (s.row.isCopied) {
        words = tr("Copied");
        icon = QStringLiteral("check");
        ink = s.t.highContrast ? s.ink() : s.t.success;
    } else if (s.row.hasTrouble && !s.row.isPush) {
        words = tr("Needs attention: no code can be made");
        icon = QStringLiteral("warning");
        ink = s.t.warning;
    } else if (s.row.isCounter && s.row.code.isEmpty() && words.isEmpty()) {
        words = tr("Counter %1").arg(s.row.counter);
    }
    QRectF rect = s.geometry.account;
    QFont font = m_fonts.account;
    if (!icon.isEmpty()) {
        const qreal side = qRound(measures::iconInText * m_fonts.scale);
        const QRectF place(s.rightToLeft ? rect.right() - side : rect.left(), rect.center().y() - side / 2, side, side);
        paintIcon(s.painter, place, icon, ink);
        rect.adjust(s.rightToLeft ? 0 : side + 4, 0, s.rightToLeft ? -side - 4 : 0, 0);
        font.setWeight(QFont::DemiBold);
    }
    s.painter.setPen(ink);
    paintText(s.painter, rect, words, font, icon.isEmpty() ? Qt::ElideMiddle : Qt::ElideRight, s.rightToLeft);
}

void AccountDelegate::paintCode(const Scene &s) const
{
    const RowGeometry &g = s.geometry;
    if (s.row.hasTrouble)
        return;
    if (s.row.isHidden && !s.row.code.isEmpty()) {
        s.painter.setPen(Qt::NoPen);
        s.painter.setBrush(s.ink2());
        m_fonts.code.drawDots(s.painter, g.codeMiddle, int(s.row.code.size()));
    } else if (!s.row.code.isEmpty()) {
        s.painter.setPen(s.ink());
        // Hidden rows stand in the middle; a shown code with a next one moves up half a line.
        m_fonts.code.draw(s.painter, g.code, s.row.code);
        if (s.row.hasNext()) {
            s.painter.setPen(s.ink2());
            m_fonts.next.draw(s.painter, g.next, s.row.nextCode);
            s.painter.setFont(m_fonts.tag);
            s.painter.drawText(g.tag, m_fonts.tagWord);
        }
    }
}

/// In the place of a code: the sign of the kind or of trouble, what it is, and how it stands.
void AccountDelegate::paintPush(const Scene &s) const
{
    const RowGeometry &g = s.geometry;
    const bool plain = s.selected && s.t.highContrast;
    const QColor ink = plain ? s.ink() : s.row.hasTrouble ? s.t.warning : s.row.isWaiting ? s.t.text : s.t.text2;
    const qreal side = qRound(measures::iconInBanner * m_fonts.scale);
    const QPointF middle = g.ring.center();
    paintIcon(s.painter, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side),
              s.row.hasTrouble ? QStringLiteral("warning") : QStringLiteral("approve"),
              s.row.hasTrouble || plain ? ink : s.t.ring);
    s.painter.setPen(s.ink2());
    paintText(s.painter, g.kind, m_fonts.kindWord, m_fonts.base, Qt::ElideRight, s.rightToLeft);
    s.painter.setPen(ink);
    paintText(s.painter, g.state, s.row.state, stateFont(m_fonts, s.row), Qt::ElideRight, s.rightToLeft);
}

void AccountDelegate::paintParts(const Scene &s) const
{
    const RowGeometry &g = s.geometry;
    const auto ground = [&](const QRectF &rect, RowPart part) {
        if (s.part != part)
            return;
        s.painter.setPen(Qt::NoPen);
        s.painter.setBrush(s.t.highContrast ? s.t.surface : s.t.press);
        s.painter.drawRoundedRect(rect, measures::controlRadius, measures::controlRadius);
    };
    const auto icon = [&](const QRectF &rect, const QString &name, int size) {
        paintIcon(s.painter, QRectF(rect.center().x() - size / 2.0, rect.center().y() - size / 2.0, size, size), name,
                  s.ink2());
    };
    const bool showsEye = s.row.canHide && !s.row.code.isEmpty();
    if (showsEye) {
        ground(g.eye, RowPart::Eye);
        icon(g.eye, s.row.isHidden ? QStringLiteral("eye") : QStringLiteral("eye-off"), measures::iconInButton);
    }
    if ((s.hovered || s.focused) && !s.row.hasNext() && (!showsEye || g.more != g.eye)) {
        ground(g.more, RowPart::More);
        icon(g.more, QStringLiteral("more"), measures::iconInButton);
    }
    if (!s.row.isCounter)
        return;
    if (!s.row.code.isEmpty()) {
        ground(g.button, RowPart::NextCode);
        icon(g.button, QStringLiteral("next"), measures::iconInButton);
        return;
    }
    s.painter.setBrush(s.part == RowPart::NextCode ? s.t.hover : s.t.surface);
    s.painter.setPen(QPen(s.t.outline, 1));
    s.painter.drawRoundedRect(g.button.adjusted(0.5, 0.5, -0.5, -0.5), measures::controlRadius,
                              measures::controlRadius);
    const qreal iconSide = measures::iconInText;
    const QRectF place(s.rightToLeft ? g.button.left() + 12 : g.button.right() - 12 - iconSide,
                       g.button.center().y() - iconSide / 2, iconSide, iconSide);
    paintIcon(s.painter, place, QStringLiteral("next"), s.t.text);
    s.painter.setPen(s.t.text);
    paintText(s.painter,
              s.rightToLeft ? g.button.adjusted(iconSide + 20, 0, -12, 0) : g.button.adjusted(12, 0, -iconSide - 20, 0),
              m_fonts.buttonWord, m_fonts.button, Qt::ElideRight, s.rightToLeft);
}

} // namespace watchword::app
