// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/password_file.h"
#include "tests/support/files.h"
#include "tests/support/vault_data.h"
#include "tests/support/vault_test.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;
using namespace std::chrono_literals;
using accounts::AccountId;

/// A vault that is protected by a password, from its making to its locking. The keychain is never asked for anything.
class TestPasswordVault : public VaultTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void derives_as_others_do_data();
    void derives_as_others_do();
    void computes_nothing_that_costs_too_much_data();
    void computes_nothing_that_costs_too_much();
    void a_password_is_the_same_however_it_is_typed();

    void begins_without_the_keychain_data();
    void begins_without_the_keychain();
    void begins_nothing_where_a_vault_was();
    void opens_files_made_by_others_data();
    void opens_files_made_by_others();
    void opens_with_its_password_and_no_other();
    void saves_what_it_is_told();
    void keeps_the_one_before();
    void saves_a_counter_before_its_code_is_shown();
    void unknown_lines_survive_many_saves();
    void writes_nothing_that_is_newer_data();
    void writes_nothing_that_is_newer();

    void takes_what_another_process_saved();
    void two_processes_adding_at_once_lose_nothing();
    void a_password_changed_elsewhere_locks();
    void a_keychain_used_elsewhere_is_found();

    void tells_a_wrong_password_from_damage_data();
    void tells_a_wrong_password_from_damage();
    void every_byte_of_the_file();
    void a_lost_file_is_not_a_first_run();
    void a_lost_file_is_remembered_when_nobody_waits_any_more();
    void a_full_disk_changes_nothing();

    void locks_and_leaves_nothing_behind();
    void locks_what_cannot_be_read();
    void what_is_being_saved_comes_to_its_end();
    void what_cannot_be_saved_does_not_hold_up_a_lock();
    void what_sign_ins_leave_behind_is_saved_with_the_lock();
    void a_password_from_between_two_locks_opens_nothing();
    void a_late_key_is_dropped();
    void a_password_right_after_locking_unlocks();
    void hides_what_the_keychain_protects();
    void says_when_the_password_was_given();

private:
    bool m_isKeychainUsed = false;

    /// A vault with one account.
    std::unique_ptr<Process> startWithAlice();
    std::unique_ptr<Process> startAndUnlock();
};

void TestPasswordVault::init()
{
    begin(std::make_unique<QTemporaryDir>(quickFolder("tst_password_vault")));
    m_isKeychainUsed = false;
}

void TestPasswordVault::cleanup()
{
    QCOMPARE(m_keychain->items.isEmpty(), !m_isKeychainUsed);
}

std::unique_ptr<Process> TestPasswordVault::startWithAlice()
{
    auto process = start();
    process->open();
    [&] {
        QVERIFY(process->setPassword(password));
        QVERIFY(process->add(github()));
    }();
    process->store.clearLog();
    return process;
}

std::unique_ptr<Process> TestPasswordVault::startAndUnlock()
{
    auto process = VaultTest::startAndUnlock();
    [&] { QVERIFY(process->store.log().isEmpty()); }();
    return process;
}

void TestPasswordVault::derives_as_others_do_data()
{
    QTest::addColumn<int>("log2N");
    QTest::addColumn<int>("p");
    QTest::addColumn<QByteArray>("key");
    // hashlib.scrypt of Python.
    QTest::newRow("2^15") << 15 << 1 << QByteArray("f72cbc204bdcfc3ff5b115d8508aec1566ff0ef3f658388601a3933078ef7ac8");
    QTest::newRow("2^15, p 4") << 15 << 4
                               << QByteArray("ebd2c210689aadecdb83ec2efbf4d7bad8b5ba12e8534229d3c93b9f943d67b0");
    QTest::newRow("2^17") << 17 << 1 << QByteArray("2f10fcda14532d6543334cd899776407ff0ae879c370372de5b4e39d4d2d21ed");
}

void TestPasswordVault::derives_as_others_do()
{
    QFETCH(int, log2N);
    QFETCH(int, p);
    QFETCH(QByteArray, key);
    const auto derived =
        crypto::scrypt(bytesOf("pleaseletmein"), bytesOf("SodiumChloride"), {quint8(log2N), 8, quint8(p)});
    QVERIFY(derived);
    QCOMPARE(derived->text().toByteArray().toHex(), key);
}

void TestPasswordVault::computes_nothing_that_costs_too_much_data()
{
    QTest::addColumn<int>("log2N");
    QTest::addColumn<int>("r");
    QTest::addColumn<int>("p");
    QTest::newRow("little memory") << 14 << 8 << 1;
    QTest::newRow("much memory") << 21 << 8 << 1;
    QTest::newRow("all memory") << 63 << 8 << 1;
    QTest::newRow("more than there are bits") << 255 << 8 << 1;
    QTest::newRow("another block") << 17 << 16 << 1;
    QTest::newRow("no block") << 17 << 0 << 1;
    QTest::newRow("no lane") << 17 << 8 << 0;
    QTest::newRow("many lanes") << 17 << 8 << 5;
}

