// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/background.h"

#include "app/dialogs/notice_dialog.h"
#include "app/flows/add_account.h"
#include "app/flows/copy_code.h"
#include "app/shell/raise_window.h"
#include "app/support/settings.h"
#include "app/widgets/toast.h"
#include "app/windows/main_window.h"
#include "core/vault/vault.h"

#include <QApplication>
#include <QSessionManager>
#include <QTimer>

#include <utility>

namespace watchword::app {

namespace {

/// It starts with the session where the person has said so, and not because it ran when the last one ended.
void startNoMore(QSessionManager &session)
{
    session.setRestartHint(QSessionManager::RestartNever);
}

} // namespace

Background::Background(const Parts &parts, bool isUsual, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_isUsual(isUsual)
    , m_keepRunning(parts.window,
                    [this] { return m_parts.settings.settings().keepsRunning(m_isUsual && m_autostart.isOn()); })
    , m_tray(parts.vault, parts.signIns, m_host)
{
    // Not as a window's closing, which a dialog may want to be asked about: the session does not wait.
    connect(&m_endings, &EndingSignals::came, this, [] { QCoreApplication::exit(0); });
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, startNoMore, Qt::DirectConnection);
    connect(qGuiApp, &QGuiApplication::saveStateRequest, this, startNoMore, Qt::DirectConnection);
    connect(&m_keepRunning, &KeepRunning::stayed, this, &Background::sayThatItRunsOn);
    connect(&parts.vault, &vault::Vault::stateChanged, this, &Background::noteSignIns);
    connect(&parts.vault, &vault::Vault::pushAccountsChanged, this, &Background::noteSignIns);
    sayWhetherSignInsAreExpected();
    connectTray();
}

void Background::connectTray()
{
    connect(&m_tray, &TrayIcon::toggleRequested, this, &Background::toggleWindow);
    connect(&m_tray, &TrayIcon::openRequested, this, [this] { showWindow(); });
    connect(&m_tray, &TrayIcon::scanRequested, this, &Background::scan);
    connect(&m_tray, &TrayIcon::quitRequested, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    connect(&m_tray, &TrayIcon::unlockRequested, this, [this] {
        showWindow();
        if (!vault::isOpen(m_parts.vault.state()))
            m_parts.vault.open(vault::Prompting::Allowed);
    });
    connect(&m_tray, &TrayIcon::copyRequested, this, &Background::copy);
    connect(&m_parts.copyCode, &CopyCode::copied, &m_tray, &TrayIcon::showCopied);
    connect(&m_parts.copyCode, &CopyCode::failed, this, [this] {
        if (!m_parts.window.isVisible())
            showWindow(); // where the reason stands
    });
}

void Background::start()
{
    QTimer::singleShot(0, this, [this] {
        m_host.start();
        if (m_isUsual)
            m_autostart.repair();
    });
}

void Background::startHidden()
{
    m_keychainWatch = std::make_unique<platform::KeychainWatch>();
    connect(m_keychainWatch.get(), &platform::KeychainWatch::collectionChanged, this, [this] {
        if (m_parts.vault.activity() == vault::Activity::Idle)
            openQuietly();
        else
            m_isOutdated = true;
    });
    // What comes while it is read was started by the reading.
    connect(m_keychainWatch.get(), &platform::KeychainWatch::appeared, this, [this] {
        if (m_parts.vault.activity() == vault::Activity::Idle)
            openQuietly();
    });
    connect(&m_parts.vault, &vault::Vault::activityChanged, m_keychainWatch.get(), [this] {
        if (m_parts.vault.activity() == vault::Activity::Idle && std::exchange(m_isOutdated, false))
            QTimer::singleShot(0, this, &Background::openQuietly);
    });
    openQuietly();
    start();
}

void Background::openQuietly()
{
    if (m_keychainWatch && !vault::isOpen(m_parts.vault.state()))
        m_parts.vault.open(vault::Prompting::Never);
}

void Background::showWindow(const QByteArray &activationToken)
{
    raiseWindow(m_parts.window, activationToken);
    if (m_keychainWatch && !vault::isOpen(m_parts.vault.state()))
        m_parts.vault.open(vault::Prompting::Allowed);
    m_keychainWatch.reset(); // from here on it is as if started with a window
}

void Background::toggleWindow()
{
    MainWindow &window = m_parts.window;
    const bool isInFront = window.isVisible() && !window.isMinimized() && window.isActiveWindow();
    if (isInFront && !QApplication::activeModalWidget())
        window.hide();
    else
        showWindow();
}

void Background::copy(accounts::AccountId id)
{
    // A Wayland compositor takes from no program but the one that was just clicked or typed into, and says nothing.
    const bool isRefused =
        QGuiApplication::platformName().startsWith(QLatin1String("wayland")) && !m_parts.window.isActiveWindow();
    if (!isRefused)
        return m_parts.copyCode.copy(id);
    showWindow();
    m_parts.window.choose(id);
    m_parts.window.toast().say(tr("Press Enter to copy the chosen code: under Wayland only the window in front may."));
}

void Background::scan()
{
    if (vault::isOpen(m_parts.vault.state()))
        m_parts.addAccount.scanScreen();
    else
        showWindow(); // where it is said why there is nothing to add to
}

void Background::noteSignIns()
{
    if (!vault::isOpen(m_parts.vault.state()))
        return;
    Settings settings = m_parts.settings.settings();
    settings.approvesSignIns = !m_parts.vault.pushAccounts().isEmpty();
    m_parts.settings.change(settings);
    sayWhetherSignInsAreExpected();
}

void Background::sayWhetherSignInsAreExpected()
{
    const bool expects = m_parts.settings.settings().approvesSignIns;
    m_tray.setExpectsSignIns(expects);
    m_parts.window.setExpectsSignIns(expects);
}

void Background::sayThatItRunsOn()
{
    Settings settings = m_parts.settings.settings();
    if (settings.knowsItKeepsRunning)
        return;
    settings.knowsItKeepsRunning = true;
    m_parts.settings.change(settings);
    QStringList sentences;
    if (settings.approvesSignIns)
        sentences << tr("Sign-ins to approve arrive only while it runs.");
    sentences << (m_tray.isThere()
                      ? tr("Its icon is in the tray; Quit in the menu there ends it, and so does Ctrl+Q in its window.")
                      : tr("Start Watchword again to get its window back; Ctrl+Q there ends it."));
    auto *notice = new NoticeDialog(
        m_parts.theme,
        {tr("Watchword"), tr("Watchword is still running"), sentences.join(QLatin1Char(' ')), tr("Keep it running")},
        nullptr);
    notice->addOther(tr("Quit Watchword"), {}, [] { QCoreApplication::quit(); });
    notice->present();
}

} // namespace watchword::app
