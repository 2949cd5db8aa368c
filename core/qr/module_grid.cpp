// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/module_grid.h"

#include "core/base/secret_bytes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace watchword::qr {

namespace {

constexpr int leastWithAlignment = 25; // modules a side of version 2
constexpr float leastAlignmentContrast = 12;

/// Otsu's threshold: the one that keeps the two sides of the histogram furthest apart.
float otsu(const std::vector<float> &greys)
{
    std::array<int, 256> histogram{};
    double sum = 0;
    for (const float grey : greys)
        ++histogram[std::size_t(std::clamp(int(grey), 0, 255))];
    for (std::size_t i = 0; i < histogram.size(); ++i)
        sum += double(i) * histogram[i];
    double below = 0;
    double sumBelow = 0;
    double best = 0;
    int from = 127;
    int to = 127;
    for (std::size_t i = 0; i + 1 < histogram.size(); ++i) {
        below += histogram[i];
        sumBelow += double(i) * histogram[i];
        const double above = double(greys.size()) - below;
        if (below == 0)
            continue;
        if (above == 0)
            break;
        const double apart = sumBelow / below - (sum - sumBelow) / above;
        const double quality = below * above * apart * apart;
        constexpr double nothing = 1e-9; // of it: between dark and light it stays the same
        if (quality > best * (1 + nothing)) {
            best = quality;
            from = to = int(i);
        } else if (quality > best * (1 - nothing)) {
            to = int(i);
        }
    }
    return float(from + to) / 2;
}

/// How much darker the ring and the middle of an alignment pattern around a module are than its light ring.
float alignmentContrast(const Plane &plane, const Transform &transform, Point middle, bool isLight)
{
    float dark = 0;
    float light = 0;
    for (int y = -2; y <= 2; ++y) {
        for (int x = -2; x <= 2; ++x) {
            const float grey = plane.greyAtPicture(transform.map(middle.x + float(x), middle.y + float(y)));
            (std::max(std::abs(x), std::abs(y)) == 1 ? light : dark) += grey;
        }
    }
    const float contrast = light / 8 - dark / 17;
    return isLight ? -contrast : contrast;
}

} // namespace

std::optional<Transform> alignedTransform(const Pyramid &pyramid, const SymbolCandidate &candidate,
                                          const Transform &rough)
{
    const int dimension = candidate.dimension;
    if (dimension < leastWithAlignment)
        return {};
    const Plane &plane = pyramid.planeFor(candidate.module);
    const float middle = float(dimension) - 6.5F;
    Point best{middle, middle};
    float quality = -1000;
    const auto look = [&](Point around, float reach, float step, float costOfDistance) {
        for (float y = -reach; y <= reach + step / 10; y += step) {
            for (float x = -reach; x <= reach + step / 10; x += step) {
                const Point place{around.x + x, around.y + y};
                const float its = alignmentContrast(plane, rough, place, candidate.isLight)
                    - costOfDistance * std::hypot(place.x - middle, place.y - middle);
                if (its > quality) {
                    quality = its;
                    best = place;
                }
            }
        }
    };
    look(best, 1 + 0.045F * float(dimension), 0.4F, 0.25F);
    look(best, 0.4F, 0.1F, 0);
    if (quality < leastAlignmentContrast)
        return {};
    const float far = float(dimension) - 3.5F;
    return Transform::projective(
        {Point{3.5F, 3.5F}, Point{far, 3.5F}, Point{3.5F, far}, Point{middle, middle}},
        {candidate.topLeft, candidate.topRight, candidate.bottomLeft, rough.map(best.x, best.y)});
}

ModuleGrid::ModuleGrid(const Pyramid &pyramid, const SymbolCandidate &candidate, const Transform &transform)
    : m_dimension(candidate.dimension)
    , m_greys(std::size_t(m_dimension) * std::size_t(m_dimension))
{
    const Plane &plane = pyramid.planeFor(candidate.module);
    // Of a module of two pixels or more the middle and four places around it count; smaller ones have only a middle.
    const bool isSmall = candidate.module * plane.scale() < 2;
    constexpr float away = 0.2F;
    for (int y = 0; y < m_dimension; ++y) {
        for (int x = 0; x < m_dimension; ++x) {
            const Point middle{float(x) + 0.5F, float(y) + 0.5F};
            float grey = plane.greyAtPicture(transform.map(middle.x, middle.y));
            if (!isSmall) {
                grey *= 2;
                for (const Point step :
                     {Point{-away, -away}, Point{away, -away}, Point{-away, away}, Point{away, away}})
                    grey += plane.greyAtPicture(transform.map(middle.x + step.x, middle.y + step.y));
                grey /= 6;
            }
            m_greys[at(x, y)] = candidate.isLight ? 255 - grey : grey;
        }
    }
}

ModuleGrid::~ModuleGrid()
{
    wipe(std::as_writable_bytes(std::span(m_greys)));
}

