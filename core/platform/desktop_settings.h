// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/message_bus.h"

#include <optional>

namespace watchword::platform {

/// How the person wants programs to look, as the desktop's portal tells it: `org.freedesktop.appearance` of
/// org.freedesktop.portal.Settings. Followed while the program runs. Without a portal nothing is known.
class DesktopSettings final : public QObject
{
    Q_OBJECT

public:
    struct Values {
        std::optional<bool> dark; ///< empty: no wish
        bool highContrast = false;
        bool reducedMotion = false;
        friend bool operator==(const Values &, const Values &) = default;
    };

    /// Asks at once.
    explicit DesktopSettings(QObject *parent = nullptr);
    ~DesktopSettings() override;

    const Values &values() const { return m_values; }

Q_SIGNALS:
    void changed();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void ask();

private:
    void take(const QVariantMap &appearance);
    void listen();

    MessageBus m_bus;
    Values m_values;
    bool m_listens = false;
};

} // namespace watchword::platform
