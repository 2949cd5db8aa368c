// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/message_bus.h"

#include <QObject>
#include <QTimer>
#include <QVariantMap>

namespace watchword::platform {

/// Whether the system's clock follows a time server, as systemd's timedate1 says. Unknown until it has answered, and for
/// good where nobody answers: then nothing should be said about it.
class ClockSync final : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Synchronised, NotSynchronised };

    /// Asks at once, and again every ten minutes: the real timedate1 does not signal this property's changes.
    explicit ClockSync(QObject *parent = nullptr);
    ~ClockSync() override;

    State state() const { return m_state; }
    /// Whether it was asked to the end: what is Unknown then will stay so.
    bool wasAsked() const { return m_wasAsked; }
    /// Asks again, for instance when the window comes to the front.
    void refresh();

Q_SIGNALS:
    void stateChanged();
    /// Somebody has answered, or it turned out that nobody does.
    void asked();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void propertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    void take(const Result<QDBusMessage> &answer);
    void setState(State state);
    void listen();

    MessageBus m_bus;
    QTimer m_timer;
    State m_state = State::Unknown;
    bool m_wasAsked = false;
    QString m_listeningOn;
};

} // namespace watchword::platform
