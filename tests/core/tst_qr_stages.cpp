// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/finder_patterns.h"
#include "core/qr/module_grid.h"
#include "core/qr/perspective_candidates.h"
#include "core/qr/symbol_candidates.h"
#include "core/qr/writer.h"
#include "core/qr/zxing_adapter.h"

#include <QImage>
#include <QPainter>
#include <QTransform>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace watchword;
using namespace watchword::qr;

namespace {

const QByteArray acmeLink =
    "otpauth://totp/Acme:alice%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme";
constexpr int quietZone = 4; // of what our writer draws

/// One pixel a module.
QImage codeOf(const QByteArray &text)
{
    return writeCode(std::as_bytes(std::span(text.constData(), std::size_t(text.size()))))
        .value()
        .convertToFormat(QImage::Format_RGB32);
}

/// A code in a picture, and where its modules are in it.
struct Scene {
    QImage picture;
    QTransform toPicture; ///< from modules of the symbol, without the quiet zone
    int dimension = 0;

    Point at(double x, double y) const
    {
        const QPointF place = toPicture.map(QPointF(x, y));
        return {float(place.x()), float(place.y())};
    }
    /// Top left, top right, bottom left.
    std::array<Point, 3> finders() const
    {
        const double far = dimension - 3.5;
        return {at(3.5, 3.5), at(far, 3.5), at(3.5, far)};
    }
};

/// `toPicture` brings the symbol's modules to a picture of that size.
Scene sceneOf(const QImage &code, const QSize &size, const QTransform &toPicture, bool isLight = false)
{
    Scene scene{QImage(size, QImage::Format_RGB32), toPicture, code.width() - 2 * quietZone};
    QImage drawn = code;
    if (isLight)
        drawn.invertPixels();
    // Four pixels a module, or the painter would smooth whole modules away.
    constexpr int fine = 4;
    drawn = drawn.scaled(code.size() * fine);
    scene.picture.fill(isLight ? Qt::black : Qt::white);
    QPainter painter(&scene.picture);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.setTransform(QTransform::fromTranslate(-quietZone * fine, -quietZone * fine)
                         * QTransform::fromScale(1.0 / fine, 1.0 / fine) * toPicture);
    painter.drawImage(0, 0, drawn);
    return scene;
}

Scene straightScene(double modulePixels, QPoint at = {60, 40}, QSize size = {500, 420}, bool isLight = false,
                    const QByteArray &text = acmeLink)
{
    return sceneOf(codeOf(text), size,
                   QTransform::fromScale(modulePixels, modulePixels) * QTransform::fromTranslate(at.x(), at.y()),
                   isLight);
}

/// As a camera sees a sheet that is turned away by `tilt` degrees, around an axis in the picture.
Scene tiltedScene(double modulePixels, double tilt, double axis, double turn)
{
    const QImage code = codeOf(acmeLink);
    const double side = code.width() - 2 * quietZone;
    const QSize size(900, 800);
    const double focal = 1.1 * size.width();
    QPolygonF flat({{0, 0}, {side, 0}, {side, side}, {0, side}});
    QPolygonF seen;
    for (const QPointF &corner : flat) {
        const QPointF place =
            QTransform().rotate(turn - axis).map((corner - QPointF(side / 2, side / 2)) * modulePixels);
        const double lean = qDegreesToRadians(tilt);
        const double nearness = focal / (focal + place.y() * std::sin(lean));
        seen << QPointF(size.width() / 2.0, size.height() / 2.0)
                + QTransform().rotate(axis).map(QPointF(place.x(), place.y() * std::cos(lean)) * nearness);
    }
    QTransform transform;
    QTransform::quadToQuad(flat, seen, transform);
    return sceneOf(code, size, transform);
}

int greyIn(const Plane &plane, int x, int y)
{
    return plane.row(y)[x];
}

double distance(Point a, Point b)
{
    return std::hypot(double(a.x - b.x), double(a.y - b.y));
}

/// The patterns of all planes of a picture, by module.
std::vector<FinderPattern> patternsOf(const Pyramid &pyramid)
{
    std::vector<FinderPattern> all;
    for (const Plane &plane : pyramid.planes())
        std::ranges::copy(findFinderPatterns(plane), std::back_inserter(all));
    std::ranges::sort(all, {}, &FinderPattern::module);
    return all;
}

bool isNever()
{
    return false;
}

/// The first candidate with these three corners.
const SymbolCandidate *candidateFor(const Scene &scene, const std::vector<SymbolCandidate> &candidates)
{
    const auto [topLeft, topRight, bottomLeft] = scene.finders();
    const auto found = std::ranges::find_if(candidates, [&](const SymbolCandidate &one) {
        return distance(one.topLeft, topLeft) < double(one.module)
            && distance(one.topRight, topRight) < double(one.module)
            && distance(one.bottomLeft, bottomLeft) < double(one.module);
    });
    return found == candidates.end() ? nullptr : &*found;
}

} // namespace

