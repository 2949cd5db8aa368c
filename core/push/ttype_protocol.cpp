// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/ttype_protocol.h"

#include "core/accounts/percent_encoding.h"
#include "core/base/text_bytes.h"
#include "core/crypto/rsa_key.h"
#include "core/push/answer_envelope.h"
#include "core/push/signed_text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace watchword::push {

namespace {

using accounts::PushAccount;

constexpr qsizetype mostOptions = 100;
constexpr qsizetype longestCode = 64;
constexpr qsizetype longestMessage = 2000;

// `name=value`, with `&` in front where something stands there already.
void appendField(QByteArray &form, QByteArrayView name, ByteView value)
{
    if (!form.isEmpty())
        form += '&';
    form.append(name).append('=').append(accounts::percentEncoded(value).text());
}

void appendField(QByteArray &form, QByteArrayView name, const QString &value)
{
    appendField(form, name, bytesOf(value.toUtf8()));
}

QByteArray withQuery(const QString &url, const QByteArray &query)
{
    return url.toUtf8() + (url.contains(QLatin1Char('?')) ? '&' : '?') + query;
}

// Error: BadChallenge where the field is missing or no text.
bool takeText(const QJsonObject &fields, QLatin1String name, QString &to)
{
    const QJsonValue value = fields.value(name);
    to = value.toString();
    return value.isString();
}

bool isOption(const QString &text)
{
    // As an answer it would be signed as a denial is.
    return isPlainName(text) && text != QLatin1String("decline");
}

// The signed text tells a challenge with options from one without only because `sslverify` is 0 or 1.
bool isSwitch(const QString &text)
{
    return text == QLatin1String("0") || text == QLatin1String("1");
}

} // namespace

