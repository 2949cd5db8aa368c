// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/tray_host.h"

#include "app/platform/x11_connection.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QGuiApplication>

// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/,
// https://specifications.freedesktop.org/systemtray-spec/latest/

namespace watchword::app {

namespace {

const QString trayWatcher = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString trayWatcherPath = QStringLiteral("/StatusNotifierWatcher");

/// Qt's own connection; null where the screen is not X11's.
xcb_connection_t *xConnection()
{
    const auto *const native = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return native ? native->connection() : nullptr;
}

bool hasXTray()
{
    xcb_connection_t *const connection = xConnection();
    return connection && isSelectionOwned(connection, "_NET_SYSTEM_TRAY_S0");
}

} // namespace

TrayHost::TrayHost(QObject *parent)
    : QObject(parent)
{
}

TrayHost::~TrayHost()
{
    qGuiApp->removeNativeEventFilter(this);
}

void TrayHost::start()
{
    if (xcb_connection_t *const connection = xConnection()) {
        m_manager = xAtom(connection, "MANAGER");
        qGuiApp->installNativeEventFilter(this);
    }
    // The one that Qt's own icon will use.
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        auto *const life = new QDBusServiceWatcher(trayWatcher, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
        connect(life, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayHost::ask);
        for (const char *signal : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"})
            bus.connect(trayWatcher, trayWatcherPath, trayWatcher, QLatin1String(signal), this, SLOT(ask()));
        ask();
    }
    Q_EMIT changed();
}

TrayHost::Kind TrayHost::kind() const
{
    if (m_isOnBus)
        return Kind::StatusNotifier;
    return hasXTray() ? Kind::XEmbed : Kind::None;
}

void TrayHost::ask()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        trayWatcher, trayWatcherPath, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question.setArguments({trayWatcher, QStringLiteral("IsStatusNotifierHostRegistered")});
    question.setAutoStartService(false);
    auto *const waiting = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(waiting, &QDBusPendingCallWatcher::finished, this, [this, waiting] {
        const QDBusPendingReply<QDBusVariant> answer = *waiting;
        waiting->deleteLater();
        setOnBus(answer.isValid() && answer.value().variant().toBool());
    });
}

void TrayHost::setOnBus(bool isOnBus)
{
    if (isOnBus == m_isOnBus)
        return;
    m_isOnBus = isOnBus;
    Q_EMIT changed();
}

bool TrayHost::nativeEventFilter(const QByteArray &, void *message, qintptr *)
{
    // A panel that comes says so to the root window, as MANAGER. Other programs do it for other things, and rarely.
    const auto *const event = static_cast<const xcb_generic_event_t *>(message);
    if ((event->response_type & 0x7f) != XCB_CLIENT_MESSAGE)
        return false;
    const auto *const told = reinterpret_cast<const xcb_client_message_event_t *>(event);
    if (told->format == 32 && told->type == m_manager)
        QMetaObject::invokeMethod(this, &TrayHost::changed, Qt::QueuedConnection);
    return false;
}

} // namespace watchword::app
