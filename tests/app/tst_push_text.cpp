// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/breakable_text.h"
#include "app/support/push_text.h"

#include <QTest>

using namespace watchword;
using namespace watchword::app;

class TestPushText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_trouble_has_a_sentence_and_a_hint_data();
    void every_trouble_has_a_sentence_and_a_hint();
    void says_nothing_was_sent_only_where_that_is_so_data();
    void says_nothing_was_sent_only_where_that_is_so();
    void after_an_answer_nothing_is_promised_to_be_sent_again();
    void makes_the_tricks_of_a_host_visible();
    void every_state_has_a_title_and_words_data();
    void every_state_has_a_title_and_words();
    void an_answer_that_was_perhaps_heard_is_not_called_another_ones();
    void names_both_hosts_of_a_request_for_another_server();
    void names_an_account_by_what_it_has();
    void counts_the_time_that_is_left();
    void says_when_something_was_with_the_day_where_it_matters();
    void says_how_a_server_is_doing();
    void says_how_far_the_clocks_are_apart();
    void says_that_pop_ups_are_muted_and_why();
    void long_words_can_be_broken();

private:
    static accounts::PushAccount account();
    static push::Request request(push::RequestState state);
    static void isPlain(const QString &text);
};

namespace {

const qint64 noon = QDateTime(QDate(2026, 11, 20), QTime(12, 0)).toSecsSinceEpoch();

} // namespace

accounts::PushAccount TestPushText::account()
{
    accounts::PushAccount account;
    account.url = QStringLiteral("https://pi.example/ttype/push");
    account.serial = QStringLiteral("PIPU0001");
    account.issuer = QStringLiteral("ACME");
    account.name = QStringLiteral("alice");
    account.state = accounts::PushState::Ready;
    return account;
}

push::Request TestPushText::request(push::RequestState state)
{
    push::Request request;
    request.state = state;
    request.challenge.title = QStringLiteral("<b>title</b> of a server");
    request.challenge.question = QStringLiteral("question of a server");
    request.outcome.message = QStringLiteral("message of a server");
    request.firstSeen = noon * 1000;
    return request;
}

void TestPushText::isPlain(const QString &text)
{
    QVERIFY2(text.size() > 8, qPrintable(text));
    QVERIFY2(!text.contains(QLatin1Char('<')), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
    QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("..")) && !text.contains(QStringLiteral("  ")), qPrintable(text));
}

void TestPushText::every_trouble_has_a_sentence_and_a_hint_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<int>("moment");
    for (int trouble = 0; trouble <= int(push::Trouble::NoEncryption); ++trouble) {
        for (int moment = 0; moment <= int(PushMoment::Answering); ++moment)
            QTest::addRow("trouble %d, moment %d", trouble, moment) << trouble << moment;
    }
}

void TestPushText::every_trouble_has_a_sentence_and_a_hint()
{
    QFETCH(int, trouble);
    QFETCH(int, moment);
    for (const QString &detail : {QString(), QStringLiteral("400/905")}) {
        const ErrorText text =
            pushErrorText({push::Trouble(trouble), detail}, PushMoment(moment), QStringLiteral("pi.example"));
        isPlain(text.sentence);
        isPlain(text.hint);
    }
}

void TestPushText::says_nothing_was_sent_only_where_that_is_so_data()
{
    using push::Trouble;
    QTest::addColumn<int>("trouble");
    for (const Trouble trouble : {Trouble::NoAnswer, Trouble::TooLarge, Trouble::NotAServer, Trouble::ServerFailed,
                                  Trouble::ServerRefused, Trouble::Redirected, Trouble::SignatureRefused})
        QTest::addRow("trouble %d", int(trouble)) << int(trouble);
}

void TestPushText::says_nothing_was_sent_only_where_that_is_so()
{
    QFETCH(int, trouble);
    const ErrorText text =
        pushErrorText({push::Trouble(trouble), {}}, PushMoment::Answering, QStringLiteral("pi.example"));
    QVERIFY2(!text.whole().contains(QStringLiteral("nothing was sent"), Qt::CaseInsensitive), qPrintable(text.whole()));
}

