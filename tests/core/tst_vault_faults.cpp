// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/files.h"
#include "tests/support/vault_data.h"
#include "tests/support/vault_test.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;
using accounts::AccountId;
using namespace std::chrono_literals;

/// What a vault does where the keychain, the files or the person do not do their part.
class TestVaultFaults : public VaultTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    // reading
    void locked_is_not_empty();
    void asks_for_the_password_when_allowed();
    void a_closed_prompt_leaves_it_locked();
    void stops_waiting_for_a_prompt();
    void recovers_without_a_restart_data();
    void recovers_without_a_restart();
    void believes_nothing_of_a_keychain_locked_while_reading();
    void a_password_vault_does_not_touch_the_keychain();
    void writes_nothing_in_states_that_forbid_it_data();
    void writes_nothing_in_states_that_forbid_it();
    void any_one_slot_is_enough_data();
    void any_one_slot_is_enough();
    void any_book_will_do_data();
    void any_book_will_do();
    void says_when_the_keychain_holds_an_older_copy();
    void unites_two_slots_of_one_generation();
    void does_not_write_without_leave();

    // gone
    void starts_again_when_the_vault_is_gone();
    void starts_again_in_no_other_state();
    void does_not_start_again_when_the_accounts_are_back_data();
    void does_not_start_again_when_the_accounts_are_back();
    void a_start_that_cannot_be_noted_changes_nothing();
    void accounts_that_come_back_after_a_new_start_are_found();

    // saving
    void never_writes_what_was_locked_away();
    void a_keychain_locked_before_the_write_changes_nothing();
    void asks_for_the_password_while_saving();
    void lets_a_first_keyring_be_made_only_when_saving();
    void a_failing_write_changes_nothing_data();
    void a_failing_write_changes_nothing();
    void a_keyring_locked_before_the_read_back_leaves_it_open_whether_it_is_saved();
    void a_write_that_failed_and_arrived_is_saved();
    void a_slot_that_cannot_be_healed_is_healed_later();
    void a_full_disk_does_not_cost_an_account();
    void a_write_without_an_answer_is_not_confirmed();
    void nothing_else_starts_while_the_outcome_is_unknown();
    void a_write_carried_out_after_our_death_is_found();
    void never_gives_two_documents_one_generation();

    // counters
    void shows_a_counter_code_unsaved_after_a_while();
    void never_shows_a_counter_code_twice();
    void a_refused_counter_is_not_shown();

    // lock
    void says_who_holds_the_lock();
    void takes_over_the_lock_of_another_computer_only_when_told();
    void clears_an_empty_lock_file();

private:
    /// A vault with one account, saved and healed.
    std::unique_ptr<Process> startWithAlice()
    {
        auto process = start();
        process->open();
        [&] { QVERIFY(process->add(github())); }();
        return process;
    }
    /// …whose items are gone from the keychain, and it is known.
    std::unique_ptr<Process> startWithNothingLeft()
    {
        auto process = startWithAlice();
        m_lost = std::exchange(m_keychain->items, {});
        [&] { QCOMPARE(process->open(), State::Gone); }();
        return process;
    }
    QStringList putAside() const { return QDir(m_folder->path()).entryList({QStringLiteral("book*.lost-*")}); }

    decltype(Keychain::items) m_lost;
};

void TestVaultFaults::init()
{
    begin(std::make_unique<QTemporaryDir>());
}

void TestVaultFaults::locked_is_not_empty()
{
    startWithAlice();
    m_keychain->isLocked = true;
    const auto process = start();
    QCOMPARE(process->open(Prompting::Never), State::Locked);
    QCOMPARE(process->vault->reason()->code, ErrorCode::KeychainLocked);
    QCOMPARE(process->store.count(Call::Unlock), 0);
    QCOMPARE(process->store.count(Call::Read), 0); // a read would open the prompt
    QCOMPARE(process->store.count(Call::Write), 0);
    QVERIFY(process->vault->accounts().isEmpty());
    QCOMPARE(codeOf(process->add(bank())), ErrorCode::KeychainLocked);
}

void TestVaultFaults::asks_for_the_password_when_allowed()
{
    startWithAlice();
    m_keychain->isLocked = true;
    const auto process = start();
    QList<Activity> activities;
    connect(process->vault.get(), &Vault::activityChanged, this, [&] { activities << process->vault->activity(); });
    QCOMPARE(process->open(), State::Unlocked);
    QVERIFY(activities.contains(Activity::WaitingForPrompt));
    QCOMPARE(process->names(), alice);
}

