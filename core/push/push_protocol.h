// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/ports/http_client.h"
#include "core/push/challenge.h"
#include "core/push/enrolment.h"
#include "core/push/trouble.h"

#include <vector>

namespace watchword::push {

/// A genuine challenge whose answer is to go to another server than the enrolled one: shown as refused, never answered.
struct Elsewhere {
    QString nonce;
    QString host; ///< of the other server; empty for what is no address at all
};

/// What a poll brought.
struct Poll {
    std::vector<Challenge> challenges; ///< each verified: see PushProtocol::challengesIn
    std::vector<Elsewhere> elsewhere;
    int refused = 0; ///< how many were not: nothing of them is to be shown
};

/// What a kind of server wants to be sent, and how its answers are read. Keeps nothing, sends nothing.
class PushProtocol
{
public:
    /// The one for a kind of server.
    static const PushProtocol &of(accounts::PushServer server);

    virtual ~PushProtocol() = default;

    /// Gives the server our public key (SubjectPublicKeyInfo in DER). The private one is to be saved before this is sent.
    virtual HttpRequest enrolmentRequest(const Enrolment &enrolment, const ServerTrust &trust,
                                         const QByteArray &publicKey) const = 0;
    /// The server's key (SubjectPublicKeyInfo in DER) in its answer to that. Errors: CodeUsed, CodeRefused,
    /// UnusableServerKey, and those of all answers: NotAServer, ServerFailed, ServerRefused, Redirected, ProxyWantsLogin,
    /// TooLarge.
    virtual Expected<QByteArray> serverKeyIn(const HttpAnswer &answer, const Enrolment &enrolment) const = 0;

    /// Asks for open challenges. `timestamp` is pollTimestamp(). Error: Internal.
    virtual Expected<HttpRequest> pollRequest(const accounts::PushAccount &account, const QString &timestamp,
                                              const SecretBytes &privateKey) const = 0;
    /// The challenges in the answer to that which are of this account, complete, signed by the server's key and to be
    /// answered at the enrolled address. Errors: SignatureRefused, ClockOff, PollingNotAllowed, and those of all answers.
    virtual Expected<Poll> challengesIn(const HttpAnswer &answer, const accounts::PushAccount &account) const = 0;

    /// The answer to one challenge, signed. An approval without one of the options, where there are any, is NotOffered.
    /// Error also: Internal.
    virtual Expected<HttpRequest> answerRequest(const accounts::PushAccount &account, const Challenge &challenge,
                                                const Answer &answer, const SecretBytes &privateKey) const = 0;
    /// What came of it. HTTP's 200 is no success: the server's own word is. Errors: those of all answers, and
    /// SignatureRefused when the server does not know the account.
    virtual Expected<Outcome> outcomeIn(const HttpAnswer &answer) const = 0;
};

/// UTC in ISO 8601 with whole seconds and `Z`, as polls carry it.
QString pollTimestamp(qint64 unixSeconds);

/// Longest answer that is read, in bytes.
inline constexpr qsizetype longestAnswer = qsizetype{64} * 1024;

} // namespace watchword::push
