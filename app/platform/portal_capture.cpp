// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/portal_capture.h"

#include "app/platform/portal_request.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QThread>
#include <QUuid>

#include <memory>

namespace watchword::app {

void captureFromPortal(QObject *context, Handler<Result<std::vector<Capture>>> handler, PortalPatience patience)
{
    const auto answer = std::make_shared<PortalAnswer>();
    auto *const thread = new QThread;
    auto *const request = new PortalRequest(patience, answer);
    request->moveToThread(thread);
    QObject::connect(thread, &QThread::started, request, &PortalRequest::start);
    QObject::connect(request, &PortalRequest::answered, context,
                     [answer, handler = std::move(handler)]() mutable { handler(std::move(answer->captures)); });
    QObject::connect(context, &QObject::destroyed, request, &PortalRequest::forget);
    QObject::connect(request, &PortalRequest::finished, thread, &QThread::quit);
    QObject::connect(thread, &QThread::finished, request, &QObject::deleteLater);
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    // A request that nobody answers does not outlive the program.
    QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, thread, [thread] {
        thread->quit();
        thread->wait();
    });
    thread->start();
}

void startPortal()
{
    // Connecting waits for the bus.
    QThread *const thread = QThread::create([] {
        const QString name = QStringLiteral("watchword_") + QUuid::createUuid().toString(QUuid::Id128);
        const QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, name);
        QDBusMessage question = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("StartServiceByName"));
        question.setArguments({QStringLiteral("org.freedesktop.portal.Desktop"), 0u});
        bus.call(question, QDBus::NoBlock);
        QDBusConnection::disconnectFromBus(name);
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace watchword::app