/// The search for codes stage by stage, each against a picture of which everything is known.
class TestQrStages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_plane_has_the_picture_s_greys();
    void a_plane_is_halved_and_doubled();
    void a_threshold_lies_between_dark_and_light_also_beside_another_window();
    void a_plane_of_one_grey_is_flat();
    void the_pyramid_gives_the_plane_in_which_modules_are_not_too_large();

    void finds_the_three_patterns_of_a_code_data();
    void finds_the_three_patterns_of_a_code();
    void a_pattern_between_the_two_halves_is_one_data();
    void a_pattern_between_the_two_halves_is_one();
    void rings_and_buttons_are_no_codes();

    void a_candidate_has_the_code_s_size_data();
    void a_candidate_has_the_code_s_size();
    void a_candidate_in_perspective_has_the_fourth_corner_data();
    void a_candidate_in_perspective_has_the_fourth_corner();

    void a_projection_brings_four_places_to_four_others();
    void there_is_no_projection_from_a_line();
    void the_grid_reads_every_module_data();
    void the_grid_reads_every_module();
    void the_alignment_pattern_mends_the_fourth_corner();
    void the_clean_grid_is_decoded();
    void a_grid_of_nonsense_is_not_decoded();
};

void TestQrStages::a_plane_has_the_picture_s_greys()
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::white);
    picture.setPixelColor(3, 2, Qt::black);
    picture.setPixelColor(4, 2, QColor(255, 0, 0));
    picture.setPixelColor(5, 2, QColor(0, 255, 0));
    Plane plane;
    plane.takeGreysOf(picture);
    QCOMPARE(plane.width(), 40);
    QCOMPARE(plane.height(), 30);
    QCOMPARE(greyIn(plane, 0, 0), 255);
    QCOMPARE(greyIn(plane, 3, 2), 0);
    QVERIFY(greyIn(plane, 4, 2) < greyIn(plane, 5, 2)); // red is darker than green to the eye
    QCOMPARE(plane.greyAt({3.5F, 2.5F}), 0.0F);         // the middle of that pixel
    QCOMPARE(plane.greyAt({3.0F, 2.5F}), 127.5F);
    QCOMPARE(plane.greyAt({-5, -5}), 255.0F); // beside the plane
}

void TestQrStages::a_plane_is_halved_and_doubled()
{
    QImage picture(16, 16, QImage::Format_RGB32);
    picture.fill(Qt::black);
    for (int y = 0; y < 16; ++y) {
        for (int x = 8; x < 16; ++x)
            picture.setPixelColor(x, y, QColor(200, 200, 200));
    }
    Plane whole;
    whole.takeGreysOf(picture);
    Plane half;
    half.takeHalfOf(whole);
    QCOMPARE(half.width(), 8);
    QCOMPARE(half.scale(), 0.5F);
    QCOMPARE(greyIn(half, 3, 3), 0);
    QCOMPARE(greyIn(half, 4, 3), 200);
    Plane doubled;
    doubled.takeDoubleOf(whole);
    QCOMPARE(doubled.width(), 32);
    QCOMPARE(doubled.scale(), 2.0F);
    QCOMPARE(greyIn(doubled, 4, 10), 0);
    QCOMPARE(greyIn(doubled, 27, 10), 200);
    const int between = greyIn(doubled, 15, 10) + greyIn(doubled, 16, 10);
    QVERIFY(std::abs(between - 200) < 4); // the edge stays in the middle
}

