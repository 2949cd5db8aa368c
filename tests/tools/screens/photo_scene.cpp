// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/photo_scene.h"

#include "tests/tools/screens/contents.h"

#include <algorithm>

namespace watchword::screens {

namespace {

/// Greys, with a touch of colour.
QColor tinted(int grey, Random &random)
{
    const auto near = [&] { return std::clamp(grey + random.between(-6, 6), 0, 255); };
    const int red = near();
    const int green = near();
    return {red, green, near()};
}

void drawSymbol(QPainter &painter, const Symbol &symbol, const QRectF &place, const QColor &ink)
{
    painter.save();
    painter.translate(place.topLeft());
    painter.scale(place.width() / symbol.size, place.height() / symbol.size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (int y = 0; y < symbol.size; ++y) {
        for (int x = 0; x < symbol.size; ++x) {
            if (symbol.at(x, y))
                painter.drawRect(x, y, 1, 1);
        }
    }
    painter.restore();
}

/// How much there is around the code, in modules.
struct Surroundings {
    int left, top, right, bottom;
};

Surroundings surroundingsOf(Carrier carrier, int side, Random &random)
{
    const auto about = [&](double least, double most) { return int(side * random.real(least, most)); };
    if (carrier == Carrier::Phone) {
        const int beside = about(0.2, 0.45);
        return {beside, about(0.3, 0.9), beside, about(0.3, 0.9)};
    }
    return {about(0.3, 1.1), about(0.3, 0.9), about(0.3, 1.1), about(0.3, 0.9)};
}

} // namespace

Scene sceneOf(Carrier carrier, const Symbol &symbol, double pixelsPerModule, Random &random)
{
    const int quiet = random.oneOf({2, 4, 4, 4, 6});
    const Surroundings around = surroundingsOf(carrier, symbol.size, random);
    const QSizeF size(around.left + symbol.size + around.right, around.top + symbol.size + around.bottom);
    Scene scene;
    scene.pixelsPerModule = pixelsPerModule;
    scene.code = QRectF(around.left, around.top, symbol.size, symbol.size);
    scene.face = QImage((size * pixelsPerModule).toSize(), QImage::Format_RGB32);
    QPainter painter(&scene.face);
    painter.setRenderHint(QPainter::Antialiasing, pixelsPerModule < 4);
    const bool isDisplay = carrier != Carrier::Paper;
    const bool isDark = isDisplay && random.chance(0.3);
    const QColor page = isDark ? tinted(random.between(8, 40), random) : tinted(random.between(215, 248), random);
    painter.fillRect(scene.face.rect(), page);
    Canvas canvas{painter, random, std::clamp(pixelsPerModule * symbol.size / 220, 0.6, 3.0),
                  anyTheme(random, isDark ? 1 : 0)};
    canvas.theme.window = page;
    const QRect code = QRectF(scene.code.topLeft() * pixelsPerModule, scene.code.size() * pixelsPerModule).toRect();
    const int margin = int(quiet * pixelsPerModule);
    paintDocument(canvas, QRect(0, 0, scene.face.width(), code.top() - margin));
    if (random.chance(0.6))
        paintDocument(
            canvas, QRect(0, code.bottom() + margin, scene.face.width(), scene.face.height() - code.bottom() - margin));
    // A dark page mostly has its code on a light plate; a few are light on dark.
    const bool isInverted = isDark && random.chance(0.25);
    const QColor paper = isInverted ? page : isDark ? tinted(random.between(225, 250), random) : page;
    const QColor ink =
        isInverted ? tinted(random.between(215, 245), random) : tinted(random.between(5, isDisplay ? 20 : 55), random);
    painter.fillRect(code.adjusted(-margin, -margin, margin, margin), paper);
    painter.scale(pixelsPerModule, pixelsPerModule);
    drawSymbol(painter, symbol, scene.code, ink);
    painter.resetTransform();
    if (isDisplay) {
        const int frame = int(symbol.size * random.real(0.03, 0.12) * pixelsPerModule);
        painter.setPen(QPen(tinted(random.between(8, 60), random), 2 * frame));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(scene.face.rect());
        scene.displayPixels = carrier == Carrier::Phone ? random.real(5, 12) : random.real(2.5, 6);
    }
    return scene;
}

} // namespace watchword::screens
