// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/portal_request.h"

#include "app/platform/portal_picture.h"
#include "app/support/desktop_kind.h"

#include <QDBusArgument>
#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QUuid>

#include <limits>
#include <utility>

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot.html and …portal.Request.html

namespace watchword::app {

namespace {

const QString portalName = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString screenshotInterface = QStringLiteral("org.freedesktop.portal.Screenshot");
const QString requestInterface = QStringLiteral("org.freedesktop.portal.Request");
const QString responseSignal = QStringLiteral("Response");

// The first argument of a Response.
constexpr uint responseSuccess = 0;
constexpr uint responseCancelled = 1;

constexpr uint firstVersionWithInteractive = 2;

QString currentDesktop()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP");
}

QString freshName()
{
    return QStringLiteral("watchword_") + QUuid::createUuid().toString(QUuid::Id128);
}

/// Names the desktop too: what there is to do differs from one to the other.
Error errorHere(ErrorCode code)
{
    return {code, currentDesktop()};
}

Error errorOf(const QDBusError &error)
{
    if (error.type() == QDBusError::AccessDenied
        || error.name() == QLatin1String("org.freedesktop.portal.Error.NotAllowed"))
        return errorHere(ErrorCode::CaptureRefused);
    return {ErrorCode::CaptureFailed, error.name()};
}

/// Of the first question to the portal: nobody there, or one that takes no pictures of the screen.
bool meansMissing(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownProperty:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownObject:
    case QDBusError::InvalidArgs: return true;
    default:
        return error.name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn."))
            || error.name() == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner");
    }
}

} // namespace

PortalAnswer::~PortalAnswer()
{
    if (captures)
        wipe(*captures);
}

PortalRequest::PortalRequest(PortalPatience patience, std::shared_ptr<PortalAnswer> answer)
    : m_patience(patience)
    , m_answer(std::move(answer))
    , m_connection(QString())
    , m_portalLife(this)
    , m_timeUp(this)
{
    m_timeUp.setSingleShot(true);
    // The file that a late answer brings is still to be deleted.
    connect(&m_timeUp, &QTimer::timeout, this, [this] { giveAnswer(failure(ErrorCode::PortalSlow)); });
    connect(&m_portalLife, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { end({ErrorCode::CaptureFailed, QStringLiteral("the portal ended")}); });
}

PortalRequest::~PortalRequest()
{
    QDBusConnection::disconnectFromBus(m_connection.name());
}

