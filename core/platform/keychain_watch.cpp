// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/keychain_watch.h"

namespace watchword::platform {

namespace {

const QString secretsName = QStringLiteral("org.freedesktop.secrets");
const QString secretsPath = QStringLiteral("/org/freedesktop/secrets");
const QString secretService = QStringLiteral("org.freedesktop.Secret.Service");
const QString secretCollection = QStringLiteral("org.freedesktop.Secret.Collection");
constexpr int busPatience = 30'000; // milliseconds

} // namespace

KeychainWatch::KeychainWatch(QObject *parent)
    : QObject(parent)
    , m_bus(MessageBus::Which::Session)
{
    // Any question to the bus itself: there is a connection when it is answered.
    m_bus.call(busCall(QStringLiteral("GetId")), busPatience, this, [this](const Result<QDBusMessage> &answer) {
        if (answer)
            listen();
    });
}

KeychainWatch::~KeychainWatch() = default;

void KeychainWatch::listen()
{
    QDBusConnection bus = m_bus.connection();
    bus.connect(busName(), busPath(), busName(), QStringLiteral("NameOwnerChanged"), {secretsName}, {}, this,
                SLOT(hearOwner(QString, QString, QString)));
    for (const char *signal : {"CollectionCreated", "CollectionChanged"})
        bus.connect({}, secretsPath, secretService, QLatin1String(signal), this, SIGNAL(collectionChanged()));
    bus.connect({}, {}, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"),
                {secretCollection}, {}, this, SIGNAL(collectionChanged()));
}

void KeychainWatch::hearOwner(const QString &, const QString &, const QString &after)
{
    if (!after.isEmpty())
        Q_EMIT appeared();
}

} // namespace watchword::platform