void TestPasswordVault::computes_nothing_that_costs_too_much()
{
    QFETCH(int, log2N);
    QFETCH(int, r);
    QFETCH(int, p);
    const crypto::ScryptCost cost{quint8(log2N), quint8(r), quint8(p)};
    QCOMPARE(codeOf(crypto::scrypt(bytesOf("x"), bytesOf("y"), cost)), ErrorCode::Internal);
    QByteArray file = vaultData("password-vault-15");
    file[12] = char(log2N);
    file[13] = char(r);
    file[14] = char(p);
    file.replace(128, 32, QCryptographicHash::hash(file.first(128), QCryptographicHash::Sha256));
    put(path("book"), file);
    const auto process = start();
    QCOMPARE(process->open(), State::Newer);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(codeOf(process->unlock(password)), ErrorCode::NewerFormat);
    QCOMPARE(process->vault->state(), State::Newer);
    QCOMPARE(contentOf(path("book")), file);
}

void TestPasswordVault::a_password_is_the_same_however_it_is_typed()
{
    KeyDerivation derivation;
    derivation.cost = {15, 8, 1};
    const auto composed = keyOf(passwordOf("pässwörd ﬁ"), derivation);
    const auto decomposed = keyOf(passwordOf("pa\xcc\x88sswo\xcc\x88rd ﬁ"), derivation);
    const auto other = keyOf(passwordOf("passwörd ﬁ"), derivation);
    QVERIFY(composed && decomposed && other);
    QVERIFY((*composed)->key == (*decomposed)->key);
    QVERIFY(!((*composed)->key == (*other)->key));
    QCOMPARE(codeOf(keyOf({}, derivation)), ErrorCode::EmptyInput);
    QCOMPARE(codeOf(keyOf(passwordOf("\xff"), derivation)), ErrorCode::NotText);
}

void TestPasswordVault::begins_without_the_keychain_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<State>("state");
    QTest::newRow("empty") << -1 << State::Empty;
    QTest::newRow("no keychain") << int(ErrorCode::NoKeychain) << State::Unavailable;
    QTest::newRow("no bus") << int(ErrorCode::NoBus) << State::Unavailable;
    QTest::newRow("locked") << int(ErrorCode::KeychainLocked) << State::Locked;
}

void TestPasswordVault::begins_without_the_keychain()
{
    QFETCH(int, trouble);
    QFETCH(State, state);
    const auto process = start();
    m_keychain->isLocked = state == State::Locked;
    if (state == State::Unavailable)
        process->store.script(Call::Survey, 1, Behaviour::Fail, {ErrorCode(trouble), {}});
    QCOMPARE(process->open(Prompting::Never), state);
    QVERIFY(process->vault->canTakePassword());
    process->store.clearLog();
    QVERIFY(process->setPassword(password));
    QCOMPARE(process->vault->state(), State::Unlocked);
    QCOMPARE(process->vault->protection(), Protection::Password);
    QVERIFY(process->add(github()));
    QVERIFY(process->store.log().isEmpty());
    QCOMPARE(startAndUnlock()->names(), alice);
    struct stat status{};
    for (const char *name : {"book", "book.1"}) {
        QCOMPARE(::stat(QFile::encodeName(path(name)).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777u, 0600u);
    }
}

void TestPasswordVault::begins_nothing_where_a_vault_was()
{
    m_isKeychainUsed = true;
    {
        const auto process = start();
        process->open();
        QVERIFY(process->add(github()));
    }
    const QByteArray book = contentOf(path("book"));
    m_keychain->isLocked = true;
    const auto process = start();
    QCOMPARE(process->open(Prompting::Never), State::Locked);
    QVERIFY(!process->vault->canTakePassword());
    QCOMPARE(codeOf(process->setPassword(password)), ErrorCode::NotUnlocked);
    QVERIFY(QFile::remove(path("book")));
    QCOMPARE(codeOf(process->setPassword(password)), ErrorCode::NotUnlocked); // the mark says so
    QVERIFY(!QFile::exists(path("book")));
    QCOMPARE(start()->vault->state(), State::Closed);
    QCOMPARE(codeOf(start()->setPassword(password)), ErrorCode::NotUnlocked);
}

void TestPasswordVault::opens_files_made_by_others_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("2^15") << QByteArray("password-vault-15");
    QTest::newRow("2^17") << QByteArray("password-vault-17");
}

