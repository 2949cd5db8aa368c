// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/name_owner.h"

#include <QTimer>

#include <array>
#include <chrono>

namespace watchword::platform {

/// Whether the person can be at this session (it is neither locked nor asleep), and when the network comes: from logind,
/// the desktop's screen saver and NetworkManager. Any of them may be missing: then nothing is known, which counts as there.
/// Only what the owners of these names say is believed. (systemd-networkd is not asked; without NetworkManager a poll that
/// failed is late by the five minutes of its longest pause at most.)
class SessionWatch final : public QObject
{
    Q_OBJECT

public:
    /// How long logind's wish to lock counts when nobody says that the screen is locked: some screen lockers never say so,
    /// nor that they are gone, and then nothing may be put off for ever.
    static constexpr std::chrono::milliseconds wishCounts = std::chrono::seconds(30);

    /// Asks at once.
    explicit SessionWatch(std::chrono::milliseconds lockWishCounts = wishCounts, QObject *parent = nullptr);
    ~SessionWatch() override;

    bool isAway() const { return m_isAway; }

Q_SIGNALS:
    void awayChanged();
    /// The session was told to lock. Also while nobody was there already, as far as is known.
    void lockAsked();
    void networkCame();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void takeSleep(const QDBusMessage &message);
    void takeLock(const QDBusMessage &message);
    void takeUnlock(const QDBusMessage &message);
    void takeSessionChange(const QDBusMessage &message);
    void takeScreenSaver(const QDBusMessage &message);
    void takeNetworkState(const QDBusMessage &message);
    void takeNetworkChange(const QDBusMessage &message);

private:
    struct ScreenSaver {
        NameOwner name;
        QString path;
        QString interface;
        bool isActive = false;
    };

    void listen();
    void findSession();
    void askLocked();
    void setLocked(bool isLocked);
    void askScreenSaver(ScreenSaver &saver);
    void judge();

    MessageBus m_system;
    MessageBus m_session;
    NameOwner m_logind;
    NameOwner m_networkManager;
    std::array<ScreenSaver, 2> m_screenSavers;
    QString m_sessionPath; // of our session at logind
    QTimer m_lockWish;
    bool m_isAsleep = false;
    bool m_isLocked = false; // says logind
    bool m_isAway = false;
    uint m_networkState = 0;
    uint m_connectivity = 0;
};

} // namespace watchword::platform
