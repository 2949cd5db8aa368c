// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/message_bus.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <utility>

namespace watchword::platform {

namespace {

QString addressOf(MessageBus::Which which)
{
    if (which == MessageBus::Which::System)
        return qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS", QStringLiteral("unix:path=/run/dbus/system_bus_socket"));
    QString named = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!named.isEmpty())
        return named;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString usual = folder + QLatin1String("/bus");
    return !folder.isEmpty() && QFile::exists(usual) ? QLatin1String("unix:path=") + usual : QString();
}

constexpr std::chrono::milliseconds forgottenFor{50};

QString freshConnectionName()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("watchword-%1").arg(++number);
}

ErrorCode codeOfBusError(const QDBusError &error, bool timeIsUp)
{
    switch (error.type()) {
    case QDBusError::NoReply: // also when the one asked died before it answered
    case QDBusError::Timeout:
    case QDBusError::TimedOut: return timeIsUp ? ErrorCode::KeychainHung : ErrorCode::KeychainFailed;
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
    case QDBusError::NoNetwork: return ErrorCode::NoBus;
    case QDBusError::ServiceUnknown: return ErrorCode::NoKeychain;
    case QDBusError::AccessDenied: return ErrorCode::KeychainRefused;
    default: break;
    }
    if (error.name() == QLatin1String("org.freedesktop.Secret.Error.IsLocked"))
        return ErrorCode::KeychainLocked;
    if (error.name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn."))
        || error.name() == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner"))
        return ErrorCode::NoKeychain;
    return ErrorCode::KeychainFailed;
}

} // namespace

QDBusMessage busCall(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(busName(), busPath(), busName(), method);
    message.setArguments(arguments);
    return message;
}

struct MessageBus::Waiting {
    QDBusMessage message;
    int milliseconds;
    QPointer<QObject> context;
    Handler<Result<QDBusMessage>> handler;
    int triesLeft = 2;

    /// gnome-keyring 42 may forget who asks while another client comes to the bus or leaves it, and then says that it has no
    /// such method (about one call of a fresh client in 8,000, with three others coming and going). Nothing was done then.
    bool wasForgotten(const QDBusError &error) const
    {
        return triesLeft > 0 && error.type() == QDBusError::UnknownMethod
            && message.interface().startsWith(QLatin1String("org.freedesktop.Secret."));
    }
};

MessageBus::MessageBus(Which which, QObject *parent)
    : QObject(parent)
    , m_which(which)
{
    connect(&m_connecting, &QFutureWatcherBase::finished, this, &MessageBus::connectionTried);
}

MessageBus::~MessageBus()
{
    m_connecting.disconnect(this);
    m_connecting.waitForFinished(); // the other thread registers the connection under our name
    if (!m_name.isEmpty())
        QDBusConnection::disconnectFromBus(m_name);
}

void MessageBus::call(const QDBusMessage &message, int milliseconds, QObject *context,
                      Handler<Result<QDBusMessage>> handler)
{
    Waiting waiting{message, milliseconds, context, std::move(handler)};
    if (isConnected()) {
        send(std::move(waiting));
        return;
    }
    m_waiting.push_back(std::move(waiting));
    connectToBus();
}

QDBusConnection MessageBus::connection() const
{
    return QDBusConnection(m_name);
}

bool MessageBus::isConnected() const
{
    return !m_name.isEmpty() && m_connecting.isFinished() && connection().isConnected();
}

void MessageBus::connectToBus()
{
    if (m_connecting.isRunning())
        return;
    if (!m_name.isEmpty())
        QDBusConnection::disconnectFromBus(m_name);
    m_name = freshConnectionName();

    const auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    m_connecting.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, name = m_name, address = addressOf(m_which)] {
        promise->addResult(!address.isEmpty() && QDBusConnection::connectToBus(address, name).isConnected());
        promise->finish();
    });
}

void MessageBus::connectionTried()
{
    std::vector<Waiting> waiting = std::exchange(m_waiting, {});
    const bool connected = m_connecting.result();
    for (Waiting &one : waiting) {
        if (connected)
            send(std::move(one));
        else if (one.context)
            one.handler(failure(ErrorCode::NoBus, QStringLiteral("no message bus")));
    }
}

void MessageBus::send(Waiting waiting)
{
    if (!waiting.context)
        return;
    QElapsedTimer since;
    since.start();
    auto *const watcher =
        new QDBusPendingCallWatcher(connection().asyncCall(waiting.message, waiting.milliseconds), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, watcher, &QObject::deleteLater);
    QObject *const context = waiting.context;
    connect(watcher, &QDBusPendingCallWatcher::finished, context,
            [this, watcher, since, waiting = std::move(waiting)]() mutable {
                const QDBusPendingReply<> reply = *watcher;
                if (!reply.isError()) {
                    waiting.handler(reply.reply());
                } else if (waiting.wasForgotten(reply.error())) {
                    --waiting.triesLeft;
                    QTimer::singleShot(forgottenFor, this,
                                       [this, again = std::move(waiting)]() mutable { send(std::move(again)); });
                } else {
                    const bool timeIsUp = since.elapsed() >= qint64(waiting.milliseconds) * 9 / 10;
                    waiting.handler(failure(codeOfBusError(reply.error(), timeIsUp), reply.error().name()));
                }
            });
}

} // namespace watchword::platform