void TestVaultFaults::a_closed_prompt_leaves_it_locked()
{
    startWithAlice();
    m_keychain->isLocked = true;
    m_keychain->personUnlocks = false;
    const auto process = start();
    QCOMPARE(process->open(), State::Locked);
    QCOMPARE(process->vault->reason()->code, ErrorCode::PromptDismissed);
    QCOMPARE(process->store.count(Call::Unlock), 1);
    m_keychain->personUnlocks = true;
    QCOMPARE(process->open(), State::Unlocked);
}

void TestVaultFaults::stops_waiting_for_a_prompt()
{
    startWithAlice();
    m_keychain->isLocked = true;
    const auto process = start();
    process->store.script(Call::Unlock, 1, Behaviour::Hang);
    process->vault->open(Prompting::Allowed);
    QVERIFY(happens([&] { return process->store.isHanging(); }));
    QCOMPARE(process->vault->activity(), Activity::WaitingForPrompt);
    process->vault->stopWaiting();
    QCOMPARE(process->vault->state(), State::Locked);
    QCOMPARE(process->vault->activity(), Activity::Idle);
    QCOMPARE(process->open(), State::Unlocked);
}

void TestVaultFaults::recovers_without_a_restart_data()
{
    QTest::addColumn<int>("error");
    for (const ErrorCode code :
         {ErrorCode::NoBus, ErrorCode::NoKeychain, ErrorCode::KeychainHung, ErrorCode::KeychainFailed})
        QTest::addRow("%d", int(code)) << int(code);
}

void TestVaultFaults::recovers_without_a_restart()
{
    QFETCH(int, error);
    startWithAlice();
    const auto process = start();
    process->store.script(Call::Survey, 1, Behaviour::Fail, {ErrorCode(error), {}});
    QCOMPARE(process->open(), State::Unavailable);
    QCOMPARE(process->vault->reason()->code, ErrorCode(error));
    QCOMPARE(process->store.count(Call::Read), 0);
    QCOMPARE(process->open(), State::Unlocked);
    QCOMPARE(process->vault->reason(), std::nullopt);
    QCOMPARE(process->names(), alice);
}

void TestVaultFaults::believes_nothing_of_a_keychain_locked_while_reading()
{
    startWithAlice();
    QVERIFY(QFile::remove(path("book")) && QFile::remove(path("vault.id"))); // no trace but the items
    beDefaultFolder(m_folder->path());
    const auto process = start();
    process->store.beforeCall(Call::Read, 1, [&] { m_keychain->isLocked = true; });
    process->store.beforeCall(Call::Survey, 2, [&] { m_keychain->isLocked = false; });
    QCOMPARE(process->open(), State::Unlocked); // asked again
    QCOMPARE(process->names(), alice);
}

void TestVaultFaults::a_password_vault_does_not_touch_the_keychain()
{
    QFile book(path("book"));
    QVERIFY(book.open(QIODevice::WriteOnly) && book.write(vaultData("password-vault")) > 0);
    book.close();
    const auto process = start();
    QCOMPARE(process->open(), State::Password);
    QVERIFY(process->store.log().isEmpty());
}

void TestVaultFaults::writes_nothing_in_states_that_forbid_it_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("error");
    const QByteArray whole = slotText({totpLine("a", "00000000000000a1")}, 5);
    QTest::newRow("gone") << QByteArray() << QByteArray() << State::Gone << int(ErrorCode::EntryNotFound);
    QTest::newRow("damaged") << whole.chopped(1) << QByteArray("x") << State::Damaged << int(ErrorCode::DamagedFile);
    QTest::newRow("newer") << whole << QByteArray("Watchword accounts format=2\n") << State::Newer
                           << int(ErrorCode::NewerFormat);
    QTest::newRow("two vaults") << whole << slotText({}, 5, '0') << State::TwoVaults << int(ErrorCode::NotUnlocked);
}

