// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/key_store.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <memory>

namespace watchword::tests {

/// What lies in a keychain that several "processes" share.
struct Keychain {
    QHash<QString, QByteArray> items;
    QString provider = QStringLiteral("gnome-keyring-d");
    bool canBeAsked = true;
    bool hasDefaultCollection = true;
    bool isLocked = false;
    bool isInClear = false;    ///< it has no password
    bool personUnlocks = true; ///< what the person does with a prompt: type the password, or close it
    qsizetype itemSizeLimit = 0;
};

/// The kinds of calls of the port, to be scripted and counted.
enum class Call { Survey, Unlock, CreateCollection, Read, Write, Remove };

/// What a scripted call does instead of what it should.
enum class Behaviour {
    Fail,      ///< nothing is done, the error is answered
    FailAfter, ///< done, and yet the error is answered
    Hang,      ///< no answer until release(); then done and answered
    Garble,    ///< a write stores something else and reports success
    Forget,    ///< a write reports success and stores nothing
};

/// A keychain in memory at the port `KeyStore`, as a process sees it. It answers from the event loop, one job at a time
/// in the order of the calls, and like gnome-keyring: locked, it reads as "entry not found", refuses to write, and reports
/// a removal that it did not do. Calls can be scripted to fail, hang, or do something else.
class ScriptedKeyStore final : public QObject, public KeyStore
{
public:
    explicit ScriptedKeyStore(std::shared_ptr<Keychain> keychain)
        : m_keychain(std::move(keychain))
    {
    }

    // Scripts: `number` counts the calls of that kind from now on, the next one being 1.
    void script(Call call, int number, Behaviour behaviour, Error error = {ErrorCode::KeychainFailed, {}});
    /// Runs just before a call is carried out.
    void beforeCall(Call call, int number, std::function<void()> action);
    void forgetScripts();
    /// Lets a hanging call be carried out and answered; what was called after it follows.
    void release();
    bool isHanging() const { return bool(m_hanging); }

    int count(Call call) const { return m_counts.value(int(call)); }
    /// `write watchword/accounts/a`, …: what was carried out, in order.
    const QStringList &log() const { return m_log; }
    void clearLog() { m_log.clear(); }

    void survey(const QStringList &keys, QObject *context, Handler<Result<StoreSurvey>> handler) override;
    void unlock(const QStringList &keys, QObject *context, Handler<Result<void>> handler) override;
    void createDefaultCollection(QObject *context, Handler<Result<void>> handler) override;
    void stopUnlocking() override;
    void read(const QString &key, QObject *context, Handler<Result<SecretBytes>> handler) override;
    void write(const QString &key, const SecretBytes &value, QObject *context, Handler<Result<void>> handler) override;
    void remove(const QString &key, QObject *context, Handler<Result<void>> handler) override;
    qsizetype itemSizeLimit() const override { return m_keychain->itemSizeLimit; }

private:
    struct Job {
        Call call;
        QString key;
        std::function<void(std::optional<Behaviour>, const Error &)> run;
    };
    struct Rule {
        Call call;
        int at;
        std::optional<Behaviour> behaviour;
        Error error;
        std::function<void()> action;
    };

    template <class Value>
    void enqueue(Call call, const QString &key, QObject *context, Handler<Result<Value>> handler,
                 std::function<Result<Value>(std::optional<Behaviour>)> work);
    void runNext();
    void carryOut(const Job &job, std::optional<Behaviour> behaviour, const Error &error);

    std::shared_ptr<Keychain> m_keychain;
    std::deque<Job> m_jobs;
    std::deque<Rule> m_rules;
    QHash<int, int> m_counts;
    QStringList m_log;
    std::function<void()> m_hanging;
    bool m_hangsInPrompt = false;
};

} // namespace watchword::tests
