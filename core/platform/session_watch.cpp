// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/session_watch.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusVariant>

#include <algorithm>

namespace watchword::platform {

namespace {

// https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html
const QString logindName = QStringLiteral("org.freedesktop.login1");
const QString logindPath = QStringLiteral("/org/freedesktop/login1");
const QString logindManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString logindSession = QStringLiteral("org.freedesktop.login1.Session");
const QString lockedHint = QStringLiteral("LockedHint");
const QString propertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");
const QString propertiesSignal = QStringLiteral("PropertiesChanged");

const QString activeChanged = QStringLiteral("ActiveChanged");

// https://networkmanager.dev/docs/api/latest/nm-dbus-types.html
const QString networkName = QStringLiteral("org.freedesktop.NetworkManager");
const QString networkPath = QStringLiteral("/org/freedesktop/NetworkManager");
constexpr uint connectedToSite = 60; // and 70: to the world
constexpr uint fullConnectivity = 4; // for instance after a hotel's page was clicked away

constexpr int servicePatience = 30'000; // milliseconds: on a busy machine it takes its time

/// The value of a property in what PropertiesChanged says; empty: it did not change.
QVariant changedValue(const QDBusMessage &message, const QString &interface, const QString &name)
{
    if (message.arguments().value(0).toString() != interface)
        return {};
    return qdbus_cast<QVariantMap>(message.arguments().value(1)).value(name);
}

} // namespace

SessionWatch::SessionWatch(std::chrono::milliseconds lockWishCounts, QObject *parent)
    : QObject(parent)
    , m_system(MessageBus::Which::System)
    , m_session(MessageBus::Which::Session)
    , m_logind(m_system, logindName)
    , m_networkManager(m_system, networkName)
    , m_screenSavers{{{{m_session, QStringLiteral("org.freedesktop.ScreenSaver")},
                       QStringLiteral("/org/freedesktop/ScreenSaver"),
                       QStringLiteral("org.freedesktop.ScreenSaver")},
                      {{m_session, QStringLiteral("org.gnome.ScreenSaver")},
                       QStringLiteral("/org/gnome/ScreenSaver"),
                       QStringLiteral("org.gnome.ScreenSaver")}}}
{
    m_lockWish.setSingleShot(true);
    m_lockWish.setInterval(lockWishCounts);
    connect(&m_lockWish, &QTimer::timeout, this, &SessionWatch::judge);
    listen();
    connect(&m_logind, &NameOwner::changed, this, &SessionWatch::findSession);
    connect(&m_networkManager, &NameOwner::changed, this, [this] {
        m_networkState = 0;
        m_connectivity = 0;
    });
    for (ScreenSaver &saver : m_screenSavers)
        connect(&saver.name, &NameOwner::changed, this, [this, &saver] { askScreenSaver(saver); });
}

SessionWatch::~SessionWatch() = default;

void SessionWatch::listen()
{
    m_logind.listen(logindPath, logindManager, QStringLiteral("PrepareForSleep"), this, SLOT(takeSleep(QDBusMessage)));
    // Of all sessions: ours is not known yet.
    m_logind.listen({}, logindSession, QStringLiteral("Lock"), this, SLOT(takeLock(QDBusMessage)));
    m_logind.listen({}, logindSession, QStringLiteral("Unlock"), this, SLOT(takeUnlock(QDBusMessage)));
    m_logind.listen({}, propertiesInterface, propertiesSignal, this, SLOT(takeSessionChange(QDBusMessage)));
    m_networkManager.listen(networkPath, networkName, QStringLiteral("StateChanged"), this,
                            SLOT(takeNetworkState(QDBusMessage)));
    m_networkManager.listen(networkPath, propertiesInterface, propertiesSignal, this,
                            SLOT(takeNetworkChange(QDBusMessage)));
    for (ScreenSaver &saver : m_screenSavers)
        saver.name.listen(saver.path, saver.interface, activeChanged, this, SLOT(takeScreenSaver(QDBusMessage)));
}

/// Our session, also for a program that is of no session itself as systemd's user service has started it: "auto".
void SessionWatch::findSession()
{
    m_sessionPath.clear();
    m_isAsleep = false;
    setLocked(false);
    if (m_logind.owner().isEmpty())
        return;
    QDBusMessage question = m_logind.call(logindPath, logindManager, QStringLiteral("GetSession"));
    question.setArguments({QStringLiteral("auto")});
    m_system.call(question, servicePatience, this, [this](const Result<QDBusMessage> &answer) {
        if (!answer || answer->service() != m_logind.owner())
            return;
        m_sessionPath = qvariant_cast<QDBusObjectPath>(answer->arguments().value(0)).path();
        askLocked();
    });
}

void SessionWatch::askLocked()
{
    QDBusMessage question = m_logind.call(m_sessionPath, propertiesInterface, QStringLiteral("Get"));
    question.setArguments({logindSession, lockedHint});
    m_system.call(question, servicePatience, this, [this](const Result<QDBusMessage> &answer) {
        if (answer && answer->service() == m_logind.owner())
            setLocked(qvariant_cast<QDBusVariant>(answer->arguments().value(0)).variant().toBool());
    });
}

void SessionWatch::takeSleep(const QDBusMessage &message)
{
    m_isAsleep = message.arguments().value(0).toBool();
    judge();
}

void SessionWatch::takeLock(const QDBusMessage &message)
{
    if (message.path() != m_sessionPath)
        return;
    m_lockWish.start();
    judge();
    Q_EMIT lockAsked();
}

void SessionWatch::takeUnlock(const QDBusMessage &message)
{
    if (message.path() != m_sessionPath)
        return;
    m_lockWish.stop();
    judge();
}

void SessionWatch::takeSessionChange(const QDBusMessage &message)
{
    if (message.path() != m_sessionPath)
        return;
    const QVariant value = changedValue(message, logindSession, lockedHint);
    if (value.isValid())
        setLocked(value.toBool());
    else if (message.arguments().value(2).toStringList().contains(lockedHint)) // changed, and not said to what
        askLocked();
}

void SessionWatch::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    m_lockWish.stop();
    judge();
}

