// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer_later.h"
#include "core/ports/alarm.h"
#include "core/ports/clock.h"
#include "core/ports/http_client.h"
#include "core/push/push_keeper.h"
#include "core/push/push_memory.h"

#include <algorithm>
#include <deque>
#include <map>
#include <vector>

namespace watchword::test {

/// A clock that stands until it is moved.
class PushClock final : public Clock
{
public:
    qint64 millisecondsSinceEpoch() const override { return now; }
    qint64 now = 1'795'487'400'000; // 2026-11-24T02:30:00Z
};

/// An alarm that rings when the test says so.
class HeldAlarm final : public Alarm
{
public:
    void setFor(qint64 milliseconds) override { until = milliseconds; }
    void cancel() override { until.reset(); }
    std::optional<qint64> until;
};

/// Answers requests as it was told, in order; without an answer it waits until answerNext().
class ScriptedHttp final : public HttpClient
{
public:
    struct Waiting {
        HttpRequest request;
        QPointer<QObject> context;
        Handler<Answered> handler;
    };

    void send(const HttpRequest &request, QObject *context, Handler<Answered> handler) override
    {
        sent.push_back(request);
        waiting.push_back({request, context, std::move(handler)});
    }
    std::optional<CertificateFacts> factsOf(const QByteArray &certificate) const override
    {
        const auto known = facts.find(certificate);
        return known == facts.end() ? std::nullopt : std::optional(known->second);
    }

    void answerNext(Answered answer)
    {
        Waiting one = std::move(waiting.front());
        waiting.pop_front();
        answerLater<Answered>(one.context, std::move(one.handler), std::move(answer));
    }
    void answerNext(const QByteArray &body, int status = 200) { answerNext(HttpAnswer{status, body, {}}); }
    void failNext(HttpTrouble trouble) { answerNext(std::unexpected(HttpFailure{trouble, {}, {}})); }

    std::vector<HttpRequest> sent;
    std::deque<Waiting> waiting;
    std::map<QByteArray, CertificateFacts> facts; ///< by the certificate
};

/// Keeps enrolments in memory, and fails when it is told to.
class MemoryKeeper final : public push::PushKeeper
{
public:
    bool isUnlocked() const override { return isOpen; }
    QList<accounts::PushAccount> pushAccounts() const override
    {
        QList<accounts::PushAccount> current;
        std::ranges::copy_if(all, std::back_inserter(current), [](const auto &one) { return !one.trashed; });
        return isOpen ? current : QList<accounts::PushAccount>();
    }
    Result<SecretBytes> pushPrivateKey(accounts::AccountId id) const override
    {
        const auto key = keys.find(id);
        if (key == keys.end())
            return failure(ErrorCode::UnknownAccount);
        return SecretBytes::copyOf(bytesOf(key->second));
    }
    void addPush(const accounts::PushAccount &account, SecretBytes privateKey, QObject *context,
                 Handler<Result<accounts::AccountId>> handler) override
    {
        if (fails)
            return answerLater<Result<accounts::AccountId>>(context, std::move(handler), failure(ErrorCode::NotSaved));
        all << account;
        all.last().id = {quint64(all.size())};
        keys[all.last().id] = privateKey.text().toByteArray();
        steps << QStringLiteral("key saved");
        answerLater<Result<accounts::AccountId>>(context, std::move(handler), all.last().id);
    }
    void changePush(const accounts::PushAccount &account, QObject *context, Handler<Result<void>> handler) override
    {
        const auto place = std::ranges::find(all, account.id, &accounts::PushAccount::id);
        if (fails || place == all.end())
            return answerLater<Result<void>>(context, std::move(handler), failure(ErrorCode::NotSaved));
        *place = account;
        steps << QStringLiteral("changed");
        answerLater<Result<void>>(context, std::move(handler), {});
    }

    bool isOpen = true;
    bool fails = false;
    QList<accounts::PushAccount> all;
    std::map<accounts::AccountId, QByteArray> keys;
    QStringList steps;
};

/// Keeps what was answered in memory; can hold a save back, and fail.
class HeldStore final : public push::PushMemoryStore
{
public:
    void load(QObject *context, Handler<Result<QByteArray>> handler) override
    {
        answerLater<Result<QByteArray>>(context, std::move(handler),
                                        isLocked ? Result<QByteArray>(failure(ErrorCode::NotUnlocked)) : saved);
    }
    void save(const QByteArray &memory, Asking asking, QObject *context, Handler<Result<void>> handler) override
    {
        ++saves;
        wasAllowedToAsk = asking == Asking::Allowed;
        if (isHeld) {
            held.push_back({memory, context, std::move(handler)});
            return;
        }
        if (!fails)
            saved = memory;
        answerLater<Result<void>>(context, std::move(handler),
                                  fails ? Result<void>(failure(ErrorCode::DiskFull)) : Result<void>());
    }
    void releaseAll()
    {
        isHeld = false;
        for (Held &one : std::exchange(held, {}))
            save(one.memory, Asking::Allowed, one.context, std::move(one.handler));
    }

    struct Held {
        QByteArray memory;
        QPointer<QObject> context;
        Handler<Result<void>> handler;
    };
    QByteArray saved;
    int saves = 0;
    bool wasAllowedToAsk = false;
    bool isLocked = false;
    bool isHeld = false;
    bool fails = false;
    std::vector<Held> held;
};

} // namespace watchword::test
