// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/key_store.h"

#include <QObject>
#include <QTest>

#include <optional>

/// Asks a key store and waits for its one answer. A second answer, or one inside the call, fails the test.
class KeyStoreAnswers
{
public:
    explicit KeyStoreAnswers(watchword::KeyStore &store)
        : m_store(store)
    {
    }

    watchword::Result<watchword::StoreSurvey> survey(const QStringList &keys)
    {
        return wait<watchword::StoreSurvey>(
            [&](auto handler) { m_store.survey(keys, &m_context, std::move(handler)); });
    }
    watchword::Result<void> unlock(const QStringList &keys)
    {
        return wait<void>([&](auto handler) { m_store.unlock(keys, &m_context, std::move(handler)); });
    }
    watchword::Result<void> createDefaultCollection()
    {
        return wait<void>([&](auto handler) { m_store.createDefaultCollection(&m_context, std::move(handler)); });
    }
    watchword::Result<watchword::SecretBytes> read(const QString &key)
    {
        return wait<watchword::SecretBytes>([&](auto handler) { m_store.read(key, &m_context, std::move(handler)); });
    }
    watchword::Result<void> write(const QString &key, QByteArrayView value)
    {
        const auto secret = watchword::SecretBytes::copyOf(watchword::bytesOf(value));
        return wait<void>([&](auto handler) { m_store.write(key, secret, &m_context, std::move(handler)); });
    }
    watchword::Result<void> remove(const QString &key)
    {
        return wait<void>([&](auto handler) { m_store.remove(key, &m_context, std::move(handler)); });
    }

private:
    template <class T, class Ask>
    watchword::Result<T> wait(Ask ask)
    {
        std::optional<watchword::Result<T>> answer;
        ask(watchword::Handler<watchword::Result<T>>([&answer](watchword::Result<T> given) {
            if (answer)
                qFatal("answered twice");
            answer.emplace(std::move(given));
        }));
        if (answer)
            qFatal("answered inside the call");
        const bool answered = QTest::qWaitFor([&answer] { return answer.has_value(); }, 70'000);
        if (!answered)
            qFatal("no answer");
        return std::move(*answer);
    }

    watchword::KeyStore &m_store;
    QObject m_context;
};
