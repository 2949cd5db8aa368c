// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/transform.h"

#include <algorithm>
#include <cmath>

namespace watchword::qr {

namespace {

/// A linear equation: eight factors and the sum.
using Equation = std::array<double, 9>;

/// Gauss–Jordan with pivots; false when there is no one solution.
bool solve(std::array<Equation, 8> &equations)
{
    constexpr double nothing = 1e-9;
    for (std::size_t column = 0; column < 8; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < 8; ++row) {
            if (std::abs(equations[row][column]) > std::abs(equations[pivot][column]))
                pivot = row;
        }
        if (std::abs(equations[pivot][column]) < nothing)
            return false;
        std::swap(equations[pivot], equations[column]);
        for (std::size_t row = 0; row < 8; ++row) {
            if (row == column)
                continue;
            const double factor = equations[row][column] / equations[column][column];
            for (std::size_t k = column; k < 9; ++k)
                equations[row][k] -= factor * equations[column][k];
        }
    }
    return true;
}

} // namespace

std::optional<Transform> Transform::projective(const std::array<Point, 4> &from, const std::array<Point, 4> &to)
{
    std::array<Equation, 8> equations{};
    for (std::size_t i = 0; i < 4; ++i) {
        const double x = double(from[i].x);
        const double y = double(from[i].y);
        const double itsX = double(to[i].x);
        const double itsY = double(to[i].y);
        equations[2 * i] = {x, y, 1, 0, 0, 0, -x * itsX, -y * itsX, itsX};
        equations[2 * i + 1] = {0, 0, 0, x, y, 1, -x * itsY, -y * itsY, itsY};
    }
    if (!solve(equations))
        return {};
    Transform result;
    for (std::size_t i = 0; i < 8; ++i)
        result.m[i] = equations[i][8] / equations[i][i];
    result.m[8] = 1;
    return result;
}

} // namespace watchword::qr
