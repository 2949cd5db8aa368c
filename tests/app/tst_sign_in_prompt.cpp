// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window that asks about a sign-in, on a real screen with a window manager.
#include "app/dialogs/fresh_keys.h"
#include "app/dialogs/sign_in_prompt.h"
#include "app/dialogs/steady_view.h"
#include "app/support/error_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/password_field.h"
#include "app/widgets/ring_widget.h"
#include "tests/support/push_data.h"
#include "tests/support/push_ports.h"

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchword;
using namespace watchword::app;
using push::Reason;
using push::RequestState;

namespace {

constexpr int patience = 20'000;
constexpr int quiet = int(FreshKeys::quiet.count()) + 50;

QList<QPair<QString, QString>> announced; // name and description

void noteAnnouncement(QAccessibleEvent *event)
{
    if (event->type() != QAccessible::Alert)
        return;
    const auto *const widget = qobject_cast<QWidget *>(event->object());
    if (widget && widget->isWindow())
        announced << qMakePair(widget->accessibleName(), widget->accessibleDescription());
}

} // namespace

class TestSignInPrompt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void says_what_is_asked_and_by_whom();
    void deny_has_the_keyboard_and_no_button_is_a_default();
    void comes_up_without_the_keyboard();
    void ignores_keys_that_were_meant_for_another_window();
    void ignores_keys_that_are_held_down();
    void approve_waits_for_a_steady_look();
    void approve_waits_anew_when_the_window_is_moved();
    void approve_waits_while_another_window_lies_over_it();
    void approve_waits_anew_when_the_request_is_another_one();
    void a_number_is_typed();
    void small_letters_stand_for_large_ones();
    void a_number_that_is_not_offered_is_pointed_out();
    void choices_are_there_when_asked_for();
    void what_cannot_be_typed_is_chosen();
    void asks_why_before_the_denial_where_the_server_wants_to_know_data();
    void asks_why_before_the_denial_where_the_server_wants_to_know();
    void a_denial_is_not_held_up_by_the_question_why();
    void asks_why_after_the_denial_where_the_server_does_not();
    void the_password_is_asked_for_by_the_same_rules();
    void the_password_goes_with_the_question();
    void keeps_the_question_while_the_answer_is_on_its_way();
    void an_answer_that_may_not_have_been_heard_can_be_sent_again();
    void approved_goes_away_by_itself();
    void approved_stays_when_somebody_says_so();
    void a_code_stays_until_it_is_dismissed();
    void a_request_for_another_server_cannot_be_answered();
    void the_next_request_comes_by_a_click();
    void says_that_requests_are_quiet_from_now_on();
    void is_said_once_and_again_ten_seconds_before_its_end();

private:
    SignInView view(RequestState state = RequestState::Open, const QStringList &options = {}) const;
    /// Shown, asked for by a click, and with the keyboard.
    void show(const SignInView &view);
    QPushButton *button(const QString &name) const;
    QString words() const;
    /// Past the time in which keys are ignored.
    void waitForKeys() const { QTest::qWait(quiet); }

    Theme m_theme;
    test::PushClock m_clock;
    std::unique_ptr<SignInPrompt> m_prompt;
};

void TestSignInPrompt::initTestCase()
{
    m_theme.install();
    QAccessible::setActive(true);
    QAccessible::installUpdateHandler(&noteAnnouncement);
}

void TestSignInPrompt::init()
{
    announced.clear();
    m_clock = {};
    m_prompt = std::make_unique<SignInPrompt>(m_theme, m_clock);
}

void TestSignInPrompt::cleanup()
{
    m_prompt.reset();
}

SignInView TestSignInPrompt::view(RequestState state, const QStringList &options) const
{
    SignInView view;
    view.account = test::vectorAccount();
    view.request.account = view.account.id;
    view.request.state = state;
    view.request.firstSeen = m_clock.now - 2000;
    view.request.challenge = {QStringLiteral("NONCE"),
                              view.account.url,
                              view.account.serial,
                              QStringLiteral("Log in as <b>alice</b>?"),
                              QStringLiteral("Title of the server"),
                              QStringLiteral("1"),
                              options,
                              false};
    return view;
}

