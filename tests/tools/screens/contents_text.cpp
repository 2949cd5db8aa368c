// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/contents.h"

namespace watchword::screens {

void paintDocument(Canvas &canvas, const QRect &area)
{
    Random &random = canvas.random;
    const double size = random.oneOf({10.0, 11.0, 12.0, 13.0, 13.0, 15.0, 17.0});
    const Face face = random.chance(0.3) ? Face::Serif : Face::Sans;
    const int left = area.left() + canvas.px(16);
    const int perLine = std::max(2, int(area.width() / (size * canvas.scale * 3.4)));
    int y = area.top() + canvas.px(8);
    int leftOfParagraph = 0;
    while (y < area.bottom()) {
        if (leftOfParagraph == 0) {
            y += canvas.px(size * 1.9);
            if (random.chance(0.3)) {
                canvas.setFont(size * 1.6, face, true);
                canvas.drawText(left, y + canvas.px(size * 0.5), anyWords(random, random.between(2, 5)),
                                canvas.theme.text);
                y += canvas.px(size * 2.4);
            }
            canvas.setFont(size, face);
            leftOfParagraph = random.between(2, 9);
        }
        const int words = --leftOfParagraph == 0 ? random.between(1, perLine) : perLine;
        canvas.drawText(left, y, anyWords(random, words), canvas.theme.text);
        y += canvas.px(size * 1.5);
    }
}

void paintEditor(Canvas &canvas, const QRect &area)
{
    Random &random = canvas.random;
    canvas.painter.fillRect(area, canvas.theme.field);
    canvas.setFont(random.oneOf({11.0, 12.0, 13.0, 14.0}), Face::Mono);
    const QFontMetrics metrics(canvas.painter.font());
    const int step = metrics.lineSpacing();
    int depth = 0;
    int line = random.between(1, 900);
    for (int y = area.top() + step; y < area.bottom(); y += step, ++line) {
        canvas.drawText(area.left() + canvas.px(6), y, QString::number(line), canvas.theme.muted);
        depth = std::clamp(depth + random.between(-1, 1), 0, 5);
        int x = area.left() + canvas.px(46) + depth * canvas.px(28);
        for (int token = random.between(0, 8); token > 0; --token) {
            const QString text = anyWords(random, 1)
                + random.oneOf({QStringLiteral("("), QStringLiteral(" = "), QStringLiteral(" "), QStringLiteral("->"),
                                QStringLiteral("); "), QStringLiteral(" {")});
            const QColor colour = random.chance(0.5)
                ? canvas.theme.text
                : QColor::fromHsl(random.oneOf({20, 90, 200, 280, 330}), 140, canvas.theme.isDark ? 170 : 90);
            canvas.drawText(x, y, text, colour);
            x += metrics.horizontalAdvance(text);
        }
    }
}

void paintMails(Canvas &canvas, const QRect &area)
{
    Random &random = canvas.random;
    const int row = canvas.px(random.between(44, 64));
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    for (int y = area.top(); y < area.bottom(); y += row) {
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(anyBright(random));
        canvas.painter.drawEllipse(area.left() + canvas.px(10), y + canvas.px(8), canvas.px(28), canvas.px(28));
        canvas.setFont(13, Face::Sans, random.chance(0.4));
        canvas.drawText(area.left() + canvas.px(50), y + canvas.px(18), anyWords(random, 2), canvas.theme.text);
        canvas.setFont(11);
        canvas.drawText(area.left() + canvas.px(50), y + canvas.px(36), anyWords(random, 12), canvas.theme.muted);
        canvas.painter.fillRect(area.left(), y + row - 1, area.width(), 1, canvas.theme.line);
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintChat(Canvas &canvas, const QRect &area)
{
    Random &random = canvas.random;
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.setFont(13);
    int y = area.top() + canvas.px(12);
    while (y < area.bottom()) {
        const int lines = random.between(1, 4);
        const int width = std::min(area.width() - canvas.px(60), canvas.px(random.between(140, 380)));
        const bool isOwn = random.chance(0.45);
        const QRect bubble(isOwn ? area.right() - width - canvas.px(16) : area.left() + canvas.px(16), y, width,
                           canvas.px(14 + 19 * lines));
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(isOwn ? canvas.theme.accent : canvas.theme.bar);
        canvas.painter.drawRoundedRect(bubble, canvas.px(10), canvas.px(10));
        canvas.painter.save();
        canvas.painter.setClipRect(bubble, Qt::IntersectClip);
        for (int line = 0; line < lines; ++line)
            canvas.drawText(bubble.left() + canvas.px(10), y + canvas.px(20 + 19 * line), anyWords(random, 9),
                            isOwn ? QColor(Qt::white) : canvas.theme.text);
        canvas.painter.restore();
        y = bubble.bottom() + canvas.px(random.between(6, 22));
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace watchword::screens
