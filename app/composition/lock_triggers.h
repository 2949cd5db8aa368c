// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/desktop_idle.h"
#include "core/platform/session_watch.h"
#include "core/platform/sleep_delay.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace watchword::vault {
class Vault;
}

namespace watchword::app {

class LockAccounts;
class SettingsStore;

/// When the accounts lock without their menu: nobody has used the computer for the set time, the session is locked, the
/// computer goes to sleep, and Ctrl+L where a dialog has the keyboard.
class LockTriggers final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    struct Parts {
        LockAccounts &lock;
        const vault::Vault &vault;
        const SettingsStore &settings;
        const platform::SessionWatch &session;
    };

    explicit LockTriggers(const Parts &parts, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Milliseconds = std::chrono::milliseconds;

    void follow();
    void lockBeforeSleep();
    void lookWhetherIdle();
    void takeIdle(std::optional<Milliseconds> ofDesktop);

    Parts m_parts;
    platform::SleepDelay m_sleep;
    platform::DesktopIdle m_desktopIdle;
    QElapsedTimer m_sinceInput; ///< to windows of ours
    QTimer m_idleEnds;          ///< when it may have been long enough, and not before
    bool m_hasPassword = false;
    bool m_isWatching = false;
};

} // namespace watchword::app
