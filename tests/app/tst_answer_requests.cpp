// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a poll that brings a request to the window that asks about it, and back to what is sent: with fakes only at the ports.
#include "app/dialogs/fresh_keys.h"
#include "app/dialogs/sign_in_history.h"
#include "app/dialogs/sign_in_prompt.h"
#include "app/dialogs/steady_view.h"
#include "app/flows/answer_requests.h"
#include "app/support/theme/theme.h"
#include "app/widgets/password_field.h"
#include "core/push/signed_text.h"
#include "tests/support/push_data.h"
#include "tests/support/push_ports.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <deque>

using namespace watchword;
using namespace watchword::app;
using accounts::PushAccount;
using push::PushService;

namespace {

constexpr int patience = 20'000;

// Signed by the server of the vectors.
QJsonObject challengeOf(const QString &nonce, const QString &presence = {},
                        const QString &url = QStringLiteral("https://pi.example.com/ttype/push"))
{
    push::Challenge challenge{nonce,
                              url,
                              test::vectorAccount().serial,
                              QStringLiteral("Log in?"),
                              QStringLiteral("Test"),
                              QStringLiteral("1"),
                              presence.isEmpty() ? QStringList() : presence.split(QLatin1Char(',')),
                              false};
    static const SecretBytes key = test::vectorKey(QStringLiteral("server"));
    QJsonObject json{{QStringLiteral("nonce"), nonce},
                     {QStringLiteral("url"), url},
                     {QStringLiteral("serial"), challenge.serial},
                     {QStringLiteral("question"), challenge.question},
                     {QStringLiteral("title"), challenge.title},
                     {QStringLiteral("sslverify"), challenge.sslVerify},
                     {QStringLiteral("signature"),
                      QString::fromLatin1(push::signatureOf(push::challengeText(challenge), key).value())}};
    if (!presence.isEmpty()) {
        json.insert(QStringLiteral("require_presence"), presence);
        json.insert(QStringLiteral("version"), QStringLiteral("2"));
    }
    return json;
}

QString nonce(int number)
{
    return QStringLiteral("NONCE%1").arg(number);
}

// The program around the flow: a service with its ports, one enrolment or two, and a window.
struct Bench {
    explicit Bench(int accounts = 1)
    {
        for (int i = 0; i < accounts; ++i) {
            PushAccount account = test::vectorAccount();
            account.id = {quint64(i) + 1};
            keeper.all << account;
            keeper.keys[account.id] = test::vectorKey().text().toByteArray();
        }
        service.emplace(PushService::Ports{http, keeper, store, clock, alarm, [] { return 0.5; }});
        const ApprovalLock lock{[this] { return hasPassword; }, [this] { return sinceGiven; },
                                [this](SecretBytes password, QObject *context, Handler<Result<void>> handler) {
                                    checked << password.text().toByteArray();
                                    checking.push_back({context, std::move(handler)});
                                }};
        flow.emplace(AnswerRequests::Context{*service, [this] { return keeper.all; }, clock, theme(), window, lock});
        QObject::connect(&*flow, &AnswerRequests::waitingChanged, &window, [this](const QString &sentence, int number) {
            banner = sentence;
            waiting = number;
        });
        service->start();
    }
    ~Bench() { flow.reset(); }

