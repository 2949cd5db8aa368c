// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/secret_service_survey.h"

#include <QDBusVariant>
#include <QObject>

namespace watchword::platform {

/// The steps by which the keychain is asked to unlock itself, or to make a first default collection, waiting for its own
/// window as long as the person takes. Only what the provider's own connection says counts. Calls its handler once, then
/// deletes itself, unless it is stopped while the window cannot be closed: then it lives on until that has its answer.
class SecretServiceOpening final : public QObject
{
    Q_OBJECT

public:
    enum class Aim { Unlock, CreateDefaultCollection };
    using Answer = Result<void>;

    /// Errors: as the survey's, PromptDismissed, KeychainRefused (the keychain stayed shut without a word).
    SecretServiceOpening(MessageBus &bus, Aim aim, QStringList keys, QObject *parent, Handler<Answer> handler);
    ~SecretServiceOpening() override;
    void start();
    Aim aim() const { return m_aim; }
    /// Answers PromptDismissed at once, and closes the keychain's window; not gnome-keyring's, since its daemon (42.1)
    /// crashes when it is asked to, and would take everybody's unlocked keys with it.
    void stop();
    /// Stopped, with the window still open.
    bool isAbandoned() const { return !m_handler && !m_finished; }
    /// Waits on for the window that is still open, instead of opening another; only when it is abandoned.
    void resume(Handler<Answer> handler);

Q_SIGNALS:
    /// The window was answered after all, when nobody waited for it any more.
    void openedLate();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void promptCompleted(bool dismissed, const QDBusVariant &result);
    void ownerChanged(const QString &name, const QString &before, const QString &after);
    void busGone();

private:
    void survey(void (SecretServiceOpening::*next)());
    void surveyFailed(Error error);
    void open();
    void showPrompt(const QDBusObjectPath &prompt);
    void listen();
    void stopListening();
    void goOnWaiting();
    bool isThere() const;
    void check();
    void finish(Answer answer);

    MessageBus &m_bus;
    Aim m_aim;
    QStringList m_keys;
    Handler<Answer> m_handler;
    SecretServiceFindings m_findings;
    QDBusConnection m_listeningOn;
    QString m_prompt;
    bool m_finished = false;
};

} // namespace watchword::platform
