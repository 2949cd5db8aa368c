// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/clock_sync.h"

#include <QDBusVariant>

#include <chrono>

namespace watchword::platform {

namespace {

const QString timeService = QStringLiteral("org.freedesktop.timedate1");
const QString path = QStringLiteral("/org/freedesktop/timedate1");
const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");
const QString synchronised = QStringLiteral("NTPSynchronized");

/// systemd starts timedate1 when it is asked; on a busy machine that takes its time.
constexpr int patience = 15'000;

} // namespace

ClockSync::ClockSync(QObject *parent)
    : QObject(parent)
    , m_bus(MessageBus::Which::System)
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ClockSync::refresh);
    m_timer.start(std::chrono::minutes(10));
    refresh();
}

ClockSync::~ClockSync() = default;

void ClockSync::refresh()
{
    QDBusMessage question = QDBusMessage::createMethodCall(timeService, path, properties, QStringLiteral("Get"));
    question.setArguments({timeService, synchronised});
    m_bus.call(question, patience, this, [this](const Result<QDBusMessage> &answer) {
        take(answer);
        m_wasAsked = true;
        Q_EMIT asked();
    });
}

void ClockSync::take(const Result<QDBusMessage> &answer)
{
    if (!answer)
        return setState(State::Unknown);
    listen();
    const QVariant value = qvariant_cast<QDBusVariant>(answer->arguments().value(0)).variant();
    if (value.typeId() == QMetaType::Bool)
        setState(value.toBool() ? State::Synchronised : State::NotSynchronised);
    else
        setState(State::Unknown);
}

void ClockSync::propertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated)
{
    if (interface == timeService && (changed.contains(synchronised) || invalidated.contains(synchronised)))
        refresh(); // asked again rather than believed: anybody can send a signal
}

void ClockSync::listen()
{
    QDBusConnection bus = m_bus.connection();
    if (bus.name() == m_listeningOn)
        return;
    m_listeningOn = bus.name();
    bus.connect({}, path, properties, QStringLiteral("PropertiesChanged"), this,
                SLOT(propertiesChanged(QString, QVariantMap, QStringList)));
}

void ClockSync::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace watchword::platform