    static Theme &theme()
    {
        static Theme one;
        return one;
    }
    bool hasSent()
    {
        return QTest::qWaitFor([this] { return !http.waiting.empty(); }, patience);
    }
    /// The next poll brings these.
    bool poll(const QJsonArray &challenges)
    {
        if (!hasSent() || http.waiting.front().request.form)
            return false;
        http.answerNext(test::enveloped(challenges));
        return QTest::qWaitFor([this] { return !service->status({1}).isChecking; }, patience);
    }
    bool pollAgain(const QJsonArray &challenges)
    {
        clock.now += 15'000;
        Q_EMIT alarm.rang();
        return poll(challenges);
    }
    SignInPrompt *prompt() const
    {
        for (QWidget *const one : QApplication::topLevelWidgets()) {
            if (auto *const prompt = qobject_cast<SignInPrompt *>(one); prompt && prompt->isVisible())
                return prompt;
        }
        return nullptr;
    }
    QPushButton *button(const QString &name) const
    {
        for (QPushButton *const one : prompt() ? prompt()->findChildren<QPushButton *>() : QList<QPushButton *>()) {
            if (one->isVisible() && (one->text() == name || one->accessibleName() == name))
                return one;
        }
        return nullptr;
    }
    bool press(const QString &name)
    {
        if (!QTest::qWaitFor([&] { return button(name) && button(name)->isEnabled(); }, patience))
            return false;
        QTest::mouseClick(button(name), Qt::LeftButton);
        return true;
    }
    QString words() const
    {
        QStringList all;
        for (const QLabel *const label : prompt() ? prompt()->findChildren<QLabel *>() : QList<QLabel *>()) {
            if (label->isVisible())
                all << label->text().remove(QChar(0x2068)).remove(QChar(0x2069)).remove(QChar(0x200B));
        }
        return all.join(QLatin1Char('\n'));
    }
    bool says(const QString &text)
    {
        return QTest::qWaitFor([&] { return words().contains(text); }, patience);
    }
    /// What the answer that waits to be answered says.
    QUrlQuery answer()
    {
        return hasSent() && http.waiting.front().request.form
            ? QUrlQuery(QString::fromLatin1(*http.waiting.front().request.form))
            : QUrlQuery();
    }

    test::ScriptedHttp http;
    test::MemoryKeeper keeper;
    test::HeldStore store;
    test::PushClock clock;
    test::HeldAlarm alarm;
    QWidget window;
    std::optional<PushService> service;
    std::optional<AnswerRequests> flow;
    struct Checking {
        QPointer<QObject> context;
        Handler<Result<void>> handler;
    };
    /// The vault's answer to a password, when it has looked at it.
    void answerCheck(Result<void> answer)
    {
        Checking one = std::move(checking.front());
        checking.pop_front();
        if (one.context)
            one.handler(std::move(answer));
    }
    PasswordField *passwordField() const
    {
        const QList<PasswordField *> all =
            prompt() ? prompt()->findChildren<PasswordField *>() : QList<PasswordField *>();
        const auto shown = std::ranges::find_if(all, &QWidget::isVisible);
        return shown == all.end() ? nullptr : *shown;
    }
    /// In the field, when keys are taken again.
    bool type(const QString &password)
    {
        if (!QTest::qWaitFor([this] { return passwordField() != nullptr; }, patience))
            return false;
        QTest::qWait(int(FreshKeys::quiet.count()) + 50);
        QTest::keyClicks(passwordField(), password);
        return true;
    }
    /// One that wants the password, and is in front.
    bool askWithLock(const QString &presence = {})
    {
        keeper.all.first().lock = accounts::PushLock::Any;
        const bool isThere = poll({challengeOf(nonce(1), presence)})
            && QTest::qWaitFor([this] { return prompt() != nullptr; }, patience);
        if (isThere)
            prompt()->present(true);
        return isThere;
    }

    bool hasPassword = true;
    std::optional<std::chrono::milliseconds> sinceGiven;
    QList<QByteArray> checked;
    std::deque<Checking> checking;
    QString banner;
    int waiting = 0;
};

} // namespace

class TestAnswerRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Bench::theme().install(); }

    void a_request_comes_up_and_is_approved();
    void a_request_is_denied();
    void a_second_slip_denies();
    void tries_again_with_the_same_bytes();
    void the_next_one_comes_by_a_click();
    void a_muted_request_does_not_come_up();
    void a_request_for_another_server_is_shown_and_not_answered();
    void goes_when_the_vault_is_closed();
    void a_closed_window_leaves_the_request_waiting();
    void shows_and_clears_the_history();
    void a_service_may_want_the_password_before_an_approval();
    void a_password_that_was_just_given_is_not_asked_for();
    void the_password_is_asked_for_where_it_would_be_approved();
    void a_password_that_comes_too_late_approves_nothing();
    void without_a_password_nothing_is_approved_that_wants_one();
    void a_lock_closes_it_and_says_how_many_wait();
    void a_lock_while_it_is_asked_why_loses_no_denial();
    void what_they_had_started_is_not_held_against_it();
};

