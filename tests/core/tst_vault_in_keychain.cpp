// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/otpauth_uri.h"
#include "core/platform/secret_service_store.h"
#include "core/vault/vault.h"
#include "tests/support/real_keychain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;

namespace {

accounts::Proposal proposal(const QByteArray &name)
{
    auto read = accounts::readOtpauth(
        bytesOf("otpauth://totp/" + name + ":alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=" + name));
    if (!read)
        qFatal("a link of the test's own");
    return std::move(*read);
}

/// A run of the program: its own connection to the keychain, and its vault.
struct Run {
    explicit Run(const QString &folder)
        : vault(store, clock, *DataDirectory::open(folder))
    {
        QObject::connect(&store, &platform::SecretServiceStore::openedLate, &vault,
                         [this] { vault.open(Prompting::Never); });
    }

    void start(Prompting prompting)
    {
        changed.clear();
        vault.open(prompting);
    }
    State settled(int milliseconds = 60'000)
    {
        const bool isSettled =
            QTest::qWaitFor([this] { return changed.count() > 0 && vault.activity() == Activity::Idle; }, milliseconds);
        return isSettled ? vault.state() : State::Closed;
    }
    State open(Prompting prompting = Prompting::Never)
    {
        start(prompting);
        return settled();
    }

    void startAdding(const QByteArray &name)
    {
        answer.reset();
        std::vector<accounts::Proposal> list;
        list.push_back(proposal(name));
        vault.add(std::move(list), &context, [this](Vault::Saved saved) { answer.emplace(std::move(saved)); });
    }
    Vault::Saved added(int milliseconds = 120'000)
    {
        const bool isDone =
            QTest::qWaitFor([this] { return answer && vault.activity() == Activity::Idle; }, milliseconds);
        return isDone ? *answer : failure(ErrorCode::Internal, QStringLiteral("no answer"));
    }
    Result<void> ask(const std::function<void(Handler<Result<void>>)> &question)
    {
        std::optional<Result<void>> answered;
        question([&answered](Result<void> result) { answered.emplace(std::move(result)); });
        const bool isDone = QTest::qWaitFor([&] { return answered && vault.activity() == Activity::Idle; }, 60'000);
        return isDone ? *answered : failure(ErrorCode::Internal, QStringLiteral("no answer"));
    }
    Result<void> setPassword(const QByteArray &word)
    {
        vault.setPasswordCost({.log2N = 15});
        return ask(
            [&](auto handler) { vault.setPassword(SecretBytes::copyOf(bytesOf(word)), &context, std::move(handler)); });
    }
    Result<void> unlock(const QByteArray &word)
    {
        return ask(
            [&](auto handler) { vault.unlock(SecretBytes::copyOf(bytesOf(word)), &context, std::move(handler)); });
    }
    Result<void> useKeychain()
    {
        return ask([&](auto handler) { vault.useKeychain(&context, std::move(handler)); });
    }
    Vault::Saved add(const QByteArray &name)
    {
        startAdding(name);
        return added();
    }

    QStringList issuers() const
    {
        QStringList names;
        for (const accounts::Account &account : vault.accounts())
            names += account.issuer;
        return names;
    }

    SystemClock clock;
    platform::SecretServiceStore store;
    Vault vault;
    QSignalSpy changed{&vault, &Vault::stateChanged};
    QObject context;
    std::optional<Vault::Saved> answer;
};

const Error refusedInClear{ErrorCode::KeychainRefused, QString::fromLatin1(keyringInClear)};

/// Whether anything of ours stands in a file of the keychain's that is not encrypted.
bool liesInClear()
{
    const QDir folder(qEnvironmentVariable("XDG_DATA_HOME") + QStringLiteral("/keyrings"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains("watchword/accounts"))
            return true;
    }
    return false;
}

} // namespace

/// The vault in a real gnome-keyring with its real window: the `desktop` sandbox.
class TestVaultInKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void an_account_is_there_for_the_next_run();
    void both_slots_hold_the_document();
    void opens_fifty_accounts_quickly();
    void a_locked_keychain_is_locked_and_asks_when_allowed();
    void a_cancelled_prompt_leaves_it_locked_until_it_is_asked_again();
    void giving_up_the_wait_locks_and_a_late_answer_opens();
    void a_save_into_a_keychain_locked_meanwhile_asks_first();
    void a_keychain_killed_between_two_saves_loses_nothing();
    void a_keychain_stopped_before_a_save_loses_nothing();
    void nothing_is_saved_into_a_keyring_without_a_password();
    void the_first_save_makes_a_first_collection();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestVaultInKeychain::init()
{
    QVERIFY(unlockKeyring());
    QVERIFY(useKeyring(loginKeyring()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path() + QStringLiteral("/vault"); // not the default: each test has keychain items of its own
}

void TestVaultInKeychain::an_account_is_there_for_the_next_run()
{
    {
        Run first(m_path);
        QCOMPARE(first.open(), State::Empty);
        QVERIFY(first.add("GitHub"));
    }
    Run second(m_path);
    QCOMPARE(second.open(), State::Unlocked);
    QCOMPARE(second.issuers(), QStringList{QStringLiteral("GitHub")});
    QCOMPARE(second.vault.report().provider, QStringLiteral("gnome-keyring-d"));
    const auto code = second.vault.codeAt(second.vault.accounts().first().id, 59);
    QVERIFY(code);
    QCOMPARE(code->digits, QStringLiteral("287082"));
}

void TestVaultInKeychain::both_slots_hold_the_document()
{
    Run run(m_path);
    QCOMPARE(run.open(), State::Empty);
    QVERIFY(run.add("GitHub"));
    QVERIFY(!run.vault.warnings().contains(Warning::SlotNotHealed));
    const QString prefix = DataDirectory::open(m_path)->keyPrefix();
    const auto lookup = [&](const QString &slot) {
        return outputOf(QStringLiteral("secret-tool"),
                        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("Watchword"),
                         QStringLiteral("user"), prefix + slot});
    };
    const QByteArray a = lookup(QStringLiteral("/a"));
    QVERIFY(a.startsWith("Watchword accounts format=1 "));
    QVERIFY(a.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    QCOMPARE(lookup(QStringLiteral("/b")), a);
}

void TestVaultInKeychain::opens_fifty_accounts_quickly()
{
    Run run(m_path);
    QCOMPARE(run.open(), State::Empty);
    std::vector<accounts::Proposal> fifty;
    fifty.reserve(50);
    for (int number = 0; number < 50; ++number)
        fifty.push_back(proposal("Service" + QByteArray::number(number)));
    run.vault.add(std::move(fifty), &run.context, [&run](Vault::Saved saved) { run.answer.emplace(std::move(saved)); });
    QVERIFY(run.added());
    Run next(m_path);
    QElapsedTimer since;
    since.start();
    QCOMPARE(next.open(), State::Unlocked);
    const qint64 took = since.elapsed();
    QCOMPARE(next.issuers().size(), 50);
    qInfo("opened 50 accounts in %lld ms", took);
    QVERIFY2(took < 1000, qPrintable(QString::number(took)));
}

void TestVaultInKeychain::a_locked_keychain_is_locked_and_asks_when_allowed()
{
    {
        Run first(m_path);
        QCOMPARE(first.open(), State::Empty);
        QVERIFY(first.add("GitHub"));
    }
    QVERIFY(lockKeyring());
    Run run(m_path);
    QCOMPARE(run.open(Prompting::Never), State::Locked);
    QVERIFY(!isPromptOpen());
    run.start(Prompting::Allowed);
    QTRY_COMPARE(run.vault.activity(), Activity::WaitingForPrompt);
    QVERIFY(answerPrompt(rightPassword()));
    QCOMPARE(run.settled(), State::Unlocked);
    QCOMPARE(run.issuers(), QStringList{QStringLiteral("GitHub")});
}

void TestVaultInKeychain::a_cancelled_prompt_leaves_it_locked_until_it_is_asked_again()
{
    {
        Run first(m_path);
        QCOMPARE(first.open(), State::Empty);
        QVERIFY(first.add("GitHub"));
    }
    QVERIFY(lockKeyring());
    Run run(m_path);
    run.start(Prompting::Allowed);
    QVERIFY(answerPrompt({QStringLiteral("Escape")}));
    QCOMPARE(run.settled(), State::Locked);
    QCOMPARE(run.vault.reason()->code, ErrorCode::PromptDismissed);
    QVERIFY(!run.add("Nothing"));
    QTRY_VERIFY(!isPromptOpen());
    run.start(Prompting::Allowed);
    QVERIFY(answerPrompt(rightPassword()));
    QCOMPARE(run.settled(), State::Unlocked);
    QCOMPARE(run.issuers(), QStringList{QStringLiteral("GitHub")});
}

void TestVaultInKeychain::giving_up_the_wait_locks_and_a_late_answer_opens()
{
    {
        Run first(m_path);
        QCOMPARE(first.open(), State::Empty);
        QVERIFY(first.add("GitHub"));
    }
    QVERIFY(lockKeyring());
    Run run(m_path);
    run.start(Prompting::Allowed);
    QTRY_VERIFY_WITH_TIMEOUT(isPromptOpen(), 20'000);
    run.vault.stopWaiting();
    QCOMPARE(run.settled(), State::Locked);
    QVERIFY(answerPrompt(rightPassword()));
    QTRY_COMPARE(run.vault.state(), State::Unlocked);
    QCOMPARE(run.issuers(), QStringList{QStringLiteral("GitHub")});
}

void TestVaultInKeychain::a_save_into_a_keychain_locked_meanwhile_asks_first()
{
    Run run(m_path);
    QCOMPARE(run.open(), State::Empty);
    QVERIFY(run.add("GitHub"));
    QVERIFY(lockKeyring());
    run.startAdding("GitLab");
    QVERIFY(answerPrompt(rightPassword()));
    QVERIFY(run.added());
    Run next(m_path);
    QCOMPARE(next.open(), State::Unlocked);
    QCOMPARE(next.issuers(), QStringList({QStringLiteral("GitHub"), QStringLiteral("GitLab")}));
}

void TestVaultInKeychain::a_keychain_killed_between_two_saves_loses_nothing()
{
    Run run(m_path);
    QCOMPARE(run.open(), State::Empty);
    QVERIFY(run.add("GitHub"));
    const pid_t daemon = keyringProcess();
    QVERIFY(signalKeyring(SIGKILL));
    QTRY_VERIFY(keyringProcess() != daemon);
    run.startAdding("GitLab"); // another daemon is started, and asks for the password
    QVERIFY(answerPrompt(rightPassword()));
    QVERIFY(run.added());
    QCOMPARE(run.issuers(), QStringList({QStringLiteral("GitHub"), QStringLiteral("GitLab")}));
    Run next(m_path);
    QCOMPARE(next.open(), State::Unlocked);
    QCOMPARE(next.issuers(), run.issuers());
}

void TestVaultInKeychain::a_keychain_stopped_before_a_save_loses_nothing()
{
    Run run(m_path);
    QCOMPARE(run.open(), State::Empty);
    QVERIFY(run.add("GitHub"));
    QVERIFY(signalKeyring(SIGSTOP));
    const Vault::Saved saved = run.add("GitLab");
    QVERIFY(signalKeyring(SIGCONT));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::KeychainHung);
    QCOMPARE(run.open(Prompting::Allowed), State::Unlocked);
    QCOMPARE(run.issuers(), QStringList{QStringLiteral("GitHub")});
    QVERIFY(run.add("GitLab"));
    QCOMPARE(run.issuers(), QStringList({QStringLiteral("GitHub"), QStringLiteral("GitLab")}));
}

void TestVaultInKeychain::nothing_is_saved_into_a_keyring_without_a_password()
{
    QVERIFY(!makeKeyring({}).isEmpty());
    Run run(m_path);
    QCOMPARE(run.open(), State::Empty);
    QVERIFY(run.vault.warnings().contains(Warning::KeyringInClear));
    const Vault::Saved saved = run.add("GitHub");
    QVERIFY(!saved);
    QCOMPARE(saved.error(), refusedInClear);
    QCOMPARE(run.vault.state(), State::Empty);
    QVERIFY(!liesInClear());
    QVERIFY(!QFile::exists(m_path + QStringLiteral("/book")));
    QCOMPARE(run.open(), State::Empty); // and not gone

    QVERIFY(run.setPassword("correct horse"));
    QVERIFY(!run.vault.warnings().contains(Warning::KeyringInClear));
    QVERIFY(run.add("GitHub"));
    const Result<void> back = run.useKeychain();
    QVERIFY(!back);
    QCOMPARE(back.error(), refusedInClear);
    QCOMPARE(run.vault.protection(), Protection::Password);
    QVERIFY(!liesInClear());
    Run next(m_path);
    QCOMPARE(next.open(), State::Password);
    QVERIFY(next.unlock("correct horse"));
    QCOMPARE(next.issuers(), QStringList{QStringLiteral("GitHub")});
}

QString described(const Error &error)
{
    return QString::number(int(error.code)) + QLatin1String(": ") + error.detail;
}

void TestVaultInKeychain::the_first_save_makes_a_first_collection()
{
    const auto forgetAll = [] {
        QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME") + QStringLiteral("/keyrings")).removeRecursively());
        const pid_t daemon = keyringProcess();
        QVERIFY(signalKeyring(SIGKILL));
        QTRY_VERIFY(keyringProcess() != daemon);
    };
    forgetAll();
    Run run(m_path);
    QCOMPARE(run.open(Prompting::Allowed), State::Empty);
    QVERIFY(!run.vault.warnings().contains(Warning::KeyringInClear)); // there is none yet
    run.startAdding("GitHub");
    // It asks whether no password is meant, in a window that may not take the first key.
    const auto isAnswered = [&run] {
        if (!run.answer && isPromptOpen()) [[maybe_unused]]
            const bool isPressed = answerPrompt({QStringLiteral("Return")});
        return run.answer.has_value();
    };
    QVERIFY(QTest::qWaitFor(isAnswered, 60'000));
    const Vault::Saved saved = run.added();
    QVERIFY(!saved);
    QVERIFY2(saved.error() == refusedInClear, qPrintable(described(saved.error())));
    QCOMPARE(run.vault.state(), State::Empty);
    QVERIFY(run.vault.warnings().contains(Warning::KeyringInClear));
    QVERIFY(!liesInClear());

    forgetAll();
    QCOMPARE(run.open(Prompting::Allowed), State::Empty);
    run.startAdding("GitHub");
    const QStringList word = keysOf(QStringLiteral("test"));
    QVERIFY(answerPrompt(word + QStringList{QStringLiteral("Tab")} + word + QStringList{QStringLiteral("Return")}));
    QVERIFY(run.added());
    Run next(m_path);
    QCOMPARE(next.open(), State::Unlocked);
    QCOMPARE(next.issuers(), QStringList{QStringLiteral("GitHub")});
}

QTEST_GUILESS_MAIN(TestVaultInKeychain)
#include "tst_vault_in_keychain.moc"
