// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"
#include "core/push/challenge.h"
#include "core/push/trouble.h"

#include <QJsonValue>

namespace watchword::push {

// The texts that privacyIDEA and eduMFA sign and have signed: parts joined by `|`, as UTF-8 (pushtoken.py,
// _build_smartphone_data and _handle_auth_response).

/// `serial|timestamp`.
QByteArray pollText(const QString &serial, const QString &timestamp);
/// `nonce|url|serial|question|title|sslverify`, and `|require_presence` where the challenge has options.
QByteArray challengeText(const Challenge &challenge);
/// `nonce|serial`, then `|option` of an approval, or `|decline` and `|reason` of a denial.
QByteArray answerText(const Challenge &challenge, const Answer &answer);
/// RFC 8785 of `{"capabilities":…,"nonce":…}`. Empty for what has no such spelling.
QByteArray capabilitiesText(const QJsonValue &capabilities, const QString &nonce);
/// `unknown_trigger` or `cancelled`; empty for None.
QString reasonText(Reason reason);

/// RSASSA-PKCS1-v1_5 with SHA-256, in base32 in upper case with its padding, as the servers want it. Error: Internal.
Expected<QByteArray> signatureOf(const QByteArray &text, const SecretBytes &privateKey);
/// Whether a signature in that spelling, and in no other, is by the owner of a public key.
bool isSignedBy(const QByteArray &publicKey, const QByteArray &text, const QString &signature);

} // namespace watchword::push