void TestVaultFaults::writes_nothing_in_states_that_forbid_it()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(State, state);
    QFETCH(int, error);
    const auto before = startWithAlice();
    const auto put = [&](const QString &key, const QByteArray &text) {
        if (text.isEmpty())
            m_keychain->items.remove(key);
        else
            m_keychain->items[key] = text;
    };
    put(slotA, a);
    put(slotB, b);
    const auto items = m_keychain->items;
    const auto process = start();
    QCOMPARE(process->open(), state);
    QCOMPARE(codeOf(process->add(bank())), ErrorCode(error));
    // One that was open when it happened finds out when it saves.
    QCOMPARE(codeOf(before->add(bank())), ErrorCode(error));
    QCOMPARE(before->vault->state(), state);
    QVERIFY(before->vault->accounts().isEmpty());
    QCOMPARE(m_keychain->items, items);
}

void TestVaultFaults::any_one_slot_is_enough_data()
{
    QTest::addColumn<bool>("isA");
    QTest::addColumn<int>("harm");
    for (const bool isA : {true, false}) {
        const char *slot = isA ? "a" : "b";
        QTest::addRow("%s deleted", slot) << isA << 0;
        QTest::addRow("%s damaged", slot) << isA << 1;
        QTest::addRow("%s cut", slot) << isA << 2;
        QTest::addRow("%s older", slot) << isA << 3;
        QTest::addRow("%s emptied", slot) << isA << 4;
    }
}

void TestVaultFaults::any_one_slot_is_enough()
{
    QFETCH(bool, isA);
    QFETCH(int, harm);
    const QString key = isA ? slotA : slotB;
    const auto first = startWithAlice();
    const QByteArray older = m_keychain->items[key];
    QVERIFY(first->add(bank()));
    QByteArray &item = m_keychain->items[key];
    const QByteArray whole = item;
    if (harm == 1)
        item[whole.size() / 2] = char(item[whole.size() / 2] ^ 1);
    item = harm == 2 ? whole.chopped(5) : harm == 3 ? older : harm == 4 ? QByteArray() : item;
    if (harm == 0)
        m_keychain->items.remove(key);
    const auto process = start();
    QCOMPARE(process->open(), State::Unlocked);
    QCOMPARE(process->names(), both);
    QCOMPARE(m_keychain->items[key], whole); // healed at the start
    QVERIFY(process->add(github()));
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
}

void TestVaultFaults::any_book_will_do_data()
{
    QTest::addColumn<int>("harm");
    QTest::newRow("missing") << 0;
    QTest::newRow("damaged") << 1;
    QTest::newRow("cut") << 2;
    QTest::newRow("older") << 3;
    QTest::newRow("both missing") << 4;
}

void TestVaultFaults::any_book_will_do()
{
    QFETCH(int, harm);
    const auto first = startWithAlice();
    QFile(path("book")).copy(path("older"));
    QVERIFY(first->add(bank()));
    QFile book(path("book"));
    QVERIFY(book.open(QIODevice::ReadWrite));
    if (harm == 1)
        QVERIFY(book.seek(250) && book.write("xxx") == 3);
    if (harm == 2)
        QVERIFY(book.resize(100));
    book.close();
    if (harm == 0 || harm == 3 || harm == 4)
        QVERIFY(book.remove());
    if (harm == 3)
        QVERIFY(QFile(path("older")).copy(path("book")));
    if (harm == 4)
        QVERIFY(QFile::remove(path("book.1")));
    const auto process = start();
    QCOMPARE(process->open(), State::Unlocked);
    QCOMPARE(process->names(), both);
    QVERIFY(!process->vault->warnings().contains(Warning::BookDamaged)); // mended at the start
    const QStringList aside = QDir(m_folder->path()).entryList({QStringLiteral("book.damaged-*")});
    QCOMPARE(aside.size(), harm == 1 || harm == 2 ? 1 : 0);
    const auto again = start();
    QCOMPARE(again->open(), State::Unlocked);
    QCOMPARE(again->names(), both);
    QCOMPARE(again->store.count(Call::Write), 0);
}

