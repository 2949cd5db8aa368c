// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tray_state.h"

#include "app/support/account_text.h"
#include "app/support/given_password.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "core/push/push_service.h"
#include "core/vault/vault.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <ranges>
#include <utility>
#include <vector>

namespace watchword::app {

namespace {

constexpr qsizetype longestLabel = 40;

/// The context of these sentences in the translations.
struct TrayWords {
    Q_DECLARE_TR_FUNCTIONS(TrayState)

public:
    static QString of(TrayState::Pause pause);
    static QString locked();
    static QString both(const accounts::Account &account);
    static QString underLock(int waiting, const QString &pause);
};

QString TrayWords::of(TrayState::Pause pause)
{
    switch (pause) {
    case TrayState::Pause::None: return {};
    case TrayState::Pause::Locked: return tr("Sign-ins are not checked while Watchword is locked");
    case TrayState::Pause::KeychainLocked: return tr("Sign-ins are not checked while the keychain is locked");
    case TrayState::Pause::Unread: return tr("Sign-ins are not checked until your accounts can be read");
    case TrayState::Pause::SessionLocked: return tr("Sign-ins are not checked while the session is locked");
    }
    return {};
}

QString TrayWords::locked()
{
    return tr("Watchword is locked");
}

QString cut(const QString &text)
{
    return text.size() > longestLabel ? text.first(longestLabel - 1) + QChar(0x2026) : text;
}

QString TrayWords::both(const accounts::Account &account)
{
    return tr("%1, %2").arg(cut(accountTitle(account)), cut(outsideText(account.name.trimmed())));
}

QString TrayWords::underLock(int waiting, const QString &pause)
{
    return tr("%1. %2").arg(waitingText(waiting), pause);
}

TrayState::Pause pauseOf(vault::State state, const push::PushService &service, const TrayMemory &memory)
{
    // Who approves nothing here misses nothing.
    if (!memory.expectsSignIns)
        return TrayState::Pause::None;
    if (service.isPaused())
        return TrayState::Pause::SessionLocked;
    switch (state) {
    case vault::State::Unlocked:
    case vault::State::Empty: return TrayState::Pause::None;
    case vault::State::Password: return TrayState::Pause::Locked;
    case vault::State::Locked: return TrayState::Pause::KeychainLocked;
    default: return TrayState::Pause::Unread;
    }
}

} // namespace

QString TrayState::pauseWords() const
{
    return pause == Pause::None && isLocked ? TrayWords::locked() : TrayWords::of(pause);
}

QString TrayState::words() const
{
    const QString why = pauseWords();
    if (waitingCount > 0)
        return why.isEmpty() ? waitingText(waitingCount) : TrayWords::underLock(waitingCount, why);
    return why.isEmpty() ? QStringLiteral("Watchword") : why;
}

TrayState trayState(const vault::Vault &vault, const push::PushService &service, const TrayMemory &memory)
{
    TrayState state;
    state.canLock = canAskForLock(vault);
    state.isLocked = vault.state() == vault::State::Password;
    state.pause = pauseOf(vault.state(), service, memory);
    state.waitingCount = service.waitingUnderLock();
    const QList<accounts::PushAccount> enrolments = vault.pushAccounts();
    for (const push::Request &request : service.requests()) {
        const auto enrolment = std::ranges::find(enrolments, request.account, &accounts::PushAccount::id);
        if (!push::waitsForPerson(request.state) || enrolment == enrolments.end())
            continue;
        ++state.waitingCount;
        if (state.waiting.size() < TrayState::mostWaiting)
            state.waiting.append({request.account, request.nonce(), cut(pushTitle(*enrolment))});
    }
    for (const accounts::PushAccount &enrolment : enrolments)
        state.waitingCount += service.moreOpen(enrolment.id);

    const QList<accounts::Account> shown = trayAccounts(vault.accounts(), memory.used);
    QHash<QString, int> alike;
    for (const accounts::Account &account : shown)
        ++alike[accountTitle(account)];
    for (const accounts::Account &account : shown) {
        const QString title = accountTitle(account);
        const bool needsName = alike.value(title) > 1 && !account.issuer.trimmed().isEmpty() && !account.name.isEmpty();
        state.accounts.append({account.id, needsName ? TrayWords::both(account) : cut(title)});
    }
    return state;
}

QList<accounts::Account> trayAccounts(const QList<accounts::Account> &accounts, const QList<accounts::AccountId> &used)
{
    const auto rankOf = [&](const accounts::Account &account) {
        const qsizetype place = used.indexOf(account.id);
        return account.pinned ? -1 : place < 0 ? used.size() : place;
    };
    std::vector<std::pair<qsizetype, qsizetype>> order; // rank, place in the list
    order.reserve(std::size_t(accounts.size()));
    for (qsizetype place = 0; place < accounts.size(); ++place)
        order.emplace_back(rankOf(accounts[place]), place);
    std::ranges::sort(order);
    QList<accounts::Account> sorted;
    for (const auto &[rank, place] : order | std::views::take(TrayState::mostAccounts))
        sorted << accounts[place];
    return sorted;
}

} // namespace watchword::app
