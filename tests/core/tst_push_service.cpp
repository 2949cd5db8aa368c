// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests to approve sign-ins, from the poll that brings them to their end, with fakes only at the ports.
#include "core/push/push_service.h"
#include "tests/support/push_data.h"
#include "tests/support/push_ports.h"

#include <QSignalSpy>
#include <QTest>

using namespace watchword;
using namespace watchword::push;
using accounts::AccountId;
using accounts::PushAccount;
using accounts::PushState;

namespace {

constexpr int patience = 30'000;

QByteArray listOf(const QJsonArray &challenges)
{
    return test::enveloped(challenges);
}

QJsonObject vectorChallenge(int index = 0)
{
    return test::pushVectors().value(QStringLiteral("poll_response_value")).toArray().at(index).toObject();
}

QString nonceOf(const QJsonObject &challenge)
{
    return challenge.value(QStringLiteral("nonce")).toString();
}

QByteArray vectorAnswer(const char *name)
{
    return test::pushVectors()
        .value(QStringLiteral("answers"))
        .toObject()
        .value(QLatin1String(name))
        .toString()
        .toLatin1();
}

// A service with everything that it works with, and one enrolment.
struct Bench {
    Bench() { add(test::vectorAccount()); }

    AccountId add(PushAccount account)
    {
        account.id = {quint64(keeper.all.size()) + 1};
        keeper.all << account;
        keeper.keys[account.id] = test::vectorKey().text().toByteArray();
        return account.id;
    }
    void begin()
    {
        service.emplace(
            PushService::Ports{http, keeper, store, clock, alarm, [] { return 0.5; }, [this] { return elapsed; }});
        service->start();
    }
    bool waitForRequest()
    {
        return QTest::qWaitFor([this] { return !http.waiting.empty(); }, patience);
    }
    // The next poll, answered so.
    bool poll(const QByteArray &body, int status = 200)
    {
        if (!waitForRequest() || http.waiting.front().request.form)
            return false;
        http.answerNext(body, status);
        return QTest::qWaitFor([this] { return !service->status(id).isChecking; }, patience);
    }
    void pollAgain()
    {
        pass(15'000);
        Q_EMIT alarm.rang();
    }
    void pass(qint64 milliseconds)
    {
        clock.now += milliseconds;
        elapsed += milliseconds;
    }
    RequestState state(const QString &nonce) const
    {
        const auto &all = service->requests();
        const auto found = std::ranges::find_if(all, [&](const Request &one) { return one.nonce() == nonce; });
        return found == all.end() ? RequestState(-1) : found->state;
    }
    bool waitFor(const QString &nonce, RequestState wanted)
    {
        return QTest::qWaitFor([&] { return state(nonce) == wanted; }, patience);
    }

    test::ScriptedHttp http;
    test::MemoryKeeper keeper;
    test::HeldStore store;
    test::PushClock clock;
    qint64 elapsed = 1000;
    test::HeldAlarm alarm;
    std::optional<PushService> service;
    const AccountId id{1};
};

const Answer approve{Choice::Approve, {}, Reason::None};
const Answer deny{Choice::Deny, {}, Reason::None};

} // namespace

class TestPushService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_a_request_once();
    void shows_nothing_that_is_not_signed();
    void counts_what_was_refused_and_writes_once_a_minute();
    void a_memory_carries_what_it_does_not_know();
    void saves_the_choice_before_it_is_sent();
    void sends_nothing_that_could_not_be_saved();
    void believes_only_the_server();
    void tries_again_with_the_same_bytes_and_no_other_answer();
    void a_restart_changes_no_choice();
    void an_answer_that_was_answered_is_never_sent_again();
    void a_wrong_number_denies();
    void a_code_stays_until_it_is_dismissed();
    void two_denials_mute();
    void requests_end_by_time_or_elsewhere();
    void a_clock_that_is_set_gives_and_takes_no_time();
    void a_request_that_its_server_lets_go_at_its_end_has_expired();
    void lists_no_more_than_five();
    void refuses_what_leads_elsewhere();
    void a_refusal_removes_nothing();
    void follows_the_clock_of_the_server();
    void asks_a_server_one_thing_at_a_time();
    void rests_while_the_vault_is_closed();
    void a_lock_leaves_nothing_but_a_count();
    void a_lock_between_choice_and_sending_sends_nothing();
    void a_denial_that_waits_for_its_reason_is_not_lost();
    void what_the_person_had_started_does_not_mute();
    void proves_a_new_key_and_then_lets_the_old_one_go();
    void keeps_a_thousand_answers_and_a_history();
    void a_memory_that_is_odd_approves_nothing();
};

void TestPushService::shows_a_request_once()
{
    Bench bench;
    bench.begin();
    QSignalSpy came(&*bench.service, &PushService::requestCame);
    const QString nonce = nonceOf(vectorChallenge());
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    QCOMPARE(bench.service->requests().size(), 1);
    const Request request = bench.service->requests().first();
    QCOMPARE(request.state, RequestState::Open);
    QCOMPARE(request.challenge.title, QStringLiteral("Büro|Login"));
    QCOMPARE(request.firstSeen, bench.clock.now);
    QCOMPARE(bench.http.sent.front().url.contains("timestamp=2026-11-24T02%3A30%3A00Z"), true);
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    QCOMPARE(bench.service->requests().size(), 1);
    QCOMPARE(came.size(), 1);
    QCOMPARE(came.first().at(1).toString(), nonce);
    QCOMPARE(bench.http.sent.size(), std::size_t{2}); // and nothing was answered
}

