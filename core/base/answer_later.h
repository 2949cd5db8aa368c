// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/handler.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <memory>
#include <tuple>

namespace watchword {

/// Calls `handler` from the event loop, if `context` still lives then: never re-entrantly.
template <class... T>
void answerLater(const QPointer<QObject> &context, Handler<T...> handler, std::type_identity_t<T>... values)
{
    if (!context)
        return;
    struct Answer {
        Handler<T...> handler;
        std::tuple<T...> values;
    };
    const auto answer = std::make_shared<Answer>(Answer{std::move(handler), {std::move(values)...}});
    QMetaObject::invokeMethod(
        context, [answer] { std::apply(answer->handler, std::move(answer->values)); }, Qt::QueuedConnection);
}

} // namespace watchword
