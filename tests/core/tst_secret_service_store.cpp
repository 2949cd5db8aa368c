// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_store.h"
#include "tests/support/key_store_answers.h"
#include "tests/support/real_keychain.h"

#include <QElapsedTimer>
#include <QTest>

#include <signal.h>

using namespace watchword;
using namespace watchword::platform;
using namespace watchword::tests;

namespace {

const QString keyA = QStringLiteral("watchword/accounts/a");
const QString keyB = QStringLiteral("watchword/accounts@0123abcd/b");

QString secretTool(const QString &key)
{
    return QString::fromUtf8(outputOf(QStringLiteral("secret-tool"),
                                      {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("Watchword"),
                                       QStringLiteral("user"), key}));
}

} // namespace

/// The real gnome-keyring of a `keychain` sandbox.
class TestSecretServiceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reads_back_what_it_wrote_data();
    void reads_back_what_it_wrote();
    void other_programs_find_the_item_under_its_plain_name();
    void a_missing_item_is_not_found();
    void the_survey_says_what_is_there();
    void a_removed_item_is_gone();
    void the_survey_sees_a_locked_collection();
    void a_locked_item_is_locked_and_not_missing();
    void a_locked_collection_is_not_written_to();
    void nothing_is_removed_from_a_locked_collection();
    void unlocking_what_is_open_succeeds_at_once();
    void unlocking_without_a_prompter_is_dismissed();
    void jobs_run_in_the_order_of_the_calls();
    void a_dead_context_is_not_called();
    void may_be_destroyed_while_jobs_run();
    void a_stopped_keychain_is_hung_after_five_seconds();
    void a_killed_keychain_comes_back_locked();
};

void TestSecretServiceStore::init()
{
    QVERIFY(unlockKeyring());
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.remove(keyA));
    QVERIFY(ask.remove(keyB));
}

void TestSecretServiceStore::reads_back_what_it_wrote_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("one line") << QByteArrayLiteral("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("lines and UTF-8") << QByteArrayLiteral("header\notpauth://totp/Zürich:\xF0\x9F\x94\x91\n");
    QTest::newRow("100 kB") << QByteArray(100'000, 'x');
}

void TestSecretServiceStore::reads_back_what_it_wrote()
{
    QFETCH(const QByteArray, value);
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    for (const QString &key : {keyA, keyB}) {
        QVERIFY(ask.write(key, value));
        const Result<SecretBytes> read = ask.read(key);
        QVERIFY(read);
        QCOMPARE(read->text().toByteArray(), value);
    }
}

void TestSecretServiceStore::other_programs_find_the_item_under_its_plain_name()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "the document"));
    QCOMPARE(secretTool(keyA), QStringLiteral("the document"));
}

void TestSecretServiceStore::a_missing_item_is_not_found()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    const Result<SecretBytes> read = ask.read(keyA);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::EntryNotFound);
}

void TestSecretServiceStore::the_survey_says_what_is_there()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyB, "b"));
    const Result<StoreSurvey> survey = ask.survey({keyA, keyB});
    QVERIFY(survey);
    StoreSurvey expected;
    expected.provider = QStringLiteral("gnome-keyring-d");
    expected.hasDefaultCollection = true;
    expected.unlockedKeys = {keyB};
    QCOMPARE(*survey, expected);
}

void TestSecretServiceStore::a_removed_item_is_gone()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "a"));
    QVERIFY(ask.remove(keyA));
    QCOMPARE(ask.survey({keyA})->unlockedKeys, QStringList());
}

void TestSecretServiceStore::the_survey_sees_a_locked_collection()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "a"));
    QVERIFY(lockKeyring());
    const Result<StoreSurvey> survey = ask.survey({keyA, keyB});
    QVERIFY(survey);
    QVERIFY(survey->hasDefaultCollection);
    QVERIFY(survey->defaultCollectionLocked);
    QCOMPARE(survey->lockedKeys, QStringList{keyA});
    QCOMPARE(survey->unlockedKeys, QStringList());
}

void TestSecretServiceStore::a_locked_item_is_locked_and_not_missing()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "a"));
    QVERIFY(lockKeyring());
    const Result<SecretBytes> read = ask.read(keyA);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::KeychainLocked);
}

void TestSecretServiceStore::a_locked_collection_is_not_written_to()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "old"));
    QVERIFY(lockKeyring());
    const Result<void> written = ask.write(keyA, "new");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::KeychainLocked);
    QVERIFY(unlockKeyring());
    QCOMPARE(secretTool(keyA), QStringLiteral("old"));
}

void TestSecretServiceStore::nothing_is_removed_from_a_locked_collection()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "a"));
    QVERIFY(lockKeyring());
    const Result<void> removed = ask.remove(keyA);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::KeychainLocked);
    QVERIFY(unlockKeyring());
    QCOMPARE(secretTool(keyA), QStringLiteral("a"));
}