void TestAnswerRequests::a_request_comes_up_and_is_approved()
{
    Bench bench;
    QVERIFY(bench.poll({challengeOf(nonce(1))}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.prompt(), patience);
    QCOMPARE(bench.waiting, 1);
    QVERIFY2(bench.banner.contains(QStringLiteral("ACME & Söhne")), qPrintable(bench.banner));
    bench.store.isHeld = true;
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QVERIFY(bench.says(QStringLiteral("Saving your answer…")));
    QVERIFY(bench.http.waiting.empty());
    bench.store.releaseAll();
    QVERIFY(bench.says(QStringLiteral("Waiting for pi.example.com…")));
    QCOMPARE(bench.answer().queryItemValue(QStringLiteral("nonce")), nonce(1));
    QVERIFY(!bench.answer().hasQueryItem(QStringLiteral("decline")));
    QVERIFY(!bench.words().contains(QStringLiteral("Approved")));
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.says(QStringLiteral("Approved")));
    QCOMPARE(bench.waiting, 0);
    QVERIFY(bench.banner.isEmpty());
    QVERIFY(bench.press(QStringLiteral("Close")));
    QVERIFY(!bench.prompt());
    QVERIFY(bench.service->requests().isEmpty()); // seen, and off the list
}

void TestAnswerRequests::a_request_is_denied()
{
    Bench bench;
    QVERIFY(bench.poll({challengeOf(nonce(1))}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.prompt(), patience);
    QVERIFY(bench.press(QStringLiteral("Deny")));
    QCOMPARE(bench.answer().queryItemValue(QStringLiteral("decline")), QStringLiteral("1"));
    QVERIFY(!bench.answer().hasQueryItem(QStringLiteral("decline_reason")));
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.says(QStringLiteral("Denied")));
    QVERIFY(bench.press(QStringLiteral("It wasn’t me")));
    QVERIFY(bench.says(QStringLiteral("Change your password now")));
    QCOMPARE(bench.http.sent.size(), 2U); // a poll and the one answer
}

void TestAnswerRequests::a_second_slip_denies()
{
    Bench bench;
    QVERIFY(bench.poll({challengeOf(nonce(1), QStringLiteral("42,99,60"))}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.prompt(), patience);
    auto *const field = bench.prompt()->findChild<QLineEdit *>();
    field->setText(QStringLiteral("43"));
    QVERIFY(bench.press(QStringLiteral("Approve with 43")));
    QVERIFY(bench.says(QStringLiteral("If the next one is wrong too")));
    QVERIFY(bench.http.waiting.empty());
    field->setText(QStringLiteral("44"));
    QVERIFY(bench.press(QStringLiteral("Approve with 44")));
    QCOMPARE(bench.answer().queryItemValue(QStringLiteral("decline")), QStringLiteral("1"));
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.says(QStringLiteral("not among the choices for the second time")));
    QVERIFY(!bench.button(QStringLiteral("It wasn’t me")));
}

void TestAnswerRequests::tries_again_with_the_same_bytes()
{
    Bench bench;
    QVERIFY(bench.poll({challengeOf(nonce(1))}));
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QVERIFY(bench.hasSent());
    bench.http.failNext(HttpTrouble::NoAnswer);
    QVERIFY(bench.says(QStringLiteral("The server may not have heard you")));
    QCOMPARE(bench.waiting, 1);
    QVERIFY(bench.press(QStringLiteral("Try again")));
    QVERIFY(bench.hasSent());
    QCOMPARE(bench.http.sent.back(), bench.http.sent[bench.http.sent.size() - 2]);
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.says(QStringLiteral("Approved")));
}

void TestAnswerRequests::the_next_one_comes_by_a_click()
{
    Bench bench;
    QVERIFY(bench.poll({challengeOf(nonce(1))}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.prompt(), patience);
    QVERIFY(bench.pollAgain({challengeOf(nonce(1)), challengeOf(nonce(2))}));
    QVERIFY(bench.says(QStringLiteral("more waiting")));
    QCOMPARE(bench.prompt()->request().nonce(), nonce(1));
    QCOMPARE(bench.waiting, 2);
    QVERIFY(bench.banner.contains(QStringLiteral("2 ")));
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QVERIFY(bench.hasSent());
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.says(QStringLiteral("Approved")));
    QTest::qWait(1000 * (SignInPrompt::approvedSeconds + 1)); // not by itself
    QCOMPARE(bench.prompt()->request().nonce(), nonce(1));
    QVERIFY(bench.press(QStringLiteral("Next request")));
    QCOMPARE(bench.prompt()->request().nonce(), nonce(2));
    QVERIFY(!bench.button(QStringLiteral("Approve"))->isEnabled());
}