void PortalRequest::start()
{
    m_connection = QDBusConnection::connectToBus(QDBusConnection::SessionBus, freshName());
    if (!m_connection.isConnected())
        return end(errorHere(ErrorCode::PortalMissing));
    // This starts the portal too, where it does not run.
    QDBusMessage question = QDBusMessage::createMethodCall(
        portalName, portalPath, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question.setArguments({screenshotInterface, QStringLiteral("version")});
    send(question, m_patience.start, &PortalRequest::takeVersion);
}

void PortalRequest::forget()
{
    m_isForgotten = true;
    // A picture that is asked for is not called off: the portal would leave its file and say nobody where.
    if (!m_isPictureAsked)
        Q_EMIT finished();
}

void PortalRequest::send(const QDBusMessage &question, std::chrono::milliseconds limit,
                         void (PortalRequest::*then)(const QDBusMessage &))
{
    m_sinceSent.start();
    auto *const watcher = new QDBusPendingCallWatcher(m_connection.asyncCall(question, int(limit.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then] {
        watcher->deleteLater();
        (this->*then)(watcher->reply());
    });
}

void PortalRequest::takeVersion(const QDBusMessage &reply)
{
    if (reply.type() == QDBusMessage::ErrorMessage) {
        const QDBusError error(reply);
        const bool timeIsUp = m_sinceSent.elapsed() >= m_patience.start.count() * 9 / 10;
        return end(meansMissing(error) ? errorHere(ErrorCode::PortalMissing)
                       : timeIsUp      ? Error{ErrorCode::PortalSlow, error.name()}
                                       : errorOf(error));
    }
    m_version = qvariant_cast<QDBusVariant>(reply.arguments().value(0)).variant().toUInt();
    m_portalLife.setConnection(m_connection);
    m_portalLife.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    m_portalLife.addWatchedService(portalName);
    m_timeUp.start(m_patience.picture);
    askPicture(false);
}

void PortalRequest::askPicture(bool interactively)
{
    m_isPictureAsked = true;
    m_isInteractive = interactively;
    const QString token = freshName();
    // Listened to before the question is sent: the answer may come before the handle does.
    listenTo(portalPath + QStringLiteral("/request/") + m_connection.baseService().mid(1).replace(u'.', u'_') + u'/'
             + token);
    QVariantMap options{{QStringLiteral("handle_token"), token}};
    if (m_version >= firstVersionWithInteractive)
        options.insert(QStringLiteral("interactive"), interactively);
    QDBusMessage question =
        QDBusMessage::createMethodCall(portalName, portalPath, screenshotInterface, QStringLiteral("Screenshot"));
    question.setArguments({QString(), options});
    // Without a limit: when the time is up, a late answer must still be seen.
    send(question, std::chrono::milliseconds(std::numeric_limits<int>::max()), &PortalRequest::takeHandle);
}

void PortalRequest::listenTo(const QString &handle)
{
    if (handle == m_handle)
        return;
    stopListening();
    m_handle = handle;
    m_connection.connect(portalName, m_handle, requestInterface, responseSignal, this,
                         SLOT(takeResponse(QDBusMessage)));
}

void PortalRequest::stopListening()
{
    if (!m_handle.isEmpty())
        m_connection.disconnect(portalName, std::exchange(m_handle, {}), requestInterface, responseSignal, this,
                                SLOT(takeResponse(QDBusMessage)));
}

void PortalRequest::takeHandle(const QDBusMessage &reply)
{
    if (reply.type() == QDBusMessage::ErrorMessage)
        end(errorOf(QDBusError(reply)));
    else if (!m_handle.isEmpty())                                                    // nothing was answered yet
        listenTo(qvariant_cast<QDBusObjectPath>(reply.arguments().value(0)).path()); // old portals choose their own
}

void PortalRequest::takeResponse(const QDBusMessage &message)
{
    if (message.path() != m_handle)
        return;
    stopListening();
    const uint code = message.arguments().value(0).toUInt();
    if (code == responseSuccess) {
        const auto results = qdbus_cast<QVariantMap>(message.arguments().value(1));
        Result<QImage> picture = takePortalPicture(results.value(QStringLiteral("uri")).toString());
        if (!picture)
            return end(picture.error());
        const QRect geometry = picture->rect();
        std::vector<Capture> captures;
        captures.push_back({std::move(*picture), geometry, QStringLiteral("portal"), m_isInteractive});
        giveAnswer(std::move(captures));
        Q_EMIT finished();
    } else if (code == responseCancelled) {
        end({ErrorCode::CaptureCancelled, {}});
    } else if (mayAskInteractively()) {
        askPicture(true);
    } else {
        end(errorHere(ErrorCode::CaptureRefused));
    }
}

bool PortalRequest::mayAskInteractively() const
{
    return m_version >= firstVersionWithInteractive && !m_isInteractive && !m_isForgotten && m_answer
        && m_sinceSent.elapsed() < m_patience.tooSoonForAPerson.count()
        // Its portal asks nobody: an old refusal would be passed over.
        && desktopKind(currentDesktop()) != DesktopKind::Wlroots;
}

void PortalRequest::giveAnswer(Result<std::vector<Capture>> captures)
{
    m_timeUp.stop();
    if (!m_answer) {
        if (captures)
            wipe(*captures);
        return;
    }
    std::exchange(m_answer, {})->captures = std::move(captures);
    Q_EMIT answered();
}

void PortalRequest::end(const Error &error)
{
    giveAnswer(std::unexpected(error));
    Q_EMIT finished();
}

} // namespace watchword::app
