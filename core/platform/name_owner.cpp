// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/name_owner.h"

#include <utility>

namespace watchword::platform {

namespace {

constexpr int theBusPatience = 30'000; // milliseconds: the bus itself answers, busy as it may be

} // namespace

NameOwner::NameOwner(MessageBus &bus, const QString &name, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_name(name)
{
    ask();
}

void NameOwner::ask()
{
    m_bus.call(busCall(QStringLiteral("GetNameOwner"), {m_name}), theBusPatience, this,
               [this](const Result<QDBusMessage> &answer) {
                   if (!answer && answer.error().code == ErrorCode::NoBus)
                       return setOwner({});
                   if (follow())
                       return ask(); // it may have changed before we followed
                   setOwner(answer ? answer->arguments().value(0).toString() : QString());
               });
}

void NameOwner::listen(const QString &path, const QString &interface, const QString &signal, QObject *receiver,
                       const char *slot)
{
    m_listenings.append({path, interface, signal, receiver, slot});
    if (!m_owner.isEmpty())
        m_bus.connection().connect(m_owner, path, interface, signal, receiver, slot);
}

QDBusMessage NameOwner::call(const QString &path, const QString &interface, const QString &method) const
{
    return QDBusMessage::createMethodCall(m_owner, path, interface, method);
}

/// False: was done before.
bool NameOwner::follow()
{
    QDBusConnection bus = m_bus.connection();
    if (bus.name() == m_followedOn)
        return false;
    m_followedOn = bus.name();
    bus.connect({}, busPath(), busName(), QStringLiteral("NameOwnerChanged"), {m_name}, {}, this,
                SLOT(takeChange(QDBusMessage)));
    bus.connect({}, QStringLiteral("/org/freedesktop/DBus/Local"), QStringLiteral("org.freedesktop.DBus.Local"),
                QStringLiteral("Disconnected"), this, SLOT(takeLoss()));
    return true;
}

void NameOwner::takeChange(const QDBusMessage &message)
{
    // Only the bus itself can be called so.
    if (message.service() == busName() && message.arguments().value(0).toString() == m_name)
        setOwner(message.arguments().value(2).toString());
}

void NameOwner::takeLoss()
{
    setOwner({});
}

void NameOwner::setOwner(const QString &owner)
{
    if (owner == m_owner)
        return;
    const QString former = std::exchange(m_owner, owner);
    QDBusConnection bus = m_bus.connection();
    for (const Listening &one : std::as_const(m_listenings)) {
        if (!former.isEmpty())
            bus.disconnect(former, one.path, one.interface, one.signal, one.receiver, one.slot);
        if (!owner.isEmpty())
            bus.connect(owner, one.path, one.interface, one.signal, one.receiver, one.slot);
    }
    Q_EMIT changed();
}

} // namespace watchword::platform
