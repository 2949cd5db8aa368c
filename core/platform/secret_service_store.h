// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/message_bus.h"
#include "core/ports/key_store.h"

#include <QObject>
#include <QPointer>

#include <deque>

namespace QKeychain {
class Job;
}

namespace watchword::platform {

class SecretServiceOpening;

/// The desktop's keychain: items are read, written and removed by Qt Keychain under the service name `Watchword`; what
/// is there, what is locked and the unlocking are asked of the Secret Service itself over D-Bus, since Qt Keychain tells a
/// locked keychain as an empty one.
///
/// Everything is found anew at each call (bus, provider, process), so a keychain that was killed, replaced, or came late
/// works again at the next call without a restart. Limits: Qt Keychain chooses between the Secret Service and KWallet
/// once per process; a session bus at another address than at the start is not found; when the session bus itself ends and
/// begins anew after a job has run, surveys work again and jobs say NoBus until the program is restarted.
class SecretServiceStore final : public QObject, public KeyStore
{
    Q_OBJECT

public:
    explicit SecretServiceStore(QObject *parent = nullptr);
    ~SecretServiceStore() override;

    void survey(const QStringList &keys, QObject *context, Handler<Result<StoreSurvey>> handler) override;
    void unlock(const QStringList &keys, QObject *context, Handler<Result<void>> handler) override;
    void createDefaultCollection(QObject *context, Handler<Result<void>> handler) override;
    void stopUnlocking() override;
    void read(const QString &key, QObject *context, Handler<Result<SecretBytes>> handler) override;
    void write(const QString &key, const SecretBytes &value, QObject *context, Handler<Result<void>> handler) override;
    void remove(const QString &key, QObject *context, Handler<Result<void>> handler) override;
    qsizetype itemSizeLimit() const override { return 0; }

Q_SIGNALS:
    /// The keychain's own window was answered after `stopUnlocking`: reading again is worth while.
    void openedLate();

private:
    using Task = std::move_only_function<void()>;

    void enqueue(Task task);
    void startNext();
    template <class T>
    void answer(const QPointer<QObject> &context, Handler<Result<T>> handler, Result<T> result);

    void startSurvey(const QStringList &keys, Handler<Result<StoreSurvey>> done);
    void startOpening(bool creating, const QStringList &keys, Handler<Result<void>> done);
    void startWriting(const QString &key, SecretBytes value, Handler<Result<void>> done);
    // Whether the item, or the place for a new one, is there and open, else why a job must not start: it would prompt, or
    // take a locked keychain for an empty one. Where nobody can be asked: yes.
    void checkItem(const QString &key, Handler<Result<void>> done);
    void checkDefaultCollection(Handler<Result<void>> done);
    void prepareFor(const QDBusMessage &answer, Handler<Result<void>> done);
    void startJob(QKeychain::Job *job, const QString &key, Handler<Result<void>> done);
    void explain(QString detail, Handler<Result<void>> done);

    MessageBus m_bus;
    std::deque<Task> m_tasks;
    bool m_running = false;
    QPointer<SecretServiceOpening> m_opening;
};

} // namespace watchword::platform
