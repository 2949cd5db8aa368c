// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/lock_triggers.h"

#include "app/flows/lock_accounts.h"
#include "app/platform/x11_idle.h"
#include "app/support/settings.h"
#include "core/vault/vault.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace watchword::app {

namespace {

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress: return true;
    default: return false;
    }
}

} // namespace

LockTriggers::LockTriggers(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_sleep(tr("Locks the accounts before the computer sleeps"))
{
    m_sinceInput.start();
    m_idleEnds.setSingleShot(true);
    connect(&m_idleEnds, &QTimer::timeout, this, &LockTriggers::lookWhetherIdle);
    connect(&parts.vault, &vault::Vault::stateChanged, this, &LockTriggers::follow);
    connect(&parts.settings, &SettingsStore::changed, this, [this] {
        m_isWatching = false; // for another time, perhaps
        follow();
    });
    connect(&parts.session, &platform::SessionWatch::awayChanged, this, [this] {
        if (m_parts.session.isAway())
            m_parts.lock.lockForAbsence([] {});
    });
    connect(&parts.session, &platform::SessionWatch::lockAsked, this, [this] { m_parts.lock.lockForAbsence([] {}); });
    connect(&m_sleep, &platform::SleepDelay::sleepComes, this, &LockTriggers::lockBeforeSleep);
    QCoreApplication::instance()->installEventFilter(this);
}

void LockTriggers::follow()
{
    const bool hadPassword = std::exchange(m_hasPassword, m_parts.lock.hasPassword());
    m_sleep.setWanted(m_hasPassword);
    if (m_hasPassword && !hadPassword && m_parts.lock.canLock() && m_parts.session.isAway())
        return m_parts.lock.lockForAbsence([] {}); // they got their password while nobody is there
    const bool isWanted = m_parts.lock.canLock() && m_parts.settings.settings().lockAfter.count() > 0;
    if (std::exchange(m_isWatching, isWanted) == isWanted)
        return;
    if (isWanted)
        lookWhetherIdle();
    else
        m_idleEnds.stop();
}

void LockTriggers::lockBeforeSleep()
{
    m_parts.lock.lockForAbsence([this] { m_sleep.letGo(); });
}

void LockTriggers::lookWhetherIdle()
{
    m_desktopIdle.ask(this, [this](std::optional<Milliseconds> idle) { takeIdle(idle ? idle : x11IdleTime()); });
}

/// Where nobody sees the whole desktop, what comes to our own windows counts: too early is better than never. It counts
/// anyway, since it is sure.
void LockTriggers::takeIdle(std::optional<Milliseconds> ofDesktop)
{
    if (!m_isWatching)
        return;
    const Milliseconds own(m_sinceInput.elapsed());
    const Milliseconds left = m_parts.settings.settings().lockAfter - std::min(own, ofDesktop.value_or(own));
    if (left > Milliseconds::zero())
        m_idleEnds.start(left);
    else
        m_parts.lock.lockForAbsence([] {});
}

bool LockTriggers::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWindowType() || !isInput(event->type()))
        return false;
    m_sinceInput.start();
    if (event->type() != QEvent::KeyPress)
        return false;
    // The shortcut of the menu comes before this, but for one that is in the main window behind a dialog.
    const auto *const key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_L || key->modifiers() != Qt::ControlModifier || !m_parts.lock.canLock())
        return false;
    m_parts.lock.lock();
    return true;
}

} // namespace watchword::app