void TestPushService::shows_nothing_that_is_not_signed()
{
    Bench bench;
    bench.begin();
    QSignalSpy came(&*bench.service, &PushService::requestCame);
    QSignalSpy changed(&*bench.service, &PushService::requestsChanged);
    QVERIFY(bench.poll(listOf(test::pushVectors().value(QStringLiteral("bad_challenges")).toArray())));
    QVERIFY(bench.service->requests().isEmpty());
    QVERIFY(bench.service->history().isEmpty());
    QCOMPARE(bench.service->refusedChallenges(), 7);
    QCOMPARE(came.size() + changed.size(), 0);
    PushMemory counted; // is all that is kept of them
    counted.addRefused(7);
    QCOMPARE(bench.store.saves, 1);
    QVERIFY(PushMemory::read(bench.store.saved) == counted);
}

/// Whoever sends what nobody signed must not make this computer write each time.
void TestPushService::counts_what_was_refused_and_writes_once_a_minute()
{
    Bench bench;
    bench.begin();
    const QByteArray bad = listOf({test::pushVectors().value(QStringLiteral("bad_challenges")).toArray().first()});
    for (int i = 0; i < 4; ++i) { // at 0, 15, 30 and 45 seconds
        QVERIFY(bench.poll(bad));
        bench.pollAgain();
    }
    QCOMPARE(bench.store.saves, 1);
    QCOMPARE(PushMemory::read(bench.store.saved).refused(), 1);
    QVERIFY(bench.poll(bad)); // a minute later
    QCOMPARE(bench.store.saves, 2);
    QCOMPARE(PushMemory::read(bench.store.saved).refused(), 5);
    bench.pollAgain();
    QVERIFY(bench.poll(bad));
    bench.clock.now -= 3'600'000; // a clock that went back holds nothing up
    Q_EMIT bench.alarm.rang();
    QVERIFY(bench.poll(listOf({})));
    QCOMPARE(bench.store.saves, 3);
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({vectorChallenge()}))); // with what is saved anyway
    QVERIFY(bench.service->answer(bench.id, nonceOf(vectorChallenge()), deny));
    QCOMPARE(PushMemory::read(bench.store.saved).refused(), 6);
    bench.service.reset();
    bench.http.waiting.clear();
    bench.begin(); // another day
    QVERIFY(bench.poll(bad));
    QCOMPARE(bench.service->refusedChallenges(), 7);
}

void TestPushService::a_memory_carries_what_it_does_not_know()
{
    PushMemory old =
        PushMemory::read(R"({"decisions":{"0000000000000001":[{"nonce":"a","choice":"deny"}]},"history":[]})");
    QCOMPARE(old.refused(), 0);
    QVERIFY(!old.write().contains("refused"));
    QCOMPARE(PushMemory::read(R"({"refused":-3})").refused(), 0);
    QCOMPARE(PushMemory::read(R"({"refused":"many"})").refused(), 0);
    PushMemory full = PushMemory::read(R"({"refused":99999999999})");
    full.addRefused(5);
    QCOMPARE(full.refused(), std::numeric_limits<int>::max());
    PushMemory later = PushMemory::read(R"({"refused":2,"later":{"a":[1]}})");
    later.addRefused(1);
    const PushMemory again = PushMemory::read(later.write());
    QVERIFY(again == later && again.refused() == 3);
    QVERIFY(again.write().contains(R"("later":{"a":[1]})"));
}

void TestPushService::saves_the_choice_before_it_is_sent()
{
    Bench bench;
    bench.begin();
    const QString nonce = nonceOf(vectorChallenge());
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    bench.store.isHeld = true;
    QVERIFY(bench.service->answer(bench.id, nonce, approve));
    QCOMPARE(bench.state(nonce), RequestState::Sending);
    QCOMPARE(bench.store.held.size(), std::size_t{1});
    QTest::qWait(50);
    QVERIFY(bench.http.waiting.empty());
    // Nothing else can be chosen meanwhile.
    QVERIFY(!bench.service->answer(bench.id, nonce, deny));
    QVERIFY(!bench.service->tryAgain(bench.id, nonce));
    bench.store.releaseAll();
    QVERIFY(bench.waitForRequest());
    QVERIFY(bench.store.wasAllowedToAsk);
    QVERIFY(PushMemory::read(bench.store.saved).decision(bench.id, nonce)->answer == approve);
    QCOMPARE(*bench.http.waiting.front().request.form, vectorAnswer("approve"));
    QCOMPARE(bench.http.waiting.front().request.url, QByteArray("https://pi.example.com/ttype/push"));
}

void TestPushService::sends_nothing_that_could_not_be_saved()
{
    Bench bench;
    bench.begin();
    const QString nonce = nonceOf(vectorChallenge());
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    bench.store.fails = true;
    QVERIFY(bench.service->answer(bench.id, nonce, approve));
    QVERIFY(bench.waitFor(nonce, RequestState::Unheard));
    QCOMPARE(bench.service->requests().first().failure->trouble, Trouble::NotSaved);
    QVERIFY(bench.http.waiting.empty());
    // It may have been saved all the same: no other choice is possible.
    QVERIFY(!bench.service->answer(bench.id, nonce, deny));
    bench.store.fails = false;
    QVERIFY(bench.service->tryAgain(bench.id, nonce));
    QVERIFY(bench.waitForRequest());
    QCOMPARE(*bench.http.waiting.front().request.form, vectorAnswer("approve"));
}

