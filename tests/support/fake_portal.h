// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QVariantMap>

#include <utility>

namespace watchword::tests {

/// The desktop's portal as seen from the session bus, doing what a test tells it; it lives on the test's thread.
class FakePortal final : public QDBusVirtualObject
{
public:
    enum class When { BeforeHandle, AfterHandle, Never };

    struct Answer {
        uint code = 0; ///< of the Response
        QString uri = {};
        When when = When::AfterHandle;
        QString error = {}; ///< instead of a handle
    };

    explicit FakePortal(QString connection = QStringLiteral("fake portal"))
        : m_name(std::move(connection))
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {
        m_bus.registerVirtualObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
                                    QDBusConnection::SingleNode);
    }
    ~FakePortal() override { QDBusConnection::disconnectFromBus(m_name); }

    bool start() { return m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")); }
    bool stop() { return m_bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop")); }

    uint version = 2;
    QString versionError;       ///< instead of the version
    bool isHung = false;        ///< to every question
    bool choosesHandle = false; ///< as portals before version 0.9 did
    QList<Answer> answers;      ///< to one request after the other, the last to all that follow
    QList<QVariantMap> asked;   ///< the options of each request

    qsizetype held() const { return m_held.size(); }
    /// Is hung no longer, and takes up what was held.
    void goOn()
    {
        isHung = false;
        for (const QDBusMessage &message : std::exchange(m_held, {}))
            handleMessage(message, m_bus);
    }

    /// The Response to the newest request.
    void respond(const Answer &answer)
    {
        QDBusMessage signal = QDBusMessage::createTargetedSignal(
            m_caller, m_handle, QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Response"));
        QVariantMap results;
        if (answer.code == 0)
            results.insert(QStringLiteral("uri"), answer.uri);
        signal.setArguments({answer.code, results});
        m_bus.send(signal);
    }

    /// Tells another one to answer in this one's place.
    void shareRequestWith(FakePortal &other) const
    {
        other.m_caller = m_caller;
        other.m_handle = m_handle;
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (isHung) {
            m_held.append(message);
            return true;
        }
        if (message.member() == QLatin1String("Get"))
            bus.send(versionError.isEmpty() ? message.createReply(QVariant::fromValue(QDBusVariant(version)))
                                            : message.createErrorReply(versionError, QStringLiteral("told so")));
        else if (message.member() == QLatin1String("Screenshot"))
            takeRequest(message);
        else
            return false;
        return true;
    }

private:
    void takeRequest(const QDBusMessage &message)
    {
        const Answer answer = answers.value(std::min(asked.size(), answers.size() - 1));
        asked.append(qdbus_cast<QVariantMap>(message.arguments().value(1)));
        m_caller = message.service();
        m_handle = QStringLiteral("/org/freedesktop/portal/desktop/request/%1/%2")
                       .arg(m_caller.mid(1).replace(u'.', u'_'),
                            choosesHandle ? QStringLiteral("of_its_own")
                                          : asked.last().value(QStringLiteral("handle_token")).toString());
        if (!answer.error.isEmpty()) {
            m_bus.send(message.createErrorReply(answer.error, QStringLiteral("told so")));
            return;
        }
        if (answer.when == When::BeforeHandle)
            respond(answer);
        m_bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(m_handle))));
        if (answer.when == When::AfterHandle)
            respond(answer);
    }

    QString m_name;
    QDBusConnection m_bus;
    QList<QDBusMessage> m_held;
    QString m_caller;
    QString m_handle;
};

} // namespace watchword::tests
