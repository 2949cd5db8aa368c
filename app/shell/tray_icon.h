// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/tray_host.h"
#include "app/shell/tray_drawing.h"
#include "app/shell/tray_state.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <memory>

namespace watchword::app {

/// The icon in the desktop's panel, where it has one, with its menu. It shows and says what the person wants; it does
/// nothing itself. A desktop without a tray is no fault: then there is no icon.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    TrayIcon(const vault::Vault &vault, const push::PushService &service, TrayHost &host, QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Whether there is an icon that a person can click.
    bool isThere() const;
    const TrayState &state() const { return m_state; }
    const QMenu &menu() const { return m_menu; }

    /// There are enrolments, or were when the vault was last open.
    void setExpectsSignIns(bool expects);
    /// A code was copied: a tick for two seconds, and the account moves up in the menu.
    void showCopied(accounts::AccountId id);

Q_SIGNALS:
    /// A click on it.
    void toggleRequested();
    void openRequested();
    void unlockRequested();
    void reviewRequested(watchword::accounts::AccountId account, const QString &nonce);
    void copyRequested(watchword::accounts::AccountId id);
    void scanRequested();
    void lockRequested();
    void quitRequested();

private:
    void appear();
    void refresh();
    void show();
    void fillMenu();
    void addWaiting();
    QString menuText(const QString &text) const;
    TrayMark mark() const;

    const vault::Vault &m_vault;
    const push::PushService &m_service;
    TrayHost &m_host;
    TrayMemory m_memory;
    TrayState m_state;
    TrayMark m_shownMark;
    QMenu m_menu;
    QTimer m_refreshing;
    QTimer m_copied;
    bool m_isOnBus = false;
    bool m_isMenuOld = true;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace watchword::app
