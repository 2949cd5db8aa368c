// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/announce_requests.h"
#include "core/push/signed_text.h"
#include "tests/support/push_data.h"
#include "tests/support/push_ports.h"

#include <QMap>
#include <QSignalSpy>
#include <QTest>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::push;

namespace {

/// What stands on the desktop, as a well-behaved one has it.
class Desktop final : public Notifications
{
public:
    void show(const QString &name, const Notice &notice) override { shown.insert(name, notice); }
    void close(const QString &name) override { shown.remove(name); }

    /// The person's click: the desktop takes the notice away.
    void choose(const QString &name, const char *action, const QByteArray &token = {})
    {
        Q_EMIT actionChosen(name, QLatin1String(action), token);
        dismiss(name);
    }
    void dismiss(const QString &name)
    {
        if (shown.remove(name))
            Q_EMIT closed(name);
    }
    QStringList titles() const
    {
        QStringList all;
        for (const Notice &one : shown)
            all << one.title;
        return all;
    }

    QMap<QString, Notice> shown;
};

QJsonObject challenge(const QString &nonce)
{
    const accounts::PushAccount account = test::vectorAccount();
    const Challenge one{nonce,
                        account.url,
                        account.serial,
                        QStringLiteral("<b>server's question</b>"),
                        QStringLiteral("server's title"),
                        QStringLiteral("1"),
                        {},
                        false};
    static const SecretBytes key = test::vectorKey(QStringLiteral("server"));
    return {{QStringLiteral("nonce"), nonce},
            {QStringLiteral("url"), one.url},
            {QStringLiteral("serial"), one.serial},
            {QStringLiteral("question"), one.question},
            {QStringLiteral("title"), one.title},
            {QStringLiteral("sslverify"), one.sslVerify},
            {QStringLiteral("signature"), QString::fromLatin1(signatureOf(challengeText(one), key).value())}};
}

const QString waits = QStringLiteral("A sign-in is waiting for your answer");
const QString unheard = QStringLiteral("The server may not have heard you");

struct Bench {
    Bench()
    {
        accounts::PushAccount account = test::vectorAccount();
        account.id = id;
        account.issuer = QStringLiteral("Acme");
        account.name = QStringLiteral("alice");
        keeper.all << account;
        keeper.keys[id] = test::vectorKey().text().toByteArray();
        service.start();
    }
    bool waitForRequest()
    {
        return QTest::qWaitFor([this] { return !http.waiting.empty(); }, 30'000);
    }
    /// The next poll brings these.
    bool poll(const QStringList &nonces)
    {
        if (!m_isFirst) {
            clock.now += 15'000;
            Q_EMIT alarm.rang();
        }
        m_isFirst = false;
        QJsonArray challenges;
        for (const QString &nonce : nonces)
            challenges << challenge(nonce);
        if (!waitForRequest() || http.waiting.front().request.form)
            return false;
        http.answerNext(test::enveloped(challenges));
        return QTest::qWaitFor([this] { return !service.status(id).isChecking; }, 30'000);
    }
    /// The denial was sent.
    bool isAnswerSent() { return waitForRequest() && http.waiting.front().request.form; }
    QString only() const { return desktop.shown.size() == 1 ? desktop.shown.firstKey() : QString(); }

    const accounts::AccountId id{1};
    test::ScriptedHttp http;
    test::MemoryKeeper keeper;
    test::HeldStore store;
    test::PushClock clock;
    test::HeldAlarm alarm;
    PushService service{{http, keeper, store, clock, alarm, [] { return 0.5; }}};
    Desktop desktop;
    AnnounceRequests announce{service, keeper, clock, desktop};
    QSignalSpy reviewed{&announce, &AnnounceRequests::reviewRequested};

private:
    bool m_isFirst = true;
};

} // namespace

class TestAnnounceRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_that_one_came_in_our_words();
    void says_nothing_of_what_is_not_signed();
    void is_taken_away_when_answered_or_over();
    void a_denial_is_said_when_the_server_said_so();
    void a_denial_that_may_not_have_been_heard();
    void a_denial_that_the_server_refused();
    void an_approval_is_none_of_its_actions();
    void review_opens_it_and_takes_the_notice_away();
    void many_are_counted();
    void a_locked_session_shows_nothing();
    void a_locked_vault_shows_how_many_wait_and_nothing_else();
    void what_was_dismissed_stays_away();
    void two_denials_are_explained();
};

void TestAnnounceRequests::says_that_one_came_in_our_words()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A")}));
    QCOMPARE(bench.desktop.titles(), QStringList{waits});
    const Notice notice = bench.desktop.shown.first();
    QVERIFY(notice.body.contains(QLatin1String("Acme")));
    QVERIFY(notice.body.contains(QLatin1String("alice")));
    QVERIFY(!notice.body.contains(QLatin1String("server")));
    QCOMPARE(notice.actions.size(), 2);
    QCOMPARE(notice.actions.at(0).label, QStringLiteral("Review"));
    QCOMPARE(notice.actions.at(1).label, QStringLiteral("Deny"));
    QCOMPARE(notice.onClick, notice.actions.at(0).key);
    QVERIFY(notice.stays);
    QVERIFY(bench.poll({QStringLiteral("A")})); // still asked: nothing new
    QCOMPARE(bench.desktop.titles(), QStringList{waits});
}

