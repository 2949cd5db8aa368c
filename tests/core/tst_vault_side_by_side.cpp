// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/secret_service_store.h"
#include "tests/support/real_keychain.h"
#include "tests/support/vault_process.h"

#include <QTemporaryDir>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;

namespace {

using Process = VaultProcess<platform::SecretServiceStore>;

/// What the desktop's own password tool finds under a key.
QByteArray foundBySecretTool(const QString &key)
{
    return outputOf(
        QStringLiteral("secret-tool"),
        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("Watchword"), QStringLiteral("user"), key});
}

} // namespace

/// Several vaults and processes in one real gnome-keyring.
class TestVaultSideBySide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void two_processes_share_one_vault();
    void two_processes_adding_at_once_lose_nothing();
    void the_same_account_added_at_once_is_there_once();
    void data_directories_do_not_touch_each_other();
    void a_locked_keyring_is_locked_in_every_directory();
};

void TestVaultSideBySide::two_processes_share_one_vault()
{
    const QTemporaryDir folder;
    Process window(folder.path()), commandLine(folder.path());
    QCOMPARE(window.open(), State::Empty);
    QCOMPARE(commandLine.open(), State::Empty);
    QVERIFY(commandLine.add(github()));
    QVERIFY(happens([&] { return window.vault->accounts().size() == 1; }, 1000));
    QVERIFY(window.add(bank()));
    QVERIFY(happens([&] { return commandLine.vault->accounts().size() == 2; }, 1000));
    const auto id = window.vault->accounts()[1].id;
    QCOMPARE(window.take(id)->code.digits, QStringLiteral("755224"));
    QCOMPARE(commandLine.take(id)->code.digits, QStringLiteral("287082"));
    QCOMPARE(window.take(id)->code.digits, QStringLiteral("359152"));
}

void TestVaultSideBySide::two_processes_adding_at_once_lose_nothing()
{
    const QTemporaryDir folder;
    Process one(folder.path()), two(folder.path());
    one.open();
    two.open();
    constexpr int each = 10;
    int answers = 0;
    QObject context;
    for (int i = 0; i < each; ++i) {
        for (Process *process : {&one, &two}) {
            process->add(numbered(2 * i + int(process == &two)), &context, [&](const Vault::Saved &saved) {
                QVERIFY(saved);
                ++answers;
            });
        }
    }
    QVERIFY(happens([&] { return answers == 2 * each; }, 60'000));
    QVERIFY(one.settles() && two.settles());
    Process after(folder.path());
    QCOMPARE(after.open(), State::Unlocked);
    QCOMPARE(after.vault->accounts().size(), 2 * each);
}

void TestVaultSideBySide::the_same_account_added_at_once_is_there_once()
{
    const QTemporaryDir folder;
    Process one(folder.path()), two(folder.path());
    one.open();
    two.open();
    QList<accounts::AccountId> answers;
    QObject context;
    for (Process *process : {&one, &two}) {
        process->add(github(), &context, [&](const Vault::Saved &saved) {
            QVERIFY(saved);
            answers << *saved;
        });
    }
    QVERIFY(happens([&] { return answers.size() == 2; }));
    QVERIFY(one.settles() && two.settles());
    QCOMPARE(answers[0], answers[1]);
    QVERIFY(happens([&] { return one.vault->accounts().size() == 1 && two.vault->accounts().size() == 1; }));
}

void TestVaultSideBySide::data_directories_do_not_touch_each_other()
{
    const QTemporaryDir folder;
    const QString prefix = DataDirectory::open(folder.path())->keyPrefix();
    Process usual(DataDirectory::defaultPath()), other(folder.path());
    QCOMPARE(usual.open(), State::Empty);
    QVERIFY(usual.add(github()));
    QCOMPARE(other.open(), State::Empty);
    QVERIFY(other.add(bank()));
    for (const QString &slot : {QStringLiteral("/a"), QStringLiteral("/b")}) {
        const QByteArray ofUsual = foundBySecretTool(QStringLiteral("watchword/accounts") + slot);
        const QByteArray ofOther = foundBySecretTool(prefix + slot);
        QVERIFY(ofUsual.startsWith("Watchword accounts format=1 ") && ofUsual.contains("GitHub")
                && !ofUsual.contains("Bank"));
        QVERIFY(ofOther.startsWith("Watchword accounts format=1 ") && ofOther.contains("Bank")
                && !ofOther.contains("GitHub"));
    }
    Process again(folder.path());
    QCOMPARE(again.open(), State::Unlocked);
    QCOMPARE(again.names(), QStringList{QStringLiteral("bob")});
}

void TestVaultSideBySide::a_locked_keyring_is_locked_in_every_directory()
{
    const QTemporaryDir folder, never;
    Process process(folder.path());
    process.open();
    QVERIFY(process.add(github()));
    QVERIFY(lockKeyring());
    Process later(folder.path()), first(never.path());
    QCOMPARE(later.open(Prompting::Never), State::Locked);
    QCOMPARE(first.open(Prompting::Never),
             State::Locked); // nothing is known of a locked keyring, not even that it is empty
    QVERIFY(unlockKeyring());
    QCOMPARE(later.open(Prompting::Never), State::Unlocked);
    QCOMPARE(later.names(), QStringList{QStringLiteral("alice")});
    QCOMPARE(first.open(Prompting::Never), State::Empty);
}

QTEST_GUILESS_MAIN(TestVaultSideBySide)
#include "tst_vault_side_by_side.moc"
