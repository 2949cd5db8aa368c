// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/message_bus.h"
#include "core/ports/key_store.h"

#include <QDBusObjectPath>
#include <QStringList>

#include <functional>

namespace watchword::platform {

/// What the Secret Service said: the survey, and where things are on the bus.
struct SecretServiceFindings {
    StoreSurvey survey;
    QString owner;                     ///< the provider's own connection; everything is asked of this one process
    QDBusObjectPath defaultCollection; ///< `/` when there is none
    QList<QDBusObjectPath> lockedItems;

    bool isOpen() const
    {
        return survey.hasDefaultCollection && !survey.defaultCollectionLocked && lockedItems.isEmpty();
    }
};

/// The steps by which the Secret Service is asked what it holds, without ever prompting: who provides it (started when
/// the bus can start it), where the default collection is and whether it is locked, and which of the keys are there.
/// Calls its handler once, then deletes itself.
class SecretServiceSurvey final : public QObject
{
    Q_OBJECT

public:
    using Answer = Result<SecretServiceFindings>;

    /// How long one step may take before the keychain counts as hung.
    static constexpr int patience = 5000;

    SecretServiceSurvey(MessageBus &bus, QStringList keys, QObject *parent, Handler<Answer> handler);
    void start();

private:
    void startProvider();
    void takeOwner(const QDBusMessage &answer);
    void takeDefaultCollection(const QDBusMessage &alias);
    void takeItems(const QString &key, const QDBusMessage &found);

    void ask(const QDBusMessage &question, std::move_only_function<void(const QDBusMessage &)> take);
    void finish(Answer answer);

    MessageBus &m_bus;
    QStringList m_keys;
    Handler<Answer> m_handler;
    SecretServiceFindings m_findings;
    int m_unanswered = 0;
    bool m_isFinished = false;
};

/// A call of the Secret Service's object at `path`.
QDBusMessage secretServiceCall(const QString &owner, const QString &path, const QString &interface,
                               const QString &method, const QVariantList &arguments);
/// `SearchItems` for one key of ours.
QDBusMessage searchForKey(const QString &owner, const QString &key);
/// The list of objects that is an answer's argument of that number.
QList<QDBusObjectPath> objectPaths(const QDBusMessage &answer, qsizetype argument);
/// `Collection.Locked` of the collection at `path`.
QDBusMessage askForLocked(const QString &owner, const QString &path);

} // namespace watchword::platform
