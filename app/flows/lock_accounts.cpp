// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/lock_accounts.h"

#include "app/dialogs/notice_dialog.h"
#include "app/support/given_password.h"
#include "app/support/secret_clipboard.h"
#include "app/support/settings.h"
#include "app/support/theme/theme.h"
#include "core/base/answer_later.h"
#include "core/vault/vault.h"

#include <utility>

namespace watchword::app {

LockAccounts::LockAccounts(const FlowContext &context, SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_settings(settings)
    , m_wasShown(isShown())
{
    connect(&context.vault, &vault::Vault::stateChanged, this, &LockAccounts::follow);
}

bool LockAccounts::hasPassword() const
{
    return m_context.vault.protection() == vault::Protection::Password;
}

bool LockAccounts::canLock() const
{
    return isPasswordGiven(m_context.vault);
}

bool LockAccounts::isShown() const
{
    return canAskForLock(m_context.vault) || m_context.vault.state() == vault::State::TwoVaults;
}

void LockAccounts::follow()
{
    // Not only after our own lock: another window may have given another password.
    if (std::exchange(m_wasShown, isShown()) && m_context.vault.state() == vault::State::Password)
        Q_EMIT forgetRequested();
}

void LockAccounts::lockForAbsence(Handler<> done)
{
    m_context.clipboard.clearNow();
    if (!hasPassword())
        return answerLater(this, std::move(done));
    Q_EMIT absenceBegan();
    m_context.vault.lock(this, [this, wasShown = canLock(), done = std::move(done)]() mutable {
        // What was being saved came to its end meanwhile, and may have told of it.
        if (wasShown)
            Q_EMIT forgetRequested();
        done();
    });
}

void LockAccounts::lock()
{
    if (canLock())
        return lockForAbsence([] {});
    if (!canAskForLock(m_context.vault) || (m_notice && m_notice->isVisible()))
        return;
    m_context.clipboard.clearNow();
    sayThatTheSessionIsTheLock();
}

void LockAccounts::sayThatTheSessionIsTheLock()
{
    auto *notice = new NoticeDialog(
        m_context.theme,
        {tr("Lock"), tr("Your login session is the lock"),
         tr("These accounts are in your keychain, which is open while you are logged in. Lock the screen when you leave the "
            "computer: whoever finds it unlocked can have the codes. For a lock of Watchword’s own, protect the accounts with a "
            "password.")},
        &m_context.window);
    m_notice = notice;
    notice->addAction(tr("Hide codes"), QStringLiteral("eye-off"), [this] { hideCodes(); });
    notice->addOther(tr("Use a password…"), QStringLiteral("lock"), [this] { Q_EMIT usePasswordRequested(); });
    notice->present();
}

void LockAccounts::hideCodes()
{
    Settings settings = m_settings.settings();
    settings.hideCodes = true;
    m_settings.change(settings);
    Q_EMIT hideRequested();
    Q_EMIT said(tr("Codes are hidden until asked for. Settings can show them again."));
}

} // namespace watchword::app
