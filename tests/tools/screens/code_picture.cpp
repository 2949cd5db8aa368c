// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/code_picture.h"

#include "tests/tools/screens/damage.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>

#include <cmath>

namespace watchword::screens {

namespace {

/// Whole pixels a module in which a code is drawn before it is zoomed.
int drawnPixels(const Look &look, Random &random)
{
    if (look.zoom == Zoom::None)
        return qRound(look.modulePixels);
    const bool hasDetails = look.finders != FinderShape::Square || look.logoShare > 0;
    return hasDetails ? random.oneOf({4, 8, 10}) : random.oneOf({1, 3, 4, 5, 8, 10});
}

QBrush inkOf(const Look &look, double side, Random &random)
{
    if (look.ink == look.inkEnd)
        return look.ink;
    if (random.chance(0.5)) {
        QRadialGradient gradient(side / 2, side / 2, side * 0.7);
        gradient.setColorAt(0, look.ink);
        gradient.setColorAt(1, look.inkEnd);
        return gradient;
    }
    QLinearGradient gradient(0, 0, side, random.chance(0.5) ? side : 0);
    gradient.setColorAt(0, look.ink);
    gradient.setColorAt(1, look.inkEnd);
    return gradient;
}

void drawModules(QPainter &painter, const Symbol &symbol, const Look &look)
{
    for (int y = 0; y < symbol.size; ++y) {
        for (int x = 0; x < symbol.size; ++x) {
            if (!symbol.at(x, y) || (look.finders != FinderShape::Square && symbol.isFinder(x, y)))
                continue;
            const QRectF module(x, y, 1, 1);
            if (look.modules == ModuleShape::Square || symbol.isFinder(x, y))
                painter.drawRect(module);
            else if (look.modules == ModuleShape::Dot)
                painter.drawEllipse(module.adjusted(0.04, 0.04, -0.04, -0.04));
            else
                painter.drawRoundedRect(module.adjusted(0.02, 0.02, -0.02, -0.02), 0.3, 0.3);
        }
    }
}

void drawFinders(QPainter &painter, const Symbol &symbol, FinderShape shape, const QBrush &ink, const QColor &paper)
{
    for (const QPointF corner : {QPointF(0, 0), QPointF(symbol.size - 7, 0), QPointF(0, symbol.size - 7)}) {
        for (const int ring : {0, 1, 2}) {
            const QRectF square(corner + QPointF(ring, ring), QSizeF(7 - 2 * ring, 7 - 2 * ring));
            const double radius = shape == FinderShape::Ring ? square.width() / 2 : square.width() * 0.27;
            painter.setBrush(ring == 1 ? QBrush(paper) : ink);
            painter.drawRoundedRect(square, radius, radius);
        }
    }
}

/// A little picture on a plate of the paper's colour.
void drawLogo(QPainter &painter, const QRectF &place, const QColor &paper, Random &random)
{
    painter.setBrush(paper);
    painter.drawRoundedRect(place, random.real(0, 0.5), 0.5);
    const QRectF inner = place.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(QColor::fromHsl(random.between(0, 359), 200, random.between(80, 150)));
    if (random.chance(0.5))
        painter.drawEllipse(inner);
    else
        painter.drawRoundedRect(inner, 0.8, 0.8);
    painter.setBrush(Qt::white);
    painter.drawPie(inner.adjusted(0.6, 0.6, -0.6, -0.6), random.between(0, 360) * 16, 250 * 16);
}

QRectF logoPlace(const Symbol &symbol, const Look &look)
{
    if (look.logoShare <= 0)
        return {};
    const double side = std::floor(symbol.size * look.logoShare);
    const double start = (symbol.size - side) / 2;
    return {start, start, side, side};
}

QImage drawn(const Symbol &symbol, const Look &look, const QRectF &logo, Random &random)
{
    const int pixels = drawnPixels(look, random);
    const int side = (symbol.size + 2 * look.quietZone) * pixels;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(look.paper);
    QPainter painter(&image);
    const bool isSmooth = look.modules != ModuleShape::Square || look.finders != FinderShape::Square;
    painter.setRenderHint(QPainter::Antialiasing, isSmooth || !logo.isEmpty());
    painter.scale(pixels, pixels);
    painter.translate(look.quietZone, look.quietZone);
    painter.setPen(Qt::NoPen);
    const QBrush ink = inkOf(look, symbol.size, random);
    painter.setBrush(ink);
    drawModules(painter, symbol, look);
    if (look.finders != FinderShape::Square)
        drawFinders(painter, symbol, look.finders, ink, look.paper);
    if (!logo.isEmpty())
        drawLogo(painter, logo, look.paper, random);
    return image;
}

/// Onto a plate of the colour right behind the quiet zone.
void surround(CodePicture &code, const Look &look, Random &random)
{
    if (!look.surround)
        return;
    const int margin = qRound(look.modulePixels * random.real(3, 7));
    QImage plate(code.image.size() + QSize(2 * margin, 2 * margin), code.image.format());
    plate.fill(*look.surround);
    QPainter(&plate).drawImage(margin, margin, code.image);
    code.image = plate;
    code.fromModules *= QTransform::fromTranslate(margin, margin);
}

void turn(CodePicture &code, double degrees)
{
    const QTransform turned = QTransform().rotate(degrees);
    const QRectF box = turned.mapRect(QRectF(code.image.rect()));
    const QTransform toBox = turned * QTransform::fromTranslate(std::ceil(-box.x()), std::ceil(-box.y()));
    QImage image(QSize(int(std::ceil(box.width())) + 1, int(std::ceil(box.height())) + 1), code.image.format());
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.setTransform(toBox);
    painter.drawImage(0, 0, code.image);
    painter.end();
    code.image = image;
    code.fromModules *= toBox;
}

/// Its paper lets through what is behind it, its modules a little.
void makeTranslucent(QImage &image, const Look &look, double paperOpacity)
{
    const int paper = qGray(look.paper.rgb());
    const int ink = qGray(look.ink.rgb());
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double share = std::min(1.0, std::abs(double(qGray(row[x]) - ink) / (paper - ink)));
            const double opacity = (0.97 + (paperOpacity - 0.97) * share) * qAlpha(row[x]) / 255.0;
            row[x] = qPremultiply(qRgba(qRed(row[x]), qGreen(row[x]), qBlue(row[x]), qRound(255 * opacity)));
        }
    }
}

} // namespace

CodePicture drawCode(const Symbol &symbol, const Look &look, Random &random)
{
    CodePicture code;
    code.logo = logoPlace(symbol, look);
    code.image = drawn(symbol, look, code.logo, random);
    const int modules = symbol.size + 2 * look.quietZone;
    const int side = qRound(modules * look.modulePixels);
    code.image = zoomed(code.image, QSize(side, side), look.zoom);
    const double pixels = double(code.image.width()) / modules;
    code.fromModules =
        QTransform::fromTranslate(look.quietZone, look.quietZone) * QTransform::fromScale(pixels, pixels);
    surround(code, look, random);
    if (look.degrees != 0)
        turn(code, look.degrees);
    if (look.blur > 0)
        code.image = blurred(code.image, look.blur * pixels);
    if (look.noise > 0)
        code.image = noisy(code.image, look.noise, random);
    if (look.jpegQuality > 0 && look.degrees == 0)
        code.image = asJpeg(code.image, look.jpegQuality);
    if (look.classes.has(CodeClass::OnPhoto))
        makeTranslucent(code.image, look, random.real(0.72, 0.92));
    return code;
}

} // namespace watchword::screens