void TestAnswerRequests::a_muted_request_does_not_come_up()
{
    Bench bench;
    QSignalSpy said(&*bench.flow, &AnswerRequests::said);
    for (int i = 1; i <= 2; ++i) {
        QVERIFY(i == 1 ? bench.poll({challengeOf(nonce(i))}) : bench.pollAgain({challengeOf(nonce(i))}));
        QVERIFY(bench.press(QStringLiteral("Deny")));
        QVERIFY(bench.hasSent());
        bench.http.answerNext(test::enveloped(true));
        QVERIFY(bench.says(QStringLiteral("Denied")));
        QCOMPARE(bench.words().contains(QStringLiteral("You denied twice")), i == 2);
        QVERIFY(bench.press(QStringLiteral("Close")));
    }
    QVERIFY(said.isEmpty()); // the window has said it
    QVERIFY(bench.pollAgain({challengeOf(nonce(3))}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.waiting, 1, patience);
    QTest::qWait(200);
    QVERIFY(!bench.prompt());
    QVERIFY(!bench.banner.isEmpty());
    bench.flow->reviewNext();
    QVERIFY(bench.prompt());
    QCOMPARE(bench.prompt()->request().nonce(), nonce(3));
}

void TestAnswerRequests::a_request_for_another_server_is_shown_and_not_answered()
{
    Bench bench;
    QVERIFY(bench.poll({challengeOf(nonce(1), {}, QStringLiteral("https://evil.example/ttype/push"))}));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.banner.isEmpty(), patience);
    QCOMPARE(bench.waiting, 0);
    QVERIFY(!bench.prompt());
    bench.flow->reviewNext();
    QVERIFY(bench.prompt());
    QVERIFY2(bench.words().contains(QStringLiteral("evil.example")), qPrintable(bench.words()));
    QVERIFY(bench.words().contains(QStringLiteral("pi.example.com")));
    QVERIFY(!bench.button(QStringLiteral("Approve")) && !bench.button(QStringLiteral("Deny")));
}

void TestAnswerRequests::goes_when_the_vault_is_closed()
{
    Bench bench;
    QVERIFY(bench.poll({challengeOf(nonce(1))}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.prompt(), patience);
    bench.keeper.isOpen = false;
    bench.service->takeAccounts();
    QVERIFY(!bench.prompt());
    QCOMPARE(bench.waiting, 0);
}

void TestAnswerRequests::a_closed_window_leaves_the_request_waiting()
{
    Bench bench;
    QVERIFY(bench.poll({challengeOf(nonce(1))}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.prompt(), patience);
    bench.prompt()->close();
    QVERIFY(!bench.prompt());
    QVERIFY(bench.http.waiting.empty());
    QCOMPARE(bench.flow->waiting(), 1);
    bench.flow->review({1}, nonce(1));
    QVERIFY(bench.prompt());
    bench.clock.now += push::PushInbox::validity + 1000;
    Q_EMIT bench.alarm.rang();
    QVERIFY(bench.says(QStringLiteral("Expired at")));
}

void TestAnswerRequests::shows_and_clears_the_history()
{
    Bench bench;
    QJsonObject forged = challengeOf(nonce(2));
    forged.insert(QStringLiteral("question"), QStringLiteral("another"));
    QVERIFY(bench.poll({challengeOf(nonce(1)), forged}));
    QVERIFY(bench.press(QStringLiteral("Deny")));
    QVERIFY(bench.hasSent());
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.says(QStringLiteral("Denied")));
    QVERIFY(bench.press(QStringLiteral("Show history")));
    const auto shown = [] { return qobject_cast<SignInHistory *>(QApplication::activeModalWidget()); };
    QTRY_VERIFY_WITH_TIMEOUT(shown() != nullptr, patience);
    SignInHistory *const history = shown();
    auto *const list = history->findChild<QListWidget *>();
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("Denied")), qPrintable(list->item(0)->text()));
    QVERIFY(list->item(0)->text().contains(QStringLiteral("alice@users")));
    const QList<QLabel *> labels = history->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *one) {
        return one->isVisible() && one->text().contains(QStringLiteral("without the signature"));
    }));
    const auto press = [](QWidget *dialog, const QString &name) {
        for (QPushButton *const one : dialog->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text().remove(QLatin1Char('&')).startsWith(name))
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        QFAIL(qPrintable(name));
    };
    press(history, QStringLiteral("Clear"));
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget() != history, patience);
    press(QApplication::activeModalWidget(), QStringLiteral("Clear"));
    QTRY_VERIFY_WITH_TIMEOUT(bench.service->history().isEmpty(), patience);
    QCOMPARE(list->count(), 0);
    history->close();
}

