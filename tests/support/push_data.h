// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/crypto/rsa_key.h"
#include "core/push/signed_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchword::test {

/// `vectors.json` or `captured-3.14dev2.json` of tests/data/push.
inline QJsonObject pushData(const QString &name)
{
    QFile file(QStringLiteral(WATCHWORD_TEST_DATA "/push/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QJsonObject pushVectors()
{
    return pushData(QStringLiteral("vectors.json"));
}

inline QJsonObject pushTranscript()
{
    return pushData(QStringLiteral("captured-3.14dev2.json"));
}

/// The bytes inside PEM armour.
inline QByteArray derOf(const QJsonValue &pem)
{
    QByteArray text;
    for (const QByteArray &line : pem.toString().toLatin1().split('\n')) {
        if (!line.startsWith("-----"))
            text += line;
    }
    return QByteArray::fromBase64(text);
}

inline SecretBytes secretOf(const QByteArray &bytes)
{
    return SecretBytes::copyOf(bytesOf(bytes));
}

/// The private key of the vectors' client, or of their server.
inline SecretBytes vectorKey(const QString &owner = QStringLiteral("client"))
{
    return secretOf(derOf(pushVectors().value(owner + QStringLiteral("_key_pem"))));
}

/// The account that the vectors are of.
inline accounts::PushAccount vectorAccount()
{
    const QJsonObject vectors = pushVectors();
    accounts::PushAccount account;
    account.id = {0xA1B2C3D4E5F60718};
    account.state = accounts::PushState::Ready;
    account.url = vectors.value(QStringLiteral("url")).toString();
    account.serial = vectors.value(QStringLiteral("serial")).toString();
    account.issuer = QStringLiteral("ACME & Söhne");
    account.name = QStringLiteral("alice@users PIPU0000TEST");
    account.serverKey = crypto::rsaPublicKeyOf(vectorKey(QStringLiteral("server")).view()).value();
    return account;
}

/// A challenge of an older server, signed by that of the vectors.
inline QJsonObject ownChallenge(const QString &nonce,
                                const QString &url = QStringLiteral("https://pi.example.com/ttype/push"))
{
    const push::Challenge challenge{
        nonce, url,  vectorAccount().serial, QStringLiteral("Log in?"), QStringLiteral("Test"), QStringLiteral("1"),
        {},    false};
    static const SecretBytes key = vectorKey(QStringLiteral("server"));
    const QByteArray signature = push::signatureOf(push::challengeText(challenge), key).value();
    return {{QStringLiteral("nonce"), nonce},
            {QStringLiteral("url"), url},
            {QStringLiteral("serial"), challenge.serial},
            {QStringLiteral("question"), challenge.question},
            {QStringLiteral("title"), challenge.title},
            {QStringLiteral("sslverify"), challenge.sslVerify},
            {QStringLiteral("signature"), QString::fromLatin1(signature)}};
}

/// A server's answer with this value, as privacyIDEA wraps it.
inline QByteArray enveloped(const QJsonValue &value, const QJsonObject &detail = {})
{
    QJsonObject whole{
        {QStringLiteral("id"), 1},
        {QStringLiteral("result"), QJsonObject{{QStringLiteral("status"), true}, {QStringLiteral("value"), value}}}};
    if (!detail.isEmpty())
        whole.insert(QStringLiteral("detail"), detail);
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

} // namespace watchword::test
