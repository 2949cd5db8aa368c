// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/reader.h"

#include "core/qr/grey_picture.h"
#include "core/qr/zxing_adapter.h"

#include <QElapsedTimer>
#include <QRect>

#include <algorithm>

namespace watchword::qr {

namespace {

constexpr int tileSize = 1024;
constexpr int tileStep = tileSize / 2;

QRect boxOf(const Found &found)
{
    QRect box(found.corners[0], QSize(1, 1));
    for (const QPoint corner : found.corners)
        box |= QRect(corner, QSize(1, 1));
    return box;
}

/// Where tiles begin along one side: every half tile, the last one flush with the end.
std::vector<int> tileStarts(int length)
{
    std::vector<int> starts{0};
    while (starts.back() + tileSize < length)
        starts.push_back(std::min(starts.back() + tileStep, length - tileSize));
    return starts;
}

/// One search through one picture.
class Search
{
public:
    explicit Search(const SearchLimits &limits)
        : m_limits(limits)
    {
        m_timer.start();
    }

    /// Looks at every tile of a picture that is `scale` times smaller than the one whose corners are told.
    void look(const GreyPicture &picture, int scale, zxing::Kinds kinds)
    {
        for (const int y : tileStarts(picture.height())) {
            for (const int x : tileStarts(picture.width())) {
                const QRect tile(x, y, std::min(tileSize, picture.width()), std::min(tileSize, picture.height()));
                const QRect part = picture.partWithContrast(tile);
                if (part.isEmpty())
                    continue;
                if (isOver())
                    return;
                take(zxing::decode(picture.view(part), kinds), part.topLeft(), scale);
                if (isOver())
                    return;
                const GreyPicture inverted = picture.inverted(part);
                take(zxing::decode(inverted.view(QRect(QPoint(), part.size())), kinds), part.topLeft(), scale);
            }
        }
    }

    bool isOver() const
    {
        return m_timer.hasExpired(m_limits.milliseconds) || (m_limits.cancelled && m_limits.cancelled->load());
    }

    bool hasFound() const { return !m_found.empty(); }
    std::vector<Found> inReadingOrder() &&;

private:
    void take(std::vector<zxing::Decoded> decoded, QPoint offset, int scale)
    {
        for (zxing::Decoded &code : decoded) {
            Found found{std::move(code.payload), code.corners, code.isQr};
            for (QPoint &corner : found.corners)
                corner = (corner + offset) * scale;
            keep(std::move(found));
        }
    }

    /// The same code comes up in several tiles and at several sizes; the largest size, looked at last, knows its corners best.
    void keep(Found found)
    {
        const QRect box = boxOf(found);
        for (Found &known : m_found) {
            const QRect knownBox = boxOf(known);
            const bool overlaps = knownBox.contains(box.center()) || box.contains(knownBox.center());
            if (overlaps && known.isQr == found.isQr && known.payload == found.payload) {
                known.corners = found.corners;
                return;
            }
        }
        m_found.push_back(std::move(found));
    }

    const SearchLimits &m_limits;
    QElapsedTimer m_timer;
    std::vector<Found> m_found;
};

std::vector<Found> Search::inReadingOrder() &&
{
    const auto middle = [](const Found &found) { return boxOf(found).center(); };
    std::ranges::sort(m_found, {}, [&](const Found &found) { return middle(found).y(); });
    for (auto row = m_found.begin(); row != m_found.end();) {
        const int bottom = boxOf(*row).bottom();
        const auto next =
            std::find_if(row, m_found.end(), [&](const Found &found) { return middle(found).y() > bottom; });
        std::sort(row, next, [&](const Found &a, const Found &b) { return middle(a).x() < middle(b).x(); });
        row = next;
    }
    return std::move(m_found);
}

} // namespace

std::vector<Found> readCodes(const QImage &picture, const SearchLimits &limits)
{
    if (picture.isNull())
        return {};
    Search search(limits);
    const GreyPicture full(picture);
    const GreyPicture half = full.half();
    const GreyPicture quarter = half.half();
    // The small sizes cost a sixteenth and a quarter of the full one and find most codes of a screen.
    search.look(quarter, 4, zxing::Kinds::Qr);
    search.look(half, 2, zxing::Kinds::Qr);
    search.look(full, 1, zxing::Kinds::Qr);
    if (!search.hasFound()) {
        search.look(half, 2, zxing::Kinds::AllOthers);
        search.look(full, 1, zxing::Kinds::AllOthers);
    }
    return std::move(search).inReadingOrder();
}

} // namespace watchword::qr
