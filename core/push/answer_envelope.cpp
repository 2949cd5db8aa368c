// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/answer_envelope.h"

#include "core/push/push_protocol.h"

#include <QJsonDocument>

namespace watchword::push {

namespace {

// Numbers in `result.error.code`.
constexpr int couldNotVerify = 10;
constexpr int notAllowed = 303;
constexpr int noSuchToken = 601;
constexpr int wrongParameters = 905;

Failure failureOf(int status, const QJsonObject &error)
{
    const int code = error.value(QLatin1String("code")).toInt();
    const QString message = error.value(QLatin1String("message")).toString();
    const QString numbers = QStringLiteral("%1/%2").arg(status).arg(code);
    if (status >= 500)
        return {Trouble::ServerFailed, numbers};
    // The servers have one number for all that is wrong with a poll; only the words tell a wrong clock.
    if (code == couldNotVerify && message.contains(QLatin1String("imestamp")))
        return {Trouble::ClockOff, numbers};
    if (code == couldNotVerify)
        return {Trouble::SignatureRefused, numbers};
    if (code == notAllowed)
        return {Trouble::PollingNotAllowed, numbers};
    if (code == noSuchToken)
        return {Trouble::CodeUsed, numbers};
    if (code == wrongParameters && message.contains(QLatin1String("credential"), Qt::CaseInsensitive))
        return {Trouble::CodeRefused, numbers};
    return {Trouble::ServerRefused, numbers};
}

} // namespace

Expected<AnswerEnvelope> openAnswer(const HttpAnswer &answer)
{
    if (answer.body.size() > longestAnswer)
        return troubled(Trouble::TooLarge);
    if (answer.status == 407)
        return troubled(Trouble::ProxyWantsLogin);
    if (answer.status >= 300 && answer.status < 400)
        return troubled(Trouble::Redirected, QString::number(answer.status));
    const QJsonObject whole = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject result = whole.value(QLatin1String("result")).toObject();
    const QJsonValue status = result.value(QLatin1String("status"));
    if (answer.status >= 500)
        return std::unexpected(failureOf(answer.status, {}));
    if (!status.isBool())
        return troubled(Trouble::NotAServer, QString::number(answer.status));
    if (!status.toBool() || answer.status != 200)
        return std::unexpected(failureOf(answer.status, result.value(QLatin1String("error")).toObject()));
    return AnswerEnvelope{result.value(QLatin1String("value")), whole.value(QLatin1String("detail")).toObject()};
}

} // namespace watchword::push
