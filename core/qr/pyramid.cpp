// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/pyramid.h"

namespace watchword::qr {

namespace {

constexpr std::size_t mostPlanes = 4;
constexpr int leastSide = 250; // smaller planes are not halved
constexpr float largestModule = 6.5F;

} // namespace

void Pyramid::take(const QImage &picture)
{
    m_planes.resize(mostPlanes);
    m_planes[0].takeGreysOf(picture);
    m_count = 1;
    while (m_count < mostPlanes
           && std::min(m_planes[m_count - 1].width(), m_planes[m_count - 1].height()) >= leastSide) {
        m_planes[m_count].takeHalfOf(m_planes[m_count - 1]);
        ++m_count;
    }
}

void Pyramid::wipe()
{
    for (Plane &plane : m_planes)
        plane.wipe();
}

const Plane &Pyramid::planeFor(float module) const
{
    std::size_t level = 0;
    while (level + 1 < m_count && module * m_planes[level].scale() >= largestModule)
        ++level;
    return m_planes[level];
}

} // namespace watchword::qr
