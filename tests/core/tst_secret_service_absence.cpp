// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_store.h"
#include "tests/support/key_store_answers.h"
#include "tests/support/message_bus_process.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QDir>
#include <QHash>
#include <QProcess>
#include <QTest>

using namespace watchword;
using namespace watchword::platform;

namespace {

const QString key = QStringLiteral("watchword/accounts/a");

/// A gnome-keyring that ends with the test.
class Keyring
{
public:
    explicit Keyring(const QByteArray &password)
    {
        m_process.start(
            QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--foreground"), QStringLiteral("--components=secrets"), QStringLiteral("--unlock")});
        m_process.write(password);
        m_process.closeWriteChannel();
        m_process.waitForStarted();
    }
    ~Keyring()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

/// A keychain that is empty, and knows no method the first few times that it is asked.
class ForgetfulKeychain : public QDBusVirtualObject
{
public:
    explicit ForgetfulKeychain(int times)
        : m_times(times)
    {
    }
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        const QList<QDBusObjectPath> none;
        if (m_asked[message.member()]++ < m_times)
            return bus.send(message.createErrorReply(QDBusError::UnknownMethod, QStringLiteral("not implemented")));
        if (message.member() == QLatin1String("ReadAlias"))
            return bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(QStringLiteral("/")))));
        return bus.send(message.createReply({QVariant::fromValue(none), QVariant::fromValue(none)}));
    }
    int asked(const char *method) const { return m_asked.value(QLatin1String(method)); }

private:
    int m_times;
    QHash<QString, int> m_asked;
};

} // namespace

/// A machine without a bus, then one without a keychain; both may come later. In a `plain` sandbox.
class TestSecretServiceAbsence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void without_a_bus_everything_says_so();
    void a_dead_address_is_no_bus();
    void a_bus_without_a_keychain_says_so();
    void a_bus_and_a_keychain_that_come_later_are_found();
    void a_keychain_that_forgets_who_asks_is_asked_again();
    void a_bus_that_went_away_is_found_again();
    void a_bus_that_ends_while_we_run_is_survived();

private:
    QString m_socket;
};

void TestSecretServiceAbsence::init()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    m_socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    QVERIFY(!QFile::exists(m_socket));
}

void TestSecretServiceAbsence::without_a_bus_everything_says_so()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    const Error noBus{ErrorCode::NoBus, QStringLiteral("no message bus")};
    QCOMPARE(ask.survey({key}).error(), noBus);
    QCOMPARE(ask.unlock({key}).error(), noBus);
    QCOMPARE(ask.createDefaultCollection().error(), noBus);
    QCOMPARE(ask.read(key).error(), noBus);
    QCOMPARE(ask.write(key, "x").error(), noBus);
    QCOMPARE(ask.remove(key).error(), noBus);
}

void TestSecretServiceAbsence::a_dead_address_is_no_bus()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    SecretServiceStore store;
    QCOMPARE(KeyStoreAnswers(store).survey({key}).error().code, ErrorCode::NoBus);
}

void TestSecretServiceAbsence::a_bus_without_a_keychain_says_so()
{
    MessageBusProcess bus(m_socket);
    QVERIFY(bus.start());
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QCOMPARE(ask.survey({key}).error().code, ErrorCode::NoKeychain);
    QCOMPARE(ask.unlock({key}).error().code, ErrorCode::NoKeychain);
    QCOMPARE(ask.createDefaultCollection().error().code, ErrorCode::NoKeychain);
    QCOMPARE(ask.read(key).error().code, ErrorCode::NoKeychain);
    QCOMPARE(ask.write(key, "x").error().code, ErrorCode::NoKeychain);
    QCOMPARE(ask.remove(key).error().code, ErrorCode::NoKeychain);
}

void TestSecretServiceAbsence::a_bus_and_a_keychain_that_come_later_are_found()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QCOMPARE(ask.survey({key}).error().code, ErrorCode::NoBus);

    MessageBusProcess bus(m_socket);
    QVERIFY(bus.start());
    QCOMPARE(ask.survey({key}).error().code, ErrorCode::NoKeychain);

    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_socket.toUtf8()); // for the daemon alone
    const Keyring keyring("test");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QTRY_VERIFY(ask.survey({key}).has_value());
    const Result<StoreSurvey> survey = ask.survey({key});
    QCOMPARE(survey->provider, QStringLiteral("gnome-keyring-d"));
    QVERIFY(survey->hasDefaultCollection && !survey->defaultCollectionLocked);
}

/// As gnome-keyring does for a moment while other programs come to the bus and leave it.
void TestSecretServiceAbsence::a_keychain_that_forgets_who_asks_is_asked_again()
{
    MessageBusProcess bus(m_socket);
    QVERIFY(bus.start());
    for (const int times : {0, 2, 3}) {
        const QString name = QStringLiteral("forgetful-%1").arg(times);
        {
            QDBusConnection its = QDBusConnection::connectToBus(QStringLiteral("unix:path=") + m_socket, name);
            ForgetfulKeychain keychain(times);
            QVERIFY(its.registerVirtualObject(QStringLiteral("/org/freedesktop/secrets"), &keychain));
            QVERIFY(its.registerService(QStringLiteral("org.freedesktop.secrets")));
            SecretServiceStore store;
            const Result<StoreSurvey> survey = KeyStoreAnswers(store).survey({key});
            if (times < 3) {
                QVERIFY(survey.has_value());
                QVERIFY(!survey->hasDefaultCollection && survey->unlockedKeys.isEmpty());
                QCOMPARE(keychain.asked("SearchItems"), times + 1);
            } else {
                QCOMPARE(survey.error().code, ErrorCode::KeychainFailed);
            }
        }
        QDBusConnection::disconnectFromBus(name);
    }
}

void TestSecretServiceAbsence::a_bus_that_went_away_is_found_again()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    MessageBusProcess bus(m_socket);
    QVERIFY(bus.start());
    QCOMPARE(ask.survey({key}).error().code, ErrorCode::NoKeychain);
    bus.stop();
    QTRY_COMPARE(ask.survey({key}).error().code, ErrorCode::NoBus);
    QVERIFY(bus.start());
    QCOMPARE(ask.survey({key}).error().code, ErrorCode::NoKeychain);
}

void TestSecretServiceAbsence::a_bus_that_ends_while_we_run_is_survived()
{
    // GLib would end the process with SIGTERM.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_socket.toUtf8());
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    MessageBusProcess bus(m_socket);
    {
        QVERIFY(bus.start());
        const Keyring keyring("test");
        QTRY_VERIFY(ask.survey({key}).has_value());
        QVERIFY(ask.write(key, "kept"));
        QVERIFY(ask.read(key));
        bus.stop();
    }
    QTRY_COMPARE(ask.survey({key}).error().code, ErrorCode::NoBus);
    QCOMPARE(ask.read(key).error().code, ErrorCode::NoBus);

    QVERIFY(bus.start());
    const Keyring keyring("test");
    QTRY_VERIFY(ask.survey({key}).has_value());
    QCOMPARE(ask.survey({key})->unlockedKeys, QStringList{key});
    QCOMPARE(ask.write(key, "needs a restart").error().code, ErrorCode::NoBus);
}

QTEST_GUILESS_MAIN(TestSecretServiceAbsence)
#include "tst_secret_service_absence.moc"
