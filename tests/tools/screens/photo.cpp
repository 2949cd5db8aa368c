// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/photo.h"

#include "tests/tools/screens/contents.h"
#include "tests/tools/screens/damage.h"
#include "tests/tools/screens/payloads.h"
#include "tests/tools/screens/photo_scene.h"

#include <QPainter>
#include <QPolygonF>
#include <QRadialGradient>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace watchword::screens {

namespace {

using enum CodeClass;

/// How the camera stands to the code, and what the picture suffers from.
struct Shot {
    QSize size;
    double modulePixels = 0; ///< where the code is nearest to straight on
    double tilt = 0;         ///< degrees
    double tiltAxis = 0;     ///< degrees in the picture
    double turn = 0;         ///< degrees in the picture
    double blur = 0;         ///< deviation in modules
    double noise = 0;        ///< deviation in grey levels
    double moire = 0;        ///< share of the light
    bool hasGlare = false;
    int jpegQuality = 0;
    double exposure = 1;
    double shade = 0; ///< how much darker one side is
};

Shot shotOf(Carrier carrier, Random &random)
{
    Shot shot;
    shot.size = random.oneOf({QSize(1280, 960), QSize(1600, 1200), QSize(2016, 1512), QSize(1512, 2016)});
    shot.modulePixels = 2 * std::exp(random.real(0, std::log(5)));
    shot.tilt = random.real(0, 50);
    shot.tiltAxis = random.real(0, 360);
    shot.turn = random.chance(0.7) ? random.real(-20, 20) : random.real(0, 360);
    shot.blur = random.real(0.08, 0.42);
    shot.noise = random.chance(0.3) ? random.real(8, 16) : random.real(1.5, 8);
    shot.moire = carrier == Carrier::Paper ? 0 : random.real(0.05, 0.4);
    shot.hasGlare = random.chance(carrier == Carrier::Paper ? 0.15 : 0.35);
    shot.jpegQuality = random.between(60, 90);
    shot.exposure = random.real(0.6, 1.2);
    shot.shade = random.real(0, 0.45);
    return shot;
}

/// A flat thing that turns away around an axis through the code's middle, seen by a pinhole camera.
QTransform projectionOf(const Scene &scene, const Shot &shot, Random &random)
{
    const double tilt = shot.tilt * std::numbers::pi / 180;
    const double axis = shot.tiltAxis * std::numbers::pi / 180;
    const double turn = shot.turn * std::numbers::pi / 180;
    const double focal = random.real(0.85, 1.5) * std::max(shot.size.width(), shot.size.height());
    const QPointF aim(shot.size.width() * random.real(0.4, 0.6), shot.size.height() * random.real(0.4, 0.6));
    const auto project = [&](const QPointF &corner) {
        const QPointF flat = corner - scene.code.center();
        const double x = (flat.x() * std::cos(turn) - flat.y() * std::sin(turn)) * shot.modulePixels;
        const double y = (flat.x() * std::sin(turn) + flat.y() * std::cos(turn)) * shot.modulePixels;
        const double along = x * std::cos(axis) + y * std::sin(axis);
        const double aside = -x * std::sin(axis) + y * std::cos(axis);
        const double scale = focal / (focal + aside * std::sin(tilt));
        const double across = aside * std::cos(tilt);
        return aim
            + QPointF(along * std::cos(axis) - across * std::sin(axis),
                      along * std::sin(axis) + across * std::cos(axis))
            * scale;
    };
    // Four places around the code: the corners of what carries it may be behind the camera.
    QPolygonF flat;
    QPolygonF seen;
    for (const QPointF &corner :
         {scene.code.topLeft(), scene.code.topRight(), scene.code.bottomRight(), scene.code.bottomLeft()}) {
        flat << corner;
        seen << project(corner);
    }
    QTransform transform;
    QTransform::quadToQuad(flat, seen, transform);
    return transform;
}

/// The stripes of a display's pixels, as the camera's pixels hit them.
void addMoire(QImage &picture, const QTransform &toPicture, const Scene &scene, double share)
{
    const QTransform toFace = toPicture.inverted();
    const QRectF face(QPointF(0, 0), QSizeF(scene.face.size()) / scene.pixelsPerModule);
    const auto wave = [](double place) { return 0.5F + 0.5F * float(std::cos(2 * std::numbers::pi * place)); };
    const auto strength = float(share);
    for (int y = 0; y < picture.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const QPointF place = toFace.map(QPointF(x + 0.5, y + 0.5));
            if (!face.contains(place))
                continue;
            const double column = place.x() * scene.displayPixels;
            const float line = 1 - strength / 2 * wave(place.y() * scene.displayPixels);
            const auto dimmed = [&](int value, double offset) {
                return int(float(value) * line * (1 - strength * wave(column + offset)));
            };
            row[x] = qRgb(dimmed(qRed(row[x]), 0), dimmed(qGreen(row[x]), 1.0 / 3), dimmed(qBlue(row[x]), 2.0 / 3));
        }
    }
}

