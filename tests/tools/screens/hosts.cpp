// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/hosts.h"

#include "tests/tools/screens/contents.h"

namespace watchword::screens {

namespace {

void paintClipped(Canvas &canvas, const QRect &area, Content content)
{
    if (area.width() < canvas.px(50) || area.height() < canvas.px(22))
        return;
    canvas.painter.save();
    canvas.painter.setClipRect(area, Qt::IntersectClip);
    content(canvas, area);
    canvas.painter.restore();
}

/// The same content above, below and on both sides of the hole.
void paintAround(Canvas &canvas, const QRect &body, const QRect &hole, Content content)
{
    const int gap = canvas.px(4);
    const QRect room = hole.adjusted(-gap, -gap, gap, gap);
    paintClipped(canvas, QRect(body.topLeft(), QPoint(body.right(), room.top() - 1)), content);
    paintClipped(canvas, QRect(QPoint(body.left(), room.top()), QPoint(room.left() - 1, room.bottom())), content);
    paintClipped(canvas, QRect(QPoint(room.right() + 1, room.top()), QPoint(body.right(), room.bottom())), content);
    paintClipped(canvas, QRect(QPoint(body.left(), room.bottom() + 1), body.bottomRight()), content);
}

/// `across` and `down` are shares of the room that is left over.
QRect holeIn(const QRect &body, const QSize &hole, double across, double down)
{
    return {body.left() + int((body.width() - hole.width()) * across),
            body.top() + int((body.height() - hole.height()) * down), hole.width(), hole.height()};
}

QRect paintCard(Canvas &canvas, const QRect &body, const QSize &size)
{
    const QRect hole = holeIn(body, size, 0.5, 0.55);
    canvas.setFont(20, Face::Sans, true);
    const int left = std::min(hole.left(), body.left() + canvas.px(60));
    if (hole.top() - body.top() > canvas.px(40)) {
        canvas.drawText(left, body.top() + canvas.px(30), QStringLiteral("Set up two-step login"), canvas.theme.text);
        paintClipped(canvas,
                     QRect(QPoint(left, body.top() + canvas.px(34)), QPoint(body.right(), hole.top() - canvas.px(8))),
                     paintDocument);
    }
    if (body.bottom() - hole.bottom() > canvas.px(50)) {
        const QRect button(body.right() - canvas.px(110), body.bottom() - canvas.px(40), canvas.px(96), canvas.px(30));
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(canvas.theme.accent);
        canvas.painter.drawRoundedRect(button, 4, 4);
        canvas.setFont(13, Face::Sans, true);
        canvas.drawText(button.left() + canvas.px(16), button.bottom() - canvas.px(10), QStringLiteral("Continue"),
                        Qt::white);
        canvas.setFont(12, Face::Mono);
        canvas.drawText(left, hole.bottom() + canvas.px(20), QStringLiteral("ABCD EFGH 2345 6777"), canvas.theme.muted);
    }
    return hole;
}

QRect paintPage(Canvas &canvas, const QRect &body, const QSize &size)
{
    QRect page = body;
    const int bar = canvas.px(38);
    if (page.height() - bar > size.height()) {
        canvas.painter.fillRect(QRect(page.topLeft(), QSize(page.width(), bar)), canvas.theme.bar);
        canvas.painter.setPen(canvas.theme.line);
        canvas.painter.setBrush(canvas.theme.field);
        canvas.painter.drawRoundedRect(page.left() + canvas.px(90), page.top() + canvas.px(7), page.width() * 6 / 10,
                                       canvas.px(24), canvas.px(12), canvas.px(12));
        canvas.setFont(12);
        canvas.drawText(page.left() + canvas.px(106), page.top() + canvas.px(24),
                        QStringLiteral("https://accounts.example/security"), canvas.theme.text);
        page.setTop(page.top() + bar);
    }
    const QRect hole = holeIn(page, size, canvas.random.oneOf({0.05, 0.5, 0.95}), canvas.random.real(0.1, 0.7));
    paintAround(canvas, page, hole, canvas.random.chance(0.75) ? paintDocument : paintForm);
    return hole;
}

QRect paintMail(Canvas &canvas, const QRect &body, const QSize &size)
{
    QRect text = body;
    const int list = canvas.px(230);
    if (body.width() - list > size.width() + canvas.px(20)) {
        paintClipped(canvas, QRect(body.topLeft(), QSize(list, body.height())), paintMails);
        canvas.painter.fillRect(body.left() + list, body.top(), 1, body.height(), canvas.theme.line);
        text.setLeft(body.left() + list + 1);
    }
    const QRect hole = holeIn(text, size, 0.1, canvas.random.real(0.3, 0.9));
    paintAround(canvas, text, hole, paintDocument);
    return hole;
}

QRect paintChatWith(Canvas &canvas, const QRect &body, const QSize &size)
{
    const QRect hole = holeIn(body, size, canvas.random.oneOf({0.1, 0.9}), canvas.random.real(0.2, 1));
    const int margin = canvas.px(6);
    paintAround(canvas, body, hole, paintChat);
    canvas.painter.fillRect(hole.adjusted(-margin, -margin, margin, margin) & body, canvas.theme.bar);
    return hole;
}

void paintBullets(Canvas &canvas, const QRect &area)
{
    canvas.setFont(22);
    for (int y = area.top() + canvas.px(34); y < area.bottom(); y += canvas.px(46)) {
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(canvas.theme.accent);
        canvas.painter.drawEllipse(area.left() + canvas.px(16), y - canvas.px(12), canvas.px(10), canvas.px(10));
        canvas.drawText(area.left() + canvas.px(40), y, anyWords(canvas.random, 5), canvas.theme.text);
    }
}

QRect paintSlide(Canvas &canvas, const QRect &body, const QSize &size)
{
    const QRect hole = holeIn(body, size, canvas.random.real(0.6, 0.95), canvas.random.real(0.4, 0.8));
    paintAround(canvas, body, hole, paintBullets);
    canvas.painter.fillRect(QRect(body.left(), body.bottom() - canvas.px(5), body.width(), canvas.px(6)),
                            canvas.theme.accent);
    return hole;
}

QRect paintPdf(Canvas &canvas, const QRect &body, const QSize &size)
{
    canvas.painter.fillRect(body, QColor(82, 86, 89));
    const int width = std::max(size.width() + canvas.px(20), body.width() * 7 / 10);
    const QRect page(body.center().x() - width / 2, body.top(), width, body.height());
    canvas.painter.fillRect(page & body, Qt::white);
    const Theme theme = canvas.theme;
    canvas.theme.text = QColor(20, 20, 20);
    const QRect hole = holeIn(page & body, size, canvas.random.real(0.1, 0.9), canvas.random.real(0.1, 0.9));
    paintAround(canvas, page & body, hole, paintDocument);
    canvas.theme = theme;
    return hole;
}

} // namespace

QRect paintHost(Canvas &canvas, Host host, const QRect &body, const QSize &hole)
{
    switch (host) {
    case Host::Card: return paintCard(canvas, body, hole);
    case Host::Page: return paintPage(canvas, body, hole);
    case Host::Mail: return paintMail(canvas, body, hole);
    case Host::Chat: return paintChatWith(canvas, body, hole);
    case Host::Slide: return paintSlide(canvas, body, hole);
    case Host::Pdf: return paintPdf(canvas, body, hole);
    case Host::Photo: break;
    }
    paintClipped(canvas, body, paintPhotograph);
    return holeIn(body, hole, canvas.random.real(0.1, 0.9), canvas.random.real(0.1, 0.9));
}

QRect paintFrame(Canvas &canvas, const QRect &frame)
{
    QPainter &painter = canvas.painter;
    painter.fillRect(frame.adjusted(-1, -1, 1, 1), canvas.theme.isDark ? QColor(0, 0, 0) : QColor(140, 140, 146));
    painter.fillRect(frame, canvas.theme.window);
    const int bar = canvas.px(30);
    painter.fillRect(QRect(frame.topLeft(), QSize(frame.width(), bar)), canvas.theme.bar);
    canvas.setFont(13, Face::Sans, true);
    painter.save();
    painter.setClipRect(frame.adjusted(0, 0, -canvas.px(80), 0), Qt::IntersectClip);
    canvas.drawText(frame.left() + canvas.px(12), frame.top() + canvas.px(20), anyWords(canvas.random, 3),
                    canvas.theme.text);
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 3; ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromHsl(i * 55, 180, 130));
        painter.drawEllipse(frame.right() - canvas.px(22 + 20 * i), frame.top() + canvas.px(9), canvas.px(12),
                            canvas.px(12));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    return frame.adjusted(0, bar, 0, 0);
}

} // namespace watchword::screens
