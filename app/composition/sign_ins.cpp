// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/sign_ins.h"

#include "core/ports/elapsed_time.h"

#include <QGuiApplication>
#include <QRandomGenerator>

namespace watchword::app {

SignIns::SignIns(vault::Vault &vault, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keeper(vault)
    , m_clock(clock)
    , m_service({m_http, m_keeper, m_keeper, clock, m_alarm,
                 [] { return QRandomGenerator::global()->generateDouble(); }, elapsedMilliseconds})
    , m_announce(m_service, m_keeper, clock, m_notifications)
{
    connect(&vault, &vault::Vault::stateChanged, &m_service, &push::PushService::takeAccounts);
    connect(&vault, &vault::Vault::pushAccountsChanged, &m_service, &push::PushService::takeAccounts);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { m_service.setFocused(state == Qt::ApplicationActive); });
    connect(&m_announce, &AnnounceRequests::reviewRequested, this, &SignIns::reviewRequested);
    connect(&m_announce, &AnnounceRequests::unlockRequested, this, &SignIns::unlockRequested);
    followSession();
    m_service.start();
}

void SignIns::followSession()
{
    connect(&m_session, &platform::SessionWatch::awayChanged, &m_service,
            [this] { m_service.setPaused(m_session.isAway()); });
    connect(&m_session, &platform::SessionWatch::networkCame, &m_service, &push::PushService::networkCame);
}

} // namespace watchword::app