std::vector<uchar> ModuleGrid::darkModules(Binarisation how) const
{
    using enum Binarisation;
    constexpr float some = 0.12F;
    constexpr float much = 0.25F;
    std::vector<uchar> dark;
    if (how == Global || how == Local) {
        dark = how == Global ? againstOne(m_greys) : againstNeighbours(m_greys);
    } else {
        std::vector<float> greys = sharpened(how == Sharpened || how == SharpenedLocal ? some : much);
        dark = how == Sharpened || how == VerySharp ? againstOne(greys) : againstNeighbours(greys);
        wipe(std::as_writable_bytes(std::span(greys)));
    }
    drawFunctionPatterns(dark);
    return dark;
}

float ModuleGrid::finderMatch() const
{
    const std::vector<uchar> seen = againstOne(m_greys);
    std::vector<uchar> wanted = seen;
    drawFunctionPatterns(wanted);
    int modules = 0;
    int matches = 0;
    const int far = m_dimension - 8;
    for (int y = 0; y < m_dimension; ++y) {
        for (int x = 0; x < m_dimension; ++x) {
            if ((x < 8 && y < 8) || (x >= far && y < 8) || (x < 8 && y >= far)) {
                ++modules;
                matches += seen[at(x, y)] == wanted[at(x, y)] ? 1 : 0;
            }
        }
    }
    return float(matches) / float(modules);
}

/// Each module less a part of its four neighbours, which a blur has mixed into it.
std::vector<float> ModuleGrid::sharpened(float strength) const
{
    std::vector<float> greys(m_greys.size());
    const int last = m_dimension - 1;
    for (int y = 0; y < m_dimension; ++y) {
        for (int x = 0; x < m_dimension; ++x) {
            const float neighbours = m_greys[at(std::max(0, x - 1), y)] + m_greys[at(std::min(last, x + 1), y)]
                + m_greys[at(x, std::max(0, y - 1))] + m_greys[at(x, std::min(last, y + 1))];
            greys[at(x, y)] = std::clamp(m_greys[at(x, y)] * (1 + 4 * strength) - strength * neighbours, 0.0F, 255.0F);
        }
    }
    return greys;
}

std::vector<uchar> ModuleGrid::againstOne(const std::vector<float> &greys) const
{
    const float threshold = otsu(greys);
    std::vector<uchar> dark(greys.size());
    std::ranges::transform(greys, dark.begin(), [threshold](float grey) { return uchar(grey <= threshold); });
    return dark;
}

/// Each module against the mean of the 13 × 13 around it.
std::vector<uchar> ModuleGrid::againstNeighbours(const std::vector<float> &greys) const
{
    constexpr int reach = 6;
    const std::size_t line = std::size_t(m_dimension) + 1;
    std::vector<double> sums(line * line); // of all modules above and to the left
    for (int y = 0; y < m_dimension; ++y) {
        double row = 0;
        for (int x = 0; x < m_dimension; ++x) {
            row += double(greys[at(x, y)]);
            sums[std::size_t(y + 1) * line + std::size_t(x + 1)] =
                sums[std::size_t(y) * line + std::size_t(x + 1)] + row;
        }
    }
    std::vector<uchar> dark(greys.size());
    for (int y = 0; y < m_dimension; ++y) {
        const auto top = std::size_t(std::max(0, y - reach));
        const auto bottom = std::size_t(std::min(m_dimension, y + reach + 1));
        for (int x = 0; x < m_dimension; ++x) {
            const auto left = std::size_t(std::max(0, x - reach));
            const auto right = std::size_t(std::min(m_dimension, x + reach + 1));
            const double sum = sums[bottom * line + right] - sums[top * line + right] - sums[bottom * line + left]
                + sums[top * line + left];
            dark[at(x, y)] = uchar(double(greys[at(x, y)]) * double((right - left) * (bottom - top)) <= sum);
        }
    }
    wipe(std::as_writable_bytes(std::span(sums)));
    return dark;
}

void ModuleGrid::drawFunctionPatterns(std::vector<uchar> &dark) const
{
    const int far = m_dimension - 7;
    for (const auto &[left, top] : {std::pair(0, 0), std::pair(far, 0), std::pair(0, far)}) {
        for (int y = std::max(0, top - 1); y < std::min(m_dimension, top + 8); ++y) {
            for (int x = std::max(0, left - 1); x < std::min(m_dimension, left + 8); ++x) {
                const int ring = std::max(std::abs(x - left - 3), std::abs(y - top - 3));
                dark[at(x, y)] = uchar(ring != 2 && ring != 4);
            }
        }
    }
    for (int i = 8; i < m_dimension - 8; ++i) {
        dark[at(i, 6)] = uchar(i % 2 == 0);
        dark[at(6, i)] = uchar(i % 2 == 0);
    }
}

} // namespace watchword::qr
