// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/account_row.h"
#include "app/widgets/code_painting.h"

#include <QRectF>

namespace watchword::app {

class Theme;

/// How rows are laid out: one line; two; two with the code below and the next beside it; a block of the names' lines and
/// the codes' for narrow windows and large text.
enum class RowLayout { Compact, Normal, Large, Block };

/// What of a row can be pointed at.
enum class RowPart { None, Row, Eye, More, NextCode };

/// The fonts of a layout, read once a theme.
struct RowFonts {
    RowFonts() = default;
    RowFonts(const Theme &theme, RowLayout layout);

    QFont base, issuer, account, tag, button;
    Digits code, next;
    qreal issuerHeight = 0, accountHeight = 0, tagWidth = 0, buttonWidth = 0, averageWidth = 0;
    qreal scale = 1;
    QString tagWord, buttonWord, kindWord;
};

/// Where everything of a row is, in the viewport's coordinates, already mirrored. The same for painting and for hits.
struct RowGeometry {
    QRectF tablet, ring, issuer, account, eye, more, button;
    QRectF kind, state; ///< of an account that approves sign-ins: what it is and how it stands; its icon is in `ring`
    QPointF code;       ///< the current code's baseline from the left
    QPointF codeMiddle; ///< for the dots
    QPointF next;       ///< the next code's baseline
    QPointF tag;
    int issuerLines = 1;
    qreal lineStart = 0; ///< where the row's line begins, from the leading edge
};

/// The font of a state in words: stronger when something is to be done.
QFont stateFont(const RowFonts &fonts, const AccountRow &row);
/// The layout for a list of that width.
RowLayout chooseLayout(const Theme &theme, int width, int rows, int longestCode);
int rowHeight(RowLayout layout, const RowFonts &fonts, int issuerLines);
/// How many lines the issuer takes: 1, or in a block up to 2.
int issuerLines(RowLayout layout, const RowFonts &fonts, const QString &issuer, int width);
RowGeometry rowGeometry(RowLayout layout, const RowFonts &fonts, const AccountRow &row, const QRect &rect,
                        bool rightToLeft);
RowPart partAt(const RowGeometry &geometry, const AccountRow &row, QPointF position);

} // namespace watchword::app
