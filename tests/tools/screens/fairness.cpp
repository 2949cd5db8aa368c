// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/fairness.h"

#include <algorithm>
#include <vector>

namespace watchword::screens {

namespace {

/// The mean brightness of the middle of each module, row by row.
std::vector<double> brightnessOfModules(const QImage &screen, int size, const QTransform &toScreen)
{
    std::vector<double> all;
    all.reserve(std::size_t(size) * std::size_t(size));
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            int sum = 0;
            for (const double down : {0.3, 0.5, 0.7}) {
                for (const double across : {0.3, 0.5, 0.7}) {
                    const QPointF at = toScreen.map(QPointF(x + across, y + down));
                    sum += qGray(screen.pixel(std::clamp(int(at.x()), 0, screen.width() - 1),
                                              std::clamp(int(at.y()), 0, screen.height() - 1)));
                }
            }
            all.push_back(sum / 9.0);
        }
    }
    return all;
}

/// What divides light from dark among the modules around one place; false: there is nothing to divide them.
bool thresholdAround(const Symbol &symbol, const std::vector<double> &brightness, const QRect &block, double &threshold)
{
    double sums[2] = {0, 0};
    int counts[2] = {0, 0};
    for (int y = block.top(); y <= block.bottom(); ++y) {
        for (int x = block.left(); x <= block.right(); ++x) {
            const int isDark = int(symbol.at(x, y));
            sums[isDark] += brightness[symbol.index(x, y)];
            ++counts[isDark];
        }
    }
    if (counts[0] == 0 || counts[1] == 0)
        return false;
    threshold = (sums[0] / counts[0] + sums[1] / counts[1]) / 2;
    return true;
}

/// Near the corners of a finder pattern, which are bare when it is round; readers look at its middle.
bool isCornerOfFinder(const Symbol &symbol, int x, int y)
{
    const auto isOuter = [&](int i) {
        const int within = i < 7 ? i : i - (symbol.size - 7);
        return within <= 1 || within >= 5;
    };
    return symbol.isFinder(x, y) && isOuter(x) && isOuter(y);
}

struct Wrong {
    int finders = 0;
    int others = 0;
};

Wrong wrongModules(const Symbol &symbol, const std::vector<double> &brightness, const Look &look, const QRectF &logo)
{
    const bool isInverted = look.classes.has(CodeClass::Inverted);
    const bool hasBareCorners = look.finders != FinderShape::Square;
    constexpr int step = 9;
    Wrong wrong;
    for (int top = 0; top < symbol.size; top += step) {
        for (int left = 0; left < symbol.size; left += step) {
            const QRect block = QRect(left, top, step, step) & QRect(0, 0, symbol.size, symbol.size);
            double threshold = 0;
            if (!thresholdAround(symbol, brightness, block, threshold))
                continue;
            for (int y = block.top(); y <= block.bottom(); ++y) {
                for (int x = block.left(); x <= block.right(); ++x) {
                    const bool looksDark = brightness[symbol.index(x, y)] < threshold;
                    if (looksDark == (symbol.at(x, y) != isInverted) || logo.contains(QPointF(x + 0.5, y + 0.5))
                        || (hasBareCorners && isCornerOfFinder(symbol, x, y)))
                        continue;
                    ++(symbol.isFinder(x, y) ? wrong.finders : wrong.others);
                }
            }
        }
    }
    return wrong;
}

} // namespace

bool isReadable(const QImage &screen, const Symbol &symbol, const CodePicture &code, const QPoint &topLeft,
                const Look &look)
{
    const QTransform toScreen = code.fromModules * QTransform::fromTranslate(topLeft.x(), topLeft.y());
    const std::vector<double> brightness = brightnessOfModules(screen, symbol.size, toScreen);
    const Wrong wrong = wrongModules(symbol, brightness, look, code.logo);
    constexpr double corrected[] = {0.07, 0.15, 0.25, 0.30};
    const double codewords = symbol.size * symbol.size / 8.0;
    // A logo spoils the codewords that it covers and those that it touches.
    const double spoiltByLogo = code.logo.isEmpty() ? 0 : (code.logo.width() + 3) * (code.logo.height() + 3) / 8;
    return wrong.finders == 0 && spoiltByLogo + wrong.others <= 0.6 * corrected[int(symbol.level)] * codewords;
}

} // namespace watchword::screens