void TestSignInPrompt::show(const SignInView &view)
{
    m_prompt->setView(view);
    m_prompt->present(true);
    QVERIFY(QTest::qWaitForWindowActive(m_prompt.get(), patience));
}

QPushButton *TestSignInPrompt::button(const QString &name) const
{
    for (QPushButton *const one : m_prompt->findChildren<QPushButton *>()) {
        if (one->isVisible() && (one->text() == name || one->accessibleName() == name))
            return one;
    }
    return nullptr;
}

QString TestSignInPrompt::words() const
{
    QStringList all;
    for (const QLabel *const label : m_prompt->findChildren<QLabel *>()) {
        if (label->isVisible())
            all << label->text().remove(QChar(0x2068)).remove(QChar(0x2069)).remove(QChar(0x200B));
    }
    return all.join(QLatin1Char('\n'));
}

void TestSignInPrompt::says_what_is_asked_and_by_whom()
{
    show(view());
    const QString shown = words();
    QVERIFY2(shown.contains(QStringLiteral("Are you signing in to ACME & Söhne?")), qPrintable(shown));
    QVERIFY(shown.contains(QStringLiteral("alice@users")));
    QVERIFY(shown.contains(QStringLiteral("pi.example.com")));
    QVERIFY(shown.contains(QStringLiteral("The server says:")));
    QVERIFY(shown.contains(QStringLiteral("“Log in as <b>alice</b>?”"))); // in quotation marks, and as it is
    for (const QLabel *const label : m_prompt->findChildren<QLabel *>())
        QVERIFY(label->pixmap().isNull() ? label->textFormat() == Qt::PlainText : label->text().isEmpty());
    // The server's words are in none of ours.
    QVERIFY(!m_prompt->windowTitle().contains(QStringLiteral("server")));
    QVERIFY(!m_prompt->accessibleName().contains(QStringLiteral("Title of")));
}

void TestSignInPrompt::deny_has_the_keyboard_and_no_button_is_a_default()
{
    show(view());
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve"))->isEnabled(), patience);
    for (const QPushButton *const one : m_prompt->findChildren<QPushButton *>())
        QVERIFY(!one->isDefault() && !one->autoDefault());
    QCOMPARE(QApplication::focusWidget(), button(QStringLiteral("Deny")));
    waitForKeys();
    QSignalSpy denied(m_prompt.get(), &SignInPrompt::denied);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(denied.size(), 3);
}

void TestSignInPrompt::comes_up_without_the_keyboard()
{
    QLineEdit other;
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other, patience));
    m_prompt->setView(view());
    m_prompt->present(false);
    QVERIFY(QTest::qWaitForWindowExposed(m_prompt.get(), patience));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve"))->isEnabled(),
                             patience); // seen without the keyboard, too
    QVERIFY(other.isActiveWindow());
    QVERIFY(!m_prompt->isActiveWindow());
}

void TestSignInPrompt::ignores_keys_that_were_meant_for_another_window()
{
    show(view());
    QSignalSpy denied(m_prompt.get(), &SignInPrompt::denied);
    // As soon as it has the keyboard.
    QTest::qWait(quiet);
    QEvent activated(QEvent::WindowActivate);
    QApplication::sendEvent(m_prompt.get(), &activated);
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Escape, Qt::Key_A})
        QTest::keyClick(QApplication::focusWidget(), key);
    QVERIFY(denied.isEmpty());
    waitForKeys();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(denied.size(), 1);
}

void TestSignInPrompt::ignores_keys_that_are_held_down()
{
    show(view());
    QSignalSpy denied(m_prompt.get(), &SignInPrompt::denied);
    QWidget *const focused = QApplication::focusWidget();
    const auto send = [focused](QEvent::Type type, bool isRepeat) {
        QKeyEvent event(type, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), isRepeat);
        QApplication::sendEvent(focused, &event);
    };
    waitForKeys();
    send(QEvent::KeyPress, true); // it was pressed before the window was there
    send(QEvent::KeyRelease, true);
    send(QEvent::KeyPress, true);
    send(QEvent::KeyRelease, false); // where Qt takes a repeat for a new press
    send(QEvent::KeyPress, false);
    send(QEvent::KeyPress, true);
    QVERIFY(denied.isEmpty());
    send(QEvent::KeyRelease, false);
    QTest::qWait(200);
    send(QEvent::KeyPress, false);
    QCOMPARE(denied.size(), 1);
}

