// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tray_icon.h"

#include "app/support/push_text.h"
#include "core/push/push_service.h"
#include "core/vault/vault.h"

namespace watchword::app {

namespace {

constexpr std::chrono::seconds copiedStays{2};

} // namespace

TrayIcon::TrayIcon(const vault::Vault &vault, const push::PushService &service, TrayHost &host, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_service(service)
    , m_host(host)
{
    m_refreshing.setSingleShot(true);
    m_copied.setSingleShot(true);
    m_copied.setInterval(copiedStays);
    const auto later = [this] { m_refreshing.start(0); };
    connect(&m_refreshing, &QTimer::timeout, this, &TrayIcon::refresh);
    connect(&m_copied, &QTimer::timeout, this, &TrayIcon::show);
    connect(&vault, &vault::Vault::stateChanged, this, later);
    connect(&vault, &vault::Vault::accountsChanged, this, later);
    connect(&vault, &vault::Vault::pushAccountsChanged, this, later);
    connect(&service, &push::PushService::requestsChanged, this, later);
    connect(&service, &push::PushService::pausedChanged, this, later);
    connect(&host, &TrayHost::changed, this, &TrayIcon::appear);
    // Not taken from under the person's pointer.
    connect(&m_menu, &QMenu::aboutToHide, this, later);
    refresh();
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isThere() const
{
    return m_icon && m_host.kind() != TrayHost::Kind::None;
}

void TrayIcon::appear()
{
    const TrayHost::Kind kind = m_host.kind();
    if (m_icon || kind == TrayHost::Kind::None)
        return;
    m_isOnBus = kind == TrayHost::Kind::StatusNotifier;
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT toggleRequested();
    });
    fillMenu();
    m_shownMark = mark();
    m_icon->setIcon(trayIcon(m_shownMark));
    m_icon->setToolTip(m_state.words());
    m_icon->show();
}

void TrayIcon::setExpectsSignIns(bool expects)
{
    m_memory.expectsSignIns = expects;
    m_refreshing.start(0);
}

void TrayIcon::showCopied(accounts::AccountId id)
{
    m_memory.used.removeAll(id);
    m_memory.used.prepend(id);
    m_memory.used.resize(std::min(m_memory.used.size(), TrayState::mostAccounts));
    m_copied.start();
    m_refreshing.start(0);
    show();
}

void TrayIcon::refresh()
{
    TrayState state = trayState(m_vault, m_service, m_memory);
    if (state != m_state) {
        m_state = std::move(state);
        m_isMenuOld = true;
    }
    // Names do not outlast the lock in it either.
    const bool namesNothing = m_state.accounts.isEmpty() && m_state.waiting.isEmpty();
    if (m_isMenuOld && (!m_menu.isVisible() || namesNothing))
        fillMenu();
    show();
}

TrayMark TrayIcon::mark() const
{
    using enum TrayMark::Kind;
    if (m_copied.isActive())
        return {Copied};
    if (m_state.waitingCount > 0)
        return {Waiting, m_state.waitingCount};
    return {m_state.pause == TrayState::Pause::None ? None : Unchecked};
}

void TrayIcon::show()
{
    if (!m_icon)
        return;
    if (const TrayMark wanted = mark(); wanted != m_shownMark) {
        m_shownMark = wanted;
        m_icon->setIcon(trayIcon(wanted));
    }
    if (m_icon->toolTip() != m_state.words())
        m_icon->setToolTip(m_state.words());
}

void TrayIcon::fillMenu()
{
    m_isMenuOld = false;
    m_menu.clear();
    addWaiting();
    if (!m_state.pauseWords().isEmpty() && m_state.pause != TrayState::Pause::SessionLocked)
        connect(m_menu.addAction(m_state.pauseWords()), &QAction::triggered, this, &TrayIcon::unlockRequested);
    if (!m_menu.isEmpty())
        m_menu.addSeparator();
    for (const TrayState::Offered &account : std::as_const(m_state.accounts)) {
        connect(m_menu.addAction(menuText(account.label)), &QAction::triggered, this,
                [this, id = account.id] { Q_EMIT copyRequested(id); });
    }
    if (!m_state.accounts.isEmpty())
        m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Scan the QR code on my screen")), &QAction::triggered, this,
            &TrayIcon::scanRequested);
    connect(m_menu.addAction(tr("&Open Watchword")), &QAction::triggered, this, &TrayIcon::openRequested);
    m_menu.addSeparator();
    if (m_state.canLock)
        connect(m_menu.addAction(tr("&Lock")), &QAction::triggered, this, &TrayIcon::lockRequested);
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
}

void TrayIcon::addWaiting()
{
    for (const TrayState::Waiting &request : std::as_const(m_state.waiting)) {
        connect(m_menu.addAction(tr("Sign-in waiting: %1").arg(menuText(request.label))), &QAction::triggered, this,
                [this, request] { Q_EMIT reviewRequested(request.account, request.nonce); });
    }
    const int more = m_state.waitingCount - int(m_state.waiting.size());
    if (more > 0)
        m_menu
            .addAction(m_state.waiting.isEmpty() ? waitingText(more) : tr("%n more sign-in(s) waiting", nullptr, more))
            ->setEnabled(false);
}

QString TrayIcon::menuText(const QString &text) const
{
    QString safe = text;
    if (!m_isOnBus)
        return safe.replace(QLatin1Char('&'), QLatin1String("&&"));
    // On the bus `_` marks a key, and is itself when doubled. Qt makes one of the first `&` and leaves the others (seen in 6.4).
    safe.replace(QLatin1Char('_'), QLatin1String("__"));
    if (const qsizetype first = safe.indexOf(QLatin1Char('&')); first >= 0)
        safe.insert(first, QLatin1Char('&'));
    return safe;
}

} // namespace watchword::app
