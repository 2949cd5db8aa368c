// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/portal_capture.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace watchword::app {

/// What came of a request: handed from its thread to that of whoever asked, and wiped when nobody takes it.
struct PortalAnswer {
    Result<std::vector<Capture>> captures = failure(ErrorCode::CaptureFailed);

    PortalAnswer() = default;
    PortalAnswer(const PortalAnswer &) = delete;
    PortalAnswer &operator=(const PortalAnswer &) = delete;
    ~PortalAnswer();
};

/// One request to the portal; lives on a thread of its own, which it may block.
class PortalRequest final : public QObject
{
    Q_OBJECT

public:
    PortalRequest(PortalPatience patience, std::shared_ptr<PortalAnswer> answer);
    ~PortalRequest() override;

    void start();
    /// Nobody waits for the answer any more.
    void forget();

Q_SIGNALS:
    /// Once: the answer may be taken, and is not touched here any more.
    void answered();
    /// There is nothing left to wait for; not before the last file is deleted.
    void finished();

private Q_SLOTS:
    void takeResponse(const QDBusMessage &response);

private:
    /// Asks the portal; `limit` is for the reply to the call, which is not yet the picture.
    void send(const QDBusMessage &question, std::chrono::milliseconds limit,
              void (PortalRequest::*then)(const QDBusMessage &));
    void takeVersion(const QDBusMessage &reply);
    void askPicture(bool interactively);
    void takeHandle(const QDBusMessage &reply);
    void listenTo(const QString &handle);
    void stopListening();
    bool mayAskInteractively() const;
    void giveAnswer(Result<std::vector<Capture>> captures);
    void end(const Error &error);

    PortalPatience m_patience;
    std::shared_ptr<PortalAnswer> m_answer; ///< null once it was given
    QDBusConnection m_connection;
    QDBusServiceWatcher m_portalLife;
    QTimer m_timeUp;
    QElapsedTimer m_sinceSent;
    QString m_handle; ///< of the request that is not answered yet
    uint m_version = 0;
    bool m_isPictureAsked = false;
    bool m_isInteractive = false;
    bool m_isForgotten = false;
};

} // namespace watchword::app
