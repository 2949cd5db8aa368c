// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/sleep_delay.h"

#include <utility>

namespace watchword::platform {

namespace {

// https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html
const QString sleepPath = QStringLiteral("/org/freedesktop/login1");
const QString sleepManager = QStringLiteral("org.freedesktop.login1.Manager");
constexpr int delayPatience = 30'000; // milliseconds

} // namespace

SleepDelay::SleepDelay(QString why, QObject *parent)
    : QObject(parent)
    , m_why(std::move(why))
    , m_system(MessageBus::Which::System)
    , m_logind(m_system, QStringLiteral("org.freedesktop.login1"))
{
    m_logind.listen(sleepPath, sleepManager, QStringLiteral("PrepareForSleep"), this, SLOT(takeSleep(QDBusMessage)));
    connect(&m_logind, &NameOwner::changed, this, [this] {
        // Whoever held it up is gone, or is another one.
        m_held = {};
        m_isSleepComing = false;
        take();
    });
}

void SleepDelay::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    if (!isWanted)
        m_held = {};
    take();
}

void SleepDelay::letGo()
{
    if (m_isSleepComing)
        m_held = {};
}

void SleepDelay::take()
{
    if (!m_isWanted || m_isSleepComing || isHeld() || m_isAsking || m_logind.owner().isEmpty())
        return;
    m_isAsking = true;
    QDBusMessage question = m_logind.call(sleepPath, sleepManager, QStringLiteral("Inhibit"));
    question.setArguments({QStringLiteral("sleep"), QStringLiteral("Watchword"), m_why, QStringLiteral("delay")});
    m_system.call(question, delayPatience, this, [this](const Result<QDBusMessage> &answer) {
        m_isAsking = false;
        if (!answer)
            return;
        // One that comes when it is not wanted any more is closed with the answer.
        if (answer->service() == m_logind.owner() && m_isWanted && !m_isSleepComing)
            m_held = qvariant_cast<QDBusUnixFileDescriptor>(answer->arguments().value(0));
        else
            take();
    });
}

void SleepDelay::takeSleep(const QDBusMessage &message)
{
    m_isSleepComing = message.arguments().value(0).toBool();
    if (m_isSleepComing)
        Q_EMIT sleepComes();
    else
        take();
}

} // namespace watchword::platform
