// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/http_client.h"
#include "core/push/trouble.h"

#include <QJsonObject>

namespace watchword::push {

/// The inside of an answer of privacyIDEA or eduMFA: `{"result":{"status":true,"value":…},"detail":{…}}`.
struct AnswerEnvelope {
    QJsonValue value;
    QJsonObject detail; ///< empty where there is none
};

/// Opens an answer. What the server calls an error is one, by HTTP's status and the number in it. Errors: NotAServer,
/// TooLarge, Redirected, ProxyWantsLogin, ServerFailed, SignatureRefused, ClockOff, PollingNotAllowed, CodeUsed, CodeRefused,
/// ServerRefused.
Expected<AnswerEnvelope> openAnswer(const HttpAnswer &answer);

} // namespace watchword::push