void TestQrStages::a_threshold_lies_between_dark_and_light_also_beside_another_window()
{
    // Grey text on a dark window beside black text on a light one.
    QImage picture(320, 160, QImage::Format_RGB32);
    picture.fill(QColor(30, 30, 30));
    QPainter painter(&picture);
    painter.fillRect(160, 0, 160, 160, Qt::white);
    for (int y = 28; y < 132; y += 8) { // the rest is flat, so that this is no noise
        for (int x = 4; x < 156; x += 8) {
            painter.fillRect(x, y, 4, 4, QColor(80, 80, 80));
            painter.fillRect(160 + x, y, 4, 4, Qt::black);
        }
    }
    painter.end();
    Plane plane;
    plane.takeGreysOf(picture);
    for (const int x : {20, 60, 100, 140}) {
        QVERIFY(plane.isDark(x - 2, 62));  // 30
        QVERIFY(!plane.isDark(x + 1, 62)); // 80
        QVERIFY(plane.isDark(160 + x + 1, 62));
        QVERIFY(!plane.isDark(160 + x - 2, 62));
    }
}

void TestQrStages::a_plane_of_one_grey_is_flat()
{
    QImage picture(100, 100, QImage::Format_RGB32);
    picture.fill(QColor(90, 90, 90));
    Plane plane;
    plane.takeGreysOf(picture);
    QVERIFY(plane.isFlat());
    picture.setPixelColor(50, 50, Qt::white);
    plane.takeGreysOf(picture);
    QVERIFY(!plane.isFlat());
}

void TestQrStages::the_pyramid_gives_the_plane_in_which_modules_are_not_too_large()
{
    Pyramid pyramid;
    pyramid.take(QImage(2000, 1600, QImage::Format_RGB32));
    QCOMPARE(int(pyramid.planes().size()), 4);
    QCOMPARE(pyramid.planeFor(2).scale(), 1.0F);
    QCOMPARE(pyramid.planeFor(6).scale(), 1.0F);
    QCOMPARE(pyramid.planeFor(8).scale(), 0.5F);
    QCOMPARE(pyramid.planeFor(20).scale(), 0.25F);
}

void TestQrStages::finds_the_three_patterns_of_a_code_data()
{
    QTest::addColumn<double>("modulePixels");
    QTest::addColumn<bool>("isLight");
    for (const double module : {2.0, 2.7, 3.3, 6.0, 9.5}) {
        QTest::addRow("%.1f px, dark", module) << module << false;
        QTest::addRow("%.1f px, light", module) << module << true;
    }
}

void TestQrStages::finds_the_three_patterns_of_a_code()
{
    QFETCH(const double, modulePixels);
    QFETCH(const bool, isLight);
    const Scene scene = straightScene(modulePixels, {60, 40}, {500, 460}, isLight);
    Pyramid pyramid;
    pyramid.take(scene.picture);
    const auto patterns = patternsOf(pyramid);
    for (const Point corner : scene.finders()) {
        QVERIFY(std::ranges::any_of(patterns, [&](const FinderPattern &one) {
            return one.isLight == isLight && distance(one.centre, corner) < 0.3 * modulePixels
                && std::abs(double(one.module) - modulePixels) < 0.12 * modulePixels + 0.1 && one.contrast > 100;
        }));
    }
}

void TestQrStages::a_pattern_between_the_two_halves_is_one_data()
{
    QTest::addColumn<int>("top");
    for (int off = -40; off <= 8; off += 6)
        QTest::addRow("%d", off) << off;
}

void TestQrStages::a_pattern_between_the_two_halves_is_one()
{
    QFETCH(const int, top);
    // A plane as large as this is searched by two threads, above and below its middle.
    const Scene scene = straightScene(5, {300, 600 + top}, {1600, 1200});
    Plane plane;
    plane.takeGreysOf(scene.picture);
    const auto patterns = findFinderPatterns(plane);
    for (const Point corner : scene.finders()) {
        const auto count =
            std::ranges::count_if(patterns, [&](const FinderPattern &one) { return distance(one.centre, corner) < 8; });
        QCOMPARE(int(count), 1);
    }
}

