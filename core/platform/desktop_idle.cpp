// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/desktop_idle.h"

#include "core/base/answer_later.h"

namespace watchword::platform {

namespace {

constexpr int idlePatience = 5'000; // milliseconds; then somebody else is asked

} // namespace

DesktopIdle::DesktopIdle(QObject *parent)
    : QObject(parent)
    , m_session(MessageBus::Which::Session)
    , m_monitor(m_session, QStringLiteral("org.gnome.Mutter.IdleMonitor"))
{
}

void DesktopIdle::ask(QObject *context, Handler<std::optional<std::chrono::milliseconds>> handler)
{
    if (m_monitor.owner().isEmpty())
        return answerLater(context, std::move(handler), {});
    const QDBusMessage question =
        m_monitor.call(QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"),
                       QStringLiteral("org.gnome.Mutter.IdleMonitor"), QStringLiteral("GetIdletime"));
    m_session.call(question, idlePatience, context,
                   [handler = std::move(handler)](const Result<QDBusMessage> &answer) mutable {
                       bool isNumber = false;
                       const qlonglong idle = answer ? answer->arguments().value(0).toLongLong(&isNumber) : 0;
                       handler(isNumber && idle >= 0 ? std::optional(std::chrono::milliseconds(idle)) : std::nullopt);
                   });
}

} // namespace watchword::platform