void TestVaultFaults::says_when_the_keychain_holds_an_older_copy()
{
    const auto first = startWithAlice();
    const QByteArray older = m_keychain->items[slotA];
    QVERIFY(first->add(bank()));
    m_keychain->items[slotA] = older;
    m_keychain->items[slotB] = older;
    const auto process = start();
    QCOMPARE(process->open(), State::Unlocked);
    QVERIFY(process->vault->warnings().contains(Warning::OlderCopyInKeychain));
    QVERIFY(process->vault->warnings().contains(Warning::SecretMissing));
    QCOMPARE(process->names(), alice);
    QCOMPARE(process->vault->missingAccounts().size(), 1);
    QCOMPARE(process->vault->missingAccounts()[0].name, QStringLiteral("bob"));
    QVERIFY(process->add(github()));
    QVERIFY(m_keychain->items[slotA].contains(" generation=3 ")); // above both
    QVERIFY(!process->vault->warnings().contains(Warning::OlderCopyInKeychain));
    QCOMPARE(process->vault->missingAccounts().size(), 1); // leaves only by hand
}

void TestVaultFaults::unites_two_slots_of_one_generation()
{
    m_keychain->items[slotA] = slotText({totpLine("alice", "00000000000000a1"), hotpLine(3, "00000000000000c1")}, 5);
    m_keychain->items[slotB] = slotText({totpLine("carol", "00000000000000b1"), hotpLine(9, "00000000000000c1")}, 5);
    const auto process = start();
    QCOMPARE(process->open(), State::Unlocked);
    QCOMPARE(process->names(), (QStringList{QStringLiteral("alice"), QStringLiteral("bob"), QStringLiteral("carol")}));
    QVERIFY(m_keychain->items[slotA].contains(" generation=6 "));
    QVERIFY(m_keychain->items[slotA].contains("counter=9"));
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
}

void TestVaultFaults::does_not_write_without_leave()
{
    startWithAlice();
    m_keychain->items.remove(slotB);
    QVERIFY(QFile::remove(path("book")));
    const auto process = start();
    QCOMPARE(process->open(Prompting::Never), State::Unlocked);
    QCOMPARE(process->store.count(Call::Write), 0);
    QVERIFY(!QFile::exists(path("book")));
}

void TestVaultFaults::starts_again_when_the_vault_is_gone()
{
    const auto process = startWithNothingLeft();
    const QByteArray book = contentOf(path("book"));
    const QByteArray first = contentOf(path("book.1"));
    QVERIFY(process->startAgain());
    QCOMPARE(process->vault->state(), State::Empty);
    QVERIFY(!process->vault->reason());
    QVERIFY(process->vault->canTakePassword());
    QVERIFY(m_keychain->items.isEmpty());
    QVERIFY(!QFile::exists(path("book")) && !QFile::exists(path("book.1")));
    QCOMPARE(contentOf(path("vault.id")), QByteArray("\n"));
    QStringList kept{QStringLiteral("book.lost-1700000000")};
    if (first != "missing")
        kept.prepend(QStringLiteral("book.1.lost-1700000000"));
    QCOMPARE(putAside(), kept);
    QCOMPARE(contentOf(path("book.lost-1700000000")), book);
    QCOMPARE(start()->open(), State::Empty);
    QVERIFY(process->add(bank()));
    QCOMPARE(process->names(), QStringList{QStringLiteral("bob")});
    // Again, in the same second: what is kept stays.
    m_keychain->items.clear();
    QCOMPARE(process->open(), State::Gone);
    QVERIFY(process->startAgain());
    QCOMPARE(contentOf(path("book.lost-1700000000")), book);
    QVERIFY(QFile::exists(path("book.lost-1700000001")));
}

void TestVaultFaults::starts_again_in_no_other_state()
{
    const auto nothing = start();
    QCOMPARE(codeOf(nothing->startAgain()), ErrorCode::NotUnlocked); // closed
    nothing->open();
    QCOMPARE(codeOf(nothing->startAgain()), ErrorCode::NotUnlocked);
    const auto process = startWithAlice();
    QCOMPARE(codeOf(process->startAgain()), ErrorCode::NotUnlocked);
    m_keychain->isLocked = true;
    const auto locked = start();
    QCOMPARE(locked->open(Prompting::Never), State::Locked);
    QCOMPARE(codeOf(locked->startAgain()), ErrorCode::NotUnlocked);
    m_keychain->isLocked = false;
    QVERIFY(putAside().isEmpty());
    QCOMPARE(locked->open(), State::Unlocked);
}

