// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/account_delegate.h"

#include "app/models/account_model.h"
#include "app/models/last_watch.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace watchword::app {

namespace {

constexpr qreal rowGap = 12;

QRectF mirrored(const QRectF &part, const QRectF &row, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight)
        return part;
    return QRectF(row.left() + row.right() - part.right(), part.top(), part.width(), part.height());
}

qreal lineHeight(const QFont &font)
{
    return QFontMetricsF(font).height();
}

/// Room for the widest code of so many characters.
QString widest(int characters)
{
    return QString(characters, QLatin1Char('0'));
}

} // namespace

AccountDelegate::AccountDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &AccountDelegate::readFonts);
    readFonts();
}

void AccountDelegate::readFonts()
{
    const bool large = m_size == RowSize::Large;
    m_issuerFont = m_theme.font(TypeRole::BodyStrong);
    m_nameFont = m_theme.font(TypeRole::Small);
    m_tagFont = m_theme.font(TypeRole::Tag);
    m_digits = Digits(m_theme.font(large ? TypeRole::CodeLarge : TypeRole::CodeNormal));
    m_nextDigits = Digits(m_theme.nextFont(large ? TypeRole::CodeLarge : TypeRole::CodeNormal));
}

void AccountDelegate::setLayout(RowSize size, int longestCode)
{
    m_size = size;
    m_longestCode = longestCode;
    readFonts();
}

bool AccountDelegate::isTooNarrow(int width, bool large, int longestCode) const
{
    const QFontMetricsF metrics(m_issuerFont);
    if (large)
        return Digits(m_theme.font(TypeRole::CodeLarge)).width(widest(longestCode)) * 2 + 200 > width;
    const qreal code = Digits(m_theme.font(TypeRole::CodeNormal)).width(widest(longestCode));
    return width - 60 - 40 - rowGap * 2 - code < metrics.averageCharWidth() * 9;
}

void AccountDelegate::setHover(const QModelIndex &index, bool pressed)
{
    m_hover = index;
    m_pressed = pressed;
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const qreal names = lineHeight(m_issuerFont) + lineHeight(m_nameFont);
    const qreal code = m_digits.height();
    switch (m_size) {
    case RowSize::Normal: return QSize(0, int(qMax(56.0, qMax(names, code * 1.9) + 14)));
    case RowSize::Large: return QSize(0, int(qMax(96.0, names + code + 30)));
    case RowSize::Block: return QSize(0, int(names + code * 2 + 36));
    }
    return {};
}

RowGeometry AccountDelegate::geometryOf(const QRect &rect, const AccountRow &row, Qt::LayoutDirection direction) const
{
    const QRectF all(rect);
    const bool large = m_size == RowSize::Large;
    const bool block = m_size == RowSize::Block;
    const qreal issuerHeight = lineHeight(m_issuerFont), nameHeight = lineHeight(m_nameFont);
    const qreal tabletSide = large ? 44 : 36;
    const qreal ringSide = large ? 32 : 28;
    const qreal namesLeft = large ? 72 : 60;
    const qreal middle = all.center().y();
    const qreal codeHeight = m_digits.height();
    const qreal codeWidth = m_digits.width(row.code.isEmpty() ? widest(row.digits) : row.code);
    RowGeometry g;

    const qreal namesTop = large || block ? all.top() + 12 : middle - (issuerHeight + nameHeight) / 2 + 1;
    g.tablet = QRectF(all.left() + (large ? 14 : 12), large || block ? namesTop : middle - tabletSide / 2, tabletSide,
                      tabletSide);
    const qreal right = all.right() + 1;
    const qreal ringTop = large ? middle - ringSide / 2
        : block                 ? namesTop + issuerHeight + nameHeight + 8 + (codeHeight - ringSide) / 2
                                : middle - ringSide / 2;
    g.ring = QRectF(right - rowGap - ringSide, ringTop, ringSide, ringSide);
    if (large || block) {
        const qreal codeTop = namesTop + issuerHeight + nameHeight + (large ? 4 : 8);
        g.code = QRectF(all.left() + namesLeft, codeTop, codeWidth, codeHeight);
        g.next = large ? QRectF(g.code.right() + 14, codeTop, codeWidth, codeHeight)
                       : QRectF(g.code.left(), codeTop + codeHeight, codeWidth, codeHeight);
    } else {
        const qreal codeLeft = g.ring.left() - rowGap - codeWidth;
        const bool two = row.hasNext() && !row.isHidden;
        g.code = QRectF(codeLeft, two ? middle - codeHeight : middle - codeHeight / 2, codeWidth, codeHeight);
        g.next = QRectF(codeLeft, middle, codeWidth, codeHeight);
    }
    const bool asks = row.isCounter && row.code.isEmpty();
    if (asks) {
        const qreal width = QFontMetricsF(m_issuerFont).horizontalAdvance(tr("Next code")) + 16 + 8 + 28;
        g.nextButton = QRectF(right - rowGap - width, large || block ? g.code.top() - 2 : middle - 16, width, 32);
    } else if (row.isCounter) {
        g.nextButton = g.ring.adjusted(-1, -1, 1, 1);
    }
    const qreal side = measures::clickTarget;
    const qreal codeEdge = large || block ? right - rowGap : asks ? g.nextButton.left() : g.code.left();
    const qreal partTop = large || block ? namesTop : middle - side / 2;
    qreal partRight = large || block ? codeEdge : codeEdge - 8;
    g.more = QRectF(partRight - side, partTop, side, side);
    if (row.canHide) {
        g.eye = g.more;
        g.more.moveRight(g.eye.left() - 2);
    }
    const qreal namesRight = large || block ? g.more.left() - 4 : row.canHide ? g.eye.left() - 4 : codeEdge - rowGap;
    g.issuer = QRectF(all.left() + namesLeft, namesTop, qMax(0.0, namesRight - all.left() - namesLeft), issuerHeight);
    g.name = QRectF(g.issuer.left(), g.issuer.bottom(), g.issuer.width(), nameHeight);
    for (QRectF *part : {&g.tablet, &g.issuer, &g.name, &g.code, &g.next, &g.ring, &g.eye, &g.more, &g.nextButton})
        if (!part->isNull())
            *part = mirrored(*part, all, direction);
    return g;
}

