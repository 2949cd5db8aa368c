// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/secret_service_survey.h"

#include <QDBusVariant>
#include <QObject>

namespace watchword::platform {

/// The steps by which the keychain is asked to unlock itself, or to make a first default collection, waiting for its own
/// window as long as the person takes. Only what the provider's own connection says counts. Calls its handler once, then
/// deletes itself.
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
    /// Closes the keychain's window and answers PromptDismissed at once.
    void stop();

private Q_SLOTS: // by name, as Qt's D-Bus wants them
    void promptCompleted(bool dismissed, const QDBusVariant &result);
    void ownerChanged(const QString &name, const QString &before, const QString &after);
    void busGone();

private:
    void survey(void (SecretServiceOpening::*next)());
    void open();
    void showPrompt(const QDBusObjectPath &prompt);
    void listen();
    void stopListening();
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