void TestVaultFaults::does_not_start_again_when_the_accounts_are_back_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<State>("state");
    QTest::newRow("they are back") << 0 << State::Unlocked;
    QTest::newRow("locked") << 1 << State::Locked;
    QTest::newRow("cannot be reached") << 2 << State::Unavailable;
    QTest::newRow("another vault's") << 3 << State::TwoVaults;
    QTest::newRow("damaged") << 4 << State::Damaged;
}

void TestVaultFaults::does_not_start_again_when_the_accounts_are_back()
{
    QFETCH(int, what);
    QFETCH(State, state);
    const auto process = startWithNothingLeft();
    if (what == 1) {
        m_keychain->isLocked = true;
        m_keychain->personUnlocks = false;
    }
    if (what == 2)
        process->store.script(Call::Survey, 1, Behaviour::Fail, {ErrorCode::KeychainHung, {}});
    if (what <= 2)
        m_keychain->items = m_lost;
    if (what == 3)
        m_keychain->items[slotA] = slotText({}, 5, '0');
    if (what == 4)
        m_keychain->items[slotA] = "x";
    const auto items = m_keychain->items;
    const QByteArray book = contentOf(path("book"));
    const QByteArray mark = contentOf(path("vault.id"));
    QVERIFY(!process->startAgain());
    QCOMPARE(process->vault->state(), state);
    QCOMPARE(contentOf(path("book")), book);
    QCOMPARE(contentOf(path("vault.id")), mark);
    QVERIFY(putAside().isEmpty());
    QCOMPARE(m_keychain->items, items);
    if (what == 0)
        QCOMPARE(process->names(), alice);
}

void TestVaultFaults::a_start_that_cannot_be_noted_changes_nothing()
{
    const auto process = startWithNothingLeft();
    const QByteArray mark = contentOf(path("vault.id"));
    put(path("vault.id"), "what nobody wrote");
    QCOMPARE(codeOf(process->startAgain()), ErrorCode::DamagedFile);
    QCOMPARE(process->vault->state(), State::Gone);
    QVERIFY(QFile::exists(path("book")) && putAside().isEmpty());
    put(path("vault.id"), mark);
    QVERIFY(process->startAgain());
    QCOMPARE(process->vault->state(), State::Empty);
}

void TestVaultFaults::accounts_that_come_back_after_a_new_start_are_found()
{
    const auto process = startWithNothingLeft();
    QVERIFY(process->startAgain());
    // Before anything was saved: as if nothing had been.
    m_keychain->items = m_lost;
    QCOMPARE(start()->open(), State::Unlocked);
    // After a first account: both are shown, and nothing is written.
    m_keychain->items.clear();
    QCOMPARE(process->open(), State::Gone); // its own reading above has noted it again
    QVERIFY(process->startAgain());
    QVERIFY(process->add(bank()));
    m_keychain->items = m_lost;
    const auto again = start();
    QCOMPARE(again->open(), State::TwoVaults);
    QCOMPARE(again->vault->foundVaults().size(), 1u);
    QCOMPARE(again->vault->foundVaults()[0].accounts.size(), 1);
}

void TestVaultFaults::never_writes_what_was_locked_away()
{
    // Empty when it was opened; another process saves the first account; then the keychain is locked.
    const auto empty = start();
    QCOMPARE(empty->open(), State::Empty);
    const auto other = startWithAlice();
    QVERIFY(happens([&] { return empty->vault->state() == State::Unlocked; }));
    const auto items = m_keychain->items;
    m_keychain->isLocked = true;
    m_keychain->personUnlocks = false;
    const auto late = start();
    late->open();
    QCOMPARE(late->vault->state(), State::Locked);
    QCOMPARE(codeOf(empty->add(bank())), ErrorCode::PromptDismissed);
    QCOMPARE(empty->vault->state(), State::Unlocked); // what is in memory is right all the same
    QCOMPARE(empty->vault->accounts().size(), 1);
    QCOMPARE(m_keychain->items, items);
    m_keychain->personUnlocks = true;
    QVERIFY(empty->add(bank())); // asks again
    QCOMPARE(empty->names(), both);
}

void TestVaultFaults::a_keychain_locked_before_the_write_changes_nothing()
{
    const auto process = startWithAlice();
    const auto items = m_keychain->items;
    process->store.beforeCall(Call::Write, 1, [&] { m_keychain->isLocked = true; });
    QVERIFY(!process->add(bank()));
    QCOMPARE(m_keychain->items, items);
    QCOMPARE(process->open(), State::Unlocked);
    QCOMPARE(process->names(), alice);
}