void SessionWatch::askScreenSaver(ScreenSaver &saver)
{
    saver.isActive = false;
    judge();
    if (saver.name.owner().isEmpty())
        return;
    m_session.call(saver.name.call(saver.path, saver.interface, QStringLiteral("GetActive")), servicePatience, this,
                   [this, &saver](const Result<QDBusMessage> &answer) {
                       if (!answer || answer->service() != saver.name.owner())
                           return;
                       saver.isActive = answer->arguments().value(0).toBool();
                       judge();
                   });
}

void SessionWatch::takeScreenSaver(const QDBusMessage &message)
{
    const auto saver = std::ranges::find(m_screenSavers, message.interface(), &ScreenSaver::interface);
    if (saver == m_screenSavers.end() || message.service() != saver->name.owner())
        return;
    saver->isActive = message.arguments().value(0).toBool();
    m_lockWish.stop(); // it knows better
    judge();
}

void SessionWatch::judge()
{
    const bool isAway = m_isAsleep || m_isLocked || m_lockWish.isActive()
        || std::ranges::any_of(m_screenSavers, &ScreenSaver::isActive);
    if (isAway == m_isAway)
        return;
    m_isAway = isAway;
    Q_EMIT awayChanged();
}

void SessionWatch::takeNetworkState(const QDBusMessage &message)
{
    const uint before = m_networkState;
    m_networkState = message.arguments().value(0).toUInt();
    if (m_networkState >= connectedToSite && m_networkState > before)
        Q_EMIT networkCame();
}

void SessionWatch::takeNetworkChange(const QDBusMessage &message)
{
    const QVariant value = changedValue(message, networkName, QStringLiteral("Connectivity"));
    if (!value.isValid())
        return;
    const uint before = m_connectivity;
    m_connectivity = value.toUInt();
    if (m_connectivity == fullConnectivity && before != fullConnectivity)
        Q_EMIT networkCame();
}

} // namespace watchword::platform