/// Uneven light, and the brightness that the camera chose.
void expose(QImage &picture, const Shot &shot, Random &random)
{
    const double angle = random.real(0, 2 * std::numbers::pi);
    const double reach = std::hypot(picture.width(), picture.height());
    const float warm = float(random.real(0.9, 1.0));
    for (int y = 0; y < picture.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const double along =
                ((x - picture.width() / 2.0) * std::cos(angle) + (y - picture.height() / 2.0) * std::sin(angle)) / reach
                + 0.5;
            const float light = float(shot.exposure * (1 - shot.shade * along));
            const auto lit = [&](int value, float factor) {
                return std::clamp(int(float(value) * light * factor), 0, 255);
            };
            row[x] = qRgb(lit(qRed(row[x]), 1), lit(qGreen(row[x]), 0.98F), lit(qBlue(row[x]), warm));
        }
    }
}

/// A lamp that is mirrored by what carries the code: it washes a part of the code out, mostly not all of it.
void addGlare(QImage &picture, const QPolygonF &code, Random &random)
{
    const QRectF box = code.boundingRect();
    const QPointF middle(random.real(box.left(), box.right()), random.real(box.top(), box.bottom()));
    const double radius = random.real(0.15, 0.45) * std::max(box.width(), box.height());
    QRadialGradient gradient(middle, radius);
    const int strength = random.between(90, 240);
    gradient.setColorAt(0, QColor(255, 255, 250, strength));
    gradient.setColorAt(random.real(0.1, 0.4), QColor(255, 255, 250, strength * 3 / 4));
    gradient.setColorAt(1, QColor(255, 255, 250, 0));
    QPainter painter(&picture);
    painter.fillRect(picture.rect(), gradient);
}