void TestVaultFaults::asks_for_the_password_while_saving()
{
    const auto process = startWithAlice();
    m_keychain->isLocked = true;
    QVERIFY(process->add(bank()));
    QCOMPARE(process->store.count(Call::Unlock), 1);
    QCOMPARE(process->names(), both);
}

void TestVaultFaults::lets_a_first_keyring_be_made_only_when_saving()
{
    m_keychain->hasDefaultCollection = false;
    m_keychain->personUnlocks = false;
    const auto process = start();
    QCOMPARE(process->open(), State::Empty);
    QCOMPARE(process->store.count(Call::CreateCollection), 0);
    QCOMPARE(codeOf(process->add(github())), ErrorCode::PromptDismissed);
    QCOMPARE(process->vault->state(), State::Empty);
    QVERIFY(m_keychain->items.isEmpty());
    m_keychain->personUnlocks = true;
    QVERIFY(process->add(github()));
    QCOMPARE(process->store.count(Call::CreateCollection), 2);
    QCOMPARE(process->names(), alice);
}

void TestVaultFaults::a_failing_write_changes_nothing_data()
{
    QTest::addColumn<int>("behaviour");
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("expected");
    QTest::newRow("refused") << int(Behaviour::Fail) << int(ErrorCode::KeychainRefused) << int(ErrorCode::NotSaved);
    QTest::newRow("failed") << int(Behaviour::Fail) << int(ErrorCode::KeychainFailed) << int(ErrorCode::NotSaved);
    QTest::newRow("hung") << int(Behaviour::Fail) << int(ErrorCode::KeychainHung) << int(ErrorCode::NotConfirmed);
    QTest::newRow("garbled") << int(Behaviour::Garble) << int(ErrorCode::KeychainFailed) << int(ErrorCode::NotSaved);
    QTest::newRow("forgotten") << int(Behaviour::Forget) << int(ErrorCode::KeychainFailed) << int(ErrorCode::NotSaved);
}

void TestVaultFaults::a_failing_write_changes_nothing()
{
    QFETCH(int, behaviour);
    QFETCH(int, answer);
    QFETCH(int, expected);
    const auto process = startWithAlice();
    const QByteArray before = m_keychain->items[slotA];
    process->store.script(Call::Write, 1, Behaviour(behaviour), {ErrorCode(answer), {}});
    QCOMPARE(codeOf(process->add(bank())), ErrorCode(expected));
    QCOMPARE(m_keychain->items[slotA], before); // the newest
    QCOMPARE(process->names(), alice);
    const auto again = start();
    QCOMPARE(again->open(), State::Unlocked);
    QCOMPARE(again->names(), alice);
    QVERIFY(process->add(bank()));
    QCOMPARE(process->names(), both);
    QVERIFY(m_keychain->items[slotA].contains(" generation=3 ")); // 2 was tried
}

void TestVaultFaults::a_keyring_locked_before_the_read_back_leaves_it_open_whether_it_is_saved()
{
    const auto process = startWithAlice();
    process->store.beforeCall(Call::Read, 3, [&] { m_keychain->isLocked = true; }); // two are read before the write
    QCOMPARE(codeOf(process->add(bank())), ErrorCode::NotConfirmed);
    QVERIFY(m_keychain->isLocked);
    m_keychain->isLocked = false;
    const auto again = start();
    QCOMPARE(again->open(), State::Unlocked);
    QCOMPARE(again->names(), both);
    // Unlocked again before it is asked: "not found" was said all the same.
    again->store.forgetScripts();
    again->store.beforeCall(Call::Read, 3, [&] { m_keychain->isLocked = true; });
    again->store.beforeCall(Call::Survey, 3, [&] { m_keychain->isLocked = false; });
    QCOMPARE(codeOf(again->add(github())), ErrorCode::NotConfirmed);
    QCOMPARE(m_keychain->items[slotA].count("alice") + m_keychain->items[slotB].count("alice"), 3);
}

void TestVaultFaults::a_write_that_failed_and_arrived_is_saved()
{
    const auto process = startWithAlice();
    process->store.script(Call::Write, 1, Behaviour::FailAfter);
    QVERIFY(process->add(bank()));
    QCOMPARE(process->names(), both);
}