void TestPasswordVault::opens_files_made_by_others()
{
    QFETCH(QByteArray, name);
    put(path("book"), vaultData(name.constData()));
    const auto process = start();
    QCOMPARE(process->open(), State::Password);
    QVERIFY(process->unlock("correct horse bättery staple"));
    QCOMPARE(process->names(), both);
    QCOMPARE(process->vault->trashedAccounts().size(), 1);
    QCOMPARE(process->vault->accounts()[0].id, AccountId{0xb2}); // the order of the file
    QVERIFY(process->vault->accounts()[0].pinned);
    QCOMPARE(process->vault->accounts()[1].group, QStringLiteral("Work"));
    QVERIFY(process->vault->warnings().contains(Warning::NeedsAttention));
    // And goes on with them.
    QVERIFY(process->add(numbered(1)));
    const auto again = start();
    again->open();
    QVERIFY(again->unlock("correct horse bättery staple"));
    QCOMPARE(again->vault->accounts().size(), 3);
    const auto key = keyOf(passwordOf("correct horse bättery staple"),
                           *PasswordFile(*DataDirectory::open(m_folder->path())).derivation());
    const auto content = openSealedFile(bytesOf(contentOf(path("book"))), (*key)->key.view());
    QVERIFY(content && content->json.contains("\"later\":\"kept\""));
    QVERIFY(content->document.text().toByteArray().contains("\nwatchword-future:7?anything="));
}

void TestPasswordVault::opens_with_its_password_and_no_other()
{
    startWithAlice();
    const auto process = start();
    QCOMPARE(process->open(), State::Password);
    QCOMPARE(process->vault->reason(), std::nullopt);
    QCOMPARE(process->vault->protection(), Protection::Password);
    QCOMPARE(process->vault->report().protection, Protection::Password);
    for (const char *wrong : {"a password of the test", "A password of the tests", " a password of the tests", "x"}) {
        QCOMPARE(codeOf(process->unlock(wrong)), ErrorCode::WrongPassword);
        QCOMPARE(process->vault->state(), State::Password);
        QCOMPARE(process->vault->reason()->code, ErrorCode::WrongPassword);
        QVERIFY(process->vault->accounts().isEmpty());
        QCOMPARE(codeOf(process->add(bank())), ErrorCode::WrongPassword);
    }
    QCOMPARE(codeOf(process->unlock("")), ErrorCode::EmptyInput);
    QVERIFY(process->unlock(password));
    QCOMPARE(process->vault->reason(), std::nullopt);
    QCOMPARE(process->names(), alice);
    QCOMPARE(process->vault->codeAt(process->vault->accounts()[0].id, 59)->digits, QStringLiteral("287082"));
    QVERIFY(process->store.log().isEmpty());
}

void TestPasswordVault::saves_what_it_is_told()
{
    AccountId kept, pinned;
    {
        const auto process = startWithAlice();
        kept = process->vault->accounts()[0].id;
        pinned = process->add(numbered(1))->first();
        const AccountId gone = process->add(numbered(2))->first();
        QVERIFY(process->edit(pinned, {.issuer = QStringLiteral("Work"), .pinned = true}));
        QVERIFY(process->trash(gone, true));
        QVERIFY(process->wait<Vault::Saved>(
            [&](auto *context, auto handler) { process->vault->remove({gone}, context, std::move(handler)); }));
        QVERIFY(process->wait<Vault::Saved>([&](auto *context, auto handler) {
            process->vault->move(pinned, Vault::Side::Before, kept, context, std::move(handler));
        }));
        QVERIFY(process->wait<Vault::Saved>([&](auto *context, auto handler) {
            process->vault->keepPushMemory("memory", Prompting::Never, context, std::move(handler));
        }));
        QVERIFY(process->store.log().isEmpty());
    }
    const auto again = startAndUnlock();
    QCOMPARE(again->vault->accounts().size(), 2);
    QCOMPARE(again->vault->accounts()[0].id, pinned);
    QCOMPARE(again->vault->accounts()[0].issuer, QStringLiteral("Work"));
    QVERIFY(again->vault->accounts()[0].pinned);
    QCOMPARE(again->vault->accounts()[1].id, kept);
    QVERIFY(again->vault->trashedAccounts().isEmpty());
    QCOMPARE(again->vault->pushMemory(), QByteArray("memory"));
    // Nothing that is asked for changes nothing.
    const QByteArray before = contentOf(path("book"));
    QVERIFY(again->edit(pinned, {.issuer = QStringLiteral("Work")}));
    QCOMPARE(contentOf(path("book")), before);
}

void TestPasswordVault::keeps_the_one_before()
{
    const auto process = startWithAlice();
    const QByteArray before = contentOf(path("book"));
    QVERIFY(process->add(bank()));
    QCOMPARE(contentOf(path("book.1")), before);
    const auto first = readFileHeader(bytesOf(before));
    const auto second = readFileHeader(bytesOf(contentOf(path("book"))));
    QCOMPARE(second->revision, first->revision + 1);
    QCOMPARE(second->seen, first->seen + 1);
    QCOMPARE(second->derivation, first->derivation);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
             (QStringList{QStringLiteral("book"), QStringLiteral("book.1"), QStringLiteral("vault.id")}));
}

void TestPasswordVault::saves_a_counter_before_its_code_is_shown()
{
    const auto process = startWithAlice();
    const AccountId id = process->add(bank())->first();
    const auto first = process->take(id);
    QVERIFY(first && first->confirmed);
    QCOMPARE(first->code.digits, QStringLiteral("755224"));
    QCOMPARE(startAndUnlock()->take(id)->code.digits, QStringLiteral("287082"));
    QCOMPARE(process->take(id)->code.digits, QStringLiteral("359152"));
}

