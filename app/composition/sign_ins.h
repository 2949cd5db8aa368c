// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/announce_requests.h"
#include "core/platform/desktop_notifications.h"
#include "core/platform/network_http_client.h"
#include "core/platform/session_watch.h"
#include "core/ports/alarm.h"
#include "core/push/enrolment_run.h"
#include "core/push/push_service.h"
#include "core/vault/push_vault.h"

namespace watchword::app {

/// Approve / Deny: the service that asks the servers, with what it works with, and what it has to be told of vault and
/// desktop. Windows are given `service()`.
class SignIns final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SignIns(vault::Vault &vault, const Clock &clock, QObject *parent = nullptr);

    push::PushService &service() { return m_service; }
    const platform::SessionWatch &session() const { return m_session; }
    /// What a new enrolment works with.
    push::EnrolmentRun::Ports enrolmentPorts() { return {m_http, m_keeper, m_clock}; }

Q_SIGNALS:
    /// Somebody chose a request in the desktop's notifications, to look at it.
    void reviewRequested(watchword::accounts::AccountId account, const QString &nonce,
                         const QByteArray &activationToken);
    /// The same while the vault is locked: it is to be unlocked.
    void unlockRequested(const QByteArray &activationToken);

private:
    void followSession();

    vault::PushVault m_keeper;
    const Clock &m_clock;
    platform::NetworkHttpClient m_http;
    TimerAlarm m_alarm;
    push::PushService m_service;
    platform::SessionWatch m_session;
    platform::DesktopNotifications m_notifications;
    AnnounceRequests m_announce;
};

} // namespace watchword::app
