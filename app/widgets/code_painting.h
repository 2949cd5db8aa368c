// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/tokens.h"

#include <QFont>
#include <QFontMetricsF>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace watchword::app {

/// Tabular digits without font features: one cell a character, as wide as the widest of its alphabet. Always left to
/// right, also in a right-to-left window.
class Digits
{
public:
    Digits() = default;
    /// For '0'–'9'; codes with letters get the cell of Steam's alphabet.
    explicit Digits(const QFont &font);

    qreal width(QStringView code) const;
    /// Left edges of the characters' cells, from 0.
    QList<qreal> cellsOf(QStringView code) const;
    void draw(QPainter &painter, QPointF baseline, QStringView code) const;
    /// As many dots as the code has characters, one in the middle of each cell.
    void drawDots(QPainter &painter, QPointF middle, int count) const;

    qreal cell(QStringView code) const;
    qreal gap() const { return m_gap; }
    qreal capHeight() const { return m_capHeight; }
    qreal height() const { return m_height; }
    const QFont &font() const { return m_font; }

private:
    qreal advance(QChar character) const;

    QFont m_font;
    qreal m_advances[43] = {}; ///< '0' to 'Z'
    qreal m_digitCell = 0;
    qreal m_letterCell = 0;
    qreal m_gap = 0;
    qreal m_capHeight = 0;
    qreal m_height = 0;
};

/// One stroke of the ring, in degrees clockwise from 12 o'clock.
struct RingArc {
    qreal from = 0;
    qreal to = 0;
    bool live = false; ///< the part of the period that is left
    friend bool operator==(const RingArc &, const RingArc &) = default;
};

/// The strokes of a ring of four watches.
QList<RingArc> ringArcs(int secondsLeft, int period, qreal diameter);
/// The number in the ring: seconds, above 99 minutes ("3m").
QString ringNumber(int secondsLeft);

struct RingColours {
    QColor track, live, lastWatch, number, lastNumber;
};
RingColours ringColours(const Tokens &tokens, bool selected = false);

/// The countdown: the same for rows, cards and details. Runs clockwise everywhere.
void paintRing(QPainter &painter, const QRectF &rect, int secondsLeft, int period, const RingColours &colours,
               const QFont &base);

/// Which of the ten tablets an issuer has: 32-bit FNV-1a over the UTF-8 of its case-folded name, modulo 10.
int tabletOf(QStringView issuer);
/// The first grapheme of a name in upper case; "?" when there is none.
QString initialOf(const QString &name);
/// The rounded square with the initial.
void paintTablet(QPainter &painter, const QRectF &rect, const QString &issuer, const Tokens &tokens, const QFont &base,
                 bool selected = false);

/// A length moved to whole device pixels.
qreal snapped(qreal value, qreal devicePixelRatio);

} // namespace watchword::app