void TestAnnounceRequests::says_nothing_of_what_is_not_signed()
{
    Bench bench;
    QVERIFY(bench.waitForRequest());
    bench.http.answerNext(test::enveloped(test::pushVectors().value(QStringLiteral("bad_challenges")).toArray()));
    QTRY_VERIFY(bench.service.refusedChallenges() == 7);
    QVERIFY(bench.desktop.shown.isEmpty());
}

void TestAnnounceRequests::is_taken_away_when_answered_or_over()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A"), QStringLiteral("B")}));
    QCOMPARE(bench.desktop.shown.size(), 2);
    QVERIFY(bench.service.answer(bench.id, QStringLiteral("A"), {Choice::Approve, {}, Reason::None}));
    QCOMPARE(bench.desktop.shown.size(), 1);
    QVERIFY(bench.isAnswerSent());
    bench.http.answerNext(test::enveloped(true));
    QTRY_COMPARE(bench.service.requests().first().state, RequestState::Approved);
    QCOMPARE(bench.desktop.titles(), QStringList{waits}); // nothing is said of what the prompt says
    QVERIFY(bench.poll({}));
    QVERIFY(bench.desktop.shown.isEmpty()); // answered elsewhere
    QVERIFY(bench.poll({QStringLiteral("C")}));
    QCOMPARE(bench.desktop.shown.size(), 1);
    bench.clock.now += PushInbox::validity;
    Q_EMIT bench.alarm.rang();
    QVERIFY(bench.desktop.shown.isEmpty()); // expired
}

void TestAnnounceRequests::a_denial_is_said_when_the_server_said_so()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A")}));
    bench.desktop.choose(bench.only(), "deny");
    QVERIFY(bench.desktop.shown.isEmpty());
    QVERIFY(bench.isAnswerSent());
    QVERIFY(bench.http.waiting.front().request.form->contains("decline=1"));
    QVERIFY(bench.desktop.shown.isEmpty());
    bench.http.answerNext(test::enveloped(true));
    QTRY_COMPARE(bench.desktop.titles(), QStringList{QStringLiteral("Denied")});
    const Notice notice = bench.desktop.shown.first();
    QVERIFY(notice.actions.isEmpty());
    QVERIFY(!notice.stays);
    QVERIFY(notice.body.contains(QLatin1String("change it")));
    QCOMPARE(bench.reviewed.count(), 0);
}