void TestPasswordVault::unknown_lines_survive_many_saves()
{
    put(path("book"), vaultData("password-vault-15"));
    const auto process = start();
    process->open();
    QVERIFY(process->unlock("correct horse bättery staple"));
    for (int i = 0; i < 100; ++i)
        QVERIFY(process->edit(AccountId{0xa1}, {.name = QString::number(i)}));
    const auto key = keyOf(passwordOf("correct horse bättery staple"),
                           *PasswordFile(*DataDirectory::open(m_folder->path())).derivation());
    const auto content = openSealedFile(bytesOf(contentOf(path("book"))), (*key)->key.view());
    const QByteArrayList before = vaultData("document.txt").split('\n'),
                         after = content->document.text().toByteArray().split('\n');
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 2; i < before.size(); ++i) // behind the header and the account that was changed
        QCOMPARE(after[i], before[i]);
}

void TestPasswordVault::writes_nothing_that_is_newer_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("format") << 8 << QByteArray("\0\2", 2);
    QTest::newRow("kind") << 10 << QByteArray("\7");
    QTest::newRow("derivation") << 11 << QByteArray("\2");
    QTest::newRow("document") << -1 << QByteArray();
}

void TestPasswordVault::writes_nothing_that_is_newer()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QByteArray file = vaultData("password-vault-15");
    if (at >= 0) {
        file.replace(at, bytes.size(), bytes);
        file.replace(128, 32, QCryptographicHash::hash(file.first(128), QCryptographicHash::Sha256));
    } else {
        const auto header = readFileHeader(bytesOf(file));
        const auto key = keyOf(passwordOf("correct horse bättery staple"), header->derivation);
        file = *sealFile(*header, "{}", bytesOf("Watchword accounts format=2 something\nelse\n"), (*key)->key.view());
    }
    put(path("book"), file);
    const auto process = start();
    const State state = process->open();
    QCOMPARE(state, at >= 0 ? State::Newer : State::Password);
    QCOMPARE(codeOf(process->unlock("correct horse bättery staple")), ErrorCode::NewerFormat);
    QCOMPARE(process->vault->state(), State::Newer);
    QCOMPARE(codeOf(process->add(bank())), ErrorCode::NewerFormat);
    QCOMPARE(codeOf(process->setPassword(password)), ErrorCode::NewerFormat);
    QCOMPARE(contentOf(path("book")), file);
    QVERIFY(!QFile::exists(path("book.1")));
}

void TestPasswordVault::takes_what_another_process_saved()
{
    const auto one = startWithAlice();
    const auto two = startAndUnlock();
    QVERIFY(two->add(bank()));
    QVERIFY(happens([&] { return one->names() == both; })); // as it watches the folder
    QVERIFY(one->edit(one->vault->accounts()[0].id, {.name = QStringLiteral("zoe")}));
    QVERIFY(two->add(numbered(3)));
    QCOMPARE(two->names(), (QStringList{QStringLiteral("3"), QStringLiteral("bob"), QStringLiteral("zoe")}));
    QCOMPARE(startAndUnlock()->names(), two->names());
}

