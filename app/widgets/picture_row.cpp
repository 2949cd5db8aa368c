// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/picture_row.h"

#include "core/base/secret_bytes.h"

#include <QPaintDevice>
#include <QPainter>
#include <QThread>

#include <algorithm>

namespace watchword::app {

/// Copies of one size. Made on one thread and then painted on another.
struct PictureRow::Copies {
    double scale = 1;
    std::vector<QImage> pictures;

    ~Copies()
    {
        for (QImage &picture : pictures) {
            if (!picture.isNull())
                watchword::wipe(std::as_writable_bytes(std::span(picture.bits(), std::size_t(picture.sizeInBytes()))));
        }
    }
};

PictureRow::PictureRow(std::vector<QImage> pictures, int highest, QObject *parent)
    : QObject(parent)
    , m_pictures(std::move(pictures))
    , m_highest(highest)
{
}

PictureRow::~PictureRow() = default;

double PictureRow::scaleFor(int width) const
{
    double wide = 0;
    double tall = 1;
    for (const QImage &picture : m_pictures) {
        wide += picture.width();
        tall = std::max(tall, double(picture.height()));
    }
    const double room = width - gap * (count() + 1);
    return std::max(0.01, std::min({room / std::max(wide, 1.0), (m_highest - 2 * gap) / tall, 1.0}));
}

int PictureRow::heightFor(int width) const
{
    double tall = 1;
    for (const QImage &picture : m_pictures)
        tall = std::max(tall, double(picture.height()));
    return int(tall * scaleFor(width)) + 2 * gap;
}

QRectF PictureRow::placeOf(int picture, int width) const
{
    const double scale = scaleFor(width);
    double wide = gap * (double(count()) - 1);
    for (const QImage &each : m_pictures)
        wide += each.width() * scale;
    double x = (width - wide) / 2;
    for (int i = 0; i < picture; ++i)
        x += sizeOf(i).width() * scale + gap;
    return {QPointF(x, gap), QSizeF(sizeOf(picture)) * scale};
}

void PictureRow::paint(QPainter &painter, int width)
{
    const double scale = scaleFor(width) * painter.device()->devicePixelRatio();
    if (!m_isCopying && (!m_copies || std::abs(m_copies->scale - scale) > 1e-6))
        makeCopies(scale);
    for (int i = 0; i < count(); ++i)
        painter.drawImage(placeOf(i, width),
                          m_copies ? m_copies->pictures[std::size_t(i)] : m_pictures[std::size_t(i)]);
}

void PictureRow::makeCopies(double scale)
{
    m_isCopying = true;
    const auto copies = std::make_shared<Copies>();
    copies->scale = scale;
    QThread *thread = QThread::create([copies, pictures = m_pictures] {
        for (const QImage &picture : pictures)
            copies->pictures.push_back(picture.scaled((QSizeF(picture.size()) * copies->scale).toSize(),
                                                      Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    });
    connect(thread, &QThread::finished, this, [this, copies] {
        m_copies = copies;
        m_isCopying = false;
        Q_EMIT changed();
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace watchword::app
