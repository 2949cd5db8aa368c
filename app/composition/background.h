// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/tray_host.h"
#include "app/shell/ending_signals.h"
#include "app/shell/keep_running.h"
#include "app/shell/tray_icon.h"
#include "app/support/autostart.h"
#include "core/platform/keychain_watch.h"

#include <QObject>

namespace watchword::app {

class AddAccount;
class CopyCode;
class MainWindow;
class SettingsStore;
class Theme;

/// The program while its window is not to be seen: the tray, the start with the session, what the closing of the window
/// means, and the end of the session.
class Background final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    struct Parts {
        const Theme &theme;
        SettingsStore &settings;
        vault::Vault &vault;
        const push::PushService &signIns;
        MainWindow &window;
        CopyCode &copyCode;
        AddAccount &addAccount;
    };

    /// `isUsual`: these are the accounts that a start without a word about them opens.
    Background(const Parts &parts, bool isUsual, QObject *parent = nullptr);

    TrayIcon &tray() { return m_tray; }
    /// Null where a start with the session would open other accounts.
    Autostart *autostart() { return m_isUsual ? &m_autostart : nullptr; }

    /// Once the window is shown, or is not going to be. Nothing here comes before the window.
    void start();
    /// Opens the vault as far as nobody has to be asked, now and when the keychain is unlocked by others.
    void startHidden();
    /// To the front; opens the vault when nobody was there to be asked before.
    void showWindow(const QByteArray &activationToken = {});

private:
    void connectTray();
    void toggleWindow();
    void copy(accounts::AccountId id);
    void scan();
    void noteSignIns();
    void sayWhetherSignInsAreExpected();
    void openQuietly();
    void sayThatItRunsOn();

    Parts m_parts;
    bool m_isUsual;
    Autostart m_autostart;
    EndingSignals m_endings;
    KeepRunning m_keepRunning;
    TrayHost m_host;
    TrayIcon m_tray;
    std::unique_ptr<platform::KeychainWatch> m_keychainWatch; ///< while nobody was asked
    bool m_isOutdated = false;                                ///< the keychain changed while it was being read
};

} // namespace watchword::app