void TestPasswordVault::two_processes_adding_at_once_lose_nothing()
{
    const auto one = startWithAlice();
    const auto two = startAndUnlock();
    QObject context;
    int answers = 0;
    for (int i = 0; i < 20; ++i) {
        for (Process *process : {one.get(), two.get()}) {
            process->add(numbered(2 * i + int(process == one.get())), &context, [&](const Vault::Saved &saved) {
                QVERIFY(saved);
                ++answers;
            });
        }
    }
    QVERIFY(happens([&] { return answers == 40; }, 60'000));
    QVERIFY(one->settles() && two->settles());
    QCOMPARE(startAndUnlock()->names().size(), 41);
}

void TestPasswordVault::a_password_changed_elsewhere_locks()
{
    const auto one = startWithAlice();
    {
        const auto two = startAndUnlock();
        QVERIFY(two->setPassword("another password"));
        QVERIFY(two->add(bank()));
    }
    // What was asked for before that was noticed is refused, with the reason.
    QCOMPARE(codeOf(one->add(numbered(1))), ErrorCode::PasswordChanged);
    QCOMPARE(one->vault->state(), State::Password);
    QCOMPARE(one->vault->reason()->code, ErrorCode::PasswordChanged);
    QVERIFY(one->vault->accounts().isEmpty());
    QCOMPARE(one->vault->sinceUnlock(), std::nullopt);
    QCOMPARE(codeOf(one->unlock(password)), ErrorCode::WrongPassword);
    QVERIFY(one->unlock("another password"));
    QCOMPARE(one->names(), both);
    // And without being asked for anything.
    const auto three = start();
    three->open();
    QVERIFY(three->unlock("another password"));
    QVERIFY(one->setPassword("a third one"));
    QVERIFY(happens([&] { return three->vault->state() == State::Password; }));
    QVERIFY(three->vault->accounts().isEmpty());
}

void TestPasswordVault::a_keychain_used_elsewhere_is_found()
{
    m_isKeychainUsed = true;
    const auto one = startWithAlice();
    const auto locked = start();
    QCOMPARE(locked->open(), State::Password);
    {
        const auto two = startAndUnlock();
        QVERIFY(two->useKeychain());
    }
    QVERIFY(one->add(bank()));
    QCOMPARE(one->vault->protection(), Protection::Keychain);
    QCOMPARE(one->names(), both);
    QVERIFY(locked->unlock(password)); // there is none any more
    QCOMPARE(locked->vault->protection(), Protection::Keychain);
    QCOMPARE(locked->names(), both);
}

void TestPasswordVault::tells_a_wrong_password_from_damage_data()
{
    QTest::addColumn<QByteArray>("harm"); // to book, to book.1
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("wrong");
    const int wrongPassword = int(ErrorCode::WrongPassword), damaged = int(ErrorCode::DamagedFile);
    QTest::newRow("none") << QByteArray("--") << -1 << wrongPassword;
    QTest::newRow("header") << QByteArray("h-") << -1 << wrongPassword;
    QTest::newRow("proof") << QByteArray("p-") << -1 << wrongPassword;
    QTest::newRow("body") << QByteArray("b-") << -1 << wrongPassword;
    QTest::newRow("cut") << QByteArray("c-") << -1 << wrongPassword;
    QTest::newRow("empty") << QByteArray("e-") << -1 << wrongPassword;
    QTest::newRow("missing") << QByteArray("m-") << -1 << wrongPassword;
    QTest::newRow("only the older body") << QByteArray("-b") << -1 << wrongPassword;
    QTest::newRow("both bodies") << QByteArray("bb") << damaged << wrongPassword;
    QTest::newRow("body, and no older one") << QByteArray("bm") << damaged << wrongPassword;
    QTest::newRow("header, older body") << QByteArray("hb") << damaged << wrongPassword;
    QTest::newRow("missing, older body") << QByteArray("mb") << damaged << wrongPassword;
}

void TestPasswordVault::tells_a_wrong_password_from_damage()
{
    QFETCH(QByteArray, harm);
    QFETCH(int, right);
    QFETCH(int, wrong);
    {
        const auto process = startWithAlice();
        QVERIFY(process->add(bank()));
    }
    const auto damage = [&](const QString &name, char how) {
        QByteArray content = contentOf(name);
        const auto flip = [&](qsizetype at) { content[at] = char(content[at] ^ 4); };
        switch (how) {
        case 'h': flip(30); break;
        case 'p': flip(170); break;
        case 'b': flip(1000); break;
        case 'c': content.chop(100); break;
        case 'e': content.clear(); break;
        case 'm': QVERIFY(QFile::remove(name)); return;
        default: return;
        }
        QVERIFY(QFile::remove(name)); // not through the other name of it
        put(name, content);
    };
    damage(path("book"), harm[0]);
    damage(path("book.1"), harm[1]);
    const QByteArray book = contentOf(path("book"));
    const auto process = start();
    QCOMPARE(process->open(), State::Password);
    QCOMPARE(int(codeOf(process->unlock("wrong"))), wrong);
    QCOMPARE(process->vault->state(), State::Password);
    QCOMPARE(int(codeOf(process->unlock(password))), right);
    QCOMPARE(contentOf(path("book")), book); // opening writes nothing
    QVERIFY(process->store.log().isEmpty());
    if (right != int(noError)) {
        QCOMPARE(process->vault->state(), State::Damaged);
        QCOMPARE(codeOf(process->add(numbered(1))), ErrorCode::DamagedFile);
        QCOMPARE(contentOf(path("book")), book);
        return;
    }
    const bool isOlder = harm[0] != '-';
    QCOMPARE(process->names(), isOlder ? alice : both);
    QCOMPARE(process->vault->warnings().contains(Warning::PreviousCopyUsed), isOlder);
    const auto highest = readFileHeader(bytesOf(book));
    QVERIFY(process->add(numbered(1)));
    QVERIFY(!process->vault->warnings().contains(Warning::PreviousCopyUsed));
    if (isOlder && harm[0] != 'm') {
        const QStringList kept = QDir(m_folder->path()).entryList({QStringLiteral("book.damaged-*")}, QDir::Files);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(contentOf(m_folder->filePath(kept[0])), book);
    }
    const auto written = readFileHeader(bytesOf(contentOf(path("book"))));
    QVERIFY(written);
    QVERIFY(!highest || (written->seen > highest->seen && written->revision > highest->revision));
    QCOMPARE(startAndUnlock()->names().size(), isOlder ? 2 : 3);
}

/// Every byte of the header and of the seal's end flipped, a part of the rest, under one key: as the vault was, or as it was
/// before the last change and that is said; never anything else.
void TestPasswordVault::every_byte_of_the_file()
{
    {
        const auto process = startWithAlice();
        QVERIFY(process->add(bank()));
    }
    const auto directory = *DataDirectory::open(m_folder->path());
    const QByteArray whole = contentOf(path("book"));
    const auto key = *keyOf(passwordOf(password), readFileHeader(bytesOf(whole))->derivation);
    for (const bool hasFirst : {true, false}) {
        if (!hasFirst)
            QVERIFY(QFile::remove(path("book.1")));
        for (qsizetype at = 0; at < whole.size(); at += at < 256 || at > whole.size() - 32 ? 1 : 61) {
            for (const bool isCut : {false, true}) {
                QByteArray file = whole;
                if (isCut)
                    file.truncate(at);
                else
                    file[at] = char(file[at] ^ 0x20);
                QVERIFY(QFile::remove(path("book")));
                put(path("book"), file);
                const auto opened = PasswordFile(directory).open(*key, nullptr, nullptr);
                const QByteArray where = QByteArray::number(at) + (isCut ? " cut" : "");
                if (hasFirst) {
                    QVERIFY2(opened, where.constData());
                    QVERIFY2(opened->book.isDamaged && opened->document->records().size() == 1, where.constData());
                } else {
                    const bool isProof = !isCut && at >= 160 && at < 192;
                    QCOMPARE(codeOf(opened), isProof ? ErrorCode::WrongPassword : ErrorCode::DamagedFile);
                }
            }
        }
    }
}

void TestPasswordVault::a_lost_file_is_not_a_first_run()
{
    startWithAlice();
    QVERIFY(QFile::remove(path("book")) && QFile::remove(path("book.1")));
    const auto process = start();
    QCOMPARE(process->open(), State::Gone);
    QCOMPARE(process->vault->reason()->detail, QStringLiteral("book missing"));
    QCOMPARE(codeOf(process->setPassword(password)), ErrorCode::EntryNotFound);
    QVERIFY(!QFile::exists(path("book")));
    // Nor is the keychain to blame where it cannot be read.
    m_keychain->isLocked = true;
    for (const auto prompting : {Prompting::Never, Prompting::Allowed}) {
        process->store.script(Call::Unlock, 1, Behaviour::Fail, {ErrorCode::PromptDismissed, {}});
        QCOMPARE(process->open(prompting), State::Locked);
        QCOMPARE(process->vault->reason()->detail, QStringLiteral("book missing"));
    }
    m_keychain->isLocked = false;
    process->store.script(Call::Survey, 1, Behaviour::Fail, {ErrorCode::NoKeychain, QStringLiteral("why")});
    QCOMPARE(process->open(), State::Unavailable);
    QCOMPARE(process->vault->reason()->detail, QStringLiteral("why; book missing"));
    put(path("book"), QByteArray("no header"));
    QCOMPARE(process->open(), State::Gone);
    QCOMPARE(process->vault->reason()->detail, QStringLiteral("book damaged"));
    // What is left of it tells as much as the mark.
    QVERIFY(QFile::remove(path("vault.id")));
    beDefaultFolder(m_folder->path());
    QCOMPARE(process->open(), State::Gone);
    QCOMPARE(process->vault->reason()->detail, QStringLiteral("book damaged"));
}

void TestPasswordVault::a_lost_file_is_remembered_when_nobody_waits_any_more()
{
    startWithAlice();
    QVERIFY(QFile::remove(path("book")) && QFile::remove(path("book.1")));
    m_keychain->isLocked = true;
    const auto process = start();
    process->store.script(Call::Unlock, 1, Behaviour::Hang);
    process->vault->open(Prompting::Allowed);
    QVERIFY(happens([&] { return process->store.isHanging(); }));
    const Error wanted{ErrorCode::PromptDismissed, QStringLiteral("book missing")};
    process->vault->stopWaiting();
    QCOMPARE(process->vault->state(), State::Locked);
    QCOMPARE(process->vault->reason(), std::optional(wanted)); // at once
    QVERIFY(process->lock());
    // It is said of this prompt only.
    put(path("book"), QByteArray("no header"));
    process->store.script(Call::Unlock, 1, Behaviour::Hang);
    process->vault->open(Prompting::Allowed);
    QVERIFY(happens([&] { return process->store.isHanging(); }));
    process->vault->stopWaiting();
    QCOMPARE(process->vault->reason()->detail, QStringLiteral("book damaged"));
    QVERIFY(process->lock());
    m_keychain->isLocked = false;
}

void TestPasswordVault::a_full_disk_changes_nothing()
{
    if (::geteuid() == 0 && !QFileInfo::exists(QStringLiteral("/dev/full")))
        QSKIP("no full disk here");
    const auto process = startWithAlice();
    const QByteArray before = contentOf(path("book"));
    // A folder in the way of the temporary file's second name makes the write fail at its last steps.
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("book.1.new")));
    QVERIFY(!process->add(bank()));
    QCOMPARE(contentOf(path("book")), before);
    QCOMPARE(process->names(), alice);
    QVERIFY(QDir(m_folder->path()).rmdir(QStringLiteral("book.1.new")));
    QVERIFY(process->add(bank()));
    QCOMPARE(startAndUnlock()->names(), both);
}