void TestPushService::believes_only_the_server()
{
    for (const auto &[value, state, ending] : {std::tuple{true, RequestState::Approved, Ending::Approved},
                                               {false, RequestState::NotTaken, Ending::NotTaken}}) {
        Bench bench;
        bench.begin();
        const QString nonce = nonceOf(vectorChallenge());
        QVERIFY(bench.poll(listOf({vectorChallenge()})));
        QVERIFY(bench.service->answer(bench.id, nonce, approve));
        QVERIFY(bench.waitForRequest());
        QCOMPARE(bench.state(nonce), RequestState::Sending); // not before
        bench.http.answerNext(test::enveloped(value));
        QVERIFY(bench.waitFor(nonce, state));
        QCOMPARE(bench.service->history(), (QList<HistoryEntry>{{bench.id, bench.clock.now / 1000, ending}}));
        // Still listed by the server: not shown again, nor when it was taken off the list.
        bench.service->dismiss(bench.id, nonce);
        bench.pollAgain();
        QVERIFY(bench.poll(listOf({vectorChallenge()})));
        QVERIFY(bench.service->requests().isEmpty());
    }
}

void TestPushService::tries_again_with_the_same_bytes_and_no_other_answer()
{
    Bench bench;
    bench.begin();
    const QString nonce = nonceOf(vectorChallenge());
    const Answer reasoned{Choice::Deny, {}, Reason::UnknownTrigger};
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    QVERIFY(bench.service->answer(bench.id, nonce, reasoned));
    for (const HttpTrouble trouble : {HttpTrouble::NoAnswer, HttpTrouble::NoConnection, HttpTrouble::ChangedKey}) {
        QVERIFY(bench.waitForRequest());
        QCOMPARE(*bench.http.waiting.front().request.form, vectorAnswer("decline_reason"));
        bench.http.failNext(trouble);
        QVERIFY(bench.waitFor(nonce, RequestState::Unheard));
        QTest::qWait(20);
        QVERIFY(bench.http.waiting.empty()); // nothing by itself
        QVERIFY(!bench.service->answer(bench.id, nonce, approve));
        QVERIFY(!bench.service->answer(bench.id, nonce, reasoned));
        QVERIFY(bench.service->tryAgain(bench.id, nonce));
    }
    QVERIFY(bench.waitForRequest());
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.waitFor(nonce, RequestState::Denied));
    QVERIFY(!bench.service->tryAgain(bench.id, nonce));
}

void TestPushService::a_restart_changes_no_choice()
{
    Bench bench;
    bench.begin();
    const QString nonce = nonceOf(vectorChallenge());
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    QVERIFY(bench.service->answer(bench.id, nonce, approve));
    QVERIFY(bench.waitForRequest());
    const HttpRequest before = bench.http.waiting.front().request;
    bench.http.waiting.clear(); // killed between choice and answer
    bench.begin();
    QSignalSpy came(&*bench.service, &PushService::requestCame);
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    QCOMPARE(bench.state(nonce), RequestState::Unheard);
    QCOMPARE(came.size(), 0);
    QVERIFY(!bench.service->answer(bench.id, nonce, deny));
    QVERIFY(bench.service->tryAgain(bench.id, nonce));
    QVERIFY(bench.waitForRequest());
    QCOMPARE(bench.http.waiting.front().request, before);
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.waitFor(nonce, RequestState::Approved));
    // And what is over stays so after another one.
    bench.begin();
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    QVERIFY(bench.service->requests().isEmpty());
}

void TestPushService::an_answer_that_was_answered_is_never_sent_again()
{
    const QList<std::pair<int, QByteArray>> answers = {
        {500, {}}, {200, "<html>"}, {302, {}}, {404, R"({"result":{"status":false,"error":{"code":601}}})"}};
    for (const auto &[status, body] : answers) {
        Bench bench;
        bench.begin();
        const QString nonce = nonceOf(vectorChallenge());
        QVERIFY(bench.poll(listOf({vectorChallenge()})));
        QVERIFY(bench.service->answer(bench.id, nonce, approve));
        QVERIFY(bench.waitForRequest());
        bench.http.answerNext(body, status);
        QVERIFY(bench.waitFor(nonce, RequestState::Failed));
        QVERIFY(!bench.service->tryAgain(bench.id, nonce) && !bench.service->answer(bench.id, nonce, deny));
        bench.begin();
        QVERIFY(bench.poll(listOf({vectorChallenge()})));
        QVERIFY(bench.service->requests().isEmpty());
    }
}

void TestPushService::a_wrong_number_denies()
{
    Bench bench;
    bench.begin();
    const QString nonce = nonceOf(vectorChallenge(1));
    QVERIFY(bench.poll(listOf({vectorChallenge(1)})));
    const Answer wrong{Choice::Approve, QStringLiteral("43"), Reason::None};
    const auto pointedOut = bench.service->answer(bench.id, nonce, wrong);
    QVERIFY(!pointedOut && pointedOut.error().trouble == Trouble::NotOffered);
    QCOMPARE(bench.state(nonce), RequestState::Open);
    QVERIFY(bench.service->answer(bench.id, nonce, wrong));
    QVERIFY(bench.waitForRequest());
    QVERIFY(bench.http.waiting.front().request.form->contains("&decline=1&"));
    QVERIFY(!bench.http.waiting.front().request.form->contains("presence"));
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.waitFor(nonce, RequestState::Denied));

    Bench right;
    right.begin();
    QVERIFY(right.poll(listOf({vectorChallenge(1)})));
    QVERIFY(!right.service->answer(right.id, nonce, approve)); // without any
    QVERIFY(right.service->answer(right.id, nonce, {Choice::Approve, QStringLiteral("42"), Reason::None}));
    QVERIFY(right.waitForRequest());
    QCOMPARE(*right.http.waiting.front().request.form, vectorAnswer("presence"));
    right.http.answerNext(test::enveloped(false)); // a number that is offered and is not the right one
    QVERIFY(right.waitFor(nonce, RequestState::NotTaken));
    QVERIFY(!right.service->answer(right.id, nonce, {Choice::Approve, QStringLiteral("99"), Reason::None}));
}

