// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_opening.h"

#include <limits>
#include <utility>

namespace watchword::platform {

namespace {

const QString service = QStringLiteral("org.freedesktop.Secret.Service");
const QString promptInterface = QStringLiteral("org.freedesktop.Secret.Prompt");
const QString completed = QStringLiteral("Completed");
const QString ownerChange = QStringLiteral("NameOwnerChanged");
const QString localPath = QStringLiteral("/org/freedesktop/DBus/Local");
const QString localInterface = QStringLiteral("org.freedesktop.DBus.Local");
const QString disconnected = QStringLiteral("Disconnected");

/// Some providers answer only when the person has: no limit.
constexpr int forEver = std::numeric_limits<int>::max();

} // namespace

SecretServiceOpening::SecretServiceOpening(MessageBus &bus, Aim aim, QStringList keys, QObject *parent,
                                           Handler<Answer> handler)
    : QObject(parent)
    , m_bus(bus)
    , m_aim(aim)
    , m_keys(std::move(keys))
    , m_handler(std::move(handler))
    , m_listeningOn(QString())
{
}

SecretServiceOpening::~SecretServiceOpening()
{
    stopListening();
}

void SecretServiceOpening::start()
{
    survey(&SecretServiceOpening::open);
}

void SecretServiceOpening::stop()
{
    if (m_finished || !m_handler)
        return;
    Error stopped{ErrorCode::PromptDismissed, QStringLiteral("stopped waiting")};
    if (m_prompt.isEmpty()) {
        finish(std::unexpected(std::move(stopped)));
    } else if (m_findings.survey.provider == QLatin1String("gnome-keyring-d")) {
        std::exchange(m_handler, {})(std::unexpected(std::move(stopped)));
    } else {
        const QDBusMessage dismiss =
            secretServiceCall(m_findings.owner, m_prompt, promptInterface, QStringLiteral("Dismiss"), {});
        m_bus.call(dismiss, SecretServiceSurvey::patience, &m_bus, [](const Result<QDBusMessage> &) {});
        finish(std::unexpected(std::move(stopped)));
    }
}

void SecretServiceOpening::resume(Handler<Answer> handler)
{
    m_handler = std::move(handler);
    survey(&SecretServiceOpening::goOnWaiting); // it may be hung, or open by now
}

void SecretServiceOpening::goOnWaiting()
{
    if (isThere())
        finish({});
}

void SecretServiceOpening::survey(void (SecretServiceOpening::*next)())
{
    auto *const survey =
        new SecretServiceSurvey(m_bus, m_keys, this, [this, next](Result<SecretServiceFindings> findings) {
            if (m_finished)
                return;
            if (!findings) {
                surveyFailed(std::move(findings.error()));
                return;
            }
            m_findings = std::move(*findings);
            (this->*next)();
        });
    survey->start();
}

void SecretServiceOpening::surveyFailed(Error error)
{
    const bool mayStillOpen = !m_prompt.isEmpty() && error.code == ErrorCode::KeychainHung;
    if (mayStillOpen && m_handler)
        std::exchange(m_handler, {})(std::unexpected(std::move(error)));
    else if (!mayStillOpen)
        finish(std::unexpected(std::move(error)));
}

void SecretServiceOpening::open()
{
    const bool creating = m_aim == Aim::CreateDefaultCollection;
    if (isThere()) {
        finish({});
        return;
    }
    QDBusMessage request;
    if (creating) {
        const QVariantMap properties{
            {QStringLiteral("org.freedesktop.Secret.Collection.Label"), QStringLiteral("Default keyring")}};
        request = secretServiceCall(m_findings.owner, {}, service, QStringLiteral("CreateCollection"),
                                    {properties, QStringLiteral("default")});
    } else {
        QList<QDBusObjectPath> objects = m_findings.lockedItems;
        if (m_findings.survey.hasDefaultCollection)
            objects.prepend(m_findings.defaultCollection);
        if (objects.isEmpty()) {
            finish({}); // nothing to unlock: a first-ever keychain
            return;
        }
        request =
            secretServiceCall(m_findings.owner, {}, service, QStringLiteral("Unlock"), {QVariant::fromValue(objects)});
    }
    m_bus.call(request, forEver, this, [this](Result<QDBusMessage> answer) {
        if (m_finished)
            return;
        if (!answer) {
            finish(std::unexpected(std::move(answer.error())));
            return;
        }
        const auto prompt = answer->arguments().value(1).value<QDBusObjectPath>();
        if (prompt.path().size() > 1)
            showPrompt(prompt);
        else
            survey(&SecretServiceOpening::check);
    });
}

void SecretServiceOpening::showPrompt(const QDBusObjectPath &prompt)
{
    m_prompt = prompt.path();
    listen(); // first: the answer may come before the call that shows the window returns
    m_bus.call(secretServiceCall(m_findings.owner, m_prompt, promptInterface, QStringLiteral("Prompt"), {QString()}),
               forEver, this, [this](Result<QDBusMessage> answer) {
                   if (!answer && !m_finished)
                       finish(std::unexpected(std::move(answer.error())));
               });
}

void SecretServiceOpening::promptCompleted(bool dismissed, const QDBusVariant &)
{
    stopListening();
    if (m_finished)
        return;
    if (dismissed)
        finish(failure(ErrorCode::PromptDismissed, QStringLiteral("prompt dismissed")));
    else
        survey(&SecretServiceOpening::check);
}

void SecretServiceOpening::ownerChanged(const QString &name, const QString &, const QString &after)
{
    if (name == m_findings.owner && after.isEmpty() && !m_finished)
        finish(failure(ErrorCode::KeychainFailed, QStringLiteral("the keychain went away")));
}

void SecretServiceOpening::busGone()
{
    if (!m_finished)
        finish(failure(ErrorCode::NoBus, QStringLiteral("the message bus went away")));
}

void SecretServiceOpening::listen()
{
    m_listeningOn = m_bus.connection();
    m_listeningOn.connect(m_findings.owner, m_prompt, promptInterface, completed, this,
                          SLOT(promptCompleted(bool, QDBusVariant)));
    m_listeningOn.connect(busName(), {}, busName(), ownerChange, {m_findings.owner}, {}, this,
                          SLOT(ownerChanged(QString, QString, QString)));
    m_listeningOn.connect({}, localPath, localInterface, disconnected, this, SLOT(busGone()));
}

void SecretServiceOpening::stopListening()
{
    if (m_prompt.isEmpty())
        return;
    m_listeningOn.disconnect(m_findings.owner, m_prompt, promptInterface, completed, this,
                             SLOT(promptCompleted(bool, QDBusVariant)));
    m_listeningOn.disconnect(busName(), {}, busName(), ownerChange, {m_findings.owner}, {}, this,
                             SLOT(ownerChanged(QString, QString, QString)));
    m_listeningOn.disconnect({}, localPath, localInterface, disconnected, this, SLOT(busGone()));
    m_prompt.clear();
}

bool SecretServiceOpening::isThere() const
{
    return m_aim == Aim::CreateDefaultCollection ? m_findings.survey.hasDefaultCollection : m_findings.isOpen();
}

void SecretServiceOpening::check()
{
    if (isThere())
        finish({});
    else
        finish(failure(ErrorCode::KeychainRefused, QStringLiteral("still locked after the prompt")));
}

void SecretServiceOpening::finish(Answer answer)
{
    m_finished = true;
    stopListening();
    deleteLater();
    if (m_handler)
        std::exchange(m_handler, {})(std::move(answer));
    else if (answer)
        Q_EMIT openedLate();
}

} // namespace watchword::platform