void TestPasswordVault::locks_and_leaves_nothing_behind()
{
    const auto process = startWithAlice();
    QSignalSpy states(process->vault.get(), &Vault::stateChanged);
    QSignalSpy lists(process->vault.get(), &Vault::accountsChanged);
    const AccountId id = process->vault->accounts()[0].id;
    QVERIFY(process->vault->sinceUnlock());
    bool isDone = false;
    process->vault->lock(this, [&] { isDone = true; });
    // At once nothing is shown.
    QCOMPARE(process->vault->state(), State::Password);
    QCOMPARE(process->vault->reason(), std::nullopt);
    QVERIFY(process->vault->accounts().isEmpty() && process->vault->warnings().isEmpty());
    QCOMPARE(codeOf(process->vault->codeAt(id, 59)), ErrorCode::UnknownAccount);
    QCOMPARE(states.count(), 1);
    QCOMPARE(lists.count(), 1);
    QCOMPARE(process->vault->sinceUnlock(), std::nullopt);
    QVERIFY(!isDone);
    QVERIFY(happens([&] { return isDone; }));
    QCOMPARE(codeOf(process->add(bank())), ErrorCode::NotUnlocked);
    QCOMPARE(codeOf(process->checkPassword(password)), ErrorCode::NotUnlocked);
    QCOMPARE(codeOf(process->setPassword("x")), ErrorCode::NotUnlocked);
    QCOMPARE(process->open(), State::Password); // a reading does not open it
    QCOMPARE(codeOf(process->unlock("wrong")), ErrorCode::WrongPassword);
    QVERIFY(process->unlock(password));
    QCOMPARE(process->names(), alice);
    QVERIFY(process->lock());
    QVERIFY(process->lock()); // twice is the same
}

