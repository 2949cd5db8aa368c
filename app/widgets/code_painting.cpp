// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/code_painting.h"

#include "app/models/last_watch.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/type_roles.h"
#include "core/otp/grouping.h"

#include <QLocale>
#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace watchword::app {

namespace {

constexpr char16_t firstCharacter = u'0';
constexpr char16_t lastCharacter = u'Z';
constexpr QStringView steamAlphabet = u"23456789BCDFGHJKMNPQRTVWXY";

qreal toHalfPixel(qreal value)
{
    return std::ceil(value * 2) / 2;
}

bool hasLetters(QStringView code)
{
    return std::ranges::any_of(code, [](QChar c) { return c < u'0' || c > u'9'; });
}

QFont sized(const QFont &base, qreal pixels, QFont::Weight weight)
{
    QFont font = base;
    font.setPixelSize(qMax(1, qRound(pixels)));
    font.setWeight(weight);
    return font;
}

} // namespace

Digits::Digits(const QFont &font)
    : m_font(font)
{
    const QFontMetricsF metrics(font);
    for (char16_t c = firstCharacter; c <= lastCharacter; ++c)
        m_advances[c - firstCharacter] = metrics.horizontalAdvance(QChar(c));
    for (char16_t c = u'0'; c <= u'9'; ++c)
        m_digitCell = qMax(m_digitCell, advance(c));
    m_letterCell = m_digitCell;
    for (const QChar c : steamAlphabet)
        m_letterCell = qMax(m_letterCell, advance(c));
    m_digitCell = toHalfPixel(m_digitCell);
    m_letterCell = toHalfPixel(m_letterCell);
    m_gap = std::round(metrics.height() * 0.30);
    m_capHeight = metrics.capHeight();
    m_height = metrics.height();
}

qreal Digits::advance(QChar character) const
{
    if (character >= firstCharacter && character <= lastCharacter)
        return m_advances[character.unicode() - firstCharacter];
    return QFontMetricsF(m_font).horizontalAdvance(character);
}

qreal Digits::cell(QStringView code) const
{
    return hasLetters(code) ? m_letterCell : m_digitCell;
}

qreal Digits::width(QStringView code) const
{
    return cell(code) * qreal(code.size()) + m_gap * qreal(otp::groupSizes(int(code.size())).size() - 1);
}

QList<qreal> Digits::cellsOf(QStringView code) const
{
    const qreal step = cell(code);
    QList<qreal> cells;
    cells.reserve(code.size());
    qreal x = 0;
    for (const int size : otp::groupSizes(int(code.size()))) {
        for (int i = 0; i < size; ++i, x += step)
            cells.append(x);
        x += m_gap;
    }
    return cells;
}

void Digits::draw(QPainter &painter, QPointF baseline, QStringView code) const
{
    painter.setFont(m_font);
    const qreal step = cell(code);
    const QList<qreal> cells = cellsOf(code);
    for (qsizetype i = 0; i < code.size(); ++i) {
        const qreal inset = (step - advance(code[i])) / 2;
        painter.drawText(QPointF(baseline.x() + cells[i] + inset, baseline.y()), QString(code[i]));
    }
}

void Digits::drawDots(QPainter &painter, QPointF middle, int count) const
{
    const QString zeros(count, u'0');
    const qreal radius = m_height * 0.145;
    for (const qreal x : cellsOf(zeros))
        painter.drawEllipse(QPointF(middle.x() + x + m_digitCell / 2, middle.y()), radius, radius);
}

QList<RingArc> ringArcs(int secondsLeft, int period, qreal diameter)
{
    const qreal gap = diameter >= 40 ? 7 : 9;
    const qreal elapsed = period > 0 ? 360.0 * (1 - qBound(0.0, qreal(secondsLeft) / period, 1.0)) : 0;
    QList<RingArc> arcs;
    for (int watch = 0; watch < 4; ++watch) {
        const qreal from = watch * 90 + gap / 2, to = watch * 90 + 90 - gap / 2;
        if (elapsed > from)
            arcs.append({from, qMin(to, elapsed), false});
        if (elapsed < to - 0.5)
            arcs.append({qMax(elapsed, from), to, true});
    }
    return arcs;
}

QString ringNumber(int secondsLeft)
{
    if (secondsLeft <= 99)
        return QString::number(secondsLeft);
    return QStringLiteral("%1m").arg((secondsLeft + 59) / 60);
}

RingColours ringColours(const Tokens &t, bool selected)
{
    if (t.highContrast && selected)
        return {t.selected, t.selectedText, t.selectedText, t.selectedText, t.selectedText};
    return {t.highContrast ? QColor(Qt::transparent) : t.ringTrack, t.ring, t.ringLast, t.text, t.warning};
}

void paintRing(QPainter &painter, const QRectF &rect, int secondsLeft, int period, const RingColours &colours,
               const QFont &base)
{
    const bool last = isLastWatch(secondsLeft, period);
    const qreal diameter = rect.width();
    const qreal thin = diameter * 0.089, live = last ? diameter * 0.125 : thin;
    const qreal inset = diameter / 16;
    const QRectF circle = rect.adjusted(inset, inset, -inset, -inset);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RingArc &arc : ringArcs(secondsLeft, period, diameter)) {
        painter.setPen(QPen(!arc.live  ? colours.track
                                : last ? colours.lastWatch
                                       : colours.live,
                            arc.live ? live : thin, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, qRound((90 - arc.from) * 16), qRound(-(arc.to - arc.from) * 16));
    }
    const QString number = ringNumber(secondsLeft);
    painter.setFont(sized(base, diameter * (number.size() > 2 ? 0.34 : 0.40), last ? QFont::Bold : QFont::DemiBold));
    painter.setPen(last ? colours.lastNumber : colours.number);
    painter.drawText(rect, Qt::AlignCenter, number);
    painter.restore();
}

int tabletOf(QStringView issuer)
{
    quint32 hash = 2166136261u;
    for (const char byte : issuer.toString().toCaseFolded().toUtf8())
        hash = (hash ^ quint8(byte)) * 16777619u;
    return int(hash % tabletPairs().size());
}

QString initialOf(const QString &name)
{
    const QString text = name.trimmed();
    if (text.isEmpty())
        return QStringLiteral("?");
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    const qsizetype end = finder.toNextBoundary();
    return QLocale().toUpper(text.left(end > 0 ? end : 1));
}

void paintTablet(QPainter &painter, const QRectF &rect, const QString &issuer, const Tokens &tokens, const QFont &base,
                 bool selected)
{
    const TabletPair &pair = tabletPairs()[std::size_t(tabletOf(issuer))];
    const qreal radius = rect.width() * measures::tabletRadius;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (tokens.highContrast) {
        painter.setPen(QPen(selected ? tokens.selectedText : tokens.text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.dark ? pair.deep : pair.pale);
        painter.drawRoundedRect(rect, radius, radius);
        painter.setPen(tokens.dark ? pair.pale : pair.deep);
    }
    painter.setFont(sized(base, rect.width() * 14 / 36, QFont::DemiBold));
    painter.drawText(rect, Qt::AlignCenter, initialOf(issuer));
    painter.restore();
}

qreal snapped(qreal value, qreal devicePixelRatio)
{
    return qRound(value * devicePixelRatio) / devicePixelRatio;
}

} // namespace watchword::app