void TestAnswerRequests::a_service_may_want_the_password_before_an_approval()
{
    Bench bench;
    bench.sinceGiven = ApprovalLock::freshFor + std::chrono::milliseconds(1);
    QVERIFY(bench.askWithLock());
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QVERIFY(bench.type(QStringLiteral("wrong")));
    QVERIFY(bench.words().contains(QStringLiteral("pi.example.com wants it before you approve.")));
    QVERIFY(bench.http.waiting.empty() && bench.checked.isEmpty());
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QCOMPARE(bench.checked, QList<QByteArray>{"wrong"});
    QVERIFY(bench.words().contains(QStringLiteral("Checking the password…")));
    QVERIFY(!bench.button(QStringLiteral("Approve"))->isEnabled());
    bench.answerCheck(failure(ErrorCode::WrongPassword));
    QVERIFY(bench.words().contains(QStringLiteral("That is not the password.")));
    QVERIFY(bench.http.waiting.empty());
    // It is chosen, so that the next one takes its place.
    QTest::keyClicks(bench.passwordField(), QStringLiteral("right"));
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QCOMPARE(bench.checked.last(), QByteArray("right"));
    bench.answerCheck({});
    QVERIFY(!bench.passwordField());
    QCOMPARE(bench.answer().queryItemValue(QStringLiteral("nonce")), nonce(1));
    QVERIFY(!bench.answer().hasQueryItem(QStringLiteral("decline")));
    bench.http.answerNext(test::enveloped(true));
    QVERIFY(bench.says(QStringLiteral("Approved")));
}

void TestAnswerRequests::a_password_that_was_just_given_is_not_asked_for()
{
    Bench bench;
    bench.sinceGiven = ApprovalLock::freshFor;
    QVERIFY(bench.askWithLock());
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QVERIFY(bench.hasSent());
    QVERIFY(bench.checked.isEmpty());
}

void TestAnswerRequests::the_password_is_asked_for_where_it_would_be_approved()
{
    Bench bench;
    QVERIFY(bench.askWithLock(QStringLiteral("42,99,60")));
    auto *const field = bench.prompt()->findChild<QLineEdit *>();
    field->setText(QStringLiteral("43")); // a slip is pointed out without it
    QVERIFY(bench.press(QStringLiteral("Approve with 43")));
    QVERIFY(bench.says(QStringLiteral("If the next one is wrong too")));
    field->setText(QStringLiteral("99"));
    QVERIFY(bench.press(QStringLiteral("Approve with 99")));
    QVERIFY(bench.type(QStringLiteral("word")));
    QVERIFY(!field->isEnabled());
    QVERIFY(bench.press(QStringLiteral("Cancel"))); // back to the question
    QVERIFY(!bench.passwordField() && field->isEnabled());
    QCOMPARE(field->text(), QStringLiteral("99"));
    QVERIFY(bench.press(QStringLiteral("Approve with 99")));
    QTRY_VERIFY_WITH_TIMEOUT(bench.passwordField(), patience);
    QVERIFY(bench.passwordField()->isEmpty());
    QVERIFY(bench.press(QStringLiteral("Deny"))); // which never asks
    QCOMPARE(bench.answer().queryItemValue(QStringLiteral("decline")), QStringLiteral("1"));
    QVERIFY(bench.checked.isEmpty());
}