RowPart AccountDelegate::partAt(const QPoint &position, const QRect &rect, const AccountRow &row,
                                Qt::LayoutDirection direction) const
{
    const RowGeometry g = geometryOf(rect, row, direction);
    if (row.isCounter && g.nextButton.contains(position))
        return RowPart::NextCode;
    if (row.canHide && g.eye.contains(position))
        return RowPart::Eye;
    return g.more.contains(position) ? RowPart::More : RowPart::Row;
}

void AccountDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                  const AccountRow &row) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = m_hover == index;
    const QColor ground = hover && m_pressed ? tokens.press
        : row.isCopied                       ? tokens.successSoft
        : selected ? (option.state.testFlag(QStyle::State_Active) ? tokens.selected : tokens.hover)
        : hover    ? tokens.hover
                   : tokens.surface;
    const bool first = index.row() == 0;
    const bool last = index.row() == index.model()->rowCount() - 1;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QRectF rect(option.rect);
    const qreal radius = measures::cardRadius - 1;
    if (first || last) {
        path.addRoundedRect(rect, radius, radius);
        if (!first)
            path.addRect(rect.adjusted(0, 0, 0, -radius));
        if (!last)
            path.addRect(rect.adjusted(0, radius, 0, 0));
    } else {
        path.addRect(rect);
    }
    painter.fillPath(path, ground);
    const qreal namesLeft = m_size == RowSize::Large ? 72 : 60;
    if (!first && !selected) {
        const QRectF line(rect.left() + namesLeft, rect.top(), rect.width() - namesLeft,
                          1 / painter.device()->devicePixelRatioF());
        painter.fillRect(mirrored(line, rect, option.direction), tokens.divider);
    }
    if (selected)
        painter.fillRect(mirrored(QRectF(rect.left(), rect.top() + (first ? radius : 0), 3,
                                         rect.height() - (first ? radius : 0) - (last ? radius : 0)),
                                  rect, option.direction),
                         tokens.accent);
}

