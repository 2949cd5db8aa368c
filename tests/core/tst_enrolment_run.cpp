// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One enrolment, from consent to the server's key, and everything that may go wrong between.
#include "core/push/enrolment_run.h"
#include "core/push/push_protocol.h"
#include "tests/support/push_data.h"
#include "tests/support/push_ports.h"

#include <QTest>
#include <QThreadPool>

using namespace watchword;
using namespace watchword::push;
using accounts::PushState;
using Step = EnrolmentRun::Step;

namespace {

// A key of 4096 bits takes long on a busy machine, and longer under the sanitizers.
constexpr int patience = 200'000;

struct Bench {
    Bench()
    {
        const QByteArray link = test::pushVectors().value(QStringLiteral("qr_uri")).toString().toUtf8();
        run.emplace(EnrolmentRun::Ports{http, keeper, clock}, readEnrolment(bytesOf(link)).value(), ServerTrust());
    }
    bool waitFor(Step step)
    {
        return QTest::qWaitFor([&] { return run->step() == step; }, patience);
    }
    QByteArray goodAnswer() const
    {
        return QJsonDocument(test::pushVectors().value(QStringLiteral("enrol_response")).toObject()).toJson();
    }

    test::ScriptedHttp http;
    test::MemoryKeeper keeper;
    test::PushClock clock;
    std::optional<EnrolmentRun> run;
};

} // namespace

class TestEnrolmentRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saves_the_key_before_the_server_has_it();
    void goes_on_from_where_it_failed();
    void stops_while_it_makes_a_key();
    void a_code_is_good_for_a_while();
};

void TestEnrolmentRun::saves_the_key_before_the_server_has_it()
{
    Bench bench;
    QCOMPARE(bench.run->step(), Step::Waiting);
    bench.run->start();
    QCOMPARE(bench.run->step(), Step::MakingKey);
    QVERIFY(bench.waitFor(Step::AskingServer));
    QCOMPARE(bench.keeper.steps, QStringList{QStringLiteral("key saved")});
    QCOMPARE(bench.keeper.all.first().state, PushState::Enrolling);
    const SecretBytes key = bench.keeper.pushPrivateKey(bench.run->account()).value();
    const QByteArray publicKey = crypto::rsaPublicKeyOf(key.view()).value();
    QVERIFY(publicKey.size() > 540); // 4096 bits
    QCOMPARE(bench.http.sent.front(), PushProtocol::of({}).enrolmentRequest(bench.run->enrolment(), {}, publicKey));
    bench.http.answerNext(bench.goodAnswer());
    QVERIFY(bench.waitFor(Step::Done));
    const accounts::PushAccount saved = bench.keeper.all.first();
    QCOMPARE(saved.state, PushState::Unproven);
    QCOMPARE(saved.serverKey, test::vectorAccount().serverKey);
    QCOMPARE(saved.issuer, QStringLiteral("ACME & Söhne"));
    QCOMPARE(saved.lock, accounts::PushLock::Any);
    QCOMPARE(bench.http.sent.size(), std::size_t{1});
}

void TestEnrolmentRun::goes_on_from_where_it_failed()
{
    Bench bench;
    bench.keeper.fails = true; // a keychain that is locked
    bench.run->start();
    QVERIFY(bench.waitFor(Step::Failed));
    QCOMPARE(bench.run->failure()->trouble, Trouble::NotSaved);
    QVERIFY(bench.http.sent.empty());
    bench.keeper.fails = false;
    bench.run->retry();
    QVERIFY(bench.run->step() != Step::MakingKey);
    QVERIFY(bench.waitFor(Step::AskingServer));
    bench.http.answerNext(std::unexpected(HttpFailure{HttpTrouble::UntrustedServer, {}, "certificate"}));
    QVERIFY(bench.waitFor(Step::Failed));
    QCOMPARE(bench.run->failure()->trouble, Trouble::UntrustedServer);
    QCOMPARE(bench.run->shownCertificate(), QByteArray("certificate"));
    const ServerTrust trust{ServerTrust::Kind::Key, QByteArray(32, 'k')};
    bench.run->setTrust(trust);
    bench.run->retry();
    QTRY_COMPARE(bench.http.waiting.size(), std::size_t{1});
    QCOMPARE(bench.http.sent.back().trust, trust);
    QCOMPARE(*bench.http.sent.back().form, *bench.http.sent.front().form); // the same key
    bench.http.answerNext(
        R"({"result":{"status":false,"error":{"code":905,"message":"Invalid enrollment credential"}}})", 400);
    QVERIFY(bench.waitFor(Step::Failed));
    QCOMPARE(bench.run->failure()->trouble, Trouble::CodeRefused);
    QVERIFY(bench.run->shownCertificate().isEmpty());
    bench.run->retry();
    bench.keeper.fails = true; // locked again, after the server has done its part
    bench.http.answerNext(bench.goodAnswer());
    QVERIFY(bench.waitFor(Step::Failed));
    QCOMPARE(bench.run->failure()->trouble, Trouble::NotSaved);
    bench.keeper.fails = false;
    bench.clock.now += 86'400'000; // the time to live does not matter any more
    bench.run->retry();
    QVERIFY(bench.waitFor(Step::Done));
    QCOMPARE(bench.keeper.all.size(), 1);
    QCOMPARE(bench.keeper.all.first().trust, trust);
    QCOMPARE(bench.http.sent.size(), std::size_t{3});
}

void TestEnrolmentRun::stops_while_it_makes_a_key()
{
    Bench bench;
    bench.run->start();
    bench.run->stop();
    QCOMPARE(bench.run->step(), Step::Failed);
    QCOMPARE(bench.run->failure()->trouble, Trouble::Stopped);
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(10);
    QVERIFY(bench.keeper.all.isEmpty() && bench.http.sent.empty());
    // And with its owner.
    Bench other;
    other.run->start();
    other.run.reset();
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(10);
    QVERIFY(other.keeper.all.isEmpty());
}

void TestEnrolmentRun::a_code_is_good_for_a_while()
{
    Bench bench;
    QCOMPARE(bench.run->goodUntil(), bench.clock.now / 1000 + 600);
    bench.keeper.fails = true;
    bench.run->start();
    QVERIFY(bench.waitFor(Step::Failed));
    bench.clock.now += 601'000;
    bench.run->retry();
    QCOMPARE(bench.run->failure()->trouble, Trouble::Expired);
    QVERIFY(bench.keeper.all.isEmpty());
}

QTEST_GUILESS_MAIN(TestEnrolmentRun)
#include "tst_enrolment_run.moc"
