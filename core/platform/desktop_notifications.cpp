// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/desktop_notifications.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace watchword::platform {

namespace {

const QString notificationService = QStringLiteral("org.freedesktop.Notifications");
const QString notificationPath = QStringLiteral("/org/freedesktop/Notifications");
const QString clickAction = QStringLiteral("default"); // the specification's name for a click on the notice

// Nobody waits for it. A late answer has the number by which what is wanted no longer is taken away; one who ends before
// answering is told by the bus.
constexpr int withoutLimit = std::numeric_limits<int>::max();
constexpr int mostTries = 3;
constexpr qsizetype longestToken = 1024;

constexpr int asTheDesktopLikes = -1;
constexpr int never = 0;

} // namespace

DesktopNotifications::DesktopNotifications(QObject *parent)
    : Notifications(parent)
    , m_bus(MessageBus::Which::Session)
    , m_service(m_bus, notificationService)
{
    connect(&m_service, &NameOwner::changed, this, &DesktopNotifications::takeOwner);
    const auto listen = [this](const char *signal, const char *slot) {
        m_service.listen(notificationPath, notificationService, QLatin1String(signal), this, slot);
    };
    listen("ActionInvoked", SLOT(takeAction(QDBusMessage)));
    listen("ActivationToken", SLOT(takeToken(QDBusMessage)));
    listen("NotificationClosed", SLOT(takeClosed(QDBusMessage)));
}

DesktopNotifications::~DesktopNotifications()
{
    for (const Shown &one : std::as_const(m_shown))
        closeAtService(one.id);
}

void DesktopNotifications::show(const QString &name, const Notice &notice)
{
    Shown &shown = m_shown[name];
    if (shown.isSent && shown.notice == notice)
        return;
    shown.notice = notice;
    shown.isSent = false;
    shown.tries = 0;
    send();
}

void DesktopNotifications::close(const QString &name)
{
    const auto shown = m_shown.constFind(name);
    if (shown == m_shown.constEnd())
        return;
    const uint id = shown->id;
    m_shown.erase(shown);
    closeAtService(id);
}

void DesktopNotifications::takeOwner()
{
    m_abilities.reset();
    for (Shown &one : m_shown) { // the numbers were another one's
        one.id = 0;
        one.isSent = false;
        one.isOnItsWay = false;
        one.token.clear();
    }
    if (!m_service.owner().isEmpty()) // else it is not started again: what it was given may have ended it
        send();
}

/// Starts the service where it does not run, and asks what it is able to do.
void DesktopNotifications::askService()
{
    if (std::exchange(m_isAsking, true))
        return;
    m_service.ask(); // answered before the other question is
    const QDBusMessage question = QDBusMessage::createMethodCall(
        notificationService, notificationPath, notificationService, QStringLiteral("GetCapabilities"));
    m_bus.call(question, withoutLimit, this, [this](const Result<QDBusMessage> &answer) {
        m_isAsking = false;
        // Nobody there: the next notice asks again. One of whom the bus has not told us yet: takeOwner() does.
        if (!answer || m_service.owner().isEmpty())
            return;
        if (answer->service() == m_service.owner())
            m_abilities = answer->arguments().value(0).toStringList();
        send();
    });
}

void DesktopNotifications::send()
{
    const bool isWanted = std::ranges::any_of(
        m_shown, [](const Shown &one) { return !one.isSent && !one.isOnItsWay && one.tries < mostTries; });
    if (!isWanted)
        return;
    if (!m_abilities)
        return askService();
    for (auto one = m_shown.begin(); one != m_shown.end(); ++one) {
        if (!one->isSent && !one->isOnItsWay && one->tries < mostTries)
            send(one.key(), *one);
    }
}

void DesktopNotifications::send(const QString &name, Shown &shown)
{
    shown.isSent = true;
    shown.isOnItsWay = true;
    ++shown.tries;
    m_bus.call(messageOf(shown), withoutLimit, this,
               [this, name, to = m_service.owner()](const Result<QDBusMessage> &answer) { takeId(name, to, answer); });
}