void TestPushText::after_an_answer_nothing_is_promised_to_be_sent_again()
{
    using push::Trouble;
    for (const Trouble trouble : {Trouble::ServerFailed, Trouble::ServerRefused, Trouble::NotAServer}) {
        const QString text = pushErrorText({trouble, {}}, PushMoment::Answering, QStringLiteral("pi.example")).whole();
        QVERIFY2(text.contains(QStringLiteral("Nothing is sent again")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("try again"), Qt::CaseInsensitive), qPrintable(text));
    }
}

void TestPushText::makes_the_tricks_of_a_host_visible()
{
    const ErrorText text = pushErrorText({push::Trouble::OtherServer, QStringLiteral("evil\u202E.example")},
                                         PushMoment::Answering, QStringLiteral("pi.example"));
    QVERIFY2(text.sentence.contains(QStringLiteral("evil\uFFFD.example")), qPrintable(text.sentence));
    QVERIFY(text.sentence.contains(QStringLiteral("pi.example")));
}

void TestPushText::every_state_has_a_title_and_words_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("choice");
    for (int state = 0; state <= int(push::RequestState::OtherServer); ++state) {
        QTest::addRow("state %d, approval", state) << state << int(push::Choice::Approve);
        QTest::addRow("state %d, denial", state) << state << int(push::Choice::Deny);
    }
}

void TestPushText::every_state_has_a_title_and_words()
{
    QFETCH(int, state);
    QFETCH(int, choice);
    push::Request one = request(push::RequestState(state));
    one.answer.choice = push::Choice(choice);
    one.failure = push::Failure{push::Trouble::NoAnswer, {}};
    const RequestText text = requestText(one, account(), noon * 1000);
    QVERIFY(!text.title.isEmpty());
    QVERIFY2(!text.title.endsWith(QLatin1Char('.')), qPrintable(text.title));
    isPlain(text.sentence);
    QVERIFY(!stateText(one.state).isEmpty());
    for (const QString &shown : {text.title, text.sentence, stateText(one.state)})
        QVERIFY2(!shown.contains(QStringLiteral("of a server")), qPrintable(shown));
    // Only the server's word is called an approval.
    if (one.state != push::RequestState::Approved)
        QVERIFY2(!text.title.contains(QStringLiteral("Approved")), qPrintable(text.title));
}

void TestPushText::an_answer_that_was_perhaps_heard_is_not_called_another_ones()
{
    push::Request one = request(push::RequestState::AnsweredElsewhere);
    QCOMPARE(requestText(one, account(), noon * 1000).title, QStringLiteral("Answered elsewhere"));
    one.failure = push::Failure{push::Trouble::NoAnswer, {}};
    QCOMPARE(requestText(one, account(), noon * 1000).title, QStringLiteral("The server does not ask any more"));
}

void TestPushText::names_both_hosts_of_a_request_for_another_server()
{
    push::Request one = request(push::RequestState::OtherServer);
    one.otherHost = QStringLiteral("evil.example:8443");
    const QString text = requestText(one, account(), noon * 1000).sentence;
    QVERIFY2(text.contains(QStringLiteral("evil.example:8443")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("pi.example")), qPrintable(text));
    one.otherHost.clear();
    isPlain(requestText(one, account(), noon * 1000).sentence);
}

void TestPushText::names_an_account_by_what_it_has()
{
    accounts::PushAccount one = account();
    QCOMPARE(pushTitle(one), QStringLiteral("ACME"));
    QCOMPARE(pushName(one), QStringLiteral("alice"));
    QCOMPARE(pushHost(one), QStringLiteral("pi.example"));
    one.issuer = QStringLiteral(" ");
    one.name.clear();
    QCOMPARE(pushTitle(one), QStringLiteral("pi.example"));
    QCOMPARE(pushName(one), QStringLiteral("PIPU0001"));
    one.url = QStringLiteral("https://PI.example:8443/ttype/push");
    QCOMPARE(pushHost(one), QStringLiteral("pi.example:8443"));
    one.issuer = QStringLiteral("A\u202EB");
    QCOMPARE(pushTitle(one), QStringLiteral("A\uFFFDB"));
}

