// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_store.h"
#include "tests/core/key_store_answers.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <signal.h>

using namespace watchword;
using namespace watchword::platform;

namespace {

const QString key = QStringLiteral("watchword/accounts/a");

bool keyring(const QStringList &arguments)
{
    return QProcess::execute(QStringLiteral(WATCHWORD_TEST_SUPPORT "/keyring"), arguments) == 0;
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

QByteArray promptWindow()
{
    return outputOf(QStringLiteral("xdotool"), {QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                                               QStringLiteral("--class"), QStringLiteral("gcr-prompter")})
        .trimmed();
}

/// Types into the keychain's own window once it has the keyboard.
bool answerPrompt(const QStringList &keys)
{
    if (!QTest::qWaitFor([] { return !promptWindow().isEmpty(); }, 20'000))
        return false;
    QTest::qWait(500); // it takes the keyboard a moment after it is mapped, and nobody tells
    return QProcess::execute(QStringLiteral("xdotool"), QStringList{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("30")} + keys) == 0;
}

const QStringList rightPassword{QStringLiteral("t"), QStringLiteral("e"), QStringLiteral("s"), QStringLiteral("t"), QStringLiteral("Return")};

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
    void the_typed_password_unlocks();
    void a_cancelled_prompt_is_dismissed_and_may_be_asked_for_again();
    void a_wrong_password_keeps_waiting();
    void giving_up_closes_the_window();
    void a_keychain_that_dies_under_its_prompt_ends_the_wait();
    void a_first_collection_is_made_by_the_keychains_own_window();

private:
    SecretServiceStore m_store;
    KeyStoreAnswers m_ask{m_store};
};

void TestSecretServicePrompts::init()
{
    QVERIFY(keyring({QStringLiteral("unlock"), QStringLiteral("test")}));
    QVERIFY(m_ask.write(key, "kept"));
    QVERIFY(keyring({QStringLiteral("lock")}));
    QTRY_VERIFY(promptWindow().isEmpty());
}

void TestSecretServicePrompts::the_typed_password_unlocks()
{
    const Result<void> opened
        = whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                      [] { QVERIFY(answerPrompt(rightPassword)); });
    QVERIFY(opened);
    const Result<SecretBytes> read = m_ask.read(key);
    QVERIFY(read);
    QCOMPARE(read->text().toByteArray(), QByteArrayLiteral("kept"));
}

void TestSecretServicePrompts::a_cancelled_prompt_is_dismissed_and_may_be_asked_for_again()
{
    const Result<void> opened
        = whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); },
                      [] { QVERIFY(answerPrompt({QStringLiteral("Escape")})); });
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::PromptDismissed);
    QTRY_VERIFY(promptWindow().isEmpty());
    the_typed_password_unlocks();
}

void TestSecretServicePrompts::a_wrong_password_keeps_waiting()
{
    const Result<void> opened
        = whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); }, [] {
              QVERIFY(answerPrompt({QStringLiteral("x"), QStringLiteral("Return")}));
              QTest::qWait(1000); // the keychain says that it was wrong, in a window of the same kind
              QVERIFY(answerPrompt(rightPassword));
          });
    QVERIFY(opened);
}

void TestSecretServicePrompts::giving_up_closes_the_window()
{
    const Result<void> opened
        = whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); }, [this] {
              QTRY_VERIFY_WITH_TIMEOUT(!promptWindow().isEmpty(), 20'000);
              m_store.stopUnlocking();
          });
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::PromptDismissed);
    QTRY_VERIFY(promptWindow().isEmpty());
    const Result<StoreSurvey> survey = m_ask.survey({key});
    QVERIFY(survey && survey->defaultCollectionLocked);
}

void TestSecretServicePrompts::a_keychain_that_dies_under_its_prompt_ends_the_wait()
{
    const Result<void> opened
        = whileAsking([this](QObject *context, auto handler) { m_store.unlock({key}, context, std::move(handler)); }, [] {
              QTRY_VERIFY_WITH_TIMEOUT(!promptWindow().isEmpty(), 20'000);
              const pid_t daemon = outputOf(QStringLiteral(WATCHWORD_TEST_SUPPORT "/keyring"), {QStringLiteral("process")}).trimmed().toInt();
              QVERIFY(daemon > 0);
              QCOMPARE(kill(daemon, SIGKILL), 0);
          });
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::KeychainFailed);
    QTRY_VERIFY(promptWindow().isEmpty());
}

void TestSecretServicePrompts::a_first_collection_is_made_by_the_keychains_own_window()
{
    // A keychain that was never used.
    const pid_t daemon = outputOf(QStringLiteral(WATCHWORD_TEST_SUPPORT "/keyring"), {QStringLiteral("process")}).trimmed().toInt();
    QVERIFY(daemon > 0);
    QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME") + QStringLiteral("/keyrings")).removeRecursively());
    QCOMPARE(kill(daemon, SIGKILL), 0);
    QTRY_VERIFY(m_ask.survey({key}).has_value());
    QVERIFY(!m_ask.survey({key})->hasDefaultCollection);
    QVERIFY(!m_ask.write(key, "too early"));

    const auto create = [this](QObject *context, auto handler) { m_store.createDefaultCollection(context, std::move(handler)); };
    const Result<void> cancelled = whileAsking(create, [] { QVERIFY(answerPrompt({QStringLiteral("Escape")})); });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::PromptDismissed);
    QTRY_VERIFY(promptWindow().isEmpty());

    const QStringList newPassword{QStringLiteral("n"), QStringLiteral("e"), QStringLiteral("w")};
    const Result<void> made = whileAsking(create, [&] {
        QVERIFY(answerPrompt(newPassword + QStringList{QStringLiteral("Tab")} + newPassword + QStringList{QStringLiteral("Return")}));
    });
    QVERIFY(made);
    QVERIFY(m_ask.write(key, "first"));
    const Result<SecretBytes> read = m_ask.read(key);
    QVERIFY(read);
    QCOMPARE(read->text().toByteArray(), QByteArrayLiteral("first"));
}

QTEST_GUILESS_MAIN(TestSecretServicePrompts)
#include "tst_secret_service_prompts.moc"
