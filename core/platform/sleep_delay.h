// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/name_owner.h"

#include <QDBusUnixFileDescriptor>

namespace watchword::platform {

/// Holds up the computer's sleep for as long as something has to be done before it: a delay inhibitor of logind, which
/// waits five seconds at most unless the administrator said otherwise. Without logind sleep is not heard of, nor held up.
class SleepDelay final : public QObject
{
    Q_OBJECT

public:
    /// `why` is for whoever lists the inhibitors.
    explicit SleepDelay(QString why, QObject *parent = nullptr);

    /// Taken when it can be, and again after each sleep; or given up.
    void setWanted(bool isWanted);
    bool isHeld() const { return m_held.isValid(); }
    /// What is to be done before this sleep is done. Nothing while none is coming.
    void letGo();

Q_SIGNALS:
    /// Now is the time; then comes letGo(). Said also where no delay is held.
    void sleepComes();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void takeSleep(const QDBusMessage &message);

private:
    void take();

    QString m_why;
    MessageBus m_system;
    NameOwner m_logind;
    QDBusUnixFileDescriptor m_held;
    bool m_isWanted = false;
    bool m_isAsking = false;
    bool m_isSleepComing = false; // or here
};

} // namespace watchword::platform
