// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qr/reader.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <memory>

namespace watchword::app {

/// Has one frame after the other looked at by the reader (`CodeFinder`), on another thread. What comes while it looks is passed over, and it rests as long as
/// it has looked, so that it takes at most half of a processor.
class LiveReader final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const QImage &frame, std::vector<qr::Found> found)>;

    explicit LiveReader(Handler handler, QObject *parent = nullptr);
    ~LiveReader() override;

    void take(const QImage &frame);

private:
    struct Work;

    Handler m_handler;
    std::shared_ptr<Work> m_work;
    QElapsedTimer m_since; ///< it began or ended
    qint64 m_rest = 0;     ///< in milliseconds
    bool m_isLooking = false;
};

} // namespace watchword::app