void TestSignInPrompt::approve_waits_for_a_steady_look()
{
    QElapsedTimer since;
    since.start();
    show(view());
    QPushButton *const approve = button(QStringLiteral("Approve"));
    QVERIFY(!approve->isEnabled());
    QSignalSpy approved(m_prompt.get(), &SignInPrompt::approved);
    QTest::mouseClick(approve, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), patience);
    QVERIFY2(since.elapsed() >= SteadyView::needed.count(), qPrintable(QString::number(since.elapsed())));
    QVERIFY(approved.isEmpty());
    QTest::mouseClick(approve, Qt::LeftButton);
    QCOMPARE(approved.size(), 1);
    QCOMPARE(approved.first().first().toString(), QString());
}

void TestSignInPrompt::approve_waits_anew_when_the_window_is_moved()
{
    show(view());
    QPushButton *const approve = button(QStringLiteral("Approve"));
    QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), patience);
    m_prompt->move(m_prompt->pos() + QPoint(40, 30));
    QTRY_VERIFY_WITH_TIMEOUT(!approve->isEnabled(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), patience);
}

void TestSignInPrompt::approve_waits_while_another_window_lies_over_it()
{
    show(view());
    QPushButton *const approve = button(QStringLiteral("Approve"));
    QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), patience);

    QWidget beside(nullptr, Qt::WindowStaysOnTopHint);
    beside.setGeometry(QRect(m_prompt->frameGeometry().topRight() + QPoint(60, 0), QSize(120, 120)));
    beside.show();
    QVERIFY(QTest::qWaitForWindowExposed(&beside, patience));
    QTest::qWait(300);
    QVERIFY(approve->isEnabled());

    QWidget over(nullptr, Qt::WindowStaysOnTopHint);
    over.setGeometry(QRect(m_prompt->geometry().center(), QSize(80, 80)));
    over.show();
    QVERIFY(QTest::qWaitForWindowExposed(&over, patience));
    QTRY_VERIFY_WITH_TIMEOUT(!approve->isEnabled(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(QStringLiteral("lies over this one")), patience);
    QTest::qWait(2 * int(SteadyView::needed.count()));
    QVERIFY(!approve->isEnabled());
    over.hide();
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), patience);
    QVERIFY(since.elapsed() >= 600);
    QVERIFY(!words().contains(QStringLiteral("lies over this one")));
}

void TestSignInPrompt::approve_waits_anew_when_the_request_is_another_one()
{
    show(view());
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve"))->isEnabled(), patience);
    SignInView other = view();
    other.request.challenge.nonce = QStringLiteral("ANOTHER");
    m_prompt->setView(other);
    QVERIFY(!button(QStringLiteral("Approve"))->isEnabled());
    QSignalSpy denied(m_prompt.get(), &SignInPrompt::denied);
    QTest::keyClick(m_prompt.get(), Qt::Key_Escape);
    QVERIFY(denied.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve"))->isEnabled(), patience);
}

void TestSignInPrompt::a_number_is_typed()
{
    show(view(RequestState::Open, {QStringLiteral("07"), QStringLiteral("42"), QStringLiteral("86")}));
    auto *const field = m_prompt->findChild<QLineEdit *>();
    QVERIFY(field && field->isVisible());
    QVERIFY(m_prompt->findChild<QRadioButton *>() && !m_prompt->findChild<QRadioButton *>()->isVisible());
    waitForKeys();
    QTRY_VERIFY_WITH_TIMEOUT(m_prompt->findChild<SteadyView *>()->isSteady(), patience);
    QVERIFY(!button(QStringLiteral("Approve"))->isEnabled());
    QCOMPARE(QApplication::focusWidget(), button(QStringLiteral("Deny")));
    // What is typed goes where it belongs, from Deny too.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_7);
    QCOMPARE(field->text(), QStringLiteral("07"));
    QPushButton *const approve = button(QStringLiteral("Approve with 07"));
    QVERIFY(approve && approve->isEnabled());
    // Enter goes on to Approve and does no more than that.
    QSignalSpy approved(m_prompt.get(), &SignInPrompt::approved);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), approve);
    QVERIFY(approved.isEmpty());
    QTest::keyClick(approve, Qt::Key_Return);
    QCOMPARE(approved.size(), 1);
    QCOMPARE(approved.first().first().toString(), QStringLiteral("07"));
    // Without its zero it is another number.
    field->setText(QStringLiteral("7"));
    QTest::mouseClick(approve, Qt::LeftButton);
    QCOMPARE(approved.last().first().toString(), QStringLiteral("7"));
}