void TestQrStages::rings_and_buttons_are_no_codes()
{
    QImage picture(900, 700, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int y = 20; y < 660; y += 42) {
        for (int x = 20; x < 860; x += 42) {
            painter.setPen(QPen(Qt::black, 4));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(x, y, 24, 24);
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::black);
            painter.drawEllipse(x + 6, y + 6, 12, 12);
        }
    }
    painter.end();
    Pyramid pyramid;
    pyramid.take(picture);
    const auto patterns = patternsOf(pyramid);
    QVERIFY(patterns.size() > 100); // they do look like it
    QCOMPARE(int(findSymbolCandidates(pyramid, patterns, isNever).size()), 0);
}

void TestQrStages::a_candidate_has_the_code_s_size_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("degrees");
    for (const int length : {10, 60, 200, 500}) {
        for (const double degrees : {0.0, 8.0, 45.0, 137.0})
            QTest::addRow("%d characters, %.0f degrees", length, degrees) << QByteArray(length, 'x') << degrees;
    }
}

void TestQrStages::a_candidate_has_the_code_s_size()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, degrees);
    const QImage code = codeOf(text);
    const double side = code.width() - 2 * quietZone;
    const Scene scene = sceneOf(code, {900, 900},
                                QTransform::fromTranslate(-side / 2, -side / 2) * QTransform().scale(5, 5)
                                    * QTransform().rotate(degrees) * QTransform::fromTranslate(450, 450));
    Pyramid pyramid;
    pyramid.take(scene.picture);
    const auto candidates = findSymbolCandidates(pyramid, patternsOf(pyramid), isNever);
    QVERIFY(!candidates.empty());
    const SymbolCandidate &best = candidates.front();
    QCOMPARE(&best, candidateFor(scene, candidates));
    QCOMPARE(best.dimension, scene.dimension);
    QVERIFY(std::abs(best.module - 5) < 0.1F);
    QVERIFY(best.timing > 0.8F);
}

void TestQrStages::a_candidate_in_perspective_has_the_fourth_corner_data()
{
    QTest::addColumn<double>("tilt");
    QTest::addColumn<double>("axis");
    QTest::addColumn<double>("turn");
    for (const double tilt : {15.0, 30.0, 45.0, 50.0}) {
        for (const double axis : {0.0, 50.0, 90.0, 160.0}) {
            for (const double turn : {0.0, 70.0, 200.0})
                QTest::addRow("tilt %.0f around %.0f, turned %.0f", tilt, axis, turn) << tilt << axis << turn;
        }
    }
}

void TestQrStages::a_candidate_in_perspective_has_the_fourth_corner()
{
    QFETCH(const double, tilt);
    QFETCH(const double, axis);
    QFETCH(const double, turn);
    const Scene scene = tiltedScene(9, tilt, axis, turn);
    Pyramid pyramid;
    pyramid.take(scene.picture);
    const auto candidates = findCandidatesInPerspective(pyramid, patternsOf(pyramid), isNever);
    const SymbolCandidate *candidate = candidateFor(scene, candidates);
    QVERIFY(candidate);
    QCOMPARE(candidate, &candidates.front());
    QCOMPARE(candidate->dimension, scene.dimension);
    const double far = scene.dimension - 3.5;
    QVERIFY(distance(candidate->bottomRight, scene.at(far, far)) < 1.2 * double(candidate->module));
}

void TestQrStages::a_projection_brings_four_places_to_four_others()
{
    const std::array<Point, 4> from{Point{0, 0}, Point{10, 0}, Point{0, 10}, Point{10, 10}};
    const std::array<Point, 4> to{Point{5, 7}, Point{105, 17}, Point{-5, 87}, Point{80, 70}};
    const auto transform = Transform::projective(from, to);
    QVERIFY(transform);
    for (std::size_t i = 0; i < from.size(); ++i)
        QVERIFY(distance(transform->map(from[i].x, from[i].y), to[i]) < 0.01);
    // A straight line stays one.
    const Point one = transform->map(2, 2);
    const Point two = transform->map(5, 5);
    const Point three = transform->map(9, 9);
    const Point a = two - one;
    const Point b = three - one;
    QVERIFY(std::abs(a.x * b.y - a.y * b.x) < 0.5F);
}

void TestQrStages::there_is_no_projection_from_a_line()
{
    const std::array<Point, 4> line{Point{0, 0}, Point{1, 1}, Point{2, 2}, Point{10, 0}};
    const std::array<Point, 4> square{Point{0, 0}, Point{10, 0}, Point{0, 10}, Point{10, 10}};
    QVERIFY(!Transform::projective(line, square));
}

