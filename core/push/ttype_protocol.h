// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/push/push_protocol.h"

class QJsonObject;

namespace watchword::push {

/// The one endpoint `/ttype/…` of privacyIDEA, which eduMFA has inherited: POST enrols and answers, GET polls, and the
/// signature of each request stands for a login.
class TtypeProtocol : public PushProtocol
{
public:
    HttpRequest enrolmentRequest(const Enrolment &enrolment, const ServerTrust &trust,
                                 const QByteArray &publicKey) const override;
    Expected<QByteArray> serverKeyIn(const HttpAnswer &answer, const Enrolment &enrolment) const override;
    Expected<HttpRequest> pollRequest(const accounts::PushAccount &account, const QString &timestamp,
                                      const SecretBytes &privateKey) const override;
    Expected<Poll> challengesIn(const HttpAnswer &answer, const accounts::PushAccount &account) const override;
    Expected<HttpRequest> answerRequest(const accounts::PushAccount &account, const Challenge &challenge,
                                        const Answer &answer, const SecretBytes &privateKey) const override;
    Expected<Outcome> outcomeIn(const HttpAnswer &answer) const override;

private:
    /// Takes what this kind of server adds to a challenge; false refuses the challenge.
    virtual bool takeMore(const QJsonObject &fields, const QByteArray &serverKey, Challenge &challenge) const = 0;
    Expected<Challenge> readChallenge(const QJsonObject &fields, const accounts::PushAccount &account) const;
};

/// privacyIDEA 3.8 and later: numbers to be typed (3.10), reasons for a denial where the challenge offers them (3.14).
class PrivacyIdeaProtocol final : public TtypeProtocol
{
private:
    bool takeMore(const QJsonObject &fields, const QByteArray &serverKey, Challenge &challenge) const override;
};

/// eduMFA 2.9: neither of these.
class EduMfaProtocol final : public TtypeProtocol
{
private:
    bool takeMore(const QJsonObject &fields, const QByteArray &serverKey, Challenge &challenge) const override;
};

} // namespace watchword::push
