// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/push_service.h"

#include "core/crypto/off_thread.h"
#include "core/push/server_address.h"

#include <algorithm>
#include <utility>

namespace watchword::push {

namespace {

using accounts::AccountId;
using accounts::PushAccount;
using accounts::PushState;
using Answered = HttpClient::Answered;
using Asking = PushMemoryStore::Asking;

QString serverOf(const PushAccount &account)
{
    const auto address = addressOf(account.url);
    return address ? address->scheme + QLatin1String("://") + address->toString() : QString();
}

} // namespace

Failure failureOf(const HttpFailure &failure)
{
    const auto trouble = [&failure] {
        switch (failure.trouble) {
        case HttpTrouble::NotAllowed: return Trouble::UnusableAddress;
        case HttpTrouble::NoConnection: return Trouble::NoConnection;
        case HttpTrouble::NoAnswer: return Trouble::NoAnswer;
        case HttpTrouble::TooLarge: return Trouble::TooLarge;
        case HttpTrouble::ProxyFailed: return Trouble::ProxyFailed;
        case HttpTrouble::UntrustedServer: return Trouble::UntrustedServer;
        case HttpTrouble::OtherHostName: return Trouble::OtherHostName;
        case HttpTrouble::ExpiredCertificate: return Trouble::ExpiredCertificate;
        case HttpTrouble::ChangedKey: return Trouble::ChangedKey;
        case HttpTrouble::NoEncryption: return Trouble::NoEncryption;
        }
        return Trouble::Internal;
    };
    return {trouble(), failure.detail};
}

PushService::PushService(Ports ports, QObject *parent)
    : QObject(parent)
    , m_ports(std::move(ports))
    , m_schedule(m_ports.random)
    , m_unlocked(std::make_unique<QObject>())
{
    connect(&m_ports.alarm, &Alarm::rang, this, &PushService::wake);
}

PushService::~PushService() = default;

void PushService::start()
{
    if (std::exchange(m_isLoading, true))
        return;
    m_ports.store.load(this, [this](const Result<QByteArray> &saved) {
        m_isLoading = false;
        // Without it an answered request could look like a new one, so that nothing is asked for until it is there.
        if (!saved)
            return;
        m_memory = PushMemory::read(*saved);
        m_noted = m_memory;
        m_isLoaded = true;
        takeAccounts();
    });
}

int PushService::waiting(AccountId account) const
{
    const auto waits = [account](const Request &one) { return one.account == account && waitsForPerson(one.state); };
    return int(std::ranges::count_if(requests(), waits)) + moreOpen(account);
}

qint64 PushService::mutedUntil(AccountId account) const
{
    return m_inbox.mutedUntil(account, now());
}

void PushService::takeAccounts()
{
    if (!m_ports.keeper.isUnlocked())
        return lockAway();
    if (std::exchange(m_isLocked, false) && m_inbox.lockedAway() > 0)
        Q_EMIT requestsChanged();
    if (!m_isLoaded)
        return start();
    QList<AccountId> ids;
    const QList<PushAccount> all = m_ports.keeper.pushAccounts();
    for (const PushAccount &account : all) {
        if (account.state != PushState::Enrolling)
            ids << account.id;
    }
    m_proving.clear();
    m_schedule.setAccounts(ids, now());
    m_waiting.removeIf([&ids](AccountId id) { return !ids.contains(id); });
    if (m_inbox.keepOnly(ids))
        Q_EMIT requestsChanged();
    wake();
}

void PushService::lockAway()
{
    const bool wasLocked = std::exchange(m_isLocked, true);
    const bool isDifferent = m_inbox.lockAway();
    save(); // and what was only counted until now
    m_unlocked = std::make_unique<QObject>();
    m_schedule.setAccounts({}, now());
    m_busyServers.clear();
    m_waiting.clear();
    m_proving.clear();
    m_status.clear();
    m_memory = m_noted = PushMemory();
    m_isLoaded = false;
    if (isDifferent || !wasLocked)
        Q_EMIT requestsChanged();
    wake();
}

void PushService::checkNow(AccountId account)
{
    m_schedule.hurry(account, now());
    wake();
}

void PushService::setFocused(bool isFocused)
{
    m_schedule.setFocused(isFocused, now());
    wake();
}

void PushService::setPaused(bool isPaused)
{
    const bool wasPaused = this->isPaused();
    m_schedule.setPaused(isPaused, now());
    if (isPaused != wasPaused)
        Q_EMIT pausedChanged();
    wake();
}

void PushService::networkCame()
{
    m_schedule.networkCame(now());
    wake();
}

/// Does what is due, and sets the alarm for what comes next.
void PushService::wake()
{
    followClock();
    if (m_inbox.expire(now())) {
        save();
        Q_EMIT requestsChanged();
    }
    pollDue();
    const std::optional<qint64> poll = m_schedule.untilNext(now()), expiry = m_inbox.untilExpiry(now());
    if (!poll && !expiry)
        return m_ports.alarm.cancel();
    m_ports.alarm.setFor(std::min(poll.value_or(PushInbox::validity), expiry.value_or(PushSchedule::longestPause)));
}

/// A request has the time that it has, whatever somebody does to the clock.
void PushService::followClock()
{
    constexpr qint64 drift = 2000; // of a clock that is being put right bit by bit, or of a busy machine
    if (!m_ports.elapsed)
        return;
    const qint64 ahead = now() - m_ports.elapsed(), moved = ahead - m_clockAhead.value_or(ahead);
    if (m_clockAhead && std::abs(moved) < drift)
        return;
    m_clockAhead = ahead;
    if (moved == 0)
        return;
    m_inbox.clockMoved(moved);
    Q_EMIT requestsChanged();
}

void PushService::pollDue()
{
    m_waiting << m_schedule.takeDue(now());
    const QList<AccountId> due = std::exchange(m_waiting, {});
    for (const AccountId id : due) {
        const std::optional<PushAccount> account = m_ports.keeper.pushAccount(id);
        if (!account)
            continue;
        if (m_busyServers.contains(serverOf(*account)))
            m_waiting << id;
        else
            poll(*account);
    }
}

void PushService::poll(const PushAccount &account)
{
    Result<SecretBytes> key = m_ports.keeper.pushPrivateKey(account.id);
    if (!key)
        return endPoll(account.id, Failure{Trouble::Internal, QStringLiteral("no key")});
    m_busyServers << serverOf(account);
    m_status[account.id].isChecking = true;
    Q_EMIT statusChanged(account.id);
    const qint64 seconds = m_ports.clock.unixSeconds() + m_status.value(account.id).clockOffset;
    auto sign = [account, timestamp = pollTimestamp(seconds), key = std::move(*key)] {
        return PushProtocol::of(account.server).pollRequest(account, timestamp, key);
    };
    QObject *const context = m_unlocked.get();
    crypto::runOffThread(context, std::move(sign), [this, account, context](const Expected<HttpRequest> &request) {
        if (!request) {
            m_busyServers.remove(serverOf(account));
            return endPoll(account.id, request.error());
        }
        m_ports.http.send(*request, context, [this, account](const Answered &answer) {
            m_busyServers.remove(serverOf(account));
            takePoll(account.id, answer);
        });
    });
}

void PushService::takePoll(AccountId id, const Answered &answer)
{
    followClock();
    const std::optional<PushAccount> account = m_ports.keeper.pushAccount(id);
    if (!account)
        return endPoll(id, {}); // removed, or the vault was closed, meanwhile
    if (!answer)
        return endPoll(id, failureOf(answer.error()));
    const Expected<Poll> poll = PushProtocol::of(account->server).challengesIn(*answer, *account);
    if (!poll && poll.error().trouble == Trouble::ClockOff && takeOffset(id, answer)) {
        // Once more, at once, by the server's time: only what comes of that is something to tell.
        m_schedule.finished(id, true, now());
        m_schedule.hurry(id, now());
        return wake();
    }
    if (!poll)
        return endPoll(id, poll.error());
    m_status[id].lastContact = m_ports.clock.unixSeconds();
    takeChallenges(*account, *poll);
    if (account->state == PushState::Unproven)
        prove(*account);
    endPoll(id, {});
}

/// Whether the server's clock gives reason to try again.
bool PushService::takeOffset(AccountId id, const Answered &answer)
{
    if (!answer->date)
        return false;
    constexpr qint64 onTheWay = 2; // seconds; and the header has no parts of them
    qint64 offset = *answer->date - m_ports.clock.unixSeconds();
    if (std::abs(offset) <= onTheWay)
        offset = 0;
    qint64 &known = m_status[id].clockOffset;
    if (std::abs(offset) > largestOffset || std::abs(offset - known) <= 1)
        return false;
    known = offset;
    return true;
}

void PushService::takeChallenges(const PushAccount &account, const Poll &poll)
{
    m_memory.addRefused(poll.refused);
    QSet<QString> before;
    for (const Request &request : m_inbox.requests()) {
        if (request.account == account.id)
            before << request.nonce();
    }
    if (!m_inbox.takePoll(account.id, poll, now()))
        return;
    save();
    Q_EMIT requestsChanged();
    const QList<Request> requests = m_inbox.requests();
    for (const Request &request : requests) {
        if (request.account != account.id || before.contains(request.nonce()))
            continue;
        if (request.state == RequestState::Open && !request.isMuted)
            Q_EMIT requestCame(account.id, request.nonce());
        else if (request.state == RequestState::Sending) // a denial that was held
            sendAnswer(account.id, request.nonce(), request.answer);
    }
}

/// The new key works: the enrolment is ready, and an older one of the same serial at the same server is not needed.
void PushService::prove(PushAccount account)
{
    if (m_proving.contains(account.id))
        return;
    m_proving << account.id;
    account.state = PushState::Ready;
    m_ports.keeper.changePush(account, this, [this, account](const Result<void> &saved) {
        if (!saved)
            return; // tried again when something of the vault is different, not at every poll
        m_proving.remove(account.id);
        Q_EMIT proved(account.id);
        const QList<PushAccount> all = m_ports.keeper.pushAccounts();
        for (PushAccount other : all) {
            if (other.id == account.id || other.serial != account.serial || serverOf(other) != serverOf(account))
                continue;
            other.trashed = m_ports.clock.unixSeconds();
            m_ports.keeper.changePush(other, this, [this](const Result<void> &) { takeAccounts(); });
        }
    });
}

void PushService::endPoll(AccountId id, const std::optional<Failure> &trouble)
{
    m_schedule.finished(id, !trouble, now());
    PushStatus &status = m_status[id];
    status.isChecking = false;
    status.trouble = trouble;
    saveCount();
    Q_EMIT statusChanged(id);
    wake();
}

Expected<void> PushService::answer(AccountId account, const QString &nonce, const Answer &wanted)
{
    const Expected<Answer> chosen = m_inbox.choose(account, nonce, wanted, now());
    if (!chosen)
        return std::unexpected(chosen.error());
    sendAnswer(account, nonce, *chosen);
    return {};
}

void PushService::holdDenial(AccountId account, const QString &nonce)
{
    if (m_inbox.holdDenial(account, nonce))
        m_ports.store.save(m_memory.write(), Asking::Allowed, this, [](const Result<void> &) {});
}

void PushService::setStartedByPerson(AccountId account, const QString &nonce)
{
    if (m_inbox.setStartedByPerson(account, nonce))
        Q_EMIT requestsChanged();
}

Expected<void> PushService::tryAgain(AccountId account, const QString &nonce)
{
    const Expected<Answer> chosen = m_inbox.chooseAgain(account, nonce);
    if (!chosen)
        return std::unexpected(chosen.error());
    sendAnswer(account, nonce, *chosen);
    return {};
}

/// First what was chosen is made to outlive everything, then it is sent.
void PushService::sendAnswer(AccountId id, const QString &nonce, const Answer &answer)
{
    // When the vault is locked before it is sent, it stays what was chosen, and can be sent then.
    const auto sign = [this, id, nonce, answer](const Result<void> &saved) {
        m_inbox.setSaved(id, nonce);
        if (saved)
            signAnswer(id, nonce, answer);
        else
            m_inbox.setUnheard(id, nonce, {Trouble::NotSaved, saved.error().detail});
        Q_EMIT requestsChanged();
    };
    m_ports.store.save(m_memory.write(), Asking::Allowed, m_unlocked.get(), sign);
    Q_EMIT requestsChanged();
}

void PushService::signAnswer(AccountId id, const QString &nonce, const Answer &answer)
{
    const std::optional<PushAccount> account = m_ports.keeper.pushAccount(id);
    const Request *const request = m_inbox.find(id, nonce);
    Result<SecretBytes> key = m_ports.keeper.pushPrivateKey(id);
    if (!account || !request || !key) {
        m_inbox.setUnheard(id, nonce, {Trouble::Internal, QStringLiteral("no key")});
        Q_EMIT requestsChanged();
        return;
    }
    // Such a signature has no chance in it: the same answer is the same bytes, today and after a restart.
    auto sign = [account = *account, challenge = request->challenge, answer, key = std::move(*key)] {
        return PushProtocol::of(account.server).answerRequest(account, challenge, answer, key);
    };
    const PushProtocol &protocol = PushProtocol::of(account->server);
    const auto send = [this, id, nonce, &protocol](const Expected<HttpRequest> &signedOne) {
        if (!signedOne) {
            m_inbox.setUnheard(id, nonce, signedOne.error());
            Q_EMIT requestsChanged();
            return;
        }
        m_inbox.setLeft(id, nonce);
        m_ports.http.send(*signedOne, this, [this, id, nonce, &protocol](const Answered &answered) {
            const Expected<Outcome> outcome =
                answered ? protocol.outcomeIn(*answered) : std::unexpected(failureOf(answered.error()));
            takeAnswered(id, nonce, outcome, answered.has_value());
        });
    };
    crypto::runOffThread(m_unlocked.get(), std::move(sign), send);
}

/// `hasAnswered`: something answered, be it with an error, and nothing may be sent again.
void PushService::takeAnswered(AccountId id, const QString &nonce, const Expected<Outcome> &outcome, bool hasAnswered)
{
    if (outcome)
        m_inbox.setOutcome(id, nonce, *outcome, now());
    else if (!hasAnswered || outcome.error().trouble == Trouble::ProxyWantsLogin) // which has let nothing through
        m_inbox.setUnheard(id, nonce, outcome.error());
    else
        m_inbox.setFailed(id, nonce, outcome.error());
    save();
    Q_EMIT requestsChanged();
    wake();
}

void PushService::dismiss(AccountId account, const QString &nonce)
{
    if (m_inbox.dismiss(account, nonce))
        Q_EMIT requestsChanged();
}

void PushService::clearHistory()
{
    m_memory.clearHistory();
    save();
}

void PushService::forget(AccountId account)
{
    m_memory.forget(account);
    m_status.remove(account);
    save();
}

/// For what may be lost without harm, and needs no window of the keychain: what was chosen is saved by sendAnswer().
void PushService::save()
{
    if (!m_isLoaded || m_memory == m_noted)
        return;
    m_noted = m_memory;
    m_ports.store.save(m_memory.write(), Asking::Never, this, [](const Result<void> &) {});
}

void PushService::saveCount()
{
    constexpr qint64 minute = 60'000;
    const qint64 since = now() - m_countSaved;
    if (m_memory.refused() == m_noted.refused() || (since >= 0 && since < minute))
        return;
    m_countSaved = now();
    save();
}

} // namespace watchword::push