void TestAnnounceRequests::a_denial_that_may_not_have_been_heard()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A")}));
    bench.desktop.choose(bench.only(), "deny");
    QVERIFY(bench.isAnswerSent());
    bench.http.failNext(HttpTrouble::NoAnswer);
    QTRY_COMPARE(bench.desktop.titles(), QStringList{unheard});
    const Notice notice = bench.desktop.shown.first();
    QCOMPARE(notice.actions.size(), 1);
    QCOMPARE(notice.actions.first().label, QStringLiteral("Review"));
    QVERIFY(notice.stays);
    // Tried again in the window.
    QVERIFY(bench.service.tryAgain(bench.id, QStringLiteral("A")));
    QVERIFY(bench.isAnswerSent());
    bench.http.answerNext(test::enveloped(true));
    QTRY_COMPARE(bench.desktop.titles(), QStringList{QStringLiteral("Denied")});
}

void TestAnnounceRequests::a_denial_that_the_server_refused()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A")}));
    bench.desktop.choose(bench.only(), "deny");
    QVERIFY(bench.isAnswerSent());
    bench.http.answerNext("<html>secret words of the server</html>", 500);
    QTRY_COMPARE(bench.desktop.titles(), QStringList{QStringLiteral("The server answered with an error")});
    QVERIFY(!bench.desktop.shown.first().body.contains(QLatin1String("words")));
    bench.desktop.choose(bench.only(), "review");
    QCOMPARE(bench.reviewed.count(), 1);
}

void TestAnnounceRequests::an_approval_is_none_of_its_actions()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A")}));
    Q_EMIT bench.desktop.actionChosen(bench.only(), QStringLiteral("approve"), {}); // by a port that does not look
    QTest::qWait(50);
    QCOMPARE(bench.service.requests().first().state, RequestState::Open);
    QVERIFY(bench.http.waiting.empty());
}

void TestAnnounceRequests::review_opens_it_and_takes_the_notice_away()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A")}));
    bench.desktop.choose(bench.only(), "review", "token");
    QCOMPARE(bench.reviewed.count(), 1);
    QCOMPARE(bench.reviewed.first().at(0).value<accounts::AccountId>(), bench.id);
    QCOMPARE(bench.reviewed.first().at(1).toString(), QStringLiteral("A"));
    QCOMPARE(bench.reviewed.first().at(2).toByteArray(), QByteArray("token"));
    QVERIFY(bench.desktop.shown.isEmpty());
    QCOMPARE(bench.service.requests().first().state, RequestState::Open);
}

void TestAnnounceRequests::many_are_counted()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D")}));
    QCOMPARE(bench.desktop.shown.size(), 3);
    QVERIFY(bench.desktop.titles().contains(QStringLiteral("2 more sign-in(s) waiting for your answer")));
    const QString more = QStringLiteral("others");
    QCOMPARE(bench.desktop.shown.value(more).actions.size(), 1); // there is not one that a denial would be of
    // No two say the same: dunst would make one of them, with the buttons of the last.
    QVERIFY(bench.desktop.shown.value(QStringLiteral("request 1")).body
            != bench.desktop.shown.value(QStringLiteral("request 2")).body);
    // Those with a notice of their own keep it; nothing pops up again.
    QVERIFY(bench.poll({QStringLiteral("B"), QStringLiteral("D")}));
    QCOMPARE(bench.desktop.shown.size(), 2);
    QVERIFY(bench.desktop.titles().contains(QStringLiteral("1 more sign-in(s) waiting for your answer")));
    bench.desktop.choose(more, "review");
    QCOMPARE(bench.reviewed.count(), 1);
    QCOMPARE(bench.reviewed.first().at(1).toString(), QStringLiteral("D"));
    QCOMPARE(bench.desktop.titles(), QStringList{waits});
}

