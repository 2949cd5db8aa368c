// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_survey.h"

#include <QDBusMetaType>
#include <QDBusVariant>
#include <QFile>
#include <QMap>

#include <utility>

namespace watchword::platform {

namespace {

const QString serviceName = QStringLiteral("org.freedesktop.secrets");
const QString servicePath = QStringLiteral("/org/freedesktop/secrets");

QDBusMessage busCall(const QString &method, const QVariantList &arguments = {})
{
    const QString bus = QStringLiteral("org.freedesktop.DBus");
    QDBusMessage message = QDBusMessage::createMethodCall(bus, QStringLiteral("/org/freedesktop/DBus"), bus, method);
    message.setArguments(arguments);
    return message;
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
    askWhoProvides();
}

void SecretServiceSurvey::askWhoProvides()
{
    m_bus.call(busCall(QStringLiteral("NameHasOwner"), {serviceName}), patience, this,
               [this](Result<QDBusMessage> answer) {
                   if (!answer)
                       finish(std::unexpected(std::move(answer.error())));
                   else if (answer->arguments().value(0).toBool())
                       askOwner();
                   else
                       startProvider();
               });
}

void SecretServiceSurvey::startProvider()
{
    ask(busCall(QStringLiteral("ListActivatableNames")), [](SecretServiceSurvey *self, const QDBusMessage &names) {
        if (!names.arguments().value(0).toStringList().contains(serviceName)) {
            self->finish(failure(ErrorCode::NoKeychain, QStringLiteral("no Secret Service on the bus")));
            return;
        }
        self->ask(busCall(QStringLiteral("StartServiceByName"), {serviceName, 0U}),
                  [](SecretServiceSurvey *starter, const QDBusMessage &) { starter->askOwner(); });
    });
}

void SecretServiceSurvey::askOwner()
{
    ask(busCall(QStringLiteral("GetNameOwner"), {serviceName}),
        [](SecretServiceSurvey *self, const QDBusMessage &owner) {
            self->m_findings.owner = owner.arguments().value(0).toString();
            self->askProcess();
        });
}

void SecretServiceSurvey::askProcess()
{
    ask(busCall(QStringLiteral("GetConnectionUnixProcessID"), {m_findings.owner}),
        [](SecretServiceSurvey *self, const QDBusMessage &processId) {
            self->m_findings.survey.provider = providerName(processId.arguments().value(0).toUInt());
            self->askDefaultCollection();
        });
}

void SecretServiceSurvey::askDefaultCollection()
{
    ask(secretServiceCall(m_findings.owner, {}, QStringLiteral("org.freedesktop.Secret.Service"),
                          QStringLiteral("ReadAlias"), {QStringLiteral("default")}),
        [](SecretServiceSurvey *self, const QDBusMessage &alias) {
            self->m_findings.defaultCollection = alias.arguments().value(0).value<QDBusObjectPath>();
            self->m_findings.survey.hasDefaultCollection = self->m_findings.defaultCollection.path().size() > 1;
            if (self->m_findings.survey.hasDefaultCollection)
                self->askWhetherLocked();
            else
                self->searchKey(0);
        });
}

void SecretServiceSurvey::askWhetherLocked()
{
    ask(askForLocked(m_findings.owner, m_findings.defaultCollection.path()),
        [](SecretServiceSurvey *self, const QDBusMessage &locked) {
            self->m_findings.survey.defaultCollectionLocked =
                qvariant_cast<QDBusVariant>(locked.arguments().value(0)).variant().toBool();
            self->searchKey(0);
        });
}

void SecretServiceSurvey::searchKey(qsizetype index)
{
    if (index == m_keys.size()) {
        finish(std::move(m_findings));
        return;
    }
    m_bus.call(searchForKey(m_findings.owner, m_keys.at(index)), patience, this,
               [this, index](Result<QDBusMessage> found) {
                   if (!found) {
                       finish(std::unexpected(std::move(found.error())));
                       return;
                   }
                   if (!objectPaths(*found, 0).isEmpty())
                       m_findings.survey.unlockedKeys += m_keys.at(index);
                   const QList<QDBusObjectPath> locked = objectPaths(*found, 1);
                   if (!locked.isEmpty())
                       m_findings.survey.lockedKeys += m_keys.at(index);
                   m_findings.lockedItems += locked;
                   searchKey(index + 1);
               });
}

void SecretServiceSurvey::ask(const QDBusMessage &question, void (*next)(SecretServiceSurvey *, const QDBusMessage &))
{
    m_bus.call(question, patience, this, [this, next](Result<QDBusMessage> answer) {
        if (answer)
            next(this, *answer);
        else
            finish(std::unexpected(std::move(answer.error())));
    });
}

void SecretServiceSurvey::finish(Answer answer)
{
    deleteLater();
    m_handler(std::move(answer));
}

} // namespace watchword::platform
