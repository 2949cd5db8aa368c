// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/live_reader.h"

#include "app/support/code_finder.h"

#include <QMutex>
#include <QThreadPool>

#include <atomic>

namespace watchword::app {

namespace {

/// The next frame may be a better one.
constexpr int millisecondsForOne = 400;

} // namespace

struct LiveReader::Work {
    CodeFinder finder; ///< for one thread at a time
    std::atomic_bool isCancelled = false;
    QMutex mutex;
    LiveReader *owner = nullptr; ///< nobody when that has died
};

LiveReader::LiveReader(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
    , m_work(std::make_shared<Work>())
{
    m_work->owner = this;
}

LiveReader::~LiveReader()
{
    m_work->isCancelled = true;
    const QMutexLocker lock(&m_work->mutex);
    m_work->owner = nullptr;
}

void LiveReader::take(const QImage &frame)
{
    if (m_isLooking || (m_since.isValid() && m_since.elapsed() < m_rest))
        return;
    m_isLooking = true;
    m_since.start();
    QThreadPool::globalInstance()->start([work = m_work, frame] {
        const qr::SearchLimits limits{millisecondsForOne, &work->isCancelled};
        const auto found = std::make_shared<std::vector<qr::Found>>(work->finder.read(frame, limits).codes);
        const QMutexLocker lock(&work->mutex);
        LiveReader *const owner = work->owner;
        if (!owner)
            return;
        const auto tell = [owner, found, frame] {
            owner->m_isLooking = false;
            owner->m_rest = owner->m_since.restart();
            owner->m_handler(frame, std::move(*found));
        };
        QMetaObject::invokeMethod(owner, tell, Qt::QueuedConnection);
    });
}

} // namespace watchword::app
