// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/handler.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QFutureWatcher>
#include <QObject>

#include <vector>

namespace watchword::platform {

/// What the bus itself is called, as a peer and as an interface, and its object.
inline QString busName()
{
    return QStringLiteral("org.freedesktop.DBus");
}
inline QString busPath()
{
    return QStringLiteral("/org/freedesktop/DBus");
}
/// A question to the bus itself.
QDBusMessage busCall(const QString &method, const QVariantList &arguments = {});

/// A connection of our own to one of the two message buses. Qt's process-wide one stays dead when there was no bus at the start; this
/// one looks for the bus again at each call while it has none, so that a bus that comes later is found. Connecting
/// happens on another thread and no call ever blocks.
///
/// Limit of the session bus: the address is DBUS_SESSION_BUS_ADDRESS as it was when the process started, else `bus` inside
/// XDG_RUNTIME_DIR. A bus that appears anywhere else needs a restart of the program.
class MessageBus final : public QObject
{
    Q_OBJECT

public:
    enum class Which { Session, System };

    explicit MessageBus(Which which, QObject *parent = nullptr);
    ~MessageBus() override;

    /// Sends `message` and hands on the reply. Errors: NoBus, NoKeychain (nobody owns the name), KeychainHung (no answer
    /// within `milliseconds`), KeychainRefused, KeychainLocked, KeychainFailed (any other; also when the one asked went
    /// away meanwhile). The detail is the D-Bus name of the error.
    void call(const QDBusMessage &message, int milliseconds, QObject *context, Handler<Result<QDBusMessage>> handler);

    /// The live connection, for listening to signals; only of use inside a handler of `call` that succeeded.
    QDBusConnection connection() const;

private:
    struct Waiting;

    bool isConnected() const;
    void connectToBus();
    void connectionTried();
    void send(Waiting waiting);

    Which m_which;
    QString m_name;
    QFutureWatcher<bool> m_connecting;
    std::vector<Waiting> m_waiting;
};

} // namespace watchword::platform
