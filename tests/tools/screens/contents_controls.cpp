// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/contents.h"

#include <algorithm>
#include <cmath>

namespace watchword::screens {

namespace {

/// A radio button as a toolkit draws it: a ring, and a dot when it is chosen.
void paintRadio(Canvas &canvas, const QPoint &middle, double size, bool isChosen)
{
    const double radius = canvas.px(size) / 2.0;
    canvas.painter.setPen(QPen(canvas.theme.text, std::max(1.0, canvas.scale * size / 9)));
    canvas.painter.setBrush(canvas.theme.window);
    canvas.painter.drawEllipse(QPointF(middle), radius, radius);
    if (isChosen) {
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(canvas.theme.text);
        canvas.painter.drawEllipse(QPointF(middle), radius * 0.45, radius * 0.45);
    }
}

void paintCheckBox(Canvas &canvas, const QPoint &middle, double size, bool isChecked)
{
    const int side = canvas.px(size);
    const QRect box(middle.x() - side / 2, middle.y() - side / 2, side, side);
    const int line = std::max(1, canvas.px(size / 9));
    canvas.painter.fillRect(box, canvas.theme.text);
    canvas.painter.fillRect(box.adjusted(line, line, -line, -line), canvas.theme.window);
    if (isChecked)
        canvas.painter.fillRect(box.adjusted(2 * line, 2 * line, -2 * line, -2 * line), canvas.theme.text);
}

/// Rings in just the proportions of a finder pattern.
void paintTarget(Canvas &canvas, const QPoint &middle, double size, bool isRound)
{
    for (const int part : {7, 5, 3}) {
        const double half = canvas.px(size) * part / 14.0;
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(part == 5 ? canvas.theme.window : canvas.theme.text);
        const QRectF box(middle.x() - half, middle.y() - half, 2 * half, 2 * half);
        if (isRound)
            canvas.painter.drawEllipse(box);
        else
            canvas.painter.drawRect(box);
    }
}

void paintFolder(Canvas &canvas, const QRect &icon)
{
    const QColor colour = anyBright(canvas.random);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(colour.darker(120));
    canvas.painter.drawRoundedRect(icon.adjusted(0, 0, -icon.width() / 2, -icon.height() / 2), 3, 3);
    canvas.painter.setBrush(colour);
    canvas.painter.drawRoundedRect(icon.adjusted(0, icon.height() / 6, 0, 0), 3, 3);
    if (canvas.random.chance(0.3))
        paintTarget(canvas, icon.center(), 14, true);
}

void paintBars(Canvas &canvas, const QRect &card)
{
    const int count = canvas.random.between(5, 18);
    const int step = card.width() / count;
    for (int i = 0; i < count; ++i) {
        const int height = canvas.random.between(card.height() / 10, card.height());
        canvas.painter.fillRect(card.left() + i * step, card.bottom() - height, step * 2 / 3, height,
                                canvas.theme.accent);
    }
}

void paintDonut(Canvas &canvas, const QRect &card)
{
    const int side = std::min(card.width(), card.height());
    const QRect box(card.left(), card.top(), side, side);
    canvas.painter.setPen(Qt::NoPen);
    for (int start = 0; start < 360;) {
        const int span = canvas.random.between(20, 150);
        canvas.painter.setBrush(anyBright(canvas.random));
        canvas.painter.drawPie(box, start * 16, std::min(span, 360 - start) * 16);
        start += span;
    }
    canvas.painter.setBrush(canvas.theme.field);
    canvas.painter.drawEllipse(box.adjusted(side / 5, side / 5, -side / 5, -side / 5));
}

} // namespace

void paintTable(Canvas &canvas, const QRect &area)
{
    Random &random = canvas.random;
    const int row = canvas.px(random.between(20, 30));
    const int column = canvas.px(random.between(70, 150));
    canvas.painter.fillRect(area.left(), area.top(), area.width(), row, canvas.theme.bar);
    for (int y = area.top(); y < area.bottom(); y += row) {
        canvas.setFont(12, Face::Sans, y == area.top());
        for (int x = area.left(); x < area.right(); x += column) {
            const QString text = random.chance(0.6) ? QString::number(random.between(0, 99999)) : anyWords(random, 1);
            canvas.drawText(x + canvas.px(6), y + row * 2 / 3, text, canvas.theme.text);
            canvas.painter.fillRect(x, y, 1, row, canvas.theme.line);
        }
        canvas.painter.fillRect(area.left(), y + row - 1, area.width(), 1, canvas.theme.line);
    }
}

void paintForm(Canvas &canvas, const QRect &area)
{
    Random &random = canvas.random;
    const int row = canvas.px(random.between(22, 32));
    const int column = canvas.px(random.between(120, 260));
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    for (int x = area.left() + canvas.px(12); x < area.right(); x += column) {
        const int kind = random.between(0, 2);
        for (int y = area.top() + row; y < area.bottom(); y += row) {
            const bool isOn = random.chance(0.4);
            const QPoint middle(x + canvas.px(8), y - canvas.px(4));
            if (kind == 0)
                paintRadio(canvas, middle, 14, isOn);
            else if (kind == 1)
                paintCheckBox(canvas, middle, 13, isOn);
            canvas.setFont(12);
            canvas.drawText(x + canvas.px(kind == 2 ? 0 : 22), y, anyWords(random, 3), canvas.theme.text);
            if (kind == 2 && random.chance(0.5)) {
                canvas.painter.setPen(canvas.theme.line);
                canvas.painter.setBrush(canvas.theme.field);
                canvas.painter.drawRoundedRect(x, y + canvas.px(6), column - canvas.px(24), row - canvas.px(4), 3, 3);
                y += row;
            }
        }
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintLookAlikes(Canvas &canvas, const QRect &area)
{
    Random &random = canvas.random;
    const double size = random.oneOf({12.0, 14.0, 16.0, 21.0, 28.0});
    // Thousands are enough; tens of thousands keep ZXing busy for minutes.
    const int least = int(std::sqrt(double(area.width()) * area.height() / 3500));
    const int step = std::max(canvas.px(size * random.real(1.4, 2.4)), least);
    const int kind = random.between(0, 3);
    const double onShare = random.real(0.2, 1);
    canvas.painter.setRenderHint(QPainter::Antialiasing, kind != 3);
    for (int y = area.top() + step; y < area.bottom(); y += step) {
        for (int x = area.left() + step; x < area.right(); x += step) {
            const bool isOn = random.chance(onShare);
            if (kind == 0)
                paintRadio(canvas, QPoint(x, y), size, isOn);
            else if (kind == 1)
                paintCheckBox(canvas, QPoint(x, y), size, isOn);
            else
                paintTarget(canvas, QPoint(x, y), isOn ? size : size * 0.7, kind == 2);
        }
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintFiles(Canvas &canvas, const QRect &area)
{
    const int cell = canvas.px(canvas.random.between(76, 104));
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.setFont(11);
    for (int y = area.top() + canvas.px(10); y < area.bottom(); y += cell) {
        for (int x = area.left() + canvas.px(14); x < area.right(); x += cell) {
            paintFolder(canvas, QRect(x, y, cell * 5 / 10, cell * 4 / 10));
            canvas.drawText(x - canvas.px(4), y + cell * 6 / 10, anyWords(canvas.random, 1), canvas.theme.text);
        }
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintDashboard(Canvas &canvas, const QRect &area)
{
    const int width = canvas.px(canvas.random.between(180, 300));
    const int height = canvas.px(canvas.random.between(130, 200));
    const int gap = canvas.px(14);
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    for (int y = area.top() + gap; y < area.bottom(); y += height + gap) {
        for (int x = area.left() + gap; x < area.right(); x += width + gap) {
            const QRect card(x, y, width, height);
            canvas.painter.setPen(canvas.theme.line);
            canvas.painter.setBrush(canvas.theme.field);
            canvas.painter.drawRoundedRect(card, 5, 5);
            canvas.setFont(12);
            canvas.drawText(x + gap, y + canvas.px(22), anyWords(canvas.random, 2), canvas.theme.muted);
            const QRect inner = card.adjusted(gap, canvas.px(34), -gap, -gap);
            if (canvas.random.chance(0.4)) {
                paintBars(canvas, inner);
            } else if (canvas.random.chance(0.5)) {
                paintDonut(canvas, inner);
            } else {
                canvas.setFont(34, Face::Sans, true);
                canvas.drawText(inner.left(), inner.center().y(), QString::number(canvas.random.between(10, 9999)),
                                canvas.theme.text);
            }
        }
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace watchword::screens
