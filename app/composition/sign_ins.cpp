// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/sign_ins.h"

#include <QGuiApplication>
#include <QRandomGenerator>

namespace watchword::app {

SignIns::SignIns(vault::Vault &vault, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keeper(vault)
    , m_clock(clock)
    , m_service(
          {m_http, m_keeper, m_keeper, clock, m_alarm, [] { return QRandomGenerator::global()->generateDouble(); }})
{
    connect(&vault, &vault::Vault::stateChanged, &m_service, &push::PushService::takeAccounts);
    connect(&vault, &vault::Vault::pushAccountsChanged, &m_service, &push::PushService::takeAccounts);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { m_service.setFocused(state == Qt::ApplicationActive); });
    m_service.start();
}

} // namespace watchword::app