void TestAnswerRequests::a_password_that_comes_too_late_approves_nothing()
{
    Bench bench;
    QVERIFY(bench.askWithLock());
    const auto ask = [&bench] {
        return bench.press(QStringLiteral("Approve")) && bench.type(QStringLiteral("word"))
            && bench.press(QStringLiteral("Approve")) && !bench.checking.empty();
    };
    QVERIFY(ask());
    QVERIFY(bench.press(QStringLiteral("Cancel"))); // taken back while it is being looked at
    bench.answerCheck({});
    QVERIFY(ask());
    bench.clock.now += push::PushInbox::validity;
    Q_EMIT bench.alarm.rang();
    QVERIFY(bench.says(QStringLiteral("Expired at")));
    QVERIFY(!bench.passwordField());
    bench.answerCheck({});
    QTest::qWait(50);
    QVERIFY(std::ranges::none_of(bench.http.sent, [](const HttpRequest &one) { return one.form.has_value(); }));
}

void TestAnswerRequests::without_a_password_nothing_is_approved_that_wants_one()
{
    Bench bench;
    bench.hasPassword = false;
    bench.sinceGiven = std::chrono::milliseconds(0); // whatever that is
    QSignalSpy wanted(&*bench.flow, &AnswerRequests::usePasswordRequested);
    QVERIFY(bench.askWithLock());
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QVERIFY(bench.says(QStringLiteral("Not approved: no password protects your accounts")));
    QVERIFY(bench.http.waiting.empty() && !bench.passwordField());
    QVERIFY(bench.press(QStringLiteral("Use a password…")));
    QCOMPARE(wanted.size(), 1);
    bench.hasPassword = true;
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QVERIFY(bench.hasSent());
}

void TestAnswerRequests::a_lock_closes_it_and_says_how_many_wait()
{
    Bench bench;
    QVERIFY(bench.askWithLock());
    QVERIFY(bench.press(QStringLiteral("Approve")));
    QVERIFY(bench.type(QStringLiteral("word")));
    const QPointer<PasswordField> field = bench.passwordField();
    bench.keeper.isOpen = false;
    bench.service->takeAccounts();
    QVERIFY(!bench.prompt());
    QTRY_VERIFY_WITH_TIMEOUT(!field, patience);
    QCOMPARE(bench.banner, QStringLiteral("1 request(s) waiting. Unlock Watchword to look."));
    bench.flow->reviewNext();
    QVERIFY(!bench.prompt());
    bench.keeper.isOpen = true;
    bench.service->takeAccounts();
    QVERIFY(bench.banner.isEmpty());
    QVERIFY(bench.poll({challengeOf(nonce(1))})); // at once, and it comes up again
    QTRY_VERIFY_WITH_TIMEOUT(bench.prompt(), patience);
}

void TestAnswerRequests::a_lock_while_it_is_asked_why_loses_no_denial()
{
    Bench bench;
    QVERIFY(bench.poll({test::pushVectors().value(QStringLiteral("poll_response_value")).toArray().at(0).toObject()}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.prompt(), patience);
    QVERIFY(bench.prompt()->request().challenge.offersReasons);
    QVERIFY(bench.press(QStringLiteral("Deny")));
    QVERIFY(bench.says(QStringLiteral("It will be denied. Was it you?")));
    bench.keeper.isOpen = false;
    bench.service->takeAccounts();
    QVERIFY(!bench.prompt() && bench.banner.isEmpty());
    bench.keeper.isOpen = true;
    bench.service->takeAccounts();
    QVERIFY(bench.poll({test::pushVectors().value(QStringLiteral("poll_response_value")).toArray().at(0).toObject()}));
    QCOMPARE(bench.answer().queryItemValue(QStringLiteral("decline")), QStringLiteral("1"));
    QVERIFY(!bench.prompt());
}

void TestAnswerRequests::what_they_had_started_is_not_held_against_it()
{
    Bench bench;
    for (int i = 1; i <= 2; ++i) {
        QVERIFY(i == 1 ? bench.poll({challengeOf(nonce(i))}) : bench.pollAgain({challengeOf(nonce(i))}));
        QVERIFY(bench.press(QStringLiteral("Deny")));
        QVERIFY(bench.hasSent());
        bench.http.answerNext(test::enveloped(true));
        QVERIFY(bench.press(QStringLiteral("I started it and cancelled")));
        QVERIFY(!bench.prompt());
    }
    QCOMPARE(bench.service->mutedUntil({1}), 0);
}

QTEST_MAIN(TestAnswerRequests)
#include "tst_answer_requests.moc"
