// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/frame_look.h"

#include <QImage>

#include <algorithm>
#include <array>

namespace watchword::app {

namespace {

constexpr int brightestNoise = 56; ///< black itself is 16
constexpr int samples = 48;        ///< along a side
constexpr int barCount = 7;
constexpr int mostWithinBar = 8;
constexpr int leastBetweenBars = 8;

int greyAt(const QImage &frame, double x, double y)
{
    const int column = std::clamp(int(x * frame.width()), 0, frame.width() - 1);
    const int row = std::clamp(int(y * frame.height()), 0, frame.height() - 1);
    return frame.constScanLine(row)[column];
}

bool isBlack(const QImage &frame)
{
    int bright = 0;
    for (int i = 0; i < samples * samples; ++i) {
        const double x = (i % samples + 0.5) / samples;
        const double y = (int(i / samples) + 0.5) / samples;
        bright += greyAt(frame, x, y) > brightestNoise ? 1 : 0;
    }
    return bright <= samples * samples / 200;
}

/// From white over the colours to blue, each darker than the one before, and each of one colour.
bool hasBars(const QImage &frame)
{
    std::array<int, barCount> bars = {};
    for (int bar = 0; bar < barCount; ++bar) {
        int least = 255;
        int most = 0;
        for (const double y : {0.1, 0.25, 0.4, 0.55}) {
            for (const double place : {0.3, 0.5, 0.7}) {
                const int grey = greyAt(frame, (bar + place) / barCount, y);
                least = std::min(least, grey);
                most = std::max(most, grey);
            }
        }
        if (most - least > mostWithinBar)
            return false;
        bars[std::size_t(bar)] = (least + most) / 2;
    }
    const auto isNotDarker = [](int left, int right) { return left - right < leastBetweenBars; };
    return std::ranges::adjacent_find(bars, isNotDarker) == bars.end();
}

} // namespace

FrameLook lookOf(const QImage &frame)
{
    if (frame.isNull() || frame.format() != QImage::Format_Grayscale8)
        return FrameLook::Ordinary;
    if (isBlack(frame))
        return FrameLook::Black;
    return hasBars(frame) ? FrameLook::Pattern : FrameLook::Ordinary;
}

} // namespace watchword::app
