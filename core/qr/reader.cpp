// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/reader.h"

#include "core/qr/code_search.h"

#include <QElapsedTimer>
#include <QRect>

#include <algorithm>

namespace watchword::qr {

namespace {

QRect boxOf(const Found &found)
{
    QRect box(found.corners[0], QSize(1, 1));
    for (const QPoint corner : found.corners)
        box |= QRect(corner, QSize(1, 1));
    return box;
}

/// What was found so far, each code once.
class Findings
{
public:
    explicit Findings(const std::function<void(const Found &)> &onFound)
        : m_onFound(onFound)
    {
    }

    void add(zxing::Decoded code)
    {
        Found found{std::move(code.payload), code.corners, code.isQr};
        const QRect box = boxOf(found);
        const bool isKnown = std::ranges::any_of(m_found, [&](const Found &known) {
            const QRect knownBox = boxOf(known);
            return known.isQr == found.isQr && known.payload == found.payload
                && (knownBox.contains(box.center()) || box.contains(knownBox.center()));
        });
        if (isKnown)
            return;
        m_found.push_back(std::move(found));
        if (m_onFound)
            m_onFound(m_found.back());
    }

    bool isEmpty() const { return m_found.empty(); }

    std::vector<Found> take() && { return std::move(m_found); }

private:
    const std::function<void(const Found &)> &m_onFound;
    std::vector<Found> m_found;
};

} // namespace

std::vector<Found> inReadingOrder(std::vector<Found> codes)
{
    const auto middle = [](const Found &found) { return boxOf(found).center(); };
    std::ranges::sort(codes, {}, [&](const Found &found) { return middle(found).y(); });
    for (auto row = codes.begin(); row != codes.end();) {
        const int bottom = boxOf(*row).bottom();
        const auto next =
            std::find_if(row, codes.end(), [&](const Found &found) { return middle(found).y() > bottom; });
        std::sort(row, next, [&](const Found &a, const Found &b) { return middle(a).x() < middle(b).x(); });
        row = next;
    }
    return codes;
}

Reader::Reader()
    : m_pyramid(std::make_unique<Pyramid>())
{
}

Reader::~Reader() = default;

std::vector<Found> Reader::read(const QImage &picture, const SearchLimits &limits,
                                const std::function<void(const Found &)> &onFound,
                                const std::function<void()> &onNoQrCode)
{
    if (picture.isNull())
        return {};
    QElapsedTimer timer;
    timer.start();
    const auto isOver = [&] {
        return timer.hasExpired(limits.milliseconds) || (limits.cancelled && limits.cancelled->load());
    };
    Findings findings(onFound);
    m_pyramid->take(picture);
    CodeSearch search(*m_pyramid, isOver, [&](zxing::Decoded code) { findings.add(std::move(code)); });
    search.run();
    if (findings.isEmpty()) {
        if (onNoQrCode)
            onNoQrCode();
        search.lookForOtherCodes();
    }
    m_pyramid->wipe();
    return inReadingOrder(std::move(findings).take());
}

std::vector<Found> readCodes(const QImage &picture, const SearchLimits &limits)
{
    return Reader().read(picture, limits);
}

} // namespace watchword::qr