void TestPasswordVault::locks_what_cannot_be_read()
{
    startWithAlice();
    const QByteArray whole = contentOf(path("book"));
    QByteArray damaged = whole;
    damaged[1000] = char(damaged[1000] ^ 4);
    const auto lay = [&](const QByteArray &content) {
        QVERIFY(!QFile::exists(path("book.1")) || QFile::remove(path("book.1")));
        QVERIFY(QFile::remove(path("book")));
        put(path("book"), content);
    };
    lay(damaged);
    const auto process = start();
    QCOMPARE(process->open(), State::Password);
    QCOMPARE(codeOf(process->unlock(password)), ErrorCode::DamagedFile);
    lay(whole);
    QCOMPARE(process->open(), State::Unlocked); // mended, and not asked again
    lay(damaged);
    QCOMPARE(process->open(), State::Damaged);

    bool isDone = false;
    process->vault->lock(this, [&] { isDone = true; });
    QCOMPARE(process->vault->state(), State::Password);
    QCOMPARE(process->vault->reason(), std::nullopt);
    QVERIFY(happens([&] { return isDone; }));
    lay(whole);
    QCOMPARE(process->open(), State::Password); // the key is gone
    QVERIFY(process->unlock(password));
    QCOMPARE(process->names(), alice);
}

void TestPasswordVault::what_is_being_saved_comes_to_its_end()
{
    const auto process = startWithAlice();
    QStringList order;
    for (int i = 0; i < 3; ++i)
        process->add(numbered(i), this, [&](const Vault::Saved &saved) {
            order << (saved ? QStringLiteral("saved") : QStringLiteral("refused"));
        });
    process->vault->lock(this, [&] { order << QStringLiteral("locked"); });
    QCOMPARE(process->vault->state(), State::Password);
    process->add(numbered(9), this, [&](const Vault::Saved &saved) {
        QCOMPARE(codeOf(saved), ErrorCode::NotUnlocked); // it came too late
    });
    QVERIFY(happens([&] { return order.size() == 4; }));
    const QString saved = QStringLiteral("saved");
    QCOMPARE(order, (QStringList{saved, saved, saved, QStringLiteral("locked")}));
    QCOMPARE(process->vault->state(), State::Password);
    QVERIFY(process->vault->accounts().isEmpty());
    QCOMPARE(startAndUnlock()->names().size(), 4);
}

