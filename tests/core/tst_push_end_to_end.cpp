// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything of Approve / Deny but the windows, with real parts: a scanned text, a vault, TLS, and the tests' own server.
#include "core/enrol/recognise.h"
#include "core/platform/network_http_client.h"
#include "core/push/enrolment_run.h"
#include "core/push/push_service.h"
#include "core/vault/push_vault.h"
#include "tests/support/push_server_process.h"
#include "tests/support/vault_process.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchword;
using namespace watchword::push;
using accounts::AccountId;
using Step = EnrolmentRun::Step;

namespace {

// A key of 4096 bits takes long on a busy machine.
constexpr int patience = 120'000;

// One computer: its keychain, its folder, and what runs on it.
class Computer
{
public:
    Computer()
        : m_vault(std::make_unique<tests::VaultProcess<tests::ScriptedKeyStore>>(m_folder.path(), m_keychain))
        , push(*m_vault->vault)
    {
        m_vault->open();
        service.emplace(PushService::Ports{http, push, push, m_clock, m_alarm, [] { return 0.5; }});
        QObject::connect(m_vault->vault.get(), &vault::Vault::pushAccountsChanged, &*service,
                         &PushService::takeAccounts);
        service->start();
    }

    EnrolmentRun &enrol(test::PushServerProcess &server, const ServerTrust &trust)
    {
        const QByteArray link = server.ask("token").value(QLatin1String("link")).toString().toUtf8();
        const enrol::Recognition found = enrol::recognise(bytesOf(link));
        run.emplace(EnrolmentRun::Ports{http, push, m_clock}, found.enrolments.at(0).clone(), trust);
        run->start();
        return *run;
    }
    bool waitFor(Step step)
    {
        return QTest::qWaitFor([&] { return run->step() == step || run->step() == Step::Failed; }, patience)
            && run->step() == step;
    }
    bool prove(AccountId id)
    {
        service->checkNow(id);
        return QTest::qWaitFor(
            [&] {
                const auto all = push.pushAccounts();
                return std::ranges::any_of(
                    all, [&](const auto &one) { return one.id == id && one.state == accounts::PushState::Ready; });
            },
            patience);
    }
    // A challenge of the server's, when it has come here.
    const Request *challenge(test::PushServerProcess &server, AccountId id, const char *mode, QJsonObject &made)
    {
        const auto all = push.pushAccounts();
        made =
            server.ask("challenge",
                       {{QStringLiteral("serial"), all.first().serial}, {QStringLiteral("mode"), QLatin1String(mode)}});
        service->checkNow(id);
        const Request *found = nullptr;
        return QTest::qWaitFor([&] { return (found = request(made)) != nullptr; }, patience) ? found : nullptr;
    }
    const Request *request(const QJsonObject &made) const
    {
        const auto &all = service->requests();
        const auto found = std::ranges::find_if(
            all, [&](const Request &one) { return one.nonce() == made.value(QLatin1String("nonce")).toString(); });
        return found == all.end() ? nullptr : &*found;
    }
    bool ends(const QJsonObject &made, RequestState state)
    {
        return QTest::qWaitFor([&] { return request(made) && request(made)->state == state; }, patience);
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<tests::Keychain> m_keychain = std::make_shared<tests::Keychain>();
    std::unique_ptr<tests::VaultProcess<tests::ScriptedKeyStore>> m_vault;
    SystemClock m_clock;
    TimerAlarm m_alarm;

public:
    platform::NetworkHttpClient http;
    vault::PushVault push;
    std::optional<PushService> service;
    std::optional<EnrolmentRun> run;
};

QString stateAt(test::PushServerProcess &server, const QJsonObject &made)
{
    return server.ask("state", {{QStringLiteral("transaction"), made.value(QLatin1String("transaction"))}})
        .value(QLatin1String("state"))
        .toString();
}

QString finish(test::PushServerProcess &server, const QJsonObject &made, const QString &code = {})
{
    return server
        .ask(
            "finish",
            {{QStringLiteral("transaction"), made.value(QLatin1String("transaction"))}, {QStringLiteral("code"), code}})
        .value(QLatin1String("authentication"))
        .toString();
}

} // namespace

class TestPushEndToEnd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enrols_approves_and_denies_data();
    void enrols_approves_and_denies();
    void a_number_and_a_code();
    void a_server_of_its_own_key_and_answers_that_get_lost();
};

void TestPushEndToEnd::enrols_approves_and_denies_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("denied"); // how the server calls what the person had started and stopped
    QTest::newRow("privacyIDEA 3.14") << QStringLiteral("3.14") << QStringLiteral("cancelled");
    QTest::newRow("privacyIDEA 3.13") << QStringLiteral("3.13") << QStringLiteral("declined");
    QTest::newRow("eduMFA") << QStringLiteral("edumfa") << QStringLiteral("declined");
}