void TestVaultFaults::a_slot_that_cannot_be_healed_is_healed_later()
{
    const auto process = startWithAlice();
    process->store.script(Call::Write, 2, Behaviour::Fail);
    QVERIFY(process->add(bank()));
    QVERIFY(process->vault->warnings().contains(Warning::SlotNotHealed));
    QVERIFY(m_keychain->items[slotA] != m_keychain->items[slotB]);
    QVERIFY(process->add(github()));
    QVERIFY(!process->vault->warnings().contains(Warning::SlotNotHealed));
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
}

void TestVaultFaults::a_full_disk_does_not_cost_an_account()
{
    const auto process = startWithAlice();
    // The book can be neither moved nor written: a folder stands in its way.
    QVERIFY(QFile::remove(path("book")) && QDir().mkdir(path("book")) && QDir().mkdir(path("book/x")));
    QVERIFY(process->add(bank()));
    QCOMPARE(process->names(), both);
    const auto again = start();
    again->open();
    QCOMPARE(again->names(), both);
}

void TestVaultFaults::a_write_without_an_answer_is_not_confirmed()
{
    const auto process = startWithAlice();
    process->vault->setPatience({.write = 50ms});
    process->store.script(Call::Write, 1, Behaviour::Hang);
    std::optional<Vault::Saved> answer;
    int answers = 0;
    QObject context;
    process->add(bank(), &context, [&](Vault::Saved saved) {
        answer = std::move(saved);
        ++answers;
    });
    QVERIFY(happens([&] { return answer.has_value(); }));
    QCOMPARE(codeOf(*answer), ErrorCode::NotConfirmed);
    QCOMPARE(process->names(), alice);
    QCOMPARE(process->vault->activity(), Activity::Saving);
    process->store.release(); // a late answer counts
    QVERIFY(process->settles());
    QCOMPARE(process->names(), both);
    QCOMPARE(answers, 1);
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
}

void TestVaultFaults::nothing_else_starts_while_the_outcome_is_unknown()
{
    const auto process = startWithAlice();
    process->vault->setPatience({.write = 50ms});
    process->store.script(Call::Write, 1, Behaviour::Hang);
    QList<ErrorCode> answers;
    QObject context;
    const auto note = [&](const Vault::Saved &saved) { answers << codeOf(saved); };
    process->add(bank(), &context, note);
    process->add(github(), &context, note); // waits, and is refused with the first
    QVERIFY(happens([&] { return answers.size() == 2; }));
    const int calls = process->store.count(Call::Survey);
    process->add(github(), &context, note);
    QVERIFY(happens([&] { return answers.size() == 3; }));
    QCOMPARE(answers, QList<ErrorCode>(3, ErrorCode::NotConfirmed));
    QCOMPARE(process->store.count(Call::Survey), calls);
    process->store.release();
    QVERIFY(process->settles());
    QCOMPARE(process->names(), both);
    QVERIFY(process->add(github()));
}

void TestVaultFaults::a_write_carried_out_after_our_death_is_found()
{
    const auto process = startWithAlice();
    process->store.script(Call::Write, 1, Behaviour::Hang);
    QObject context;
    process->add(bank(), &context, [](const Vault::Saved &) { QFAIL("nobody is left to be told"); });
    QVERIFY(happens([&] { return process->store.isHanging(); }));
    process->vault.reset();
    process->store.release();
    const auto after = start();
    QCOMPARE(after->open(), State::Unlocked);
    QCOMPARE(after->names(), both);
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
}

void TestVaultFaults::never_gives_two_documents_one_generation()
{
    const auto process = startWithAlice();
    process->store.script(Call::Write, 1, Behaviour::Forget);
    process->store.script(Call::Write, 2, Behaviour::Forget);
    QVERIFY(!process->add(bank()));
    QVERIFY(!process->add(github()));
    QVERIFY(process->add(bank()));
    QVERIFY(m_keychain->items[slotA].contains(" generation=4 "));
}