void TestPushService::a_code_stays_until_it_is_dismissed()
{
    Bench bench;
    bench.begin();
    const QString nonce = nonceOf(vectorChallenge());
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    QVERIFY(bench.service->answer(bench.id, nonce, approve));
    QVERIFY(bench.waitForRequest());
    bench.http.answerNext(test::enveloped(true,
                                          {{QStringLiteral("display_code"), QStringLiteral("07")},
                                           {QStringLiteral("message"), QStringLiteral("Type it")}}));
    QVERIFY(bench.waitFor(nonce, RequestState::Approved));
    for (int i = 0; i < 30; ++i) {
        bench.pollAgain();
        QVERIFY(bench.poll(listOf({test::ownChallenge(QStringLiteral("n%1").arg(i))})));
    }
    const Request &kept = bench.service->requests().first();
    QCOMPARE(kept.nonce(), nonce);
    QCOMPARE(kept.outcome, (Outcome{true, QStringLiteral("07"), QStringLiteral("Type it")}));
    QVERIFY(bench.service->requests().size() <= PushInbox::mostEnded + 2);
    bench.service->dismiss(bench.id, nonce);
    QCOMPARE(bench.state(nonce), RequestState(-1));
}

void TestPushService::two_denials_mute()
{
    Bench bench;
    bench.begin();
    QSignalSpy came(&*bench.service, &PushService::requestCame);
    const auto denied = [&](const QString &nonce, Reason reason) {
        if (!bench.poll(listOf({test::ownChallenge(nonce)}))
            || !bench.service->answer(bench.id, nonce, {Choice::Deny, {}, reason}) || !bench.waitForRequest())
            return false;
        bench.http.answerNext(test::enveloped(true));
        const bool isDenied = bench.waitFor(nonce, RequestState::Denied);
        bench.pollAgain();
        return isDenied;
    };
    QVERIFY(denied(QStringLiteral("a"), Reason::UnknownTrigger));
    QVERIFY(denied(QStringLiteral("b"), Reason::Cancelled)); // one's own is no attack
    QCOMPARE(bench.service->mutedUntil(bench.id), 0);
    QVERIFY(denied(QStringLiteral("c"), Reason::None));
    QVERIFY(bench.service->mutedUntil(bench.id) > bench.clock.now);
    QCOMPARE(came.size(), 3);
    QVERIFY(bench.poll(listOf({test::ownChallenge(QStringLiteral("d"))})));
    QCOMPARE(came.size(), 3); // listed, and that is all
    QVERIFY(bench.service->requests().last().isMuted);
    bench.pass(PushInbox::muteTime);
    QCOMPARE(bench.service->mutedUntil(bench.id), 0);
    Q_EMIT bench.alarm.rang();
    QVERIFY(bench.poll(listOf({test::ownChallenge(QStringLiteral("e"))})));
    QCOMPARE(came.size(), 4);
    // Two that are ten minutes apart do not.
    bench.pollAgain();
    QVERIFY(denied(QStringLiteral("f"), Reason::None));
    bench.pass(PushInbox::denialWindow);
    QVERIFY(bench.poll(listOf({})));
    bench.pollAgain();
    QVERIFY(denied(QStringLiteral("g"), Reason::None));
    QCOMPARE(bench.service->mutedUntil(bench.id), 0);
}

// The server began to count when it asked, we when a poll brought it.
void TestPushService::a_request_that_its_server_lets_go_at_its_end_has_expired()
{
    Bench bench;
    bench.begin();
    const QString a = QStringLiteral("a");
    QVERIFY(bench.poll(listOf({test::ownChallenge(a)})));
    bench.pass(PushInbox::validity - PushInbox::unseen);
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({})));
    QCOMPARE(bench.state(a), RequestState::Expired);
}

void TestPushService::requests_end_by_time_or_elsewhere()
{
    Bench bench;
    bench.begin();
    const QString a = QStringLiteral("a"), b = QStringLiteral("b");
    QVERIFY(bench.poll(listOf({test::ownChallenge(a), test::ownChallenge(b)})));
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({test::ownChallenge(b)})));
    QCOMPARE(bench.state(a), RequestState::AnsweredElsewhere);
    QVERIFY(bench.store.saves == 1 && !bench.store.wasAllowedToAsk);
    QCOMPARE(bench.state(b), RequestState::Open);
    QVERIFY(bench.alarm.until && *bench.alarm.until <= 15'000);
    bench.pass(PushInbox::validity);
    Q_EMIT bench.alarm.rang();
    QCOMPARE(bench.state(b), RequestState::Expired);
    QVERIFY(!bench.service->answer(bench.id, b, approve));
    QVERIFY(bench.poll(listOf({test::ownChallenge(b)}))); // whose server waits longer
    QCOMPARE(bench.state(b), RequestState::Expired);
    bench.service->dismiss(bench.id, b);
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({test::ownChallenge(b)})));
    QCOMPARE(bench.state(b), RequestState(-1));
    QCOMPARE(bench.service->history().size(), 2);
    bench.service->clearHistory();
    QVERIFY(bench.service->history().isEmpty());
}