QDBusMessage DesktopNotifications::messageOf(const Shown &shown) const
{
    const Notice &notice = shown.notice;
    QString body = notice.body;
    QStringList actions;
    const bool hasActions = m_abilities->contains(QStringLiteral("actions"));
    if (hasActions) {
        for (const Notice::Action &one : notice.actions) {
            if (one.key == notice.onClick)
                actions << clickAction << one.label;
        }
        for (const Notice::Action &one : notice.actions)
            actions << one.key << one.label;
    } else if (!notice.withoutActions.isEmpty()) {
        body += QLatin1Char('\n') + notice.withoutActions;
    }
    if (m_abilities->contains(QStringLiteral("body-markup")))
        body = body.toHtmlEscaped();
    // Of normal urgency: critical ones come through "do not disturb", lie over presentations and on lock screens, and
    // whoever has a password could make them come.
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(uchar(1))},
                            {QStringLiteral("desktop-entry"), QStringLiteral("org.watchword.Watchword")},
                            {QStringLiteral("transient"), !notice.stays}};
    // Some without buttons (notify-osd) open a window for what is to stay.
    const int time = notice.stays && hasActions ? never : asTheDesktopLikes;
    QDBusMessage message = m_service.call(notificationPath, notificationService, QStringLiteral("Notify"));
    message.setArguments({QStringLiteral("Watchword"), shown.id, QStringLiteral("org.watchword.Watchword"),
                          notice.title, body, actions, hints, time});
    return message;
}

void DesktopNotifications::takeId(const QString &name, const QString &from, const Result<QDBusMessage> &answer)
{
    if (from != m_service.owner())
        return; // it has ended meanwhile
    const uint id = answer ? answer->arguments().value(0).toUInt() : 0;
    const auto shown = m_shown.find(name);
    if (shown == m_shown.end())
        return closeAtService(id);
    shown->isOnItsWay = false;
    if (shown->id != id)
        closeAtService(shown->id); // one that does not replace
    shown->id = id;
    send();
}

void DesktopNotifications::closeAtService(uint id)
{
    if (id == 0 || m_service.owner().isEmpty())
        return;
    QDBusMessage message = m_service.call(notificationPath, notificationService, QStringLiteral("CloseNotification"));
    message.setArguments({id});
    m_bus.connection().send(message);
}

/// Of which notice a signal is; null: of none of ours, or not from who shows it.
QString DesktopNotifications::nameOf(const QDBusMessage &message) const
{
    const uint id = message.arguments().value(0).toUInt();
    if (id == 0 || message.service().isEmpty() || message.service() != m_service.owner())
        return {};
    const auto shown = std::ranges::find(m_shown, id, &Shown::id);
    return shown == m_shown.end() ? QString() : shown.key();
}

void DesktopNotifications::takeToken(const QDBusMessage &message)
{
    const QByteArray token = message.arguments().value(1).toString().toUtf8();
    if (const QString name = nameOf(message); !name.isNull() && token.size() <= longestToken)
        m_shown[name].token = token;
}

void DesktopNotifications::takeAction(const QDBusMessage &message)
{
    const QString name = nameOf(message);
    if (name.isNull())
        return;
    Shown &shown = m_shown[name];
    const QString given = message.arguments().value(1).toString();
    const QString action = given == clickAction ? shown.notice.onClick : given;
    const bool isOffered =
        std::ranges::any_of(shown.notice.actions, [&action](const Notice::Action &one) { return one.key == action; });
    if (isOffered)
        Q_EMIT actionChosen(name, action, std::exchange(shown.token, {}));
}

void DesktopNotifications::takeClosed(const QDBusMessage &message)
{
    const QString name = nameOf(message);
    if (name.isNull())
        return;
    m_shown.remove(name);
    Q_EMIT closed(name);
}

} // namespace watchword::platform
