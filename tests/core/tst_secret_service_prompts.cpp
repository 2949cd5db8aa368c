// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_store.h"
#include "tests/support/key_store_answers.h"
#include "tests/support/real_keychain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace watchword;
using namespace watchword::platform;
using namespace watchword::tests;

namespace {

const QString key = QStringLiteral("watchword/accounts/a");

/// Runs `answer` beside a question that opens the window, and gives the question's answer.
template <class Ask, class Answer>
Result<void> whileAsking(Ask ask, Answer answer)
{
    std::optional<Result<void>> result;
    QObject context;
    ask(&context, Handler<Result<void>>([&](Result<void> given) { result.emplace(std::move(given)); }));
    answer();
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000))
        return failure(ErrorCode::Internal, QStringLiteral("no answer"));
    return *result;
}

} // namespace

/// The keychain's own window under a real display: the `desktop` sandbox.
class TestSecretServicePrompts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reading_writing_and_removing_open_no_window();
    void the_typed_password_unlocks();
    void a_cancelled_prompt_is_dismissed_and_may_be_asked_for_again();
    void a_wrong_password_keeps_waiting();
    void giving_up_leaves_gnome_keyring_alive_and_takes_a_late_answer();
    void asking_again_waits_for_the_window_that_is_open();
    void asking_again_of_a_stopped_keychain_says_that_it_is_hung();
    void a_keychain_that_dies_under_its_prompt_ends_the_wait();
    void a_first_collection_is_made_by_the_keychains_own_window();

private:
    Result<void> giveUp();

    SecretServiceStore m_store;
    KeyStoreAnswers m_ask{m_store};
};

void TestSecretServicePrompts::init()
{
    QVERIFY(unlockKeyring());
    QVERIFY(m_ask.write(key, "kept"));
    QVERIFY(lockKeyring());
    QTRY_VERIFY(!isPromptOpen());
}

void TestSecretServicePrompts::reading_writing_and_removing_open_no_window()
{
    // They ask nobody by themselves: libsecret would.
    const Result<SecretBytes> read = m_ask.read(key);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::KeychainLocked);
    for (const Result<void> &done : {m_ask.write(key, "new"), m_ask.remove(key)}) {
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::KeychainLocked);
    }
    QVERIFY(!isPromptOpen());
    QVERIFY(unlockKeyring());
    QCOMPARE(m_ask.read(key)->text().toByteArray(), QByteArrayLiteral("kept"));
}

void TestSecretServicePrompts::the_typed_password_unlocks()
{
    const Result<void> opened =
        whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                    [] { QVERIFY(answerPrompt(rightPassword())); });
    QVERIFY(opened);
    const Result<SecretBytes> read = m_ask.read(key);
    QVERIFY(read);
    QCOMPARE(read->text().toByteArray(), QByteArrayLiteral("kept"));
}

void TestSecretServicePrompts::a_cancelled_prompt_is_dismissed_and_may_be_asked_for_again()
{
    const Result<void> opened =
        whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                    [] { QVERIFY(answerPrompt({QStringLiteral("Escape")})); });
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::PromptDismissed);
    QTRY_VERIFY(!isPromptOpen());
    the_typed_password_unlocks();
}

void TestSecretServicePrompts::a_wrong_password_keeps_waiting()
{
    const Result<void> opened =
        whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                    [] {
                        QVERIFY(answerPrompt({QStringLiteral("x"), QStringLiteral("Return")}));
                        QTest::qWait(1000); // the keychain says that it was wrong, in a window of the same kind
                        QVERIFY(answerPrompt(rightPassword()));
                    });
    QVERIFY(opened);
}

void TestSecretServicePrompts::giving_up_leaves_gnome_keyring_alive_and_takes_a_late_answer()
{
    const pid_t daemon = keyringProcess();
    const Result<void> opened = giveUp();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::PromptDismissed);
    const Result<StoreSurvey> survey = m_ask.survey({key});
    QVERIFY(survey && survey->defaultCollectionLocked);
    QCOMPARE(keyringProcess(), daemon); // 42.1 crashes when its window is dismissed for it

    QSignalSpy late(&m_store, &SecretServiceStore::openedLate);
    QVERIFY(answerPrompt(rightPassword()));
    QTRY_COMPARE(late.count(), 1);
    QVERIFY(m_ask.read(key));
}

void TestSecretServicePrompts::asking_again_waits_for_the_window_that_is_open()
{
    QCOMPARE(giveUp().error().code, ErrorCode::PromptDismissed);
    QSignalSpy late(&m_store, &SecretServiceStore::openedLate);
    const Result<void> opened =
        whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                    [] { QVERIFY(answerPrompt(rightPassword())); });
    QVERIFY(opened);
    QVERIFY(m_ask.read(key));
    QCOMPARE(late.count(), 0);
    QTRY_VERIFY(!isPromptOpen()); // no second one
}

void TestSecretServicePrompts::asking_again_of_a_stopped_keychain_says_that_it_is_hung()
{
    QCOMPARE(giveUp().error().code, ErrorCode::PromptDismissed);
    QVERIFY(signalKeyring(SIGSTOP));
    const Result<void> hung = m_ask.unlock({key});
    QVERIFY(signalKeyring(SIGCONT));
    QVERIFY(!hung);
    QCOMPARE(hung.error().code, ErrorCode::KeychainHung);
    const Result<void> opened =
        whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                    [] { QVERIFY(answerPrompt(rightPassword())); });
    QVERIFY(opened);
}

Result<void> TestSecretServicePrompts::giveUp()
{
    return whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                       [this] {
                           QTRY_VERIFY_WITH_TIMEOUT(isPromptOpen(), 20'000);
                           m_store.stopUnlocking();
                       });
}

void TestSecretServicePrompts::a_keychain_that_dies_under_its_prompt_ends_the_wait()
{
    const Result<void> opened =
        whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                    [] {
                        QTRY_VERIFY_WITH_TIMEOUT(isPromptOpen(), 20'000);
                        QVERIFY(signalKeyring(SIGKILL));
                    });
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::KeychainFailed);
    QTRY_VERIFY(!isPromptOpen());
}

void TestSecretServicePrompts::a_first_collection_is_made_by_the_keychains_own_window()
{
    // A keychain that was never used.
    QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME") + QStringLiteral("/keyrings")).removeRecursively());
    QVERIFY(signalKeyring(SIGKILL));
    QTRY_VERIFY(m_ask.survey({key}).has_value());
    QVERIFY(!m_ask.survey({key})->hasDefaultCollection);
    QVERIFY(!m_ask.write(key, "too early"));

    const auto create = [this](QObject *context, auto handler) {
        m_store.createDefaultCollection(context, std::move(handler));
    };
    const Result<void> cancelled = whileAsking(create, [] { QVERIFY(answerPrompt({QStringLiteral("Escape")})); });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::PromptDismissed);
    QTRY_VERIFY(!isPromptOpen());

    const QStringList newPassword = keysOf(QStringLiteral("new"));
    const Result<void> made = whileAsking(create, [&] {
        QVERIFY(answerPrompt(newPassword + QStringList{QStringLiteral("Tab")} + newPassword
                             + QStringList{QStringLiteral("Return")}));
    });
    QVERIFY(made);
    QVERIFY(m_ask.write(key, "first"));
    const Result<SecretBytes> read = m_ask.read(key);
    QVERIFY(read);
    QCOMPARE(read->text().toByteArray(), QByteArrayLiteral("first"));
}

QTEST_GUILESS_MAIN(TestSecretServicePrompts)
#include "tst_secret_service_prompts.moc"