void TestPushEndToEnd::enrols_approves_and_denies()
{
    QFETCH(QString, version);
    test::PushServerProcess server(QStringLiteral("good"), version);
    Computer computer;
    computer.enrol(
        server, {ServerTrust::Kind::Authority, computer.http.factsOf(server.certificate(QStringLiteral("ca")))->der});
    QVERIFY(computer.waitFor(Step::Done));
    const AccountId id = computer.run->account();
    QVERIFY(computer.prove(id));

    QJsonObject made;
    const Request *request = computer.challenge(server, id, "standard", made);
    QVERIFY(request);
    QVERIFY(computer.service->answer(id, request->nonce(), {Choice::Approve, {}, Reason::None}));
    QVERIFY(computer.ends(made, RequestState::Approved));
    QCOMPARE(stateAt(server, made), QStringLiteral("accept"));
    QCOMPARE(finish(server, made), QStringLiteral("ACCEPT"));

    request = computer.challenge(server, id, "standard", made);
    QVERIFY(request);
    QVERIFY(computer.service->answer(id, request->nonce(), {Choice::Deny, {}, Reason::Cancelled}));
    QVERIFY(computer.ends(made, RequestState::Denied));
    QTEST(stateAt(server, made), "denied");
    QCOMPARE(finish(server, made), QStringLiteral("REJECT"));
    QCOMPARE(computer.service->history().size(), 2);
}

void TestPushEndToEnd::a_number_and_a_code()
{
    test::PushServerProcess server(QStringLiteral("none"));
    Computer computer;
    computer.enrol(server, {});
    QVERIFY(computer.waitFor(Step::Done));
    const AccountId id = computer.run->account();
    QVERIFY(computer.prove(id));

    QJsonObject made;
    const Request *request = computer.challenge(server, id, "require_presence", made);
    QVERIFY(request);
    const QString right = made.value(QLatin1String("right")).toString();
    QVERIFY(request->challenge.options.contains(right));
    QVERIFY(computer.service->answer(id, request->nonce(), {Choice::Approve, right, Reason::None}));
    QVERIFY(computer.ends(made, RequestState::Approved));
    QCOMPARE(finish(server, made), QStringLiteral("ACCEPT"));

    request = computer.challenge(server, id, "require_presence", made);
    QVERIFY(request);
    QStringList wrong = request->challenge.options;
    wrong.removeAll(made.value(QLatin1String("right")).toString());
    QVERIFY(computer.service->answer(id, request->nonce(), {Choice::Approve, wrong.first(), Reason::None}));
    QVERIFY(computer.ends(made, RequestState::NotTaken));
    QCOMPARE(finish(server, made), QStringLiteral("REJECT"));

    request = computer.challenge(server, id, "code_to_phone", made);
    QVERIFY(request);
    QVERIFY(computer.service->answer(id, request->nonce(), {Choice::Approve, {}, Reason::None}));
    QVERIFY(computer.ends(made, RequestState::Approved));
    QCOMPARE(computer.request(made)->outcome.code.size(), 2);
    QCOMPARE(computer.request(made)->outcome.message, QStringLiteral("Enter the code to log in"));
    QCOMPARE(finish(server, made, computer.request(made)->outcome.code), QStringLiteral("ACCEPT"));

    request = computer.challenge(server, id, "standard", made);
    QVERIFY(request);
    QVERIFY(computer.service->answer(id, request->nonce(), {Choice::Deny, {}, Reason::UnknownTrigger}));
    QVERIFY(computer.ends(made, RequestState::Denied));
    QCOMPARE(stateAt(server, made), QStringLiteral("declined"));
}

void TestPushEndToEnd::a_server_of_its_own_key_and_answers_that_get_lost()
{
    test::PushServerProcess server(QStringLiteral("self_signed_other_host"), QStringLiteral("3.13"));
    server.ask("link", {{QStringLiteral("sslverify"), QStringLiteral("0")}});
    Computer computer;
    EnrolmentRun &run = computer.enrol(server, {});
    QVERIFY(QTest::qWaitFor([&run] { return run.step() == Step::Failed; }, patience));
    QCOMPARE(run.failure()->trouble, Trouble::UntrustedServer);
    QVERIFY(!run.enrolment().wantsVerification);
    run.setTrust({ServerTrust::Kind::Key, computer.http.factsOf(run.shownCertificate())->keySha256});
    run.retry();
    QVERIFY(computer.waitFor(Step::Done));
    const AccountId id = run.account();
    QVERIFY(computer.prove(id));

    QJsonObject made;
    const Request *request = computer.challenge(server, id, "standard", made);
    QVERIFY(request);
    const QString nonce = request->nonce();
    server.ask("fault", {{QStringLiteral("loses_answers"), true}});
    QVERIFY(computer.service->answer(id, nonce, {Choice::Approve, {}, Reason::None}));
    QVERIFY(computer.ends(made, RequestState::Unheard));
    QVERIFY(!computer.service->answer(id, nonce, {Choice::Deny, {}, Reason::None}));
    server.ask("fault");
    QVERIFY(computer.service->tryAgain(id, nonce));
    QVERIFY(computer.ends(made, RequestState::Approved));
    QStringList bodies;
    for (const auto &one : server.seen()) {
        if (one[QStringLiteral("body")].toString().contains(nonce))
            bodies << one[QStringLiteral("body")].toString();
    }
    QCOMPARE(bodies.size(), 2);
    QCOMPARE(bodies[0], bodies[1]);
}

QTEST_GUILESS_MAIN(TestPushEndToEnd)
#include "tst_push_end_to_end.moc"
