// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/notifications.h"
#include "core/push/push_service.h"

#include <vector>

namespace watchword::app {

/// The story of a sign-in request in the desktop's notifications: said when it comes, with *Deny* and *Review*, never
/// *Approve*; taken away when it is over, and while the session is locked, as notices may stand on lock screens. After a
/// denial from there what the server made of it. No word of a server is in them. When the vault is locked meanwhile, one that
/// says how many wait is left, and nothing else of them.
class AnnounceRequests final : public QObject
{
    Q_OBJECT

public:
    /// This many have a notice of their own, which keeps it to its end; one more notice says how many others wait. Some
    /// desktops show no more than three of a program.
    static constexpr qsizetype mostOfTheirOwn = 2;

    /// All must outlive it.
    AnnounceRequests(push::PushService &service, const push::PushKeeper &keeper, const Clock &clock,
                     Notifications &notifications, QObject *parent = nullptr);

Q_SIGNALS:
    /// The person wants to see it; with the desktop's permission to come to the front.
    void reviewRequested(watchword::accounts::AccountId account, const QString &nonce,
                         const QByteArray &activationToken);
    /// The person wants to unlock the vault.
    void unlockRequested(const QByteArray &activationToken);

private:
    struct Announced {
        accounts::AccountId account;
        QString nonce;
        QString name;    ///< of its notice
        int ordinal = 1; ///< among those of the account: some desktops make one of two notices with the same words
        bool hasOwn = false;
        bool wasDeniedHere = false;
    };

    void announce(accounts::AccountId account, const QString &nonce);
    void update();
    std::optional<Notice> noticeOf(const Announced &one, const push::Request &request) const;
    QString afterDenial(accounts::AccountId account) const;
    void showOthers();
    void showLocked(bool wasAnnounced);
    void takeAction(const QString &name, const QString &action, const QByteArray &token);
    void takeClosed(const QString &name);

    push::PushService &m_service;
    const push::PushKeeper &m_keeper;
    const Clock &m_clock;
    Notifications &m_notifications;
    std::vector<Announced> m_announced; // the oldest first
    int m_last = 0;                     // number of the last one's name
    bool m_isLockSaid = false;          // some were announced when the vault was locked
};

} // namespace watchword::app