void TestPushService::a_clock_that_is_set_gives_and_takes_no_time()
{
    Bench bench;
    bench.begin();
    const QString a = QStringLiteral("A"), b = QStringLiteral("B");
    QVERIFY(bench.poll(listOf({test::ownChallenge(a)})));
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({test::ownChallenge(a), test::ownChallenge(b)})));
    for (const qint64 moved : {7'200'000, -14'400'000}) {
        bench.clock.now += moved;
        bench.pollAgain();
        QVERIFY(bench.poll(listOf({test::ownChallenge(a), test::ownChallenge(b)})));
        QCOMPARE(bench.state(a), RequestState::Open);
        QCOMPARE(bench.state(b), RequestState::Open);
    }
    bench.pass(PushInbox::validity - 45'000);
    Q_EMIT bench.alarm.rang();
    QCOMPARE(bench.state(a), RequestState::Expired);
    QCOMPARE(bench.state(b), RequestState::Open);
    bench.pass(15'000);
    Q_EMIT bench.alarm.rang();
    QCOMPARE(bench.state(b), RequestState::Expired);
}

void TestPushService::lists_no_more_than_five()
{
    Bench bench;
    bench.begin();
    QSignalSpy came(&*bench.service, &PushService::requestCame);
    QJsonArray many;
    for (int i = 0; i < 8; ++i)
        many << test::ownChallenge(QString::number(i));
    QVERIFY(bench.poll(listOf(many)));
    QCOMPARE(bench.service->requests().size(), 5);
    QCOMPARE(bench.service->moreOpen(bench.id), 3);
    QCOMPARE(came.size(), 5);
    QVERIFY(bench.service->answer(bench.id, QStringLiteral("0"), deny));
    QVERIFY(bench.waitForRequest());
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.waitFor(QStringLiteral("0"), RequestState::Denied));
    many.removeFirst();
    bench.pollAgain();
    QVERIFY(bench.poll(listOf(many)));
    QCOMPARE(bench.state(QStringLiteral("5")), RequestState::Open);
    QCOMPARE(bench.service->moreOpen(bench.id), 2);
}

void TestPushService::refuses_what_leads_elsewhere()
{
    Bench bench;
    bench.begin();
    QSignalSpy came(&*bench.service, &PushService::requestCame);
    const QString nonce = QStringLiteral("n");
    const QJsonObject challenge = test::ownChallenge(nonce, QStringLiteral("https://evil.example.com/ttype/push"));
    QVERIFY(bench.poll(listOf({challenge})));
    QCOMPARE(bench.state(nonce), RequestState::OtherServer);
    QCOMPARE(bench.service->requests().first().otherHost, QStringLiteral("evil.example.com"));
    QCOMPARE(came.size(), 0);
    for (const Answer &answer : {approve, deny})
        QVERIFY(!bench.service->answer(bench.id, nonce, answer));
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({challenge})));
    QCOMPARE(bench.service->requests().size(), 1);
    QCOMPARE(bench.service->history().size(), 1);
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({})));
    QVERIFY(bench.service->requests().isEmpty());
    QCOMPARE(bench.http.sent.size(), std::size_t{3}); // polls
}

void TestPushService::a_refusal_removes_nothing()
{
    Bench bench;
    bench.begin();
    const QByteArray refused =
        R"({"result":{"status":false,"error":{"code":10,"message":"ERR10: Could not verify signature!"}}})";
    const QList<PushAccount> before = bench.keeper.all;
    for (int i = 0; i < 6; ++i) {
        QVERIFY(bench.poll(refused, 400));
        QCOMPARE(bench.service->status(bench.id).trouble->trouble, Trouble::SignatureRefused);
        bench.pass(PushSchedule::longestPause);
        Q_EMIT bench.alarm.rang();
    }
    QCOMPARE(bench.keeper.all, before);
    QCOMPARE(bench.service->status(bench.id).lastContact, 0);
    QVERIFY(bench.poll(listOf({})));
    QVERIFY(!bench.service->status(bench.id).trouble);
    QCOMPARE(bench.service->status(bench.id).lastContact, bench.clock.now / 1000);
}

