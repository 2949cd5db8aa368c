// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/message_bus.h"

#include <QList>

namespace watchword::platform {

/// Who owns a well-known name on a message bus, by the unique name of the connection, which the bus itself gives and nobody
/// else can have. Signals are to be taken from it alone: any program can send one that looks right. Starts nobody and
/// never waits (Qt asks the bus and waits when it is told to listen to a well-known name).
class NameOwner final : public QObject
{
    Q_OBJECT

public:
    /// Asks at once. The bus must outlive it.
    NameOwner(MessageBus &bus, const QString &name, QObject *parent = nullptr);

    /// Empty: nobody owns the name, there is no bus, or it has not answered yet.
    const QString &owner() const { return m_owner; }
    /// Gives the signals of whoever is the owner, and of nobody else. With an empty path those of all its objects. The slot
    /// takes a QDBusMessage.
    void listen(const QString &path, const QString &interface, const QString &signal, QObject *receiver,
                const char *slot);
    /// A call to the owner, never to one who takes the name after it.
    QDBusMessage call(const QString &path, const QString &interface, const QString &method) const;
    /// Asks again: a bus that was not there before is found so.
    void ask();

Q_SIGNALS:
    void changed();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void takeChange(const QDBusMessage &message);
    void takeLoss();

private:
    struct Listening {
        QString path;
        QString interface;
        QString signal;
        QObject *receiver;
        const char *slot;
    };

    bool follow();
    void setOwner(const QString &owner);

    MessageBus &m_bus;
    QString m_name;
    QString m_owner;
    QString m_followedOn; // the connection
    QList<Listening> m_listenings;
};

} // namespace watchword::platform
