// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/push_inbox.h"

#include <algorithm>

namespace watchword::push {

namespace {

using accounts::AccountId;

std::optional<Ending> endingOf(RequestState state)
{
    switch (state) {
    case RequestState::Approved: return Ending::Approved;
    case RequestState::Denied: return Ending::Denied;
    case RequestState::NotTaken: return Ending::NotTaken;
    case RequestState::Expired: return Ending::Expired;
    case RequestState::AnsweredElsewhere: return Ending::AnsweredElsewhere;
    case RequestState::OtherServer: return Ending::OtherServer;
    case RequestState::Open:
    case RequestState::Sending:
    case RequestState::Unheard:
    case RequestState::Failed: break;
    }
    return {};
}

// A clock that was set back makes nothing last longer.
bool isPast(qint64 since, qint64 time, qint64 now)
{
    return now >= since + time || now < since - time;
}

} // namespace

bool isOver(RequestState state)
{
    return state != RequestState::Open && state != RequestState::Sending && state != RequestState::Unheard;
}

bool waitsForPerson(RequestState state)
{
    return state == RequestState::Open || state == RequestState::Unheard;
}

const Request *PushInbox::find(AccountId account, const QString &nonce) const
{
    const auto found = std::ranges::find_if(
        m_requests, [&](const Request &one) { return one.account == account && one.nonce() == nonce; });
    return found == m_requests.end() ? nullptr : &*found;
}

Request *PushInbox::findOwn(AccountId account, const QString &nonce)
{
    return const_cast<Request *>(find(account, nonce));
}

qint64 PushInbox::mutedUntil(AccountId account, qint64 now) const
{
    const qint64 until = m_mutedUntil.value(account);
    return now < until && until <= now + muteTime ? until : 0;
}

bool PushInbox::takePoll(AccountId account, const Poll &poll, qint64 now)
{
    bool isDifferent = endMissing(account, poll, now);
    int more = 0;
    for (const Challenge &challenge : poll.challenges) {
        const auto open = std::ranges::count_if(
            m_requests, [&](const Request &one) { return one.account == account && !isOver(one.state); });
        const bool isNew = !find(account, challenge.nonce);
        if (isNew && open >= mostOpen && !m_memory.decision(account, challenge.nonce))
            ++more;
        else if (isNew)
            isDifferent = takeChallenge(account, challenge, now) || isDifferent;
    }
    isDifferent = m_requests.removeIf([&](const Request &one) {
        return one.account == account && one.state == RequestState::OtherServer
            && std::ranges::none_of(poll.elsewhere,
                                    [&one](const Elsewhere &other) { return other.nonce == one.nonce(); });
    }) > 0
        || isDifferent;
    for (const Elsewhere &elsewhere : poll.elsewhere)
        isDifferent = takeElsewhere(account, elsewhere, now) || isDifferent;
    isDifferent = m_more.value(account) != more || isDifferent;
    m_more.insert(account, more);
    forgetOldest();
    return isDifferent;
}

bool PushInbox::takeChallenge(AccountId account, const Challenge &challenge, qint64 now)
{
    const std::optional<Decision> decision = m_memory.decision(account, challenge.nonce);
    if ((decision && decision->isOver) || m_ended.value(account).contains(challenge.nonce))
        return false;
    Request request;
    request.account = account;
    request.challenge = challenge;
    request.firstSeen = now;
    request.isMuted = mutedUntil(account, now) != 0;
    const auto before = std::ranges::find_if(
        m_lockedAway, [&](const LockedAway &one) { return one.account == account && one.nonce == challenge.nonce; });
    if (before != m_lockedAway.end()) { // its time has been running since
        request.firstSeen = before->firstSeen;
        request.wasPointedOut = before->wasPointedOut;
        m_lockedAway.erase(before);
    }
    if (decision && decision->isHeld) { // its time to say why is over
        m_memory.decide(account, challenge.nonce, decision->answer);
        noteDenial(account, challenge.nonce, now);
        request.state = RequestState::Sending;
        request.isBeingSaved = true;
        request.answer = decision->answer;
    } else if (decision) { // of before a restart, and the server still asks: it has not heard it
        request.state = RequestState::Unheard;
        request.answer = decision->answer;
        request.failure = Failure{Trouble::NoAnswer, {}};
    }
    m_requests << request;
    return true;
}

bool PushInbox::takeElsewhere(AccountId account, const Elsewhere &elsewhere, qint64 now)
{
    const bool isListed = find(account, elsewhere.nonce) != nullptr;
    const auto ofAccount = std::ranges::count_if(m_requests, [&](const Request &one) {
        return one.account == account && one.state == RequestState::OtherServer;
    });
    if (isListed || ofAccount >= mostOpen)
        return false;
    Request request;
    request.account = account;
    request.challenge.nonce = elsewhere.nonce;
    request.firstSeen = now;
    request.otherHost = elsewhere.host;
    m_requests << request;
    end(m_requests.last(), RequestState::OtherServer, now);
    return true;
}

bool PushInbox::endMissing(AccountId account, const Poll &poll, qint64 now)
{
    const auto isListed = [&poll](const QString &nonce) {
        return std::ranges::any_of(poll.challenges, [&nonce](const Challenge &one) { return one.nonce == nonce; });
    };
    m_lockedAway.removeIf([&](const LockedAway &one) { return one.account == account && !isListed(one.nonce); });
    bool isDifferent = false;
    for (Request &request : m_requests) {
        if (request.account != account || !waitsForPerson(request.state) || isListed(request.nonce()))
            continue;
        const bool isLate = isPast(request.firstSeen, validity - unseen, now);
        end(request, isLate ? RequestState::Expired : RequestState::AnsweredElsewhere, now);
        isDifferent = true;
    }
    return isDifferent;
}

bool PushInbox::expire(qint64 now)
{
    bool isDifferent = false;
    for (Request &request : m_requests) {
        if (waitsForPerson(request.state) && isPast(request.firstSeen, validity, now)) {
            end(request, RequestState::Expired, now);
            isDifferent = true;
        }
    }
    forgetOldest();
    const auto isGone = [this, now](const LockedAway &one) {
        if (!isPast(one.firstSeen, validity, now))
            return false;
        noteEnded(one.account, one.nonce);
        return true;
    };
    return m_lockedAway.removeIf(isGone) > 0 || isDifferent;
}

std::optional<qint64> PushInbox::untilExpiry(qint64 now) const
{
    std::optional<qint64> until;
    const auto endsBy = [&until, now](qint64 firstSeen) {
        until = std::min(until.value_or(validity), std::max<qint64>(0, firstSeen + validity - now));
    };
    for (const Request &request : m_requests) {
        if (waitsForPerson(request.state))
            endsBy(request.firstSeen);
    }
    for (const LockedAway &one : m_lockedAway)
        endsBy(one.firstSeen);
    return until;
}

bool PushInbox::keepOnly(const QList<AccountId> &accounts)
{
    return m_requests.removeIf([&accounts](const Request &one) { return !accounts.contains(one.account); }) > 0;
}

bool PushInbox::lockAway()
{
    const bool isDifferent = !m_requests.isEmpty() || !m_more.isEmpty();
    for (const Request &request : std::as_const(m_requests)) {
        if (waitsForPerson(request.state) && !request.isDenied)
            m_lockedAway << LockedAway{request.account, request.nonce(), request.firstSeen, request.wasPointedOut};
        if (request.state == RequestState::Sending && !request.hasLeft && request.answer.choice == Choice::Deny)
            m_memory.hold(request.account, request.nonce());
    }
    m_requests.clear();
    m_more.clear();
    return isDifferent;
}

void PushInbox::clockMoved(qint64 milliseconds)
{
    for (LockedAway &one : m_lockedAway)
        one.firstSeen += milliseconds;
    for (Request &request : m_requests) {
        if (!isOver(request.state))
            request.firstSeen += milliseconds;
    }
    for (QList<Denial> &denials : m_denials) {
        for (Denial &one : denials)
            one.time += milliseconds;
    }
    for (qint64 &until : m_mutedUntil)
        until += milliseconds;
}

Expected<Answer> PushInbox::choose(AccountId account, const QString &nonce, const Answer &wanted, qint64 now)
{
    Request *const request = findOwn(account, nonce);
    if (!request || request->state != RequestState::Open)
        return troubled(Trouble::Internal, QStringLiteral("not open"));
    if (request->isDenied && wanted.choice != Choice::Deny)
        return troubled(Trouble::Internal, QStringLiteral("denied"));
    Answer answer = wanted;
    const QStringList &options = request->challenge.options;
    if (answer.choice == Choice::Approve && !options.isEmpty() && !options.contains(answer.option)) {
        if (!std::exchange(request->wasPointedOut, true))
            return troubled(Trouble::NotOffered);
        answer = {Choice::Deny, {}, Reason::None};
    }
    if (!m_memory.decide(account, nonce, answer))
        return troubled(Trouble::Internal, QStringLiteral("decided otherwise"));
    request->state = RequestState::Sending;
    request->isBeingSaved = true;
    request->answer = answer;
    if (answer.choice == Choice::Deny && answer.reason != Reason::Cancelled)
        noteDenial(account, nonce, now);
    return answer;
}

void PushInbox::noteDenial(AccountId account, const QString &nonce, qint64 now)
{
    QList<Denial> &denials = m_denials[account];
    denials.removeIf([now](const Denial &one) { return isPast(one.time, denialWindow, now); });
    denials << Denial{now, nonce};
    if (denials.size() >= 2)
        m_mutedUntil.insert(account, now + muteTime);
}

bool PushInbox::holdDenial(AccountId account, const QString &nonce)
{
    Request *const request = findOwn(account, nonce);
    if (!request || request->state != RequestState::Open || request->isDenied)
        return false;
    request->isDenied = m_memory.decide(account, nonce, {Choice::Deny, {}, Reason::None}, PushMemory::Leaves::Later);
    return request->isDenied;
}

bool PushInbox::setStartedByPerson(AccountId account, const QString &nonce)
{
    QList<Denial> &denials = m_denials[account];
    if (denials.removeIf([&nonce](const Denial &one) { return one.nonce == nonce; }) == 0)
        return false;
    return denials.size() < 2 && m_mutedUntil.remove(account) > 0;
}

Expected<Answer> PushInbox::chooseAgain(AccountId account, const QString &nonce)
{
    Request *const request = findOwn(account, nonce);
    if (!request || request->state != RequestState::Unheard)
        return troubled(Trouble::Internal, QStringLiteral("nothing to try again"));
    request->state = RequestState::Sending;
    request->isBeingSaved = true;
    request->failure.reset();
    return request->answer;
}

void PushInbox::setSaved(AccountId account, const QString &nonce)
{
    if (Request *const request = findOwn(account, nonce))
        request->isBeingSaved = false;
}

void PushInbox::setLeft(AccountId account, const QString &nonce)
{
    if (Request *const request = findOwn(account, nonce))
        request->hasLeft = true;
}

void PushInbox::setUnheard(AccountId account, const QString &nonce, const Failure &failure)
{
    if (Request *const request = findOwn(account, nonce)) {
        request->state = RequestState::Unheard;
        request->failure = failure;
    }
}

void PushInbox::setFailed(AccountId account, const QString &nonce, const Failure &failure)
{
    m_memory.setOver(account, nonce);
    if (Request *const request = findOwn(account, nonce)) {
        request->state = RequestState::Failed;
        request->failure = failure;
    }
}

void PushInbox::setOutcome(AccountId account, const QString &nonce, const Outcome &outcome, qint64 now)
{
    m_memory.setOver(account, nonce);
    Request *const request = findOwn(account, nonce);
    if (!request)
        return;
    request->outcome = outcome;
    const bool isApproval = request->answer.choice == Choice::Approve;
    end(*request,
        !outcome.isTaken ? RequestState::NotTaken
            : isApproval ? RequestState::Approved
                         : RequestState::Denied,
        now);
}

bool PushInbox::dismiss(AccountId account, const QString &nonce)
{
    return m_requests.removeIf([&](const Request &one) {
        return one.account == account && one.nonce() == nonce && isOver(one.state)
            && one.state != RequestState::OtherServer;
    }) > 0;
}

void PushInbox::end(Request &request, RequestState state, qint64 now)
{
    request.state = state;
    noteEnded(request.account, request.nonce());
    if (const auto ending = endingOf(state))
        m_memory.addHistory({request.account, now / 1000, *ending});
}

void PushInbox::noteEnded(AccountId account, const QString &nonce)
{
    QStringList &ended = m_ended[account];
    ended << nonce;
    if (ended.size() > PushMemory::mostDecisions)
        ended.removeFirst();
}

/// A code that has to be typed stays until it is dismissed.
void PushInbox::forgetOldest()
{
    qsizetype tooMany =
        std::ranges::count_if(m_requests, [](const Request &one) { return isOver(one.state); }) - mostEnded;
    m_requests.removeIf([&tooMany](const Request &one) {
        return isOver(one.state) && one.state != RequestState::OtherServer && one.outcome.code.isEmpty()
            && tooMany-- > 0;
    });
}

} // namespace watchword::push
