// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/name_owner.h"

#include <chrono>
#include <optional>

namespace watchword::platform {

/// How long nobody has touched keyboard or mouse, as GNOME's compositor says it, which sees all of it under X11 and
/// Wayland. (KDE's GetSessionIdleTime is not asked: what it says under Wayland could not be tried.)
class DesktopIdle final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopIdle(QObject *parent = nullptr);

    /// Empty: nobody can say.
    void ask(QObject *context, Handler<std::optional<std::chrono::milliseconds>> handler);

private:
    MessageBus m_session;
    NameOwner m_monitor;
};

} // namespace watchword::platform
