// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/plane.h"

#include <span>
#include <vector>

namespace watchword::qr {

/// A picture in its own size, half, a quarter and an eighth. Its memory serves one picture after the other.
class Pyramid
{
public:
    void take(const QImage &picture);
    void wipe();

    /// The largest first.
    std::span<const Plane> planes() const { return {m_planes.data(), m_count}; }
    int width() const { return m_planes[0].width(); }
    int height() const { return m_planes[0].height(); }
    /// The plane to sample a code in whose modules are so many pixels of the picture: there they are 3 to 6.5.
    const Plane &planeFor(float module) const;

private:
    std::vector<Plane> m_planes;
    std::size_t m_count = 0;
};

} // namespace watchword::qr