QImage seenThrough(const Scene &scene, const Shot &shot, const QTransform &toPicture, Random &random)
{
    constexpr int fineness = 2; // drawn so many times larger than the camera sees it
    QImage fine(shot.size * fineness, QImage::Format_RGB32);
    QPainter painter(&fine);
    Canvas desk{painter, random, 2.0 * fineness, anyTheme(random, 0.3)};
    paintPhotograph(desk, fine.rect());
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    const QTransform toFine = toPicture * QTransform::fromScale(fineness, fineness);
    painter.setTransform(QTransform::fromScale(1 / scene.pixelsPerModule, 1 / scene.pixelsPerModule) * toFine);
    painter.drawImage(0, 0, scene.face);
    painter.end();
    if (shot.moire > 0)
        addMoire(fine, toFine, scene, shot.moire);
    return fine.scaled(shot.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

CodeClasses classesOf(Carrier carrier, const Shot &shot, const Symbol &symbol)
{
    CodeClasses classes;
    const auto addIf = [&classes](bool isIt, CodeClass one) {
        if (isIt)
            classes.add(one);
    };
    classes.add(carrier == Carrier::Paper ? OfPaper : carrier == Carrier::Phone ? OfPhone : OfMonitor);
    classes.add(shot.tilt < 20 ? TiltedLittle : shot.tilt < 35 ? Tilted : TiltedMuch);
    classes.add(std::abs(shot.turn) <= 20 ? Upright : AnyWayUp);
    addIf(shot.blur >= 0.3, Unsharp);
    addIf(shot.noise >= 8, Grainy);
    addIf(shot.moire > 0.15, Moire);
    addIf(shot.hasGlare, Glare);
    addIf(shot.jpegQuality <= 70, StrongJpeg);
    addIf(shot.modulePixels <= 3.5, SmallInPhoto);
    addIf(symbol.version >= 20, Dense);
    return classes;
}

/// As far away as the code needs to be in the picture.
void fitInto(Shot &shot, int modules)
{
    shot.modulePixels =
        std::min(shot.modulePixels, 0.8 * std::min(shot.size.width(), shot.size.height()) / (modules + 8));
}

Shot webcamShotOf(Carrier carrier, Random &random)
{
    Shot shot;
    shot.size = QSize(640, 480);
    shot.modulePixels = 2.2 * std::exp(random.real(0, std::log(6 / 2.2)));
    shot.tilt = random.real(0, 30);
    shot.tiltAxis = random.real(0, 360);
    shot.turn = random.chance(0.85) ? random.real(-20, 20) : random.real(0, 360);
    shot.blur = random.real(0.1, 0.45);
    shot.noise = random.real(3, 14);
    shot.moire = carrier == Carrier::Paper ? 0 : random.real(0.05, 0.3);
    shot.hasGlare = random.chance(carrier == Carrier::Paper ? 0.1 : 0.35);
    shot.jpegQuality = random.between(75, 95);
    shot.exposure = random.real(0.45, 1.35);
    shot.shade = random.real(0, 0.4);
    return shot;
}

Screen photographed(Carrier carrier, Shot shot, bool isDense, Random &random)
{
    const QByteArray payload = isDense ? densePayload(random) : anyPayload(random);
    const Symbol symbol =
        symbolOf(payload, isDense ? Level::L : random.oneOf({Level::L, Level::M, Level::M, Level::Q, Level::H}));
    fitInto(shot, symbol.size);
    const Scene scene = sceneOf(carrier, symbol, std::clamp(std::round(2.5 * shot.modulePixels), 4.0, 24.0), random);
    const QTransform toPicture = projectionOf(scene, shot, random);
    const QPolygonF corners = toPicture.map(
        QPolygonF({scene.code.topLeft(), scene.code.topRight(), scene.code.bottomRight(), scene.code.bottomLeft()}));

    QImage picture = seenThrough(scene, shot, toPicture, random);
    if (shot.hasGlare)
        addGlare(picture, corners, random);
    picture = blurred(picture, std::max(0.3, shot.blur * shot.modulePixels));
    expose(picture, shot, random);
    picture = noisy(picture, shot.noise, random);
    Screen photo;
    photo.picture = asJpeg(picture, shot.jpegQuality).convertToFormat(QImage::Format_RGB32);
    TrueCode code;
    code.payload = payload;
    code.classes = classesOf(carrier, shot, symbol);
    std::copy_n(corners.begin(), 4, code.corners.begin());
    code.modulePixels = shot.modulePixels;
    code.version = symbol.version;
    code.level = symbol.level;
    photo.codes.push_back(code);
    return photo;
}

} // namespace

Screen generatePhoto(quint32 seed)
{
    Random random(seed * quint64(0x2545f491) + 5);
    const Carrier carrier = random.oneOf({Carrier::Paper, Carrier::Phone, Carrier::Monitor});
    const Shot shot = shotOf(carrier, random);
    const bool isDense = random.chance(0.1);
    return photographed(carrier, shot, isDense, random);
}

Screen generateWebcamFrame(quint32 seed)
{
    Random random(seed * quint64(0x2545f491) + 7);
    const Carrier carrier = random.oneOf({Carrier::Paper, Carrier::Phone, Carrier::Phone, Carrier::Monitor});
    return photographed(carrier, webcamShotOf(carrier, random), false, random);
}

} // namespace watchword::screens