void AccountDelegate::paintNames(QPainter &painter, const RowGeometry &g, const AccountRow &row, bool selected) const
{
    const Tokens &tokens = m_theme.tokens();
    const auto draw = [&painter](const QRectF &rect, const QFont &font, const QColor &colour, const QString &text,
                                 Qt::TextElideMode mode) {
        painter.setFont(font);
        painter.setPen(colour);
        const QString shown = QFontMetricsF(font).elidedText(text, mode, rect.width());
        painter.drawText(rect,
                         int(QStyle::visualAlignment(painter.layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter))
                             | Qt::TextSingleLine,
                         shown);
        return QFontMetricsF(font).horizontalAdvance(shown);
    };
    QRectF issuer = g.issuer;
    if (row.isPinned)
        issuer.setWidth(issuer.width() - 20);
    const qreal width =
        draw(issuer, m_issuerFont, selected ? tokens.selectedText : tokens.text, row.issuer, Qt::ElideRight);
    if (row.isPinned) {
        const qreal x = painter.layoutDirection() == Qt::LeftToRight ? issuer.left() + width + 5
                                                                     : g.issuer.right() - width - 5 - 13;
        m_theme.icon(QStringLiteral("pin"), &Tokens::text2)
            .paint(&painter, QRectF(x, issuer.center().y() - 6.5, 13, 13).toAlignedRect());
    }
    if (row.isCopied)
        draw(g.name, m_theme.font(TypeRole::SmallStrong), tokens.success, QStringLiteral("✓ ") + tr("Copied"),
             Qt::ElideRight);
    else if (row.hasTrouble)
        draw(g.name, m_nameFont, tokens.warning, QStringLiteral("⚠ ") + tr("needs attention"), Qt::ElideRight);
    else
        draw(g.name, m_nameFont, selected ? tokens.selectedText2 : tokens.text2,
             row.isCounter && row.name.isEmpty() ? tr("Counter %1").arg(row.counter) : row.name, Qt::ElideMiddle);
}

void AccountDelegate::paintCode(QPainter &painter, const RowGeometry &g, const AccountRow &row, bool selected) const
{
    const Tokens &tokens = m_theme.tokens();
    const auto baseline = [](const QRectF &rect, const Digits &digits) {
        return QPointF(rect.left(), rect.center().y() + digits.capHeight() / 2);
    };
    if (row.hasTrouble || (row.isCounter && row.code.isEmpty()))
        return;
    if (row.isHidden) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.text2);
        m_digits.drawDots(painter, QPointF(g.code.left(), g.code.center().y()), row.digits);
        return;
    }
    painter.setPen(selected ? tokens.selectedText : tokens.text);
    m_digits.draw(painter, baseline(g.code, m_digits), row.code);
    if (!row.hasNext())
        return;
    painter.setPen(selected ? tokens.selectedText2 : tokens.text2);
    m_nextDigits.draw(painter, baseline(g.next, m_nextDigits), row.nextCode);
    painter.setFont(m_tagFont);
    const QString tag = tr("next");
    const qreal width = QFontMetricsF(m_tagFont).horizontalAdvance(tag);
    const bool after = m_size != RowSize::Normal;
    painter.drawText(QPointF(after ? g.next.right() + 8 : g.next.left() - 8 - width,
                             g.next.center().y() + m_nextDigits.capHeight() / 2),
                     tag);
}

void AccountDelegate::paintParts(QPainter &painter, const RowGeometry &g, const AccountRow &row, bool active,
                                 bool selected) const
{
    const Tokens &tokens = m_theme.tokens();
    const auto icon = [&](const QString &name, const QRectF &rect, qreal side) {
        m_theme.icon(name, selected ? &Tokens::selectedText2 : &Tokens::text2)
            .paint(&painter, QRectF(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side)).toAlignedRect());
    };
    if (row.canHide)
        icon(row.isHidden ? QStringLiteral("eye") : QStringLiteral("eye-off"), g.eye, 18);
    if (active)
        icon(QStringLiteral("more"), g.more, 18);
    if (row.period > 0 && !row.hasTrouble)
        paintRing(painter, g.ring, row.secondsLeft, row.period, ringColours(tokens, selected), QApplication::font());
    if (!row.isCounter)
        return;
    if (!row.code.isEmpty()) {
        icon(QStringLiteral("next"), g.nextButton, 18);
        return;
    }
    painter.setPen(tokens.outline);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(g.nextButton.adjusted(0.5, 0.5, -0.5, -0.5), measures::controlRadius,
                            measures::controlRadius);
    painter.setFont(m_issuerFont);
    painter.setPen(tokens.text);
    painter.drawText(g.nextButton.adjusted(14, 0, -38, 0), Qt::AlignCenter, tr("Next code"));
    m_theme.icon(QStringLiteral("next"))
        .paint(&painter, QRectF(g.nextButton.right() - 30, g.nextButton.center().y() - 8, 16, 16).toAlignedRect());
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(AccountModel::RowRole).value<AccountRow>();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool shownSelected = selected && m_theme.tokens().highContrast;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    const RowGeometry g = geometryOf(option.rect, row, option.direction);
    paintGround(*painter, option, index, row);
    paintTablet(*painter, g.tablet, row.issuer, m_theme.tokens(), QApplication::font(), shownSelected);
    paintNames(*painter, g, row, shownSelected);
    paintCode(*painter, g, row, shownSelected);
    paintParts(*painter, g, row, selected || m_hover == index, shownSelected);
    if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.tokens().focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -3), 9, 9);
    }
    painter->restore();
}

} // namespace watchword::app