void TestVaultFaults::shows_a_counter_code_unsaved_after_a_while()
{
    const auto process = startWithAlice();
    const AccountId id = process->add(bank())->first();
    process->vault->setPatience({.counter = 50ms});
    process->store.script(Call::Survey, 1, Behaviour::Hang);
    std::optional<Result<CounterCode>> answer;
    QObject context;
    process->vault->takeCounterCode(id, &context, [&](Result<CounterCode> code) { answer = std::move(code); });
    QVERIFY(happens([&] { return answer.has_value(); }));
    QVERIFY(*answer);
    QCOMPARE((*answer)->code.digits, QStringLiteral("755224"));
    QVERIFY(!(*answer)->confirmed);
    QVERIFY(happens([&] { return process->store.isHanging(); }));
    process->store.release();
    QVERIFY(process->settles());
    QVERIFY(m_keychain->items[slotA].contains("counter=1&"));
    process->vault->setPatience({});
    const auto next = process->take(id);
    QCOMPARE(next->code.digits, QStringLiteral("287082"));
    QVERIFY(next->confirmed);
}

void TestVaultFaults::never_shows_a_counter_code_twice()
{
    const auto process = startWithAlice();
    const AccountId id = process->add(bank())->first();
    process->vault->setPatience({.counter = 50ms});
    process->store.script(Call::Survey, 1, Behaviour::Hang);
    QStringList codes;
    QObject context;
    for (int i = 0; i < 2; ++i) {
        process->vault->takeCounterCode(id, &context, [&](Result<CounterCode> code) {
            QVERIFY(code && !code->confirmed);
            codes << code->code.digits;
        });
    }
    QVERIFY(happens([&] { return codes.size() == 2; }));
    QCOMPARE(codes, (QStringList{QStringLiteral("755224"), QStringLiteral("287082")}));
    // The save fails: the next code is still another one.
    process->store.script(Call::Write, 1, Behaviour::Fail);
    process->store.script(Call::Write, 2, Behaviour::Fail);
    QVERIFY(happens([&] { return process->store.isHanging(); }));
    process->store.release();
    QVERIFY(process->settles());
    process->vault->setPatience({});
    QCOMPARE(process->take(id)->code.digits, QStringLiteral("359152"));
    QVERIFY(m_keychain->items[slotA].contains("counter=3&"));
}

void TestVaultFaults::a_refused_counter_is_not_shown()
{
    const auto process = startWithAlice();
    const AccountId id = process->add(bank())->first();
    process->store.script(Call::Write, 1, Behaviour::Fail);
    QCOMPARE(codeOf(process->take(id)), ErrorCode::NotSaved);
}

void TestVaultFaults::says_who_holds_the_lock()
{
    const auto process = startWithAlice();
    process->vault->setPatience({.lock = 100ms});
    QLockFile lock(path("vault.lock"));
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock());
    const auto saved = process->add(bank());
    QCOMPARE(codeOf(saved), ErrorCode::VaultBusy);
    QCOMPARE(saved.error().detail, QSysInfo::machineHostName());
    lock.unlock();
    QVERIFY(process->add(bank()));
    QVERIFY(!QFile::exists(path("vault.lock"))); // held only while saving
}

void TestVaultFaults::takes_over_the_lock_of_another_computer_only_when_told()
{
    const auto process = startWithAlice();
    process->vault->setPatience({.lock = 100ms});
    QFile lock(path("vault.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(
        "4711\nwatchword\nother-computer\n0123456789abcdef0123456789abcdef\n01234567-89ab-cdef-0123-456789abcdef\n");
    QVERIFY(lock.flush()); // else closing it is a change of now
    QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addDays(-9), QFileDevice::FileModificationTime));
    lock.close();
    QVERIFY(QFileInfo(lock).lastModified() < QDateTime::currentDateTime().addDays(-8));
    const auto saved = process->add(bank());
    QCOMPARE(codeOf(saved), ErrorCode::VaultBusy);
    QCOMPARE(saved.error().detail, QStringLiteral("other-computer"));
    const auto takenOver = process->wait<Result<void>>(
        [&](auto *context, auto handler) { process->vault->takeOverLock(context, std::move(handler)); });
    QVERIFY(takenOver);
    QVERIFY(process->add(bank()));
}

void TestVaultFaults::clears_an_empty_lock_file()
{
    const auto process = startWithAlice();
    QFile lock(path("vault.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(process->add(bank()));
    QVERIFY(timer.elapsed() >= 1000); // it could just have been made
}

QTEST_GUILESS_MAIN(TestVaultFaults)
#include "tst_vault_faults.moc"
