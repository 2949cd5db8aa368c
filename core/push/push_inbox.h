// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/push/challenge.h"
#include "core/push/push_memory.h"
#include "core/push/push_protocol.h"

namespace watchword::push {

/// How a request stands.
enum class RequestState {
    Open,     ///< waits for the person
    Sending,  ///< chosen; being saved, signed and sent
    Unheard,  ///< chosen, and no answer came: "Try again" sends the identical bytes, nothing else can be chosen
    Approved, ///< said the server, not before
    Denied,   ///< the same
    NotTaken, ///< the server took the answer for nothing: too late, answered elsewhere, a wrong number
    Failed,   ///< the server answered with an error: nothing is sent again
    Expired,  ///< by our clock, about
    AnsweredElsewhere, ///< the server does not ask any more, before its time
    OtherServer,       ///< genuine, and its answer would go to another server: never to be answered
};

/// One request to approve a sign-in, from its first sight to its end.
struct Request {
    accounts::AccountId account;
    Challenge challenge;
    RequestState state = RequestState::Open;
    qint64 firstSeen = 0;           ///< UNIX milliseconds
    bool isMuted = false;           ///< no pop-up, no sound: see PushInbox::mutedUntil
    Answer answer;                  ///< from Sending on
    bool isBeingSaved = false;      ///< of Sending: nothing has left yet
    bool hasLeft = false;           ///< something may have reached the server
    Outcome outcome;                ///< of Approved: perhaps a code to be shown
    QString otherHost;              ///< of OtherServer; empty for what is no address
    std::optional<Failure> failure; ///< of Unheard and Failed
    bool wasPointedOut = false;     ///< a number that is not offered was given once
    bool isDenied = false;          ///< of Open: nothing else can be chosen, and why may still be said

    const QString &nonce() const { return challenge.nonce; }
    friend bool operator==(const Request &, const Request &) = default;
};

/// The requests that are known, and the rules for them; sends nothing. Times are UNIX milliseconds.
class PushInbox
{
public:
    static constexpr qint64 validity = 120'000; ///< servers say nothing of it; counted from the first sight
    /// By how much a server's count may be ahead of ours: a request waits that long for the poll that brings it.
    static constexpr qint64 unseen = 20'000;
    static constexpr qsizetype mostOpen = 5;        ///< of an enrolment; more are counted
    static constexpr qint64 denialWindow = 600'000; ///< two denials in it …
    static constexpr qint64 muteTime = 1'200'000;   ///< … mute an enrolment for this long
    static constexpr qsizetype mostEnded = 20;      ///< that are still listed after their end

    explicit PushInbox(PushMemory &memory)
        : m_memory(memory)
    {
    }

    const QList<Request> &requests() const { return m_requests; }
    const Request *find(accounts::AccountId account, const QString &nonce) const;
    /// How many more are open than are listed.
    int moreOpen(accounts::AccountId account) const { return m_more.value(account); }
    /// Until when the pop-ups of an enrolment are muted; 0: they are not.
    qint64 mutedUntil(accounts::AccountId account, qint64 now) const;

    // What changes them; each says whether anything is different.

    bool takePoll(accounts::AccountId account, const Poll &poll, qint64 now);
    /// Ends those whose time is over.
    bool expire(qint64 now);
    /// Milliseconds until expire() has something to do.
    std::optional<qint64> untilExpiry(qint64 now) const;
    bool keepOnly(const QList<accounts::AccountId> &accounts);
    /// The vault is being locked: nothing is known of them any more, but that some may still be answered, until when. Denials
    /// that have not left are noted in the memory as such.
    bool lockAway();
    /// How many of these there are, until a poll brings them again.
    int lockedAway() const { return int(m_lockedAway.size()); }
    /// The clock was set, ahead or (negative) back: what runs has as much time left as before.
    void clockMoved(qint64 milliseconds);

    /// The person's choice, noted in the memory: from here on no other one is possible. Errors: NotOffered (the first time;
    /// the second time it is a denial, which is then the answer), Internal for a request that is not open.
    Expected<Answer> choose(accounts::AccountId account, const QString &nonce, const Answer &answer, qint64 now);
    /// Denied, and nothing is to leave before the person could say why (choose). Whether it was open.
    bool holdDenial(accounts::AccountId account, const QString &nonce);
    /// The person had started what they then denied: it does not count for muting. Whether anything is different.
    bool setStartedByPerson(accounts::AccountId account, const QString &nonce);
    /// "Try again", of one that is Unheard. Error: Internal for any other.
    Expected<Answer> chooseAgain(accounts::AccountId account, const QString &nonce);
    /// What was chosen outlives everything from here on, and is sent.
    void setSaved(accounts::AccountId account, const QString &nonce);
    void setLeft(accounts::AccountId account, const QString &nonce);
    void setUnheard(accounts::AccountId account, const QString &nonce, const Failure &failure);
    void setFailed(accounts::AccountId account, const QString &nonce, const Failure &failure);
    void setOutcome(accounts::AccountId account, const QString &nonce, const Outcome &outcome, qint64 now);
    /// Takes an ended one off the list.
    bool dismiss(accounts::AccountId account, const QString &nonce);

private:
    struct Denial {
        qint64 time = 0;
        QString nonce;
    };
    struct LockedAway {
        accounts::AccountId account;
        QString nonce;
        qint64 firstSeen = 0;
        bool wasPointedOut = false;
    };

    void noteDenial(accounts::AccountId account, const QString &nonce, qint64 now);
    Request *findOwn(accounts::AccountId account, const QString &nonce);
    bool takeChallenge(accounts::AccountId account, const Challenge &challenge, qint64 now);
    bool takeElsewhere(accounts::AccountId account, const Elsewhere &elsewhere, qint64 now);
    bool endMissing(accounts::AccountId account, const Poll &poll, qint64 now);
    void end(Request &request, RequestState state, qint64 now);
    void noteEnded(accounts::AccountId account, const QString &nonce);
    void forgetOldest();

    PushMemory &m_memory;
    QList<Request> m_requests;                       // the oldest first
    QHash<accounts::AccountId, QStringList> m_ended; // nonces that are not to be seen again, whatever the server says
    QHash<accounts::AccountId, int> m_more;
    QHash<accounts::AccountId, QList<Denial>> m_denials;
    QHash<accounts::AccountId, qint64> m_mutedUntil;
    QList<LockedAway> m_lockedAway;
};

/// Whether a request has come to its end: nothing can be done with it but look at it.
bool isOver(RequestState state);
/// Whether it is for the person to do something: choose, or have the choice sent again.
bool waitsForPerson(RequestState state);

} // namespace watchword::push
