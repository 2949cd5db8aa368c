// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/row_geometry.h"

#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"

#include <QCoreApplication>

namespace watchword::app {

QFont stateFont(const RowFonts &fonts, const AccountRow &row)
{
    QFont font = fonts.account;
    if (row.isWaiting || row.hasTrouble)
        font.setWeight(QFont::DemiBold);
    return font;
}

namespace {

constexpr qreal rowPadding = measures::cardPadding;
constexpr qreal betweenColumns = 12;

TypeRole codeRole(RowLayout layout)
{
    switch (layout) {
    case RowLayout::Compact: return TypeRole::CodeCompact;
    case RowLayout::Large: return TypeRole::CodeLarge;
    case RowLayout::Normal:
    case RowLayout::Block: break;
    }
    return TypeRole::CodeNormal;
}

qreal ringSide(RowLayout layout, const RowFonts &fonts)
{
    const qreal side = layout == RowLayout::Compact ? 22 : layout == RowLayout::Large ? 32 : 28;
    return qRound(side * fonts.scale);
}

qreal tabletSide(RowLayout layout, const RowFonts &fonts)
{
    const qreal side = layout == RowLayout::Compact ? 24 : layout == RowLayout::Large ? 44 : 36;
    return qRound(side * (1 + (fonts.scale - 1) * 0.55));
}

qreal codeLine(const RowFonts &fonts)
{
    return fonts.code.height() * 0.98;
}

QString sample(const AccountRow &row)
{
    return row.code.isEmpty() ? QString(row.digits, u'0') : row.code;
}

QRectF target(QPointF centre)
{
    constexpr qreal side = measures::clickTarget;
    return {centre.x() - side / 2, centre.y() - side / 2, side, side};
}

/// Codes in a column at the trailing side of the row, beside the ring; the next one below.
void placeColumn(RowGeometry &g, const RowFonts &fonts, const AccountRow &row, const QRectF &r, qreal ringWidth,
                 RowLayout layout)
{
    const QString code = sample(row);
    const qreal middle = r.center().y(), cap = fonts.code.capHeight() / 2;
    const qreal width = fonts.code.width(code);
    g.ring = QRectF(r.right() - rowPadding - ringWidth, middle - ringWidth / 2, ringWidth, ringWidth);
    const qreal left = g.ring.left() - betweenColumns - width;
    const qreal half = row.hasNext() ? (layout == RowLayout::Compact ? 9.5 * fonts.scale : codeLine(fonts) / 2) : 0;
    g.code = {left, middle - half + cap};
    g.codeMiddle = {left, middle};
    const qreal nextWidth = fonts.next.width(row.nextCode);
    g.next = {left + width - nextWidth, middle + half + cap};
    g.tag = {g.next.x() - 8 - fonts.tagWidth, g.next.y()};
    g.more = g.eye = target({left - 8 - measures::clickTarget / 2.0, middle});
    if (row.isCounter && row.code.isEmpty()) {
        const qreal height = qMax(32.0, fonts.issuerHeight + 10);
        g.button = QRectF(r.right() - rowPadding - fonts.buttonWidth, middle - height / 2, fonts.buttonWidth, height);
        g.more = target({g.button.left() - 8 - measures::clickTarget / 2.0, middle});
    } else if (row.isCounter) {
        g.button = target(g.ring.center());
    }
}

/// An account that approves sign-ins has words where the others have codes. How it stands matters more than its name, which
/// gets what is left of its line; what it is ends where codes end, and is cut before the title is.
void placePush(RowGeometry &g, const RowFonts &fonts, const AccountRow &row, RowLayout layout)
{
    const qreal right = layout == RowLayout::Block ? g.ring.right() : g.ring.left() - betweenColumns;
    const qreal kind = qCeil(QFontMetricsF(fonts.base).horizontalAdvance(fonts.kindWord)) + 1;
    const qreal state = qCeil(QFontMetricsF(stateFont(fonts, row)).horizontalAdvance(row.state)) + 1;
    constexpr qreal leastName = 40, leastTitle = 72;
    const qreal kindRoom = qMin(kind, right - g.issuer.left() - leastTitle - measures::clickTarget - 4);
    g.button = {};
    switch (layout) {
    case RowLayout::Normal: {
        g.kind = QRectF(right - kindRoom, g.issuer.top(), kindRoom, fonts.issuerHeight);
        g.more = target({g.kind.left() - 4 - measures::clickTarget / 2.0, g.kind.center().y()});
        g.issuer.setRight(g.more.left());
        g.account.setRight(right);
        const qreal name = g.account.width() - state - betweenColumns;
        g.state = name < leastName ? g.account : QRectF(right - state, g.account.top(), state, fonts.accountHeight);
        g.account.setWidth(name < leastName ? 0 : name);
        break;
    }
    case RowLayout::Compact: {
        const qreal width = qMin(state, (right - g.issuer.left()) / 2);
        g.state = QRectF(right - width, g.issuer.top(), width, fonts.issuerHeight);
        g.more = target({g.state.left() - 4 - measures::clickTarget / 2.0, g.state.center().y()});
        g.account.setRight(qMax(g.account.left(), g.more.left()));
        g.issuer.setRight(qMin(g.issuer.right(), g.more.left()));
        break;
    }
    case RowLayout::Large: // the way to more is in the corner
        g.kind = QRectF(right - kind, g.issuer.top(), kind, fonts.issuerHeight);
        g.issuer.setRight(g.kind.left() - betweenColumns);
        g.state = QRectF(g.account.left(), g.account.bottom() + 4, right - g.account.left(), fonts.issuerHeight);
        break;
    case RowLayout::Block: {
        const qreal line = codeLine(fonts), left = g.code.x(), end = g.ring.left() - 4;
        const qreal top = g.codeMiddle.y() - line;
        g.more = target({end - measures::clickTarget / 2.0, top + line / 2});
        g.kind = QRectF(left, top, g.more.left() - left, line);
        g.state = QRectF(left, top + line, end - left, line);
        break;
    }
    }
}

void placeNames(RowGeometry &g, const RowFonts &fonts, qreal left, qreal right, qreal top)
{
    g.issuer = QRectF(left, top, right - left, fonts.issuerHeight);
    g.account = QRectF(left, g.issuer.bottom(), right - left, fonts.accountHeight);
}

qreal namesEnd(const RowGeometry &g, const AccountRow &row)
{
    if (row.isCounter && row.code.isEmpty())
        return g.button.left() - betweenColumns;
    if (row.canHide)
        return g.eye.left() - 4;
    return g.code.x() - betweenColumns;
}

void layOutTwoLines(RowGeometry &g, const RowFonts &fonts, const AccountRow &row, const QRectF &r)
{
    const qreal side = tabletSide(RowLayout::Normal, fonts);
    g.tablet = QRectF(r.left() + rowPadding, r.center().y() - side / 2, side, side);
    placeColumn(g, fonts, row, r, ringSide(RowLayout::Normal, fonts), RowLayout::Normal);
    g.lineStart = rowPadding + side + betweenColumns;
    const qreal names = fonts.issuerHeight + fonts.accountHeight;
    qreal end = namesEnd(g, row);
    if (row.hasNext() && !row.isHidden)
        end = qMin(end, g.tag.x() - 8);
    placeNames(g, fonts, r.left() + g.lineStart, end, r.center().y() - names / 2);
}

void layOutOneLine(RowGeometry &g, const RowFonts &fonts, const AccountRow &row, const QRectF &r)
{
    const qreal side = tabletSide(RowLayout::Compact, fonts);
    g.tablet = QRectF(r.left() + 8, r.center().y() - side / 2, side, side);
    placeColumn(g, fonts, row, r, ringSide(RowLayout::Compact, fonts), RowLayout::Compact);
    g.lineStart = 8 + side + 8;
    const qreal left = r.left() + g.lineStart, end = namesEnd(g, row);
    const qreal wide = QFontMetricsF(fonts.issuer).horizontalAdvance(row.issuer) + 2;
    g.issuer = QRectF(left, r.center().y() - fonts.issuerHeight / 2, qMin(wide, end - left), fonts.issuerHeight);
    g.account = QRectF(g.issuer.right() + 8, g.issuer.top(), qMax(0.0, end - g.issuer.right() - 8), fonts.issuerHeight);
}

void layOutLarge(RowGeometry &g, const RowFonts &fonts, const AccountRow &row, const QRectF &r)
{
    const qreal side = tabletSide(RowLayout::Large, fonts), ring = ringSide(RowLayout::Large, fonts);
    g.tablet = QRectF(r.left() + 14, r.center().y() - side / 2, side, side);
    g.ring = QRectF(r.right() - 14 - ring, r.center().y() - ring / 2, ring, ring);
    g.lineStart = 14 + side + 14;
    const qreal left = r.left() + g.lineStart;
    const qreal text = fonts.issuerHeight + fonts.accountHeight - 1 + fonts.code.height() * 1.02;
    const qreal top = r.center().y() - text / 2;
    placeNames(g, fonts, left, g.ring.left() - betweenColumns, top);
    const QString code = sample(row);
    const qreal middle = top + text - fonts.code.height() / 2;
    const qreal baseline = middle + fonts.code.capHeight() / 2;
    g.code = {left, baseline};
    g.codeMiddle = {left, middle};
    g.next = {left + fonts.code.width(code) + 14, baseline};
    g.tag = {g.next.x() + fonts.next.width(row.nextCode) + 7, baseline};
    g.eye = target({left + fonts.code.width(code) + 8 + measures::clickTarget / 2.0, middle});
    g.more = target({g.ring.center().x(), r.top() + 4 + measures::clickTarget / 2.0});
    if (row.isCounter && row.code.isEmpty()) {
        const qreal height = qMax(32.0, fonts.issuerHeight + 10);
        g.button = QRectF(left, middle - height / 2, fonts.buttonWidth, height);
    } else if (row.isCounter) {
        g.button = target(g.ring.center());
    }
}

void layOutBlock(RowGeometry &g, const RowFonts &fonts, const AccountRow &row, const QRectF &r)
{
    const qreal side = tabletSide(RowLayout::Normal, fonts), ring = ringSide(RowLayout::Normal, fonts);
    const qreal left = r.left() + rowPadding + side + betweenColumns, right = r.right() - rowPadding;
    g.lineStart = 0;
    g.issuer = QRectF(left, r.top() + rowPadding, right - left, fonts.issuerHeight * g.issuerLines);
    g.account = QRectF(left, g.issuer.bottom(), right - left,
                       (row.name.isEmpty() && row.group.isEmpty()) ? 0 : fonts.accountHeight);
    const qreal names = qMax(side, fonts.issuerHeight * g.issuerLines + fonts.accountHeight);
    g.tablet = QRectF(r.left() + rowPadding, r.top() + rowPadding + (names - side) / 2, side, side);
    const qreal codesTop = r.top() + rowPadding + names + 4, line = codeLine(fonts);
    const qreal middle = codesTop + (row.hasNext() ? line / 2 : line), cap = fonts.code.capHeight() / 2;
    const qreal start = r.left() + rowPadding;
    g.ring = QRectF(right - ring, codesTop + line - ring / 2, ring, ring);
    g.code = {start, middle + cap};
    g.codeMiddle = {start, middle};
    g.next = {start, middle + line + cap};
    g.tag = {start + fonts.next.width(row.nextCode) + 10, g.next.y()};
    g.eye = target({g.ring.left() - 4 - measures::clickTarget / 2.0, g.ring.center().y()});
    g.more = g.eye;
    if (row.isCounter && row.code.isEmpty()) {
        const qreal height = qMax(32.0, fonts.issuerHeight + 10);
        g.button = QRectF(start, codesTop + line - height / 2, qMin(fonts.buttonWidth, right - start), height);
        g.more = target({right - measures::clickTarget / 2.0, codesTop + line});
    } else if (row.isCounter) {
        g.button = target(g.ring.center());
    }
}

void mirror(RowGeometry &g, const RowFonts &fonts, const AccountRow &row, const QRectF &r)
{
    const auto turned = [&r](const QRectF &q) {
        return QRectF(r.left() + r.right() - q.right(), q.top(), q.width(), q.height());
    };
    const auto turnedText = [&r](QPointF at, qreal width) {
        return QPointF(r.left() + r.right() - at.x() - width, at.y());
    };
    for (QRectF *rect : {&g.tablet, &g.ring, &g.issuer, &g.account, &g.eye, &g.more, &g.button, &g.kind, &g.state})
        *rect = turned(*rect);
    const qreal width = fonts.code.width(sample(row));
    g.code = turnedText(g.code, width);
    g.codeMiddle = turnedText(g.codeMiddle, width);
    g.next = turnedText(g.next, fonts.next.width(row.nextCode));
    g.tag = turnedText(g.tag, fonts.tagWidth);
}

} // namespace

RowFonts::RowFonts(const Theme &theme, RowLayout layout)
    : base(theme.font(TypeRole::Body))
    , issuer(theme.font(TypeRole::BodyStrong))
    , account(theme.font(TypeRole::Small))
    , tag(theme.font(TypeRole::Tag))
    , button(theme.font(TypeRole::BodyStrong))
    , code(theme.font(codeRole(layout)))
    , next(theme.nextFont(codeRole(layout)))
    , scale(textScale(base))
    , tagWord(QCoreApplication::translate("watchword::app::AccountList", "next"))
    , buttonWord(QCoreApplication::translate("watchword::app::AccountList", "Next code"))
    , kindWord(QCoreApplication::translate("watchword::app::AccountList", "Approve / Deny"))
{
    const QFontMetricsF issuerMetrics(issuer), accountMetrics(account);
    issuerHeight = qMax(qCeil(20 * scale), qCeil(issuerMetrics.height()));
    accountHeight = qMax(qCeil(18 * scale), qCeil(accountMetrics.height()));
    tagWidth = QFontMetricsF(tag).horizontalAdvance(tagWord);
    buttonWidth = qCeil(QFontMetricsF(button).horizontalAdvance(buttonWord)) + 12 + 8 + measures::iconInText + 12;
    averageWidth = accountMetrics.averageCharWidth();
}

RowLayout chooseLayout(const Theme &theme, int width, int rows, int longestCode)
{
    const QString code(longestCode, u'0');
    constexpr int mostLargeRows = 5;
    if (rows <= mostLargeRows) {
        const RowFonts fonts(theme, RowLayout::Large);
        const qreal needed = 14 + tabletSide(RowLayout::Large, fonts) + 14 + fonts.code.width(code) + 14
            + fonts.next.width(code) + 7 + fonts.tagWidth + betweenColumns + ringSide(RowLayout::Large, fonts) + 14;
        if (needed <= width)
            return RowLayout::Large;
    }
    const RowFonts fonts(theme, RowLayout::Normal);
    const qreal names = width - rowPadding - tabletSide(RowLayout::Normal, fonts) - betweenColumns - betweenColumns
        - fonts.code.width(code) - betweenColumns - ringSide(RowLayout::Normal, fonts) - rowPadding;
    return names < 9 * fonts.averageWidth ? RowLayout::Block : RowLayout::Normal;
}

int issuerLines(RowLayout layout, const RowFonts &fonts, const QString &issuer, int width)
{
    if (layout != RowLayout::Block)
        return 1;
    const qreal room = width - 2 * rowPadding - tabletSide(RowLayout::Normal, fonts) - betweenColumns;
    return QFontMetricsF(fonts.issuer).horizontalAdvance(issuer) > room ? 2 : 1;
}

int rowHeight(RowLayout layout, const RowFonts &fonts, int lines)
{
    const qreal codes = 2 * codeLine(fonts);
    switch (layout) {
    case RowLayout::Compact: return qMax(40, qCeil(38 * fonts.scale + 2));
    case RowLayout::Normal: return qMax(56, qCeil(qMax(fonts.issuerHeight + fonts.accountHeight + 18, codes + 8)));
    case RowLayout::Large:
        return qMax(96, qCeil(fonts.issuerHeight + fonts.accountHeight + fonts.code.height() * 1.02 + 22));
    case RowLayout::Block: break;
    }
    const qreal names = qMax(tabletSide(RowLayout::Normal, fonts), fonts.issuerHeight * lines + fonts.accountHeight);
    return qCeil(2 * rowPadding + names + 4 + codes);
}

RowGeometry rowGeometry(RowLayout layout, const RowFonts &fonts, const AccountRow &row, const QRect &rect,
                        bool rightToLeft)
{
    RowGeometry g;
    const QRectF r(rect);
    g.issuerLines = issuerLines(layout, fonts, row.issuer, rect.width());
    switch (layout) {
    case RowLayout::Compact: layOutOneLine(g, fonts, row, r); break;
    case RowLayout::Normal: layOutTwoLines(g, fonts, row, r); break;
    case RowLayout::Large: layOutLarge(g, fonts, row, r); break;
    case RowLayout::Block: layOutBlock(g, fonts, row, r); break;
    }
    if (row.isPush)
        placePush(g, fonts, row, layout);
    if ((row.name.isEmpty() && row.group.isEmpty()) && !row.isPush && !row.isCopied && !row.hasTrouble && !row.isCounter
        && (layout == RowLayout::Normal || layout == RowLayout::Large))
        g.issuer.moveTop(g.issuer.top() + fonts.accountHeight / 2);
    if (rightToLeft)
        mirror(g, fonts, row, r);
    return g;
}

RowPart partAt(const RowGeometry &geometry, const AccountRow &row, QPointF position)
{
    if (row.isCounter && geometry.button.contains(position))
        return RowPart::NextCode;
    if (row.canHide && !row.code.isEmpty() && geometry.eye.contains(position))
        return RowPart::Eye;
    if ((!row.canHide || geometry.more != geometry.eye) && geometry.more.contains(position))
        return RowPart::More;
    return RowPart::Row;
}

} // namespace watchword::app
