// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/contents.h"

#include <QImage>
#include <QLinearGradient>

#include <algorithm>
#include <cmath>
#include <vector>

namespace watchword::screens {

namespace {

/// Smooth random heights over a grid, in several sizes laid over one another; about -1 to 1.
class Hills
{
public:
    explicit Hills(Random &random)
    {
        for (double &value : m_values)
            value = random.real(-1, 1);
    }

    double at(double x, double y) const
    {
        return 0.55 * one(x, y) + 0.28 * one(x * 2.1 + 3, y * 2.1) + 0.17 * one(x * 4.3, y * 4.3 + 5);
    }

private:
    static constexpr int side = 16;

    double corner(int x, int y) const
    {
        const auto wrapped = [](int i) { return std::size_t(i) % side; };
        return m_values[wrapped(y) * side + wrapped(x)];
    }
    double one(double x, double y) const
    {
        const int left = int(x);
        const int top = int(y);
        const auto smooth = [](double t) { return t * t * (3 - 2 * t); };
        const double u = smooth(x - left);
        const double v = smooth(y - top);
        const double upper = corner(left, top) * (1 - u) + corner(left + 1, top) * u;
        const double lower = corner(left, top + 1) * (1 - u) + corner(left + 1, top + 1) * u;
        return upper * (1 - v) + lower * v;
    }

    std::array<double, std::size_t(side) * side> m_values{};
};

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto between = [share](int from, int to) { return std::clamp(qRound(from + (to - from) * share), 0, 255); };
    return {between(a.red(), b.red()), between(a.green(), b.green()), between(a.blue(), b.blue())};
}

/// Small; made larger when it is drawn.
QImage photograph(const QSize &size, Random &random)
{
    const Hills hills(random);
    const QColor sky = QColor::fromHsl(random.between(0, 359), random.between(20, 160), random.between(120, 220));
    const QColor ground = QColor::fromHsl(random.between(0, 359), random.between(20, 140), random.between(30, 110));
    const QColor light = QColor::fromHsl(random.between(20, 60), 180, 210);
    const double horizon = random.real(-0.2, 1.1);
    const double sharpness = random.real(1.5, 30);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const double height = hills.at(x / 60.0, y / 60.0);
            const double below = (double(y) / size.height() - horizon + 0.3 * hills.at(x / 50.0, 2)) * sharpness;
            const QColor base = mixed(sky, ground, std::clamp(below, 0.0, 1.0));
            const QColor lit = mixed(base, height > 0 ? light : QColor(Qt::black), std::abs(height) * 0.55);
            const int grain = random.between(-7, 7);
            row[x] = qRgb(std::clamp(lit.red() + grain, 0, 255), std::clamp(lit.green() + grain, 0, 255),
                          std::clamp(lit.blue() + grain, 0, 255));
        }
    }
    return image;
}

void paintPerson(Canvas &canvas, const QRect &tile)
{
    const int side = std::min(tile.width(), tile.height());
    const QPoint middle(tile.center().x() + canvas.random.between(-side / 8, side / 8), tile.center().y());
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(anyBright(canvas.random).darker(150));
    canvas.painter.drawEllipse(middle + QPoint(0, side * 6 / 10), side * 4 / 10, side * 4 / 10);
    canvas.painter.setBrush(QColor::fromHsl(canvas.random.between(15, 35), 110, canvas.random.between(70, 200)));
    canvas.painter.drawEllipse(middle, side * 17 / 100, side * 22 / 100);
    canvas.painter.setBrush(QColor::fromHsl(canvas.random.between(15, 45), 80, canvas.random.between(15, 120)));
    canvas.painter.drawChord(middle.x() - side * 18 / 100, middle.y() - side * 24 / 100, side * 36 / 100,
                             side * 34 / 100, 0, 180 * 16);
}

} // namespace

void paintPhotograph(Canvas &canvas, const QRect &area)
{
    const int shrink = std::max(2, std::max(area.width(), area.height()) / 480);
    const QImage image = photograph(area.size() / shrink + QSize(1, 1), canvas.random);
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::SmoothPixmapTransform);
    canvas.painter.drawImage(area, image);
    canvas.painter.restore();
}

void paintVideoCall(Canvas &canvas, const QRect &area)
{
    canvas.painter.fillRect(area, QColor(28, 28, 30));
    const int columns = canvas.random.between(2, 4);
    const int gap = canvas.px(8);
    const int width = (area.width() - gap * (columns + 1)) / columns;
    const int height = width * 9 / 16;
    if (height < 8)
        return;
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.setFont(11);
    for (int y = area.top() + gap; y < area.bottom(); y += height + gap) {
        for (int column = 0; column < columns; ++column) {
            const QRect tile(area.left() + gap + column * (width + gap), y, width, height);
            canvas.painter.save();
            canvas.painter.setClipRect(tile, Qt::IntersectClip);
            paintPhotograph(canvas, tile);
            paintPerson(canvas, tile);
            canvas.drawText(tile.left() + gap, tile.bottom() - gap, anyWords(canvas.random, 2), Qt::white);
            canvas.painter.restore();
        }
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintWallpaper(Canvas &canvas, const QRect &area)
{
    Random &random = canvas.random;
    if (random.chance(0.4)) {
        paintPhotograph(canvas, area);
        return;
    }
    const QColor from = QColor::fromHsl(random.between(0, 359), random.between(20, 150), random.between(30, 150));
    const QColor to = QColor::fromHsl(random.between(0, 359), random.between(20, 150), random.between(60, 200));
    QLinearGradient gradient(area.topLeft(), random.chance(0.5) ? area.bottomRight() : area.bottomLeft());
    gradient.setColorAt(0, from);
    gradient.setColorAt(1, random.chance(0.3) ? from : to);
    canvas.painter.fillRect(area, gradient);
    if (random.chance(0.5))
        return;
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(Qt::NoPen);
    for (int i = random.between(3, 9); i > 0; --i) {
        QColor colour = anyBright(random);
        colour.setAlpha(60);
        canvas.painter.setBrush(colour);
        const int radius = area.height() * random.between(10, 60) / 100;
        canvas.painter.drawEllipse(
            QPoint(random.between(area.left(), area.right()), random.between(area.top(), area.bottom())), radius,
            radius);
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintAnyContent(Canvas &canvas, const QRect &area)
{
    static constexpr std::array<Content, 14> contents{
        paintDocument, paintDocument, paintDocument, paintEditor,     paintEditor, paintMails,     paintChat,
        paintTable,    paintForm,     paintForm,     paintLookAlikes, paintFiles,  paintDashboard, paintVideoCall};
    canvas.painter.save();
    canvas.painter.setClipRect(area, Qt::IntersectClip);
    canvas.random.oneOf(contents)(canvas, area);
    canvas.painter.restore();
}

} // namespace watchword::screens