void TestAnnounceRequests::a_locked_session_shows_nothing()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
    QVERIFY(bench.service.answer(bench.id, QStringLiteral("C"), {Choice::Deny, {}, Reason::Cancelled}));
    QVERIFY(bench.isAnswerSent());
    bench.desktop.choose(bench.desktop.shown.firstKey(), "deny");
    bench.service.setPaused(true);
    QVERIFY(bench.desktop.shown.isEmpty());
    // What becomes of the denial is said when somebody is there to read it.
    bench.http.failNext(HttpTrouble::NoAnswer);
    QVERIFY(QTest::qWaitFor([&bench] { return !bench.http.waiting.empty(); }, 30'000));
    bench.http.failNext(HttpTrouble::NoAnswer);
    QTRY_COMPARE(bench.service.requests().first().state, RequestState::Unheard);
    QVERIFY(bench.desktop.shown.isEmpty());
    bench.service.setPaused(false);
    QCOMPARE(bench.desktop.titles(), (QStringList{unheard, waits}));
}

void TestAnnounceRequests::a_locked_vault_shows_how_many_wait_and_nothing_else()
{
    const auto lock = [](Bench &bench, bool isLocked) {
        bench.keeper.isOpen = !isLocked;
        bench.service.takeAccounts();
    };
    Bench bench;
    QSignalSpy unlocking(&bench.announce, &AnnounceRequests::unlockRequested);
    QVERIFY(bench.poll({QStringLiteral("A"), QStringLiteral("B")}));
    lock(bench, true);
    QCOMPARE(bench.desktop.titles(), QStringList{QStringLiteral("2 request(s) waiting")});
    const Notice notice = bench.desktop.shown.first();
    QVERIFY(!notice.body.contains(QLatin1String("Acme")) && !notice.body.contains(QLatin1String("alice")));
    QCOMPARE(notice.actions.size(), 1);
    QCOMPARE(notice.actions.first().key, notice.onClick);
    bench.service.setPaused(true); // the screen is locked, too
    QVERIFY(bench.desktop.shown.isEmpty());
    bench.service.setPaused(false);
    QCOMPARE(bench.desktop.shown.size(), 1);
    // Unlocked: the requests themselves again.
    bench.desktop.choose(bench.only(), "unlock", "token");
    QCOMPARE(unlocking.size(), 1);
    QCOMPARE(unlocking.first().first().toByteArray(), QByteArray("token"));
    lock(bench, false);
    QVERIFY(bench.desktop.shown.isEmpty());
    QVERIFY(bench.poll({QStringLiteral("A")}));
    QCOMPARE(bench.desktop.titles(), QStringList{waits});
    // Their time goes on.
    lock(bench, true);
    QCOMPARE(bench.desktop.titles(), QStringList{QStringLiteral("1 request(s) waiting")});
    bench.clock.now += PushInbox::validity;
    Q_EMIT bench.alarm.rang();
    QVERIFY(bench.desktop.shown.isEmpty());

    Bench quiet; // what was dismissed stays away
    QVERIFY(quiet.poll({QStringLiteral("A")}));
    quiet.desktop.dismiss(quiet.only());
    lock(quiet, true);
    QCOMPARE(quiet.service.waitingUnderLock(), 1);
    QVERIFY(quiet.desktop.shown.isEmpty());
}

void TestAnnounceRequests::what_was_dismissed_stays_away()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A")}));
    bench.desktop.dismiss(bench.only());
    bench.service.setPaused(true);
    bench.service.setPaused(false);
    QVERIFY(bench.desktop.shown.isEmpty());
    QCOMPARE(bench.service.requests().first().state, RequestState::Open);
}

void TestAnnounceRequests::two_denials_are_explained()
{
    Bench bench;
    QVERIFY(bench.poll({QStringLiteral("A"), QStringLiteral("B")}));
    for (int i = 0; i < 2; ++i) {
        const auto open = std::ranges::find(bench.desktop.shown, waits, &Notice::title);
        QVERIFY(open != bench.desktop.shown.end());
        bench.desktop.choose(open.key(), "deny");
        QVERIFY(bench.isAnswerSent());
        bench.http.answerNext(test::enveloped(true));
        QTRY_COMPARE(bench.desktop.titles().count(QStringLiteral("Denied")), i + 1);
    }
    QVERIFY(std::ranges::any_of(std::as_const(bench.desktop.shown), [](const Notice &notice) {
        return notice.body.contains(QLatin1String("Quiet until"));
    }));
}

QTEST_GUILESS_MAIN(TestAnnounceRequests)
#include "tst_announce_requests.moc"