void TestPasswordVault::what_cannot_be_saved_does_not_hold_up_a_lock()
{
    const auto process = startWithAlice();
    QLockFile other(path("vault.lock"));
    other.setStaleLockTime(0);
    QVERIFY(other.tryLock());
    const QByteArray before = contentOf(path("book"));
    QStringList order;
    for (int i = 0; i < 2; ++i)
        process->add(numbered(i), this, [&](const Vault::Saved &saved) {
            QCOMPARE(codeOf(saved), ErrorCode::NotUnlocked);
            order << QStringLiteral("refused");
        });
    QElapsedTimer timer;
    timer.start();
    // The session's lock and the sleep that follows ask for it one after the other.
    process->vault->lock(this, [&] { order << QStringLiteral("locked"); });
    process->vault->lock(this, [&] { order << QStringLiteral("locked"); });
    QVERIFY(happens([&] { return order.size() == 4; }));
    const QString locked = QStringLiteral("locked");
    QCOMPARE(order.last(2), (QStringList{locked, locked}));
    QVERIFY(timer.elapsed() < 8'000); // the lock file would be waited for 10 s
    other.unlock();
    QTest::qWait(100); // a saving that was given up does not go on now
    QCOMPARE(contentOf(path("book")), before);
    QVERIFY(process->unlock(password));
    QVERIFY(process->add(bank()));
}

void TestPasswordVault::what_sign_ins_leave_behind_is_saved_with_the_lock()
{
    const auto process = startWithAlice();
    std::optional<ErrorCode> saved;
    const auto keep = connect(process->vault.get(), &Vault::stateChanged, this, [&] {
        process->vault->keepPushMemory("left behind", Prompting::Never, this,
                                       [&](const Vault::Saved &answer) { saved = codeOf(answer); });
    });
    QVERIFY(process->lock());
    disconnect(keep);
    QVERIFY(saved.has_value());
    QVERIFY(process->unlock(password));
    QCOMPARE(process->vault->pushMemory(), QByteArray("left behind"));
}

void TestPasswordVault::a_password_from_between_two_locks_opens_nothing()
{
    const auto process = startWithAlice();
    QLockFile other(path("vault.lock"));
    other.setStaleLockTime(0);
    QVERIFY(other.tryLock());
    process->add(numbered(1), this, [](const Vault::Saved &) {});
    int locks = 0;
    std::optional<ErrorCode> code;
    process->vault->lock(this, [&] { ++locks; });
    process->vault->unlock(passwordOf(password), this, [&](const Result<void> &result) { code = codeOf(result); });
    process->vault->lock(this, [&] { ++locks; });
    QVERIFY(happens([&] { return locks == 2 && code.has_value(); }));
    QCOMPARE(*code, ErrorCode::NotUnlocked);
    QCOMPARE(process->vault->state(), State::Password);
    QVERIFY(process->unlock(password));
}

void TestPasswordVault::a_late_key_is_dropped()
{
    startWithAlice();
    const auto process = start();
    QCOMPARE(process->open(), State::Password);
    std::optional<ErrorCode> code;
    process->vault->unlock(passwordOf(password), this, [&](const Result<void> &result) { code = codeOf(result); });
    QVERIFY(process->lock());
    QVERIFY(happens([&] { return code.has_value(); }));
    QCOMPARE(*code, ErrorCode::NotUnlocked);
    QCOMPARE(process->vault->state(), State::Password);
    QCOMPARE(process->vault->reason(), std::nullopt);
    // One whose window is gone is not told, and opens all the same.
    {
        QObject window;
        process->vault->unlock(passwordOf(password), &window, [&](const Result<void> &) { QFAIL("told"); });
    }
    QVERIFY(happens([&] { return process->vault->state() == State::Unlocked; }));
}

void TestPasswordVault::a_password_right_after_locking_unlocks()
{
    const auto process = startWithAlice();
    process->vault->lock(this, [] {});
    QVERIFY(process->unlock(password));
    QCOMPARE(process->vault->state(), State::Unlocked);
    QCOMPARE(process->names(), alice);
}

void TestPasswordVault::hides_what_the_keychain_protects()
{
    m_isKeychainUsed = true;
    const auto process = start();
    process->open();
    QVERIFY(process->add(github()));
    QCOMPARE(process->vault->protection(), Protection::Keychain);
    QVERIFY(process->lock());
    QCOMPARE(process->vault->state(), State::Closed);
    QVERIFY(process->vault->accounts().isEmpty());
    QCOMPARE(codeOf(process->add(bank())), ErrorCode::NotUnlocked);
    QCOMPARE(process->open(Prompting::Never), State::Unlocked);
    QCOMPARE(process->names(), alice);
    QVERIFY(process->add(bank()));
    // While something is saved as well.
    process->add(numbered(7), this, [](const Vault::Saved &saved) { QVERIFY(saved); });
    QVERIFY(process->lock());
    QCOMPARE(process->open(Prompting::Never), State::Unlocked);
    QCOMPARE(process->names().size(), 3);
}

void TestPasswordVault::says_when_the_password_was_given()
{
    const auto process = startWithAlice();
    QTest::qWait(30);
    QVERIFY(*process->vault->sinceUnlock() >= 30ms);
    QCOMPARE(codeOf(process->checkPassword("wrong")), ErrorCode::WrongPassword);
    QVERIFY(*process->vault->sinceUnlock() >= 30ms);
    QCOMPARE(process->vault->state(), State::Unlocked);
    const auto before = *process->vault->sinceUnlock();
    QVERIFY(process->checkPassword(password));
    QVERIFY(*process->vault->sinceUnlock() < before);
    QCOMPARE(start()->vault->sinceUnlock(), std::nullopt);
}

QTEST_GUILESS_MAIN(TestPasswordVault)
#include "tst_password_vault.moc"