QString pollTimestamp(qint64 unixSeconds)
{
    return QDateTime::fromSecsSinceEpoch(unixSeconds, QTimeZone::utc())
        .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

const PushProtocol &PushProtocol::of(accounts::PushServer server)
{
    static const PrivacyIdeaProtocol privacyIdea;
    static const EduMfaProtocol eduMfa;
    if (server == accounts::PushServer::EduMfa)
        return eduMfa;
    return privacyIdea;
}

HttpRequest TtypeProtocol::enrolmentRequest(const Enrolment &enrolment, const ServerTrust &trust,
                                            const QByteArray &publicKey) const
{
    QByteArray form;
    appendField(form, "enrollment_credential", enrolment.credential.view());
    appendField(form, "serial", enrolment.serial);
    // What the servers' own apps send when they have no Firebase; the field must be there.
    appendField(form, "fbtoken", QStringLiteral("no_firebase_token"));
    appendField(form, "pubkey", QString::fromLatin1(publicKey.toBase64()));
    return {enrolment.url.toUtf8(), form, trust};
}

Expected<QByteArray> TtypeProtocol::serverKeyIn(const HttpAnswer &answer, const Enrolment &enrolment) const
{
    const Expected<AnswerEnvelope> envelope = openAnswer(answer);
    if (!envelope)
        return std::unexpected(envelope.error());
    if (!envelope->value.toBool())
        return troubled(Trouble::ServerRefused, QStringLiteral("false"));
    const QJsonValue serial = envelope->detail.value(QLatin1String("serial"));
    if (serial.isString() && serial.toString() != enrolment.serial)
        return troubled(Trouble::NotAServer, QStringLiteral("another serial"));
    QByteArray text = envelope->detail.value(QLatin1String("public_key")).toString().toLatin1();
    text.removeIf([](char c) { return c == '\n' || c == '\r' || c == ' '; });
    const auto der = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    const Result<QByteArray> key = der ? crypto::readRsaPublicKey(bytesOf(*der)) : failure(ErrorCode::DamagedFile);
    if (!key)
        return troubled(Trouble::UnusableServerKey);
    return *key;
}

Expected<HttpRequest> TtypeProtocol::pollRequest(const PushAccount &account, const QString &timestamp,
                                                 const SecretBytes &privateKey) const
{
    const Expected<QByteArray> signature = signatureOf(pollText(account.serial, timestamp), privateKey);
    if (!signature)
        return std::unexpected(signature.error());
    QByteArray query;
    appendField(query, "serial", account.serial);
    appendField(query, "timestamp", timestamp);
    appendField(query, "signature", bytesOf(*signature));
    return HttpRequest{withQuery(account.url, query), {}, account.trust};
}

Expected<Poll> TtypeProtocol::challengesIn(const HttpAnswer &answer, const PushAccount &account) const
{
    const Expected<AnswerEnvelope> envelope = openAnswer(answer);
    if (!envelope)
        return std::unexpected(envelope.error());
    if (!envelope->value.isArray())
        return troubled(Trouble::NotAServer, QStringLiteral("no list"));
    Poll poll;
    QSet<QString> seen;
    const QJsonArray list = envelope->value.toArray();
    for (const auto &one : list) {
        Expected<Challenge> challenge = readChallenge(one.toObject(), account);
        if (!challenge && challenge.error().trouble == Trouble::OtherServer)
            poll.elsewhere.push_back(
                {one.toObject().value(QLatin1String("nonce")).toString(), challenge.error().detail});
        else if (!challenge)
            ++poll.refused;
        else if (!seen.contains(challenge->nonce)) {
            seen.insert(challenge->nonce);
            poll.challenges.push_back(std::move(*challenge));
        }
    }
    return poll;
}

Expected<Challenge> TtypeProtocol::readChallenge(const QJsonObject &fields, const PushAccount &account) const
{
    Challenge challenge;
    QString signature;
    const bool isComplete = takeText(fields, QLatin1String("nonce"), challenge.nonce)
        && takeText(fields, QLatin1String("url"), challenge.url)
        && takeText(fields, QLatin1String("serial"), challenge.serial)
        && takeText(fields, QLatin1String("question"), challenge.question)
        && takeText(fields, QLatin1String("title"), challenge.title)
        && takeText(fields, QLatin1String("sslverify"), challenge.sslVerify)
        && takeText(fields, QLatin1String("signature"), signature);
    if (!isComplete || challenge.serial != account.serial || !isPlainName(challenge.nonce)
        || !isSwitch(challenge.sslVerify) || !takeMore(fields, account.serverKey, challenge)
        || !isSignedBy(account.serverKey, challengeText(challenge), signature))
        return troubled(Trouble::BadChallenge);
    const std::optional<ServerAddress> address = addressOf(challenge.url);
    if (!address || address != addressOf(account.url))
        return troubled(Trouble::OtherServer, address ? address->toString() : QString());
    return challenge;
}

Expected<HttpRequest> TtypeProtocol::answerRequest(const PushAccount &account, const Challenge &challenge,
                                                   const Answer &answer, const SecretBytes &privateKey) const
{
    const bool isApproval = answer.choice == Choice::Approve;
    if (isApproval && !challenge.options.isEmpty() && !challenge.options.contains(answer.option))
        return troubled(Trouble::NotOffered);
    if (challenge.serial != account.serial || addressOf(challenge.url) != addressOf(account.url))
        return troubled(Trouble::Internal, QStringLiteral("a challenge of another account"));
    const Expected<QByteArray> signature = signatureOf(answerText(challenge, answer), privateKey);
    if (!signature)
        return std::unexpected(signature.error());
    QByteArray form;
    appendField(form, "serial", challenge.serial);
    appendField(form, "nonce", challenge.nonce);
    if (!isApproval)
        appendField(form, "decline", QStringLiteral("1"));
    if (!isApproval && challenge.offersReasons && answer.reason != Reason::None)
        appendField(form, "decline_reason", reasonText(answer.reason));
    if (isApproval && !challenge.options.isEmpty())
        appendField(form, "presence_answer", answer.option);
    appendField(form, "signature", bytesOf(*signature));
    return HttpRequest{challenge.url.toUtf8(), form, account.trust};
}

Expected<Outcome> TtypeProtocol::outcomeIn(const HttpAnswer &answer) const
{
    const Expected<AnswerEnvelope> envelope = openAnswer(answer);
    if (!envelope && envelope.error().trouble == Trouble::CodeUsed)
        return troubled(Trouble::SignatureRefused, envelope.error().detail);
    if (!envelope)
        return std::unexpected(envelope.error());
    if (!envelope->value.isBool())
        return troubled(Trouble::NotAServer, QStringLiteral("neither yes nor no"));
    Outcome outcome;
    outcome.isTaken = envelope->value.toBool();
    if (!outcome.isTaken)
        return outcome;
    outcome.code = envelope->detail.value(QLatin1String("display_code")).toString().left(longestCode);
    if (!outcome.code.isEmpty())
        outcome.message = envelope->detail.value(QLatin1String("message")).toString().left(longestMessage);
    return outcome;
}

bool PrivacyIdeaProtocol::takeMore(const QJsonObject &fields, const QByteArray &serverKey, Challenge &challenge) const
{
    const QJsonValue presence = fields.value(QLatin1String("require_presence"));
    if (!presence.isUndefined()) {
        challenge.options = presence.toString().split(QLatin1Char(','));
        if (!presence.isString() || challenge.options.size() > mostOptions
            || !std::ranges::all_of(challenge.options, isOption))
            return false;
    }
    const QJsonValue capabilities = fields.value(QLatin1String("capabilities"));
    const QJsonValue signature = fields.value(QLatin1String("capabilities_signature"));
    if (capabilities.isUndefined() && signature.isUndefined())
        return true;
    const QJsonDocument offered = QJsonDocument::fromJson(capabilities.toString().toUtf8());
    const QByteArray text = capabilitiesText(offered.object(), challenge.nonce);
    challenge.offersReasons = offered.object().value(QLatin1String("decline_reason")).toBool();
    return offered.isObject() && !text.isEmpty() && isSignedBy(serverKey, text, signature.toString());
}

// Which number is the right one would be for nobody to say: how eduMFA would sign that is not known.
bool EduMfaProtocol::takeMore(const QJsonObject &fields, const QByteArray &, Challenge &) const
{
    return !fields.contains(QLatin1String("require_presence"));
}

} // namespace watchword::push
