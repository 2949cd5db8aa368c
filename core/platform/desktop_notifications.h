// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/message_bus.h"
#include "core/platform/name_owner.h"
#include "core/ports/notifications.h"

#include <QMap>
#include <QStringList>

namespace watchword::platform {

/// Notices through `org.freedesktop.Notifications` on the session bus
/// (https://specifications.freedesktop.org/notification-spec/). What was chosen is believed only of the very connection that
/// took the notice, only of the number that it gave, and only if the notice offered it. A service that begins anew is given
/// what is still wanted; one that is missing is tried again with the next notice, and when it comes by itself.
class DesktopNotifications final : public Notifications
{
    Q_OBJECT

public:
    explicit DesktopNotifications(QObject *parent = nullptr);
    /// Takes what is shown away.
    ~DesktopNotifications() override;

    void show(const QString &name, const Notice &notice) override;
    void close(const QString &name) override;

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void takeAction(const QDBusMessage &message);
    void takeToken(const QDBusMessage &message);
    void takeClosed(const QDBusMessage &message);

private:
    struct Shown {
        Notice notice;
        uint id = 0;         // of the service; 0: it has given none
        bool isSent = false; // just as it is now
        bool isOnItsWay = false;
        int tries = 0; // at services that ended or refused
        QByteArray token;
    };

    void takeOwner();
    void askService();
    void send();
    void send(const QString &name, Shown &shown);
    void takeId(const QString &name, const QString &from, const Result<QDBusMessage> &answer);
    void closeAtService(uint id);
    QDBusMessage messageOf(const Shown &shown) const;
    QString nameOf(const QDBusMessage &message) const;

    MessageBus m_bus;
    NameOwner m_service;
    bool m_isAsking = false;
    std::optional<QStringList> m_abilities; // of the service; empty: not known
    QMap<QString, Shown> m_shown;
};

} // namespace watchword::platform