void TestQrStages::the_grid_reads_every_module_data()
{
    QTest::addColumn<double>("modulePixels");
    QTest::addColumn<bool>("isLight");
    for (const double module : {2.0, 3.0, 4.0, 8.0})
        QTest::addRow("%.1f px, dark", module) << module << false;
    QTest::newRow("4 px, light") << 4.0 << true;
}

void TestQrStages::the_grid_reads_every_module()
{
    QFETCH(const double, modulePixels);
    QFETCH(const bool, isLight);
    const Scene scene = straightScene(modulePixels, {40, 30}, {450, 420}, isLight);
    Pyramid pyramid;
    pyramid.take(scene.picture);
    const auto [topLeft, topRight, bottomLeft] = scene.finders();
    SymbolCandidate candidate;
    candidate.topLeft = topLeft;
    candidate.topRight = topRight;
    candidate.bottomLeft = bottomLeft;
    candidate.bottomRight = topRight + bottomLeft - topLeft;
    candidate.isLight = isLight;
    candidate.dimension = scene.dimension;
    candidate.module = float(modulePixels);
    const ModuleGrid grid(pyramid, candidate, candidate.transform().value());
    QCOMPARE(grid.finderMatch(), 1.0F);
    const std::vector<uchar> dark = grid.darkModules(ModuleGrid::Binarisation::Global);
    const QImage code = codeOf(acmeLink);
    for (int y = 0; y < scene.dimension; ++y) {
        for (int x = 0; x < scene.dimension; ++x) {
            const bool isDark = qGray(code.pixel(x + quietZone, y + quietZone)) < 128;
            QCOMPARE(dark[std::size_t(y * scene.dimension + x)] != 0, isDark);
        }
    }
}

void TestQrStages::the_alignment_pattern_mends_the_fourth_corner()
{
    const Scene scene = tiltedScene(9, 12, 30, 10);
    Pyramid pyramid;
    pyramid.take(scene.picture);
    const auto [topLeft, topRight, bottomLeft] = scene.finders();
    SymbolCandidate candidate;
    candidate.topLeft = topLeft;
    candidate.topRight = topRight;
    candidate.bottomLeft = bottomLeft;
    candidate.bottomRight = topRight + bottomLeft - topLeft; // as if it were seen straight on
    candidate.dimension = scene.dimension;
    candidate.module = 9;
    const double far = scene.dimension;
    const auto rough = candidate.transform();
    const auto aligned = alignedTransform(pyramid, candidate, rough.value());
    QVERIFY(aligned);
    const double before = distance(rough->map(float(far), float(far)), scene.at(far, far));
    const double after = distance(aligned->map(float(far), float(far)), scene.at(far, far));
    QVERIFY(before > 9);
    QVERIFY(after < 4);
}

void TestQrStages::the_clean_grid_is_decoded()
{
    const QImage code = codeOf(acmeLink);
    const int dimension = code.width() - 2 * quietZone;
    std::vector<uchar> dark;
    for (int y = 0; y < dimension; ++y) {
        for (int x = 0; x < dimension; ++x)
            dark.push_back(uchar(qGray(code.pixel(x + quietZone, y + quietZone)) < 128));
    }
    auto payload = zxing::decodeModules(dark, dimension);
    QVERIFY(payload);
    QCOMPARE(payload->text().toByteArray(), acmeLink);
    // A stain, with which level M copes.
    for (int y = 14; y < 19; ++y) {
        for (int x = 14; x < 19; ++x)
            dark[std::size_t(y) * std::size_t(dimension) + std::size_t(x)] ^= 1;
    }
    payload = zxing::decodeModules(dark, dimension);
    QVERIFY(payload);
    QCOMPARE(payload->text().toByteArray(), acmeLink);
}

void TestQrStages::a_grid_of_nonsense_is_not_decoded()
{
    std::vector<uchar> dark(std::size_t(33) * 33);
    for (std::size_t i = 0; i < dark.size(); ++i)
        dark[i] = uchar((i * 7919 / 13) % 2);
    QVERIFY(!zxing::decodeModules(dark, 33));
}

QTEST_GUILESS_MAIN(TestQrStages)
#include "tst_qr_stages.moc"
