// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QRectF>

#include <memory>
#include <vector>

class QPainter;

namespace watchword::app {

/// Captured pictures side by side, as large as the room allows, for widgets that paint them. They are shared with whoever owns
/// and wipes them; smaller copies are made on another thread, so that painting is quick, and wiped in the end.
class PictureRow final : public QObject
{
    Q_OBJECT

public:
    static constexpr int gap = 8; ///< between the pictures and around them

    PictureRow(std::vector<QImage> pictures, int highest, QObject *parent);
    ~PictureRow() override;

    int count() const { return int(m_pictures.size()); }
    QSize sizeOf(int picture) const { return m_pictures[std::size_t(picture)].size(); }
    /// In a row of that width.
    int heightFor(int width) const;
    double scaleFor(int width) const;
    /// Where a picture stands.
    QRectF placeOf(int picture, int width) const;
    /// Asks for copies of the right size where there are none yet; until they are there what there is is painted.
    void paint(QPainter &painter, int width);

Q_SIGNALS:
    /// There is something better to paint.
    void changed();

private:
    struct Copies;
    void makeCopies(double scale);

    std::vector<QImage> m_pictures;
    std::shared_ptr<Copies> m_copies;
    int m_highest;
    bool m_isCopying = false;
};

} // namespace watchword::app
