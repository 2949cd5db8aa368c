// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_key_store.h"

#include <utility>

namespace watchword::tests {

void ScriptedKeyStore::script(Call call, int number, Behaviour behaviour, Error error)
{
    m_rules.push_back({call, count(call) + number, behaviour, std::move(error), {}});
}

void ScriptedKeyStore::beforeCall(Call call, int number, std::function<void()> action)
{
    m_rules.push_back({call, count(call) + number, {}, {}, std::move(action)});
}

void ScriptedKeyStore::forgetScripts()
{
    m_rules.clear();
}

void ScriptedKeyStore::release()
{
    if (m_hanging)
        std::exchange(m_hanging, {})();
}

template <class Value>
void ScriptedKeyStore::enqueue(Call call, const QString &key, QObject *context, Handler<Result<Value>> handler,
                               std::function<Result<Value>(std::optional<Behaviour>)> work)
{
    const auto answer = std::make_shared<Handler<Result<Value>>>(std::move(handler));
    auto run = [work = std::move(work), answer,
                context = QPointer<QObject>(context)](std::optional<Behaviour> behaviour, const Error &error) {
        Result<Value> result = std::unexpected(error);
        if (behaviour != Behaviour::Fail)
            result = work(behaviour);
        if (behaviour == Behaviour::FailAfter)
            result = std::unexpected(error);
        if (context)
            (*answer)(std::move(result));
    };
    m_jobs.push_back({call, key, std::move(run)});
    if (m_jobs.size() == 1)
        QMetaObject::invokeMethod(this, [this] { runNext(); }, Qt::QueuedConnection);
}

void ScriptedKeyStore::runNext()
{
    if (m_jobs.empty() || m_hanging)
        return;
    const Job &job = m_jobs.front();
    const int number = ++m_counts[int(job.call)];
    std::optional<Behaviour> behaviour;
    Error error;
    for (const Rule &rule : std::deque<Rule>(m_rules)) {
        if (rule.call != job.call || rule.at != number)
            continue;
        if (rule.action)
            rule.action();
        if (rule.behaviour) {
            behaviour = rule.behaviour;
            error = rule.error;
        }
    }
    if (behaviour != Behaviour::Hang)
        return carryOut(job, behaviour, error);
    m_hangsInPrompt = job.call == Call::Unlock || job.call == Call::CreateCollection;
    m_hanging = [this] { carryOut(m_jobs.front(), {}, {}); };
}

void ScriptedKeyStore::carryOut(const Job &job, std::optional<Behaviour> behaviour, const Error &error)
{
    static const QStringList names{QStringLiteral("survey"), QStringLiteral("unlock"), QStringLiteral("create"),
                                   QStringLiteral("read"),   QStringLiteral("write"),  QStringLiteral("remove")};
    m_log << (job.key.isEmpty() ? names[int(job.call)] : names[int(job.call)] + QLatin1Char(' ') + job.key);
    const auto run = job.run;
    m_jobs.pop_front();
    if (!m_jobs.empty())
        QMetaObject::invokeMethod(this, [this] { runNext(); }, Qt::QueuedConnection);
    run(behaviour, error);
}

void ScriptedKeyStore::survey(const QStringList &keys, QObject *context, Handler<Result<StoreSurvey>> handler)
{
    enqueue<StoreSurvey>(Call::Survey, {}, context, std::move(handler), [this, keys](auto) -> Result<StoreSurvey> {
        StoreSurvey survey;
        survey.canBeAsked = m_keychain->canBeAsked;
        survey.provider = m_keychain->provider;
        if (!m_keychain->canBeAsked)
            return survey;
        survey.hasDefaultCollection = m_keychain->hasDefaultCollection;
        survey.storesInClear = m_keychain->hasDefaultCollection && m_keychain->isInClear;
        survey.defaultCollectionLocked = m_keychain->hasDefaultCollection && m_keychain->isLocked;
        for (const QString &key : keys) {
            if (m_keychain->items.contains(key))
                (m_keychain->isLocked ? survey.lockedKeys : survey.unlockedKeys) << key;
        }
        return survey;
    });
}

void ScriptedKeyStore::unlock(const QStringList &, QObject *context, Handler<Result<void>> handler)
{
    enqueue<void>(Call::Unlock, {}, context, std::move(handler), [this](auto) -> Result<void> {
        if (!m_keychain->personUnlocks)
            return failure(ErrorCode::PromptDismissed);
        m_keychain->isLocked = false;
        return {};
    });
}

void ScriptedKeyStore::createDefaultCollection(QObject *context, Handler<Result<void>> handler)
{
    enqueue<void>(Call::CreateCollection, {}, context, std::move(handler), [this](auto) -> Result<void> {
        if (!m_keychain->personUnlocks)
            return failure(ErrorCode::PromptDismissed);
        m_keychain->hasDefaultCollection = true;
        return {};
    });
}

void ScriptedKeyStore::stopUnlocking()
{
    if (!m_hanging || !m_hangsInPrompt)
        return;
    m_hanging = {};
    const auto dismiss = [this] { carryOut(m_jobs.front(), Behaviour::Fail, {ErrorCode::PromptDismissed, {}}); };
    QMetaObject::invokeMethod(this, dismiss, Qt::QueuedConnection);
}

void ScriptedKeyStore::read(const QString &key, QObject *context, Handler<Result<SecretBytes>> handler)
{
    enqueue<SecretBytes>(Call::Read, key, context, std::move(handler), [this, key](auto) -> Result<SecretBytes> {
        if (m_keychain->isLocked || !m_keychain->items.contains(key))
            return failure(ErrorCode::EntryNotFound);
        return SecretBytes::copyOf(bytesOf(m_keychain->items.value(key)));
    });
}

void ScriptedKeyStore::write(const QString &key, const SecretBytes &value, QObject *context,
                             Handler<Result<void>> handler)
{
    const QByteArray bytes = value.text().toByteArray();
    enqueue<void>(Call::Write, key, context, std::move(handler), [this, key, bytes](auto behaviour) -> Result<void> {
        if (m_keychain->isLocked)
            return failure(ErrorCode::KeychainLocked);
        if (!m_keychain->hasDefaultCollection)
            return failure(ErrorCode::KeychainFailed);
        if (behaviour == Behaviour::Garble)
            m_keychain->items.insert(key, bytes.first(bytes.size() / 2));
        else if (behaviour != Behaviour::Forget)
            m_keychain->items.insert(key, bytes);
        return {};
    });
}

void ScriptedKeyStore::remove(const QString &key, QObject *context, Handler<Result<void>> handler)
{
    enqueue<void>(Call::Remove, key, context, std::move(handler), [this, key](auto) -> Result<void> {
        if (!m_keychain->isLocked)
            m_keychain->items.remove(key);
        return {};
    });
}

} // namespace watchword::tests