void TestPushText::counts_the_time_that_is_left()
{
    QCOMPARE(timeLeftText(42'000), QStringLiteral("About 42 second(s) left")); // plural forms are the translations'
    QCOMPARE(timeLeftText(41'001), QStringLiteral("About 42 second(s) left"));
    QCOMPARE(timeLeftText(-5), QStringLiteral("About 0 second(s) left"));
    QCOMPARE(agoText(18'400), QStringLiteral("18 second(s) ago"));
    QCOMPARE(agoText(300), QStringLiteral("just now"));
    QCOMPARE(agoText(-300), QStringLiteral("just now"));
    QCOMPARE(agoText(600'000), QStringLiteral("10 minute(s) ago"));
}

void TestPushText::says_when_something_was_with_the_day_where_it_matters()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(momentText(noon, noon + 3600), QStringLiteral("12:00"));
    QCOMPARE(momentText(noon, noon + qint64{24} * 3600), QStringLiteral("20/11/2026, 12:00"));
    push::Request one = request(push::RequestState::Expired);
    QCOMPARE(requestText(one, account(), (noon + 300) * 1000).title, QStringLiteral("Expired at 12:02"));
    QCOMPARE(requestText(one, account(), (noon + 110) * 1000).title, QStringLiteral("Expired at 12:01")); // about
    QVERIFY(requestText(one, account(), noon * 1000).sentence.startsWith(QStringLiteral("Nothing was approved.")));
    one.failure = push::Failure{push::Trouble::NoAnswer, {}}; // of an answer, which may have been an approval
    QVERIFY(!requestText(one, account(), noon * 1000).sentence.contains(QStringLiteral("Nothing was approved")));
}

void TestPushText::says_how_a_server_is_doing()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    push::PushStatus status;
    QCOMPARE(statusText(account(), status, noon), QStringLiteral("No contact yet"));
    status.isChecking = true;
    QCOMPARE(statusText(account(), status, noon), QStringLiteral("Asking the server…"));
    status.lastContact = noon;
    QCOMPARE(statusText(account(), status, noon), QStringLiteral("Last contact 12:00"));
    status.trouble = push::Failure{push::Trouble::NoConnection, {}};
    QVERIFY(statusText(account(), status, noon).contains(QStringLiteral("cannot be reached")));
    accounts::PushAccount unfinished = account();
    unfinished.state = accounts::PushState::Enrolling;
    QVERIFY(statusText(unfinished, status, noon).contains(QStringLiteral("not finished")));
}

void TestPushText::says_how_far_the_clocks_are_apart()
{
    push::PushStatus status;
    QVERIFY(clockOffsetText(account(), status).isEmpty());
    status.clockOffset = 120;
    QVERIFY(clockOffsetText(account(), status).contains(QStringLiteral("2 minute(s) ahead")));
    status.clockOffset = -7200;
    QVERIFY(clockOffsetText(account(), status).contains(QStringLiteral("2 hour(s) behind")));
}

void TestPushText::says_that_pop_ups_are_muted_and_why()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY(mutedText(0, noon * 1000).isEmpty());
    QVERIFY(mutedText((noon + 1200) * 1000, noon * 1000).contains(QStringLiteral("12:20")));
    const QString text = mutingText(account(), (noon + 1200) * 1000, noon * 1000);
    QVERIFY(text.contains(QStringLiteral("12:20")) && text.contains(QStringLiteral("ACME")));
    isPlain(text);
    QVERIFY(refusedText(0).isEmpty());
    isPlain(refusedText(3));
}

void TestPushText::long_words_can_be_broken()
{
    QCOMPARE(breakable(QStringLiteral("a word and another")), QStringLiteral("a word and another"));
    const QString host = QStringLiteral("privacyidea.rechenzentrum.nordhafen.example");
    const QString broken = breakable(host);
    QVERIFY(broken.contains(QChar(0x200B)));
    QCOMPARE(QString(broken).remove(QChar(0x200B)), host);
    const QString owls = QStringLiteral("🦉").repeated(40); // each is two units
    QCOMPARE(breakable(owls).remove(QChar(0x200B)), owls);
    QCOMPARE(breakable(owls).count(QChar(0x200B)), 2);
    QVERIFY(breakable({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestPushText)
#include "tst_push_text.moc"