void TestPushService::follows_the_clock_of_the_server()
{
    Bench bench;
    bench.begin();
    const QByteArray off =
        R"({"result":{"status":false,"error":{"code":10,"message":"ERR10: Timestamp x not in valid range."}}})";
    const qint64 seconds = bench.clock.now / 1000;
    QVERIFY(bench.waitForRequest());
    bench.http.answerNext(HttpAnswer{400, off, seconds + 7200});
    QVERIFY(bench.waitForRequest()); // once more, at once
    QVERIFY(!bench.service->status(bench.id).trouble && bench.service->status(bench.id).isChecking);
    QVERIFY(bench.http.waiting.front().request.url.contains("timestamp=2026-11-24T04%3A30%3A00Z"));
    QCOMPARE(bench.service->status(bench.id).clockOffset, 7200);
    QVERIFY(bench.poll(listOf({})));
    bench.pollAgain();
    QVERIFY(bench.waitForRequest());
    QVERIFY(bench.http.waiting.front().request.url.contains("timestamp=2026-11-24T04%3A30%3A15Z"));
    // The same again helps nobody, nor one of days, nor one that nobody has vouched for.
    for (const std::optional<qint64> date : {std::optional(seconds + 15 + 7200), std::optional(seconds + 90'000), {}}) {
        bench.http.answerNext(HttpAnswer{400, off, date});
        QVERIFY(QTest::qWaitFor(
            [&] {
                return bench.service->status(bench.id).trouble.has_value()
                    && !bench.service->status(bench.id).isChecking;
            },
            patience));
        QCOMPARE(bench.service->status(bench.id).trouble->trouble, Trouble::ClockOff);
        QCOMPARE(bench.service->status(bench.id).clockOffset, 7200);
        QVERIFY(bench.http.waiting.empty());
        bench.service->checkNow(bench.id);
        QVERIFY(bench.waitForRequest());
    }
    // Right again, but for the time on the way.
    bench.http.answerNext(HttpAnswer{400, off, bench.clock.now / 1000 - 1});
    QVERIFY(bench.waitForRequest());
    QCOMPARE(bench.service->status(bench.id).clockOffset, 0);
}

void TestPushService::asks_a_server_one_thing_at_a_time()
{
    Bench bench;
    PushAccount other = test::vectorAccount();
    other.serial = QStringLiteral("PIPU2");
    bench.add(other);
    other.serial = QStringLiteral("PIPU3");
    other.url = QStringLiteral("https://other.example.com/ttype/push");
    bench.add(other);
    bench.begin();
    QTRY_COMPARE_WITH_TIMEOUT(bench.http.waiting.size(), std::size_t{2}, patience);
    QTest::qWait(30);
    QCOMPARE(bench.http.waiting.size(), std::size_t{2});
    bench.http.answerNext(listOf({}));
    bench.http.answerNext(listOf({}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.http.sent.size(), std::size_t{3}, patience);
    QSet<QByteArray> asked;
    for (const HttpRequest &request : bench.http.sent)
        asked << request.url.left(request.url.indexOf("&timestamp"));
    QCOMPARE(asked.size(), 3);
}

void TestPushService::rests_while_the_vault_is_closed()
{
    Bench bench;
    bench.keeper.isOpen = false;
    bench.store.isLocked = true;
    bench.begin();
    QTest::qWait(30);
    QVERIFY(bench.http.sent.empty() && !bench.alarm.until);
    bench.keeper.isOpen = true;
    bench.service->takeAccounts();
    QTest::qWait(30);
    QVERIFY(bench.http.sent.empty()); // what was answered before is not known yet
    bench.store.isLocked = false;
    bench.service->takeAccounts();
    QVERIFY(bench.poll(listOf({vectorChallenge()})));
    QCOMPARE(bench.service->requests().size(), 1);
    bench.keeper.isOpen = false;
    bench.service->takeAccounts();
    QVERIFY(bench.service->requests().isEmpty());
    bench.pollAgain();
    QTest::qWait(30);
    QCOMPARE(bench.http.sent.size(), std::size_t{1});
    // A locked or sleeping session.
    bench.keeper.isOpen = true;
    bench.service->setPaused(true);
    bench.service->takeAccounts();
    QTest::qWait(30);
    QCOMPARE(bench.http.sent.size(), std::size_t{1});
    bench.service->setPaused(false);
    QVERIFY(bench.poll(listOf({})));
    bench.service->networkCame();
    QVERIFY(bench.poll(listOf({})));
}

void TestPushService::a_lock_leaves_nothing_but_a_count()
{
    Bench bench;
    bench.begin();
    QSignalSpy came(&*bench.service, &PushService::requestCame),
        changed(&*bench.service, &PushService::requestsChanged);
    const QString a = QStringLiteral("a"), b = QStringLiteral("b"), c = QStringLiteral("c");
    QVERIFY(bench.poll(listOf({test::ownChallenge(a)})));
    QVERIFY(bench.service->answer(bench.id, a, approve));
    QVERIFY(bench.waitForRequest());
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.waitFor(a, RequestState::Approved));
    bench.pollAgain();
    QVERIFY(bench.poll(listOf({test::ownChallenge(b)})));
    const qint64 firstSeen = bench.clock.now;
    bench.pass(60'000);
    Q_EMIT bench.alarm.rang();
    QVERIFY(bench.poll(listOf({test::ownChallenge(b), test::ownChallenge(c)})));
    QCOMPARE(bench.service->waitingUnderLock(), 0);
    bench.pollAgain();
    QVERIFY(bench.waitForRequest()); // it is on its way when the lock comes
    const std::size_t sent = bench.http.sent.size();

    bench.keeper.isOpen = false;
    bench.store.isLocked = true;
    changed.clear();
    bench.service->takeAccounts();
    QVERIFY(!changed.isEmpty());
    QVERIFY(bench.service->requests().isEmpty() && bench.service->history().isEmpty());
    QCOMPARE(bench.service->status(bench.id), PushStatus());
    QVERIFY(!bench.http.waiting.front().context); // ended, and what was asked for with it
    bench.http.waiting.clear();
    QCOMPARE(bench.service->waitingUnderLock(), 2);
    bench.service->takeAccounts(); // said twice
    QCOMPARE(bench.service->waitingUnderLock(), 2);
    bench.service->networkCame();
    bench.service->setFocused(true);
    bench.service->checkNow(bench.id);
    // The first one's time is over, by the alarm that was set for it.
    QVERIFY(bench.alarm.until && *bench.alarm.until <= 45'000);
    bench.pass(*bench.alarm.until);
    changed.clear();
    Q_EMIT bench.alarm.rang();
    QCOMPARE(bench.service->waitingUnderLock(), 1);
    QVERIFY(!changed.isEmpty());
    bench.clock.now += 3'600'000; // somebody sets the clock: it takes nothing away
    Q_EMIT bench.alarm.rang();
    QCOMPARE(bench.service->waitingUnderLock(), 1);
    QTest::qWait(30);
    QCOMPARE(bench.http.sent.size(), sent);
    bench.clock.now -= 3'600'000;

    bench.keeper.isOpen = true;
    bench.store.isLocked = false;
    came.clear();
    bench.service->takeAccounts();
    QCOMPARE(bench.service->waitingUnderLock(), 0);
    QVERIFY(bench.poll(listOf({test::ownChallenge(a), test::ownChallenge(b), test::ownChallenge(c)}))); // at once
    QCOMPARE(came.size(), 1);
    QCOMPARE(bench.state(c), RequestState::Open);
    QCOMPARE(bench.service->requests().last().firstSeen, firstSeen + 60'000); // its time went on
    QVERIFY(!bench.service->history().isEmpty());
    QVERIFY(PushMemory::read(bench.store.saved).decision(bench.id, a));
    bench.pass(PushInbox::validity);
    Q_EMIT bench.alarm.rang();
    bench.keeper.isOpen = false;
    bench.service->takeAccounts();
    QCOMPARE(bench.service->waitingUnderLock(), 0);
    QVERIFY(!bench.alarm.until);
}

void TestPushService::a_lock_between_choice_and_sending_sends_nothing()
{
    const QString a = QStringLiteral("a");
    for (const Answer &answer : {approve, deny}) {
        Bench bench;
        bench.begin();
        QVERIFY(bench.poll(listOf({test::ownChallenge(a)})));
        bench.store.isHeld = true;
        QVERIFY(bench.service->answer(bench.id, a, answer));
        bench.keeper.isOpen = false;
        bench.service->takeAccounts();
        bench.store.releaseAll(); // what was being saved comes to its end
        QTest::qWait(30);
        QCOMPARE(bench.http.sent.size(), std::size_t{1});
        QCOMPARE(bench.service->waitingUnderLock(), 0); // it was chosen
        bench.keeper.isOpen = true;
        bench.service->takeAccounts();
        QVERIFY(bench.poll(listOf({test::ownChallenge(a)})));
        if (answer == deny) { // which is not lost
            QVERIFY(bench.waitForRequest());
            QVERIFY(bench.http.waiting.front().request.form->contains("decline=1"));
            continue;
        }
        QCOMPARE(bench.state(a), RequestState::Unheard);
        QTest::qWait(30);
        QCOMPARE(bench.http.sent.size(), std::size_t{2}); // both of them polls: an approval goes out by a click
        QVERIFY(!bench.service->answer(bench.id, a, deny));
    }
}

void TestPushService::a_denial_that_waits_for_its_reason_is_not_lost()
{
    const QString a = QStringLiteral("a");
    const auto begun = [&a](Bench &bench) {
        bench.begin();
        if (!bench.poll(listOf({test::ownChallenge(a)})))
            return false;
        bench.service->holdDenial(bench.id, a);
        const auto saved = PushMemory::read(bench.store.saved).decision(bench.id, a);
        return saved && saved->isHeld && saved->answer == deny && bench.http.waiting.empty();
    };
    Bench said; // the reason comes
    QVERIFY(begun(said));
    QVERIFY(!said.service->answer(said.id, a, approve));
    QVERIFY(said.service->answer(said.id, a, {Choice::Deny, {}, Reason::UnknownTrigger}));
    QVERIFY(said.waitForRequest());
    QVERIFY(said.http.waiting.front().request.form->contains("decline=1"));
    const auto final = PushMemory::read(said.store.saved).decision(said.id, a);
    QVERIFY(final && !final->isHeld && final->answer.reason == Reason::UnknownTrigger);
    QVERIFY(!said.service->answer(said.id, a, deny));

    for (const bool isRestart : {true, false}) { // it does not: ended, or locked
        Bench bench;
        QVERIFY(begun(bench));
        if (isRestart) {
            bench.begin();
        } else {
            bench.keeper.isOpen = false;
            bench.service->takeAccounts();
            QCOMPARE(bench.service->waitingUnderLock(), 0); // nobody has to answer it any more
            bench.keeper.isOpen = true;
            bench.service->takeAccounts();
        }
        QSignalSpy came(&*bench.service, &PushService::requestCame);
        QVERIFY(bench.poll(listOf({test::ownChallenge(a)})));
        QVERIFY(bench.waitForRequest());
        const HttpRequest request = bench.http.waiting.front().request;
        QVERIFY(request.form && request.form->contains("decline=1"));
        QVERIFY(!PushMemory::read(bench.store.saved).decision(bench.id, a)->isHeld);
        bench.http.failNext(HttpTrouble::NoAnswer); // and from then on nothing goes out by itself
        QVERIFY(bench.waitFor(a, RequestState::Unheard));
        QVERIFY(came.isEmpty());
        bench.pollAgain();
        QVERIFY(bench.poll(listOf({test::ownChallenge(a)})));
        QCOMPARE(bench.state(a), RequestState::Unheard);
    }
}

void TestPushService::what_the_person_had_started_does_not_mute()
{
    Bench bench;
    bench.begin();
    for (const QString &nonce : {QStringLiteral("a"), QStringLiteral("b")}) {
        QVERIFY(bench.poll(listOf({test::ownChallenge(nonce)})));
        QVERIFY(bench.service->answer(bench.id, nonce, deny));
        QVERIFY(bench.waitForRequest());
        bench.http.answerNext(test::enveloped(true));
        QVERIFY(bench.waitFor(nonce, RequestState::Denied));
        bench.pollAgain();
    }
    QVERIFY(bench.service->mutedUntil(bench.id) != 0);
    QSignalSpy changed(&*bench.service, &PushService::requestsChanged);
    bench.service->setStartedByPerson(bench.id, QStringLiteral("b"));
    QCOMPARE(bench.service->mutedUntil(bench.id), 0);
    QCOMPARE(changed.size(), 1);
    bench.service->setStartedByPerson(bench.id, QStringLiteral("b")); // once
    QSignalSpy came(&*bench.service, &PushService::requestCame);
    QVERIFY(bench.poll(listOf({test::ownChallenge(QStringLiteral("c"))})));
    QCOMPARE(came.size(), 1);
    QVERIFY(bench.service->answer(bench.id, QStringLiteral("c"), deny)); // the second that they had not started
    QVERIFY(bench.service->mutedUntil(bench.id) != 0);
}

void TestPushService::proves_a_new_key_and_then_lets_the_old_one_go()
{
    Bench bench;
    PushAccount fresh = test::vectorAccount();
    fresh.state = PushState::Unproven;
    const AccountId id = bench.add(fresh);
    PushAccount elsewhere = test::vectorAccount();
    elsewhere.url = QStringLiteral("https://pi.example.com:8443/ttype/push");
    bench.add(elsewhere);
    PushAccount unfinished = test::vectorAccount();
    unfinished.state = PushState::Enrolling;
    unfinished.serial = QStringLiteral("PIPU9");
    bench.add(unfinished);
    bench.begin();
    QSignalSpy proved(&*bench.service, &PushService::proved);
    const QByteArray refused =
        R"({"result":{"status":false,"error":{"code":10,"message":"ERR10: Could not verify signature!"}}})";
    QVERIFY(bench.waitForRequest());
    while (proved.isEmpty()) {
        QVERIFY(bench.waitForRequest());
        // Until the new one polls well nothing happens to the old one.
        QVERIFY(!bench.keeper.all.first().trashed);
        bench.http.answerNext(bench.keeper.all[1].state == PushState::Unproven ? listOf({}) : refused);
        QTest::qWait(20);
    }
    QCOMPARE(proved.first().first().value<AccountId>(), id);
    QTRY_VERIFY_WITH_TIMEOUT(bench.keeper.all[0].trashed.has_value(), patience);
    QCOMPARE(bench.keeper.all[1].state, PushState::Ready);
    QVERIFY(!bench.keeper.all[1].trashed
            && !bench.keeper.all[2].trashed); // the same serial elsewhere is another account
    QVERIFY(std::ranges::none_of(bench.http.sent, [](const HttpRequest &one) { return one.url.contains("PIPU9"); }));
}

void TestPushService::keeps_a_thousand_answers_and_a_history()
{
    PushMemory memory;
    const AccountId id{7};
    for (int i = 0; i < 1100; ++i) {
        QVERIFY(memory.decide(id, QString::number(i), i % 2 ? approve : Answer{Choice::Deny, {}, Reason::Cancelled}));
        memory.addHistory({id, i, Ending(i % 6)});
    }
    QVERIFY(!memory.decide(id, QStringLiteral("1099"), deny));
    QVERIFY(memory.decide(id, QStringLiteral("1099"), approve));
    memory.setOver(id, QStringLiteral("1099"));
    QVERIFY(!memory.decision(id, QStringLiteral("99")) && memory.decision(id, QStringLiteral("100")));
    QVERIFY(!memory.decision({8}, QStringLiteral("100")));
    QCOMPARE(memory.history().size(), 1000);
    const PushMemory again = PushMemory::read(memory.write());
    QVERIFY(again == memory);
    QVERIFY(again.decision(id, QStringLiteral("1099"))->isOver);
    memory.forget({8});
    QVERIFY(again == memory);
    memory.forget(id);
    QVERIFY(memory == PushMemory());
}

void TestPushService::a_memory_that_is_odd_approves_nothing()
{
    for (const char *text : {"", "x", "[]", "{}", R"({"decisions":[]})", R"({"decisions":{"zz":[{"nonce":"a"}]}})",
                             R"({"history":[{"account":"0000000000000001","ending":"later"}, 3]})"})
        QVERIFY2(PushMemory::read(text) == PushMemory(), text);
    const PushMemory memory = PushMemory::read(
        R"({"decisions":{"0000000000000001":[{"nonce":"a","choice":"later"},{"choice":"approve"},{"nonce":"b"}]}})");
    QCOMPARE(memory.decision({1}, QStringLiteral("a"))->answer.choice, Choice::Deny);
    QCOMPARE(memory.decision({1}, QStringLiteral("b"))->answer.choice, Choice::Deny);
    QVERIFY(!memory.decision({1}, QString()));
}

QTEST_GUILESS_MAIN(TestPushService)
#include "tst_push_service.moc"
