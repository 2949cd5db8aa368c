// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/signed_text.h"

#include "core/base/base32.h"
#include "core/crypto/rsa_key.h"
#include "core/push/canonical_json.h"

#include <QJsonObject>

namespace watchword::push {

namespace {

QByteArray joined(const QStringList &parts)
{
    return parts.join(QLatin1Char('|')).toUtf8();
}

QByteArray paddedBase32(ByteView bytes)
{
    const SecretBytes text = encodeBase32(bytes);
    QByteArray padded = text.text().toByteArray();
    while (padded.size() % 8 != 0)
        padded.append('=');
    return padded;
}

} // namespace

QByteArray pollText(const QString &serial, const QString &timestamp)
{
    return joined({serial, timestamp});
}

QByteArray challengeText(const Challenge &challenge)
{
    QStringList parts = {challenge.nonce,    challenge.url,   challenge.serial,
                         challenge.question, challenge.title, challenge.sslVerify};
    if (!challenge.options.isEmpty())
        parts << challenge.options.join(QLatin1Char(','));
    return joined(parts);
}

QByteArray answerText(const Challenge &challenge, const Answer &answer)
{
    QStringList parts = {challenge.nonce, challenge.serial};
    if (answer.choice == Choice::Deny) {
        parts << QStringLiteral("decline");
        if (challenge.offersReasons && answer.reason != Reason::None)
            parts << reasonText(answer.reason);
    } else if (!challenge.options.isEmpty()) {
        parts << answer.option;
    }
    return joined(parts);
}

QByteArray capabilitiesText(const QJsonValue &capabilities, const QString &nonce)
{
    const QJsonObject object{{QStringLiteral("capabilities"), capabilities}, {QStringLiteral("nonce"), nonce}};
    return canonicalJson(object).value_or(QByteArray());
}

QString reasonText(Reason reason)
{
    switch (reason) {
    case Reason::UnknownTrigger: return QStringLiteral("unknown_trigger");
    case Reason::Cancelled: return QStringLiteral("cancelled");
    case Reason::None: break;
    }
    return {};
}

Expected<QByteArray> signatureOf(const QByteArray &text, const SecretBytes &privateKey)
{
    const Result<QByteArray> signature = crypto::signRsaSha256(privateKey.view(), bytesOf(text));
    if (!signature)
        return troubled(Trouble::Internal, signature.error().detail);
    return paddedBase32(bytesOf(*signature));
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &text, const QString &signature)
{
    const QByteArray spelled = signature.toUtf8();
    const Result<SecretBytes> bytes = decodeBase32(bytesOf(spelled));
    return bytes && paddedBase32(bytes->view()) == spelled
        && crypto::verifiesRsaSha256(bytesOf(publicKey), bytesOf(text), bytes->view());
}

} // namespace watchword::push