void TestSecretServiceStore::unlocking_what_is_open_succeeds_at_once()
{
    SecretServiceStore store;
    QVERIFY(KeyStoreAnswers(store).unlock({keyA}));
}

void TestSecretServiceStore::unlocking_without_a_prompter_is_dismissed()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "a"));
    QVERIFY(lockKeyring());
    const Result<void> opened = ask.unlock({keyA});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::PromptDismissed);
}

void TestSecretServiceStore::jobs_run_in_the_order_of_the_calls()
{
    SecretServiceStore store;
    QObject context;
    QStringList order;
    QByteArray value;
    store.write(keyA, SecretBytes::copyOf(bytesOf("1")), &context,
                [&](const Result<void> &) { order += QStringLiteral("write 1"); });
    store.survey({keyA}, &context, [&](const Result<StoreSurvey> &) { order += QStringLiteral("survey"); });
    store.write(keyA, SecretBytes::copyOf(bytesOf("2")), &context,
                [&](const Result<void> &) { order += QStringLiteral("write 2"); });
    store.read(keyA, &context, [&](const Result<SecretBytes> &read) {
        order += QStringLiteral("read");
        value = read ? read->text().toByteArray() : QByteArrayLiteral("?");
    });
    QTRY_COMPARE(order.size(), 4);
    QCOMPARE(order,
             QStringList({QStringLiteral("write 1"), QStringLiteral("survey"), QStringLiteral("write 2"),
                          QStringLiteral("read")}));
    QCOMPARE(value, QByteArrayLiteral("2"));
}

void TestSecretServiceStore::a_dead_context_is_not_called()
{
    SecretServiceStore store;
    auto context = std::make_unique<QObject>();
    bool called = false;
    store.write(keyA, SecretBytes::copyOf(bytesOf("late")), context.get(),
                [&](const Result<void> &) { called = true; });
    context.reset();
    const Result<SecretBytes> read = KeyStoreAnswers(store).read(keyA); // the write came before it all the same
    QVERIFY(read);
    QCOMPARE(read->text().toByteArray(), QByteArrayLiteral("late"));
    QVERIFY(!called);
}

void TestSecretServiceStore::may_be_destroyed_while_jobs_run()
{
    {
        SecretServiceStore store;
        KeyStoreAnswers ask(store);
        QVERIFY(ask.survey({keyA}));
        store.write(keyA, SecretBytes::copyOf(bytesOf("x")), &store,
                    [](const Result<void> &) { QFAIL("called after death"); });
        store.read(keyA, &store, [](const Result<SecretBytes> &) { QFAIL("called after death"); });
    }
    SecretServiceStore next;
    QVERIFY(KeyStoreAnswers(next).write(keyB, "next"));
    QCOMPARE(secretTool(keyB), QStringLiteral("next"));
}

void TestSecretServiceStore::a_stopped_keychain_is_hung_after_five_seconds()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "a"));
    const pid_t daemon = keyringProcess();
    QVERIFY(daemon > 0);
    QCOMPARE(kill(daemon, SIGSTOP), 0);
    QElapsedTimer since;
    since.start();
    const Result<StoreSurvey> survey = ask.survey({keyA});
    const qint64 took = since.elapsed();
    const Result<SecretBytes> read = ask.read(keyA);
    kill(daemon, SIGCONT);
    QVERIFY(!survey);
    QCOMPARE(survey.error().code, ErrorCode::KeychainHung);
    QVERIFY2(took > 4000 && took < 8000, qPrintable(QString::number(took)));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::KeychainHung);
    const Result<SecretBytes> later = ask.read(keyA);
    QVERIFY(later);
    QCOMPARE(later->text().toByteArray(), QByteArrayLiteral("a"));
}

void TestSecretServiceStore::a_killed_keychain_comes_back_locked()
{
    SecretServiceStore store;
    KeyStoreAnswers ask(store);
    QVERIFY(ask.write(keyA, "a"));
    const pid_t daemon = keyringProcess();
    QVERIFY(daemon > 0);
    QCOMPARE(kill(daemon, SIGKILL), 0);
    QTRY_VERIFY(keyringProcess() != daemon);
    const Result<StoreSurvey> survey = ask.survey({keyA}); // the bus starts another
    QVERIFY(survey);
    QVERIFY(survey->defaultCollectionLocked);
    QCOMPARE(survey->lockedKeys, QStringList{keyA});
    QVERIFY(unlockKeyring());
    const Result<SecretBytes> read = ask.read(keyA);
    QVERIFY(read);
    QCOMPARE(read->text().toByteArray(), QByteArrayLiteral("a"));
}

QTEST_GUILESS_MAIN(TestSecretServiceStore)
#include "tst_secret_service_store.moc"
