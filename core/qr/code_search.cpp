// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/code_search.h"

#include "core/qr/perspective_candidates.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <iterator>

namespace watchword::qr {

namespace {

constexpr int noisy = 16;                  // greys; in such a picture the full size comes last
constexpr std::size_t mostPatterns = 2000; // that are put together
constexpr std::size_t mostPatternsInPerspective = 120;
constexpr std::size_t mostPatternsLeftOver = 40; // beside a code that was found
constexpr std::size_t mostPatternsToDouble = 1000;
constexpr std::size_t mostPatternsForWholePlane = 250; // ZXing puts each three of them together
constexpr int mostPixelsToDouble = 9'000'000;
constexpr float largestDoubled = 3; // pixels a module; others are found as they are
constexpr qint64 mostPixelsForWholePlane = 1'100'000;
constexpr qint64 mostPixelsForMicroQr = 2'200'000; // each thing like a corner is tried
constexpr float leastFinderMatch = 0.7F;           // rounded ones and gradients cost some
constexpr int mostPixelsOfCrop = 6'000'000;

/// Codes read from what is around them: the part of a plane with a margin, enlarged where the modules are small.
struct Crop {
    std::vector<uchar> pixels;
    int width = 0;
    int height = 0;

    Crop() = default;
    Crop(Crop &&) noexcept = default;
    Crop &operator=(Crop &&) = delete;
    Crop(const Crop &) = delete;
    ~Crop() { wipe(std::as_writable_bytes(std::span(pixels))); }
};

std::optional<Crop> cropAround(const Pyramid &pyramid, const SymbolCandidate &candidate)
{
    const Plane &plane = pyramid.planeFor(candidate.module);
    const Point fourth = candidate.bottomRight;
    const auto [left, right] =
        std::minmax({candidate.topLeft.x, candidate.topRight.x, candidate.bottomLeft.x, fourth.x});
    const auto [top, bottom] =
        std::minmax({candidate.topLeft.y, candidate.topRight.y, candidate.bottomLeft.y, fourth.y});
    const float margin = candidate.module * 9.5F; // from the middle of a finder pattern to the end of a quiet zone
    const auto place = [&](float value, int limit) {
        return std::clamp(value * plane.scale(), 0.0F, float(limit - 1));
    };
    const Point from{place(left - margin, plane.width()), place(top - margin, plane.height())};
    const Point to{place(right + margin, plane.width()), place(bottom + margin, plane.height())};
    const float module = candidate.module * plane.scale();
    const float enlarged = module < 3.2F ? std::ceil(4.2F / module * 2) / 2 : 1;
    constexpr float leastSide = 18;
    if (to.x - from.x < leastSide || to.y - from.y < leastSide
        || (to.x - from.x) * (to.y - from.y) * enlarged * enlarged > float(mostPixelsOfCrop))
        return {};
    Crop crop;
    crop.width = int((to.x - from.x) * enlarged);
    crop.height = int((to.y - from.y) * enlarged);
    crop.pixels.resize(std::size_t(crop.width) * std::size_t(crop.height));
    for (int y = 0; y < crop.height; ++y) {
        for (int x = 0; x < crop.width; ++x) {
            const float grey =
                plane.greyAt({from.x + (float(x) + 0.5F) / enlarged, from.y + (float(y) + 0.5F) / enlarged});
            crop.pixels[std::size_t(y) * std::size_t(crop.width) + std::size_t(x)] =
                uchar(candidate.isLight ? 255 - grey : grey);
        }
    }
    return crop;
}

std::vector<zxing::Decoded> decodeInverted(const Plane &plane)
{
    GreyView view = plane.view();
    std::vector<uchar> inverted(std::size_t(view.width) * std::size_t(view.height));
    std::transform(view.pixels, view.pixels + inverted.size(), inverted.begin(),
                   [](uchar grey) { return uchar(255 - grey); });
    view.pixels = inverted.data();
    auto codes = zxing::decode(view, zxing::Kinds::Qr);
    wipe(std::as_writable_bytes(std::span(inverted)));
    return codes;
}

void exchangeRowsAndColumns(std::vector<uchar> &modules, std::size_t side)
{
    for (std::size_t y = 0; y < side; ++y) {
        for (std::size_t x = 0; x < y; ++x)
            std::swap(modules[y * side + x], modules[x * side + y]);
    }
}

template <class Sureness>
void keepSurest(std::vector<FinderPattern> &patterns, std::size_t most, Sureness surenessOf)
{
    if (patterns.size() > most) {
        std::ranges::nth_element(patterns, patterns.begin() + std::ptrdiff_t(most), std::greater(), surenessOf);
        patterns.resize(most);
    }
}

} // namespace

CodeSearch::CodeSearch(Pyramid &pyramid, std::function<bool()> isOver, Report report)
    : m_pyramid(pyramid)
    , m_isOver(std::move(isOver))
    , m_report(std::move(report))
{
}

void CodeSearch::run()
{
    const auto planes = m_pyramid.planes();
    if (planes[0].isFlat())
        return;
    const bool isNoisy = planes.size() > 1 && planes[0].noise() >= noisy;
    findPatterns(isNoisy ? planes.subspan(1) : planes);
    tryStraightOn();
    if (isNoisy && !m_hasFound) {
        m_patterns.clear();
        findPatterns(planes);
        tryStraightOn();
    }
    if (m_isOver())
        return;

    const std::size_t patterns = m_patterns.size();
    tryInPerspective();
    if (m_hasFound || m_isOver())
        return;

    // Nothing yet: what costs more, as far as the picture's size and its look-alikes let it.
    if (!m_hasFound && !m_isOver() && patterns <= mostPatternsToDouble
        && qint64(m_pyramid.width()) * m_pyramid.height() <= mostPixelsToDouble)
        searchDoubled();
    if (!m_hasFound && patterns <= mostPatternsForWholePlane)
        readWholePlanes();
}

/// Modules of a pixel or two, in a picture of twice the size.
void CodeSearch::searchDoubled()
{
    m_patterns.clear();
    Plane doubled;
    doubled.takeDoubleOf(m_pyramid.planes().front());
    findPatterns({&doubled, 1});
    std::erase_if(m_patterns, [](const FinderPattern &one) { return one.module > largestDoubled; });
    tryStraightOn();
}

void CodeSearch::readWholePlanes()
{
    const auto planes = m_pyramid.planes();
    for (std::size_t i = planes.size(); i-- > 0 && !m_hasFound;) {
        if (qint64(planes[i].width()) * planes[i].height() <= mostPixelsForWholePlane)
            readPlane(planes[i], zxing::Kinds::Qr);
    }
}

void CodeSearch::lookForOtherCodes()
{
    const auto planes = m_pyramid.planes();
    if (planes[0].isFlat())
        return;
    for (const Plane &plane : planes.first(std::min<std::size_t>(2, planes.size())))
        readPlane(plane, zxing::Kinds::AllOthers);
    // Micro QR codes last: ZXing 1.4 ends the process for some things that look a little like one.
    const auto isSmall = [](const Plane &plane) {
        return qint64(plane.width()) * plane.height() <= mostPixelsForMicroQr;
    };
    if (const auto plane = std::ranges::find_if(planes, isSmall); plane != planes.end())
        readPlane(*plane, zxing::Kinds::MicroQr);
}

/// Lets ZXing look at a whole plane; for QR codes also with light and dark exchanged, at the same time.
void CodeSearch::readPlane(const Plane &plane, zxing::Kinds kinds)
{
    if (m_isOver())
        return;
    std::future<std::vector<zxing::Decoded>> light;
    if (kinds == zxing::Kinds::Qr)
        light = std::async([&plane] { return decodeInverted(plane); });
    auto codes = zxing::decode(plane.view(), kinds);
    if (light.valid())
        std::ranges::move(light.get(), std::back_inserter(codes));
    for (zxing::Decoded &code : codes) {
        for (QPoint &corner : code.corners)
            corner = QPoint(qRound(float(corner.x()) / plane.scale()), qRound(float(corner.y()) / plane.scale()));
        m_hasFound = m_hasFound || code.isQr;
        m_report(std::move(code));
    }
}

/// Adds those that no larger plane showed.
void CodeSearch::findPatterns(std::span<const Plane> planes)
{
    for (const Plane &plane : planes) {
        if (m_isOver())
            return;
        auto found = findFinderPatterns(plane);
        keepSurest(found, mostPatterns, &FinderPattern::rows);
        for (const FinderPattern &one : found) {
            const bool isKnown = std::ranges::any_of(m_patterns, [&](const FinderPattern &other) {
                return other.isLight == one.isLight && std::abs(other.centre.x - one.centre.x) < one.module * 1.5F
                    && std::abs(other.centre.y - one.centre.y) < one.module * 1.5F && other.module < one.module * 1.12F
                    && one.module < other.module * 1.12F;
            });
            if (!isKnown)
                m_patterns.push_back(one);
        }
    }
    keepSurest(m_patterns, mostPatterns, &FinderPattern::rows);
}

void CodeSearch::tryStraightOn()
{
    std::ranges::sort(m_patterns, {}, &FinderPattern::module);
    tryCandidates(findSymbolCandidates(m_pyramid, m_patterns, m_isOver));
}

/// What is left over, as it may be seen from the side.
void CodeSearch::tryInPerspective()
{
    std::erase_if(m_patterns, [this](const FinderPattern &one) { return isTakenAt(one.centre); });
    keepSurest(m_patterns, m_hasFound ? mostPatternsLeftOver : mostPatternsInPerspective,
               [](const FinderPattern &one) { return float(one.rows) * one.contrast; });
    tryCandidates(findCandidatesInPerspective(m_pyramid, m_patterns, m_isOver));
}

void CodeSearch::tryCandidates(const std::vector<SymbolCandidate> &candidates)
{
    tryAll(candidates, Effort::Grid, 0.45F, 80);
    tryAll(candidates, Effort::CarefulGrid, 0.4F, 12);
    tryAll(candidates, Effort::Crop, 0.2F, 6);
}

void CodeSearch::tryAll(const std::vector<SymbolCandidate> &candidates, Effort effort, float leastTiming, int most)
{
    for (const SymbolCandidate &candidate : candidates) {
        if (candidate.timing < leastTiming || m_isOver())
            return;
        if (isTaken(candidate))
            continue;
        if (most-- == 0)
            return;
        if (tryOne(candidate, effort))
            takePatternsOf(candidate);
    }
}

bool CodeSearch::isTakenAt(Point place) const
{
    return std::ranges::any_of(m_taken, [place](const FinderPattern &one) {
        return std::hypot(one.centre.x - place.x, one.centre.y - place.y) < one.module * 1.5F;
    });
}

bool CodeSearch::isTaken(const SymbolCandidate &candidate) const
{
    return isTakenAt(candidate.topLeft) || isTakenAt(candidate.topRight) || isTakenAt(candidate.bottomLeft);
}

void CodeSearch::takePatternsOf(const SymbolCandidate &candidate)
{
    for (const std::size_t pattern : candidate.patterns)
        m_taken.push_back(m_patterns[pattern]);
}

bool CodeSearch::tryOne(const SymbolCandidate &candidate, Effort effort)
{
    const auto straight = candidate.transform();
    if (!straight)
        return false;
    const auto aligned = alignedTransform(m_pyramid, candidate, *straight);
    std::optional<SecretBytes> payload;
    Transform transform = *straight;
    if (effort != Effort::Grid
        && std::max(aligned ? ModuleGrid(m_pyramid, candidate, *aligned).finderMatch() : 0,
                    ModuleGrid(m_pyramid, candidate, *straight).finderMatch())
            < leastFinderMatch)
        return false;
    if (effort == Effort::Crop) {
        payload = decodeCrop(candidate);
    } else {
        if (aligned)
            payload = decodeGrid(candidate, *aligned, effort);
        if (payload)
            transform = *aligned;
        else
            payload = decodeGrid(candidate, *straight, effort);
    }
    if (!payload)
        return false;
    zxing::Decoded code{std::move(*payload), {}, true};
    const auto side = float(candidate.dimension);
    const std::array<Point, 4> corners = {transform.map(0, 0), transform.map(side, 0), transform.map(side, side),
                                          transform.map(0, side)};
    std::ranges::transform(corners, code.corners.begin(),
                           [](Point corner) { return QPoint(qRound(corner.x), qRound(corner.y)); });
    m_hasFound = true;
    m_report(std::move(code));
    return true;
}

std::optional<SecretBytes> CodeSearch::decodeGrid(const SymbolCandidate &candidate, const Transform &transform,
                                                  Effort effort) const
{
    const ModuleGrid grid(m_pyramid, candidate, transform);
    const int ways = effort == Effort::Grid ? 1 : ModuleGrid::binarisations;
    for (int way = 0; way < ways; ++way) {
        std::vector<uchar> dark = grid.darkModules(ModuleGrid::Binarisation(way));
        auto payload = zxing::decodeModules(dark, candidate.dimension);
        if (!payload && effort != Effort::Grid) { // in a mirror rows are columns
            exchangeRowsAndColumns(dark, std::size_t(candidate.dimension));
            payload = zxing::decodeModules(dark, candidate.dimension);
        }
        wipe(std::as_writable_bytes(std::span(dark)));
        if (payload && !payload->isEmpty())
            return payload;
    }
    return {};
}

std::optional<SecretBytes> CodeSearch::decodeCrop(const SymbolCandidate &candidate) const
{
    const auto crop = cropAround(m_pyramid, candidate);
    if (!crop)
        return {};
    auto codes = zxing::decode({crop->pixels.data(), crop->width, crop->height, crop->width}, zxing::Kinds::Qr);
    if (codes.empty())
        return {};
    return std::move(codes.front().payload);
}

} // namespace watchword::qr
