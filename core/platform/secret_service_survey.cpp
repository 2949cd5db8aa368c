// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_survey.h"

#include "core/platform/keyring_file.h"

#include <QDBusMetaType>
#include <QDBusVariant>
#include <QFile>
#include <QMap>

#include <utility>

namespace watchword::platform {

namespace {

const QString serviceName = QStringLiteral("org.freedesktop.secrets");
const QString servicePath = QStringLiteral("/org/freedesktop/secrets");

QDBusMessage getOwner()
{
    return busCall(QStringLiteral("GetNameOwner"), {serviceName});
}

/// The provider's name as the book keeps it. In a sandbox the number may belong to any other process, so only names of
/// known keychains are taken.
QString providerName(uint processId)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(processId));
    const QByteArray name = file.open(QIODevice::ReadOnly) ? file.read(64).trimmed() : QByteArray();
    for (const char *const known :
         {"gnome-keyring-d", "keepassxc", "kwalletd5", "kwalletd6", "ksecretd", "oo7-daemon", "pass_secret_ser"}) {
        if (name == known)
            return QString::fromLatin1(name);
    }
    return QStringLiteral("secretservice");
}

} // namespace

QList<QDBusObjectPath> objectPaths(const QDBusMessage &answer, qsizetype argument)
{
    return qdbus_cast<QList<QDBusObjectPath>>(answer.arguments().value(argument));
}

QDBusMessage secretServiceCall(const QString &owner, const QString &path, const QString &interface,
                               const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(owner.isEmpty() ? serviceName : owner,
                                                          path.isEmpty() ? servicePath : path, interface, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage searchForKey(const QString &owner, const QString &key)
{
    using Attributes = QMap<QString, QString>;
    static const QMetaType registered = qDBusRegisterMetaType<Attributes>();
    Q_UNUSED(registered)
    const Attributes attributes{{QStringLiteral("server"), QStringLiteral("Watchword")}, {QStringLiteral("user"), key}};
    return secretServiceCall(owner, {}, QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"),
                             {QVariant::fromValue(attributes)});
}

QDBusMessage askForLocked(const QString &owner, const QString &path)
{
    return secretServiceCall(owner, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                             {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
}

SecretServiceSurvey::SecretServiceSurvey(MessageBus &bus, QStringList keys, QObject *parent, Handler<Answer> handler)
    : QObject(parent)
    , m_bus(bus)
    , m_keys(std::move(keys))
    , m_handler(std::move(handler))
{
}

void SecretServiceSurvey::start()
{
    m_bus.call(getOwner(), patience, this, [this](Result<QDBusMessage> answer) {
        if (answer)
            takeOwner(*answer);
        else if (answer.error().code == ErrorCode::NoKeychain)
            startProvider();
        else
            finish(std::unexpected(std::move(answer.error())));
    });
}

void SecretServiceSurvey::startProvider()
{
    ask(busCall(QStringLiteral("ListActivatableNames")), [this](const QDBusMessage &names) {
        if (!names.arguments().value(0).toStringList().contains(serviceName)) {
            finish(failure(ErrorCode::NoKeychain, QStringLiteral("no Secret Service on the bus")));
            return;
        }
        ask(busCall(QStringLiteral("StartServiceByName"), {serviceName, 0U}),
            [this](const QDBusMessage &) { ask(getOwner(), [this](const QDBusMessage &owner) { takeOwner(owner); }); });
    });
}

/// Everything else is asked of one connection, in one go: the provider answers in the order in which it was asked.
void SecretServiceSurvey::takeOwner(const QDBusMessage &answer)
{
    m_findings.owner = answer.arguments().value(0).toString();
    ask(busCall(QStringLiteral("GetConnectionUnixProcessID"), {m_findings.owner}),
        [this](const QDBusMessage &processId) {
            m_findings.survey.provider = providerName(processId.arguments().value(0).toUInt());
        });
    ask(secretServiceCall(m_findings.owner, {}, QStringLiteral("org.freedesktop.Secret.Service"),
                          QStringLiteral("ReadAlias"), {QStringLiteral("default")}),
        [this](const QDBusMessage &alias) { takeDefaultCollection(alias); });
    for (const QString &key : std::as_const(m_keys))
        ask(searchForKey(m_findings.owner, key), [this, key](const QDBusMessage &found) { takeItems(key, found); });
}

void SecretServiceSurvey::takeDefaultCollection(const QDBusMessage &alias)
{
    m_findings.defaultCollection = alias.arguments().value(0).value<QDBusObjectPath>();
    m_findings.survey.hasDefaultCollection = m_findings.defaultCollection.path().size() > 1;
    if (!m_findings.survey.hasDefaultCollection)
        return;
    ask(askForLocked(m_findings.owner, m_findings.defaultCollection.path()), [this](const QDBusMessage &locked) {
        m_findings.survey.defaultCollectionLocked =
            qvariant_cast<QDBusVariant>(locked.arguments().value(0)).variant().toBool();
    });
}

void SecretServiceSurvey::takeItems(const QString &key, const QDBusMessage &found)
{
    if (!objectPaths(found, 0).isEmpty())
        m_findings.survey.unlockedKeys += key;
    const QList<QDBusObjectPath> locked = objectPaths(found, 1);
    if (!locked.isEmpty())
        m_findings.survey.lockedKeys += key;
    m_findings.lockedItems += locked;
}

/// Asks, and ends the survey when this was the last answer, or is none.
void SecretServiceSurvey::ask(const QDBusMessage &question, std::move_only_function<void(const QDBusMessage &)> take)
{
    ++m_unanswered;
    m_bus.call(question, patience, this, [this, take = std::move(take)](Result<QDBusMessage> answer) mutable {
        --m_unanswered;
        if (m_isFinished)
            return;
        if (!answer) {
            finish(std::unexpected(std::move(answer.error())));
            return;
        }
        take(*answer); // may ask more, or end it
        if (m_unanswered == 0 && !m_isFinished)
            finish(std::move(m_findings));
    });
}

void SecretServiceSurvey::finish(Answer answer)
{
    m_isFinished = true;
    deleteLater();
    if (answer && answer->survey.hasDefaultCollection)
        answer->survey.storesInClear = defaultKeyringFile(answer->survey.provider) == KeyringFile::InClear;
    m_handler(std::move(answer));
}

} // namespace watchword::platform
