// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/announce_requests.h"

#include "app/support/push_text.h"

#include <algorithm>

namespace watchword::app {

namespace {

using push::Request;
using push::RequestState;

const QString denyKey = QStringLiteral("deny");
const QString reviewKey = QStringLiteral("review");
const QString unlockKey = QStringLiteral("unlock");
const QString othersName = QStringLiteral("others");
const QString lockedName = QStringLiteral("locked");

} // namespace

AnnounceRequests::AnnounceRequests(push::PushService &service, const push::PushKeeper &keeper, const Clock &clock,
                                   Notifications &notifications, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_keeper(keeper)
    , m_clock(clock)
    , m_notifications(notifications)
{
    connect(&service, &push::PushService::requestCame, this, &AnnounceRequests::announce);
    connect(&service, &push::PushService::requestsChanged, this, &AnnounceRequests::update);
    connect(&service, &push::PushService::pausedChanged, this, &AnnounceRequests::update);
    connect(&notifications, &Notifications::actionChosen, this, &AnnounceRequests::takeAction);
    connect(&notifications, &Notifications::closed, this, &AnnounceRequests::takeClosed);
}

void AnnounceRequests::announce(accounts::AccountId account, const QString &nonce)
{
    Announced added;
    added.account = account;
    added.nonce = nonce;
    added.name = QStringLiteral("request %1").arg(++m_last);
    qsizetype taken = 0;
    for (const Announced &one : m_announced) {
        taken += one.hasOwn && !one.wasDeniedHere ? 1 : 0;
        if (one.account == account)
            added.ordinal = std::max(added.ordinal, one.ordinal + 1);
    }
    added.hasOwn = taken < mostOfTheirOwn;
    m_announced.push_back(added);
    update();
}

void AnnounceRequests::update()
{
    const bool wasAnnounced = !m_announced.empty();
    std::erase_if(m_announced, [this](const Announced &one) {
        const Request *const request = m_service.request(one.account, one.nonce);
        const bool isOver = !request || (request->state != RequestState::Open && !one.wasDeniedHere)
            || (m_service.isPaused() && push::isOver(request->state));
        if (one.hasOwn) {
            const std::optional<Notice> notice =
                isOver || m_service.isPaused() ? std::nullopt : noticeOf(one, *request);
            if (notice)
                m_notifications.show(one.name, *notice);
            else
                m_notifications.close(one.name);
        }
        return isOver;
    });
    showOthers();
    showLocked(wasAnnounced);
}

/// In the place of those that stood there.
void AnnounceRequests::showLocked(bool wasAnnounced)
{
    const int number = m_service.waitingUnderLock();
    m_isLockSaid = number > 0 && (m_isLockSaid || wasAnnounced);
    if (!m_isLockSaid || m_service.isPaused())
        return m_notifications.close(lockedName);
    Notice notice;
    notice.title = tr("%n request(s) waiting", nullptr, number);
    notice.body = tr("Unlock Watchword to look.");
    notice.actions = {{unlockKey, tr("Open Watchword")}};
    notice.onClick = unlockKey;
    notice.stays = true;
    m_notifications.show(lockedName, notice);
}

/// Of one that is open, or was denied from its notice. Empty: there is nothing to be said at the moment.
std::optional<Notice> AnnounceRequests::noticeOf(const Announced &one, const Request &request) const
{
    const std::optional<accounts::PushAccount> account = m_keeper.pushAccount(request.account);
    if (!account)
        return {};
    Notice notice;
    notice.title = requestText(request, *account, m_clock.millisecondsSinceEpoch()).title;
    notice.body = pushTitleAndName(*account);
    if (one.ordinal > 1)
        notice.body += QLatin1Char('\n') + tr("Request %1").arg(one.ordinal);
    notice.actions = {{reviewKey, tr("Review")}};
    notice.onClick = reviewKey;
    notice.withoutActions = tr("Open Watchword to see it.");
    switch (request.state) {
    case RequestState::Open:
        notice.title = tr("A sign-in is waiting for your answer");
        notice.actions.append({denyKey, tr("Deny")});
        notice.stays = true;
        return notice;
    case RequestState::Unheard: notice.stays = true; return notice;
    case RequestState::Failed:
    case RequestState::NotTaken: return notice;
    case RequestState::Denied:
        notice.body += QLatin1Char('\n') + afterDenial(request.account);
        notice.actions.clear();
        notice.onClick.clear();
        notice.withoutActions.clear();
        return notice;
    default: return {};
    }
}

QString AnnounceRequests::afterDenial(accounts::AccountId account) const
{
    const QString advice = tr("If you did not start this sign-in, somebody may know your password: change it.");
    const QString muted = mutedText(m_service.mutedUntil(account), m_clock.millisecondsSinceEpoch());
    return muted.isEmpty() ? advice : advice + QLatin1Char('\n') + muted;
}

void AnnounceRequests::showOthers()
{
    const auto others = std::ranges::count(m_announced, false, &Announced::hasOwn);
    if (others == 0 || m_service.isPaused())
        return m_notifications.close(othersName);
    Notice notice;
    notice.title = tr("%n more sign-in(s) waiting for your answer", nullptr, int(others));
    notice.actions = {{reviewKey, tr("Review")}};
    notice.onClick = reviewKey;
    notice.withoutActions = tr("Open Watchword to see it.");
    notice.stays = true;
    m_notifications.show(othersName, notice);
}

void AnnounceRequests::takeAction(const QString &name, const QString &action, const QByteArray &token)
{
    if (name == lockedName && action == unlockKey) {
        m_notifications.close(name);
        takeClosed(name);
        return Q_EMIT unlockRequested(token);
    }
    const auto found = name == othersName ? std::ranges::find(m_announced, false, &Announced::hasOwn)
                                          : std::ranges::find(m_announced, name, &Announced::name);
    if (found == m_announced.end() || (action != denyKey && action != reviewKey))
        return;
    // Copies: what is announced changes on the way.
    const accounts::AccountId account = found->account;
    const QString nonce = found->nonce;
    if (action == denyKey) {
        found->wasDeniedHere = true;
        if (m_service.answer(account, nonce, {push::Choice::Deny, {}, push::Reason::None}))
            return; // what became of it follows
    }
    m_notifications.close(name);
    takeClosed(name);
    if (action == reviewKey)
        Q_EMIT reviewRequested(account, nonce, token);
}

void AnnounceRequests::takeClosed(const QString &name)
{
    m_isLockSaid = m_isLockSaid && name != lockedName;
    std::erase_if(m_announced, [&name](const Announced &one) {
        return name == othersName ? !one.hasOwn : one.hasOwn && one.name == name;
    });
}

} // namespace watchword::app
