// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/random.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace watchword::crypto {

/// Runs `work()` on a thread of the pool and hands its result to `done` on the caller's thread, later, and only if
/// `context` still lives. `work` must touch nothing that is not its own.
template <class Work, class Done>
void runOffThread(QObject *context, Work work, Done done)
{
    using Answer = decltype(work());
    struct Task {
        Work work;
        Done done;
        std::optional<Answer> answer;
        QPromise<void> promise;
    };
    const auto task = std::make_shared<Task>(Task{std::move(work), std::move(done), {}, {}});
    auto *const watcher = new QFutureWatcher<void>(context);
    QObject::connect(watcher, &QFutureWatcher<void>::finished, context, [task, watcher] {
        watcher->deleteLater();
        task->done(std::move(*task->answer));
    });
    watcher->setFuture(task->promise.future());
    QThreadPool::globalInstance()->start([task] {
        task->promise.start();
        task->answer.emplace(task->work());
        releaseThread();
        task->promise.finish();
    });
}

} // namespace watchword::crypto