void TestSignInPrompt::small_letters_stand_for_large_ones()
{
    show(view(RequestState::Open, {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("X")}));
    QVERIFY(words().contains(QStringLiteral("Which letter")));
    m_prompt->findChild<QLineEdit *>()->setText(QStringLiteral(" b "));
    QVERIFY(button(QStringLiteral("Approve with B")));
}

void TestSignInPrompt::a_number_that_is_not_offered_is_pointed_out()
{
    show(view(RequestState::Open, {QStringLiteral("07"), QStringLiteral("42"), QStringLiteral("86")}));
    auto *const field = m_prompt->findChild<QLineEdit *>();
    QVERIFY(words().contains(QStringLiteral("A slip is pointed out once")));
    field->setText(QStringLiteral("43"));
    m_prompt->pointOut();
    QVERIFY2(words().contains(QStringLiteral("If the next one is wrong too, the sign-in is denied")),
             qPrintable(words()));
    QCOMPARE(QApplication::focusWidget(), field);
    QCOMPARE(field->selectedText(), QStringLiteral("43"));
}

void TestSignInPrompt::choices_are_there_when_asked_for()
{
    show(view(RequestState::Open, {QStringLiteral("07"), QStringLiteral("42"), QStringLiteral("86")}));
    QTest::mouseClick(button(QStringLiteral("Show choices")), Qt::LeftButton);
    const QList<QRadioButton *> choices = m_prompt->findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 3);
    QVERIFY(choices[0]->isVisible() && !m_prompt->findChild<QLineEdit *>()->isVisible());
    QVERIFY(!button(QStringLiteral("Approve"))->isEnabled());
    waitForKeys();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QVERIFY(choices[1]->isChecked());
    QVERIFY(button(QStringLiteral("Approve with 42")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(choices[2]->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve with 86"))->isEnabled(), patience);
    QSignalSpy approved(m_prompt.get(), &SignInPrompt::approved);
    QTest::mouseClick(choices[0], Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Approve with 07")), Qt::LeftButton);
    QCOMPARE(approved.size(), 1);
    QCOMPARE(approved.first().first().toString(), QStringLiteral("07"));
}

void TestSignInPrompt::what_cannot_be_typed_is_chosen()
{
    show(view(RequestState::Open, {QStringLiteral("🐟"), QStringLiteral("🦉"), QStringLiteral("an & owl")}));
    QVERIFY(!m_prompt->findChild<QLineEdit *>());
    const QList<QRadioButton *> choices = m_prompt->findChildren<QRadioButton *>();
    QVERIFY(choices[2]->isVisible());
    QTest::mouseClick(choices[2], Qt::LeftButton);
    QVERIFY(button(QStringLiteral("Approve with an & owl")));
}

void TestSignInPrompt::asks_why_before_the_denial_where_the_server_wants_to_know_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("reason");
    QTest::newRow("not me") << QStringLiteral("It wasn’t me") << 0 << int(Reason::UnknownTrigger);
    QTest::newRow("cancelled") << QStringLiteral("I started it and cancelled") << 0 << int(Reason::Cancelled);
    QTest::newRow("Enter") << QString() << int(Qt::Key_Return) << int(Reason::UnknownTrigger);
    QTest::newRow("Esc") << QString() << int(Qt::Key_Escape) << int(Reason::None);
    QTest::newRow("the window is closed") << QString() << 0 << int(Reason::None);
}

void TestSignInPrompt::asks_why_before_the_denial_where_the_server_wants_to_know()
{
    QFETCH(QString, chosen);
    QFETCH(int, key);
    QFETCH(int, reason);
    SignInView asked = view();
    asked.request.challenge.offersReasons = true;
    show(asked);
    QSignalSpy denied(m_prompt.get(), &SignInPrompt::denied);
    waitForKeys();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(denied.isEmpty());
    QVERIFY2(words().contains(QStringLiteral("It will be denied. Was it you?")), qPrintable(words()));
    QVERIFY(!button(QStringLiteral("Approve")));
    // The key that was pressed once more is not taken for an answer.
    QTest::keyClick(m_prompt.get(), Qt::Key_Escape);
    QTest::keyClick(m_prompt.get(), Qt::Key_Return);
    QVERIFY(denied.isEmpty());
    waitForKeys();
    if (!chosen.isEmpty())
        QTest::mouseClick(button(chosen), Qt::LeftButton);
    else if (key != 0)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
    else
        m_prompt->close();
    QCOMPARE(denied.size(), 1);
    QCOMPARE(int(denied.first().first().value<Reason>()), reason);
}

void TestSignInPrompt::a_denial_is_not_held_up_by_the_question_why()
{
    SignInView asked = view();
    asked.request.challenge.offersReasons = true;
    asked.request.firstSeen = m_clock.now - push::PushInbox::validity + 7000; // not until its end, either
    show(asked);
    QSignalSpy denied(m_prompt.get(), &SignInPrompt::denied);
    QTest::mouseClick(button(QStringLiteral("Deny")), Qt::LeftButton);
    QVERIFY(denied.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(denied.size(), 1, patience);
    QCOMPARE(denied.first().first().value<Reason>(), Reason::None);
}

void TestSignInPrompt::asks_why_after_the_denial_where_the_server_does_not()
{
    show(view());
    QSignalSpy denied(m_prompt.get(), &SignInPrompt::denied);
    QTest::mouseClick(button(QStringLiteral("Deny")), Qt::LeftButton);
    QCOMPARE(denied.size(), 1);
    SignInView after = view(RequestState::Sending);
    after.request.answer = {push::Choice::Deny, {}, Reason::None};
    m_prompt->setView(after);
    after.request.state = RequestState::Denied;
    m_prompt->setView(after);
    QVERIFY(words().contains(QStringLiteral("Denied")));
    QVERIFY(button(QStringLiteral("I started it and cancelled")));
    QSignalSpy started(m_prompt.get(), &SignInPrompt::startedByPerson);
    QTest::mouseClick(button(QStringLiteral("I started it and cancelled")), Qt::LeftButton);
    QCOMPARE(started.size(), 1);
    QVERIFY(!m_prompt->isVisible());
    m_prompt->present(true);
    QVERIFY(!words().contains(QStringLiteral("Change your password now")));
    QTest::mouseClick(button(QStringLiteral("It wasn’t me")), Qt::LeftButton);
    QVERIFY(words().contains(QStringLiteral("Change your password now")));
    QVERIFY(!button(QStringLiteral("It wasn’t me")));
    QCOMPARE(denied.size(), 1);
}

void TestSignInPrompt::the_password_is_asked_for_by_the_same_rules()
{
    show(view());
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve"))->isEnabled(), patience);
    m_prompt->askPassword();
    auto *const field = m_prompt->findChild<PasswordField *>();
    QVERIFY(field && field->isVisible() && field->hasFocus());
    QVERIFY(!button(QStringLiteral("Approve"))->isEnabled());
    QVERIFY(!m_prompt->findChildren<RingWidget *>().isEmpty()); // the time that is left
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("meant for another"));
    QVERIFY(field->isEmpty());
    waitForKeys();
    QSignalSpy given(m_prompt.get(), &SignInPrompt::passwordGiven), approved(m_prompt.get(), &SignInPrompt::approved);
    QTest::keyClick(field, Qt::Key_Return); // nothing is approved, and nothing denied
    QVERIFY(field->hasFocus());
    button(QStringLiteral("Deny"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_W); // goes where it belongs, from Deny too
    QVERIFY(field->hasFocus() && !field->isEmpty());
    QTest::keyClicks(field, QStringLiteral("ord"));
    QCOMPARE(field->text().text().toByteArray(), QByteArray("word"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve"))->isEnabled(), patience);
    m_prompt->move(m_prompt->pos() + QPoint(30, 30)); // it has to be looked at anew
    QTRY_VERIFY_WITH_TIMEOUT(!button(QStringLiteral("Approve"))->isEnabled(), patience);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->hasFocus());
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve"))->isEnabled(), patience);
    QTest::keyClick(field, Qt::Key_Return); // on to Approve, and no more than that
    QPushButton *const approve = button(QStringLiteral("Approve"));
    QCOMPARE(QApplication::focusWidget(), approve);
    QVERIFY(given.isEmpty());
    QTest::keyClick(approve, Qt::Key_Return);
    QVERIFY(!approve->isEnabled()); // it is being looked at
    QCOMPARE(given.size(), 1);
    QVERIFY(approved.isEmpty());
    QVERIFY(m_prompt->isCheckingPassword() && field->hasFocus());
    m_prompt->refusePassword({QStringLiteral("No."), QStringLiteral("Once more.")});
    QVERIFY(words().contains(QStringLiteral("No.")));
    QVERIFY(!m_prompt->isCheckingPassword() && field->hasFocus());
    QTest::mouseClick(button(QStringLiteral("Cancel")), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), button(QStringLiteral("Deny")));
    QVERIFY(!button(QStringLiteral("Approve"))->isEnabled()); // for a moment
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Approve"))->isEnabled(), patience);
    waitForKeys();
    m_prompt->askPassword();
    waitForKeys();
    QSignalSpy denied(m_prompt.get(), &SignInPrompt::denied);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(denied.size(), 1);
}

void TestSignInPrompt::the_password_goes_with_the_question()
{
    for (const RequestState state : {RequestState::Sending, RequestState::Expired}) {
        m_prompt = std::make_unique<SignInPrompt>(m_theme, m_clock);
        show(view());
        m_prompt->askPassword();
        const QPointer<PasswordField> field = m_prompt->findChild<PasswordField *>();
        SignInView later = view(state);
        later.request.answer.choice = push::Choice::Approve;
        m_prompt->setView(later);
        QVERIFY(!m_prompt->isCheckingPassword());
        QTRY_VERIFY_WITH_TIMEOUT(!field, patience);
    }
}

void TestSignInPrompt::keeps_the_question_while_the_answer_is_on_its_way()
{
    show(view());
    SignInView sent = view(RequestState::Sending);
    sent.request.answer.choice = push::Choice::Approve;
    m_prompt->setView(sent);
    QVERIFY2(words().contains(QStringLiteral("Waiting for pi.example.com…")), qPrintable(words()));
    QVERIFY(!words().contains(QStringLiteral("Approved")));
    QVERIFY(button(QStringLiteral("Deny")) && !button(QStringLiteral("Deny"))->isEnabled());
    QTest::qWait(2 * int(SteadyView::needed.count()));
    QVERIFY(!button(QStringLiteral("Approve"))->isEnabled());
}

void TestSignInPrompt::an_answer_that_may_not_have_been_heard_can_be_sent_again()
{
    SignInView unheard = view(RequestState::Unheard);
    unheard.request.answer.choice = push::Choice::Approve;
    unheard.request.failure = push::Failure{push::Trouble::NoAnswer, {}};
    show(unheard);
    QVERIFY(words().contains(QStringLiteral("The server may not have heard you")));
    QVERIFY(!button(QStringLiteral("Approve")) && !button(QStringLiteral("Deny")));
    QSignalSpy again(m_prompt.get(), &SignInPrompt::tryAgainRequested);
    QTest::mouseClick(button(QStringLiteral("Try again")), Qt::LeftButton);
    QCOMPARE(again.size(), 1);
}

void TestSignInPrompt::approved_goes_away_by_itself()
{
    QSignalSpy closed(m_prompt.get(), &SignInPrompt::closed);
    QElapsedTimer since;
    since.start();
    show(view(RequestState::Approved));
    QVERIFY(words().contains(QStringLiteral("This window closes in")));
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    QVERIFY(since.elapsed() >= qint64{1000} * (SignInPrompt::approvedSeconds - 1));
    QVERIFY(!m_prompt->isVisible());
}

void TestSignInPrompt::approved_stays_when_somebody_says_so()
{
    show(view(RequestState::Approved));
    QTest::mouseClick(button(QStringLiteral("Keep open")), Qt::LeftButton);
    QTest::qWait(1000 * (SignInPrompt::approvedSeconds + 1) + 500);
    QVERIFY(m_prompt->isVisible());
}

void TestSignInPrompt::a_code_stays_until_it_is_dismissed()
{
    SignInView approved = view(RequestState::Approved);
    approved.request.outcome = {true, QStringLiteral("07"), QStringLiteral("Enter the code to log in")};
    show(approved);
    const QString shown = words();
    QVERIFY2(shown.contains(QStringLiteral("\n07\n")), qPrintable(shown));
    QVERIFY(shown.contains(QStringLiteral("“Enter the code to log in”")));
    QTest::qWait(1000 * (SignInPrompt::approvedSeconds + 1) + 500);
    QVERIFY(m_prompt->isVisible());
    QSignalSpy closed(m_prompt.get(), &SignInPrompt::closed);
    QTest::keyClick(m_prompt.get(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestSignInPrompt::a_request_for_another_server_cannot_be_answered()
{
    SignInView other = view(RequestState::OtherServer);
    other.request.otherHost = QStringLiteral("evil.example");
    show(other);
    QVERIFY(words().contains(QStringLiteral("evil.example")) && words().contains(QStringLiteral("pi.example.com")));
    QVERIFY(!button(QStringLiteral("Approve")) && !button(QStringLiteral("Deny")));
    QVERIFY(!button(QStringLiteral("Try again")));
}

void TestSignInPrompt::the_next_request_comes_by_a_click()
{
    show(view());
    SignInView more = view();
    more.othersWaiting = 2;
    m_prompt->setView(more);
    QVERIFY(words().contains(QStringLiteral("2 more waiting")));
    QVERIFY(!button(QStringLiteral("Next request")));
    more.request.state = RequestState::Expired;
    m_prompt->setView(more);
    QVERIFY2(words().contains(QStringLiteral("Expired at")), qPrintable(words()));
    QSignalSpy next(m_prompt.get(), &SignInPrompt::nextRequested);
    QTest::mouseClick(button(QStringLiteral("Next request")), Qt::LeftButton);
    QCOMPARE(next.size(), 1);
}

void TestSignInPrompt::says_that_requests_are_quiet_from_now_on()
{
    SignInView denied = view(RequestState::Denied);
    denied.mutedUntil = m_clock.now + push::PushInbox::muteTime;
    show(denied);
    QVERIFY2(words().contains(QStringLiteral("You denied twice within ten minutes")), qPrintable(words()));
}

void TestSignInPrompt::is_said_once_and_again_ten_seconds_before_its_end()
{
    show(view());
    QCOMPARE(announced.size(), 1);
    QVERIFY(announced[0].first.contains(QStringLiteral("Are you signing in")));
    QVERIFY2(announced[0].second.contains(QStringLiteral("alice@users")), qPrintable(announced[0].second));
    QVERIFY2(announced[0].second.contains(QStringLiteral("About 118")), qPrintable(announced[0].second));
    QTest::qWait(2500); // not every second
    QCOMPARE(announced.size(), 1);
    m_clock.now += 109'000;
    QTRY_COMPARE_WITH_TIMEOUT(announced.size(), 2, patience);
    QVERIFY2(announced[1].second.contains(QStringLiteral("About 9")), qPrintable(announced[1].second));
    QTest::qWait(2500);
    QCOMPARE(announced.size(), 2);
}

QTEST_MAIN(TestSignInPrompt)
#include "tst_sign_in_prompt.moc"
