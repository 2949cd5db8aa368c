// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/password_file.h"
#include "tests/support/files.h"
#include "tests/support/vault_data.h"
#include "tests/support/vault_test.h"

#include <QDir>
#include <QTemporaryDir>

#include <map>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;
using namespace std::chrono_literals;
using accounts::AccountId;

namespace {

/// The ways in which a call of the keychain goes wrong.
struct Way {
    const char *name;
    std::optional<Behaviour> behaviour; ///< else the program dies while it waits for the answer
    bool isDone = false;                ///< when it dies: what was asked for is carried out all the same
};
constexpr Way ways[] = {{"refused", Behaviour::Fail},
                        {"refused and done", Behaviour::FailAfter},
                        {"something else", Behaviour::Garble},
                        {"forgotten", Behaviour::Forget},
                        {"dies before", {}, false},
                        {"dies after", {}, true}};

/// Each is made once.
const SecretBytes &keyFor(const char *with, const KeyDerivation &derivation)
{
    static std::map<std::pair<QByteArray, QByteArray>, PasswordKeyPointer> known;
    const QByteArray salt(reinterpret_cast<const char *>(derivation.salt.data()), 32);
    PasswordKeyPointer &key = known[{QByteArray(with), salt}];
    if (!key)
        key = *keyOf(passwordOf(with), derivation);
    return key->key;
}

} // namespace

/// A vault on its way from the keychain to a password, from one password to another, and back (vault-protocol section 6);
/// and two vaults that become one.
class TestPasswordMoves : public VaultTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void out_of_the_keychain();
    void into_the_keychain();
    void into_a_keychain_with_small_items();
    void there_and_back_many_times();
    void a_new_password_replaces_the_old_one();
    void a_move_to_where_it_is_changes_nothing();
    void nothing_half_written_opens_with_the_old_password();

    void what_stays_in_the_keychain_is_said_and_removed_later_data();
    void what_stays_in_the_keychain_is_said_and_removed_later();
    void only_what_is_older_is_removed();
    void a_keychain_that_hangs_does_not_hold_up_the_file();
    void a_keychain_that_cannot_take_it_changes_nothing_data();
    void a_keychain_that_cannot_take_it_changes_nothing();
    void asks_for_the_keychain_password();
    void does_not_write_over_another_vault();
    void what_the_keychain_has_more_is_united();
    void a_copy_with_the_old_key_is_replaced_at_the_next_start();
    void a_newer_copy_is_not_replaced();

    void whatever_the_keychain_does_one_vault_is_in_force_data();
    void whatever_the_keychain_does_one_vault_is_in_force();

    void unites_two_vaults();
    void unites_two_vaults_whatever_goes_wrong_data();
    void unites_two_vaults_whatever_goes_wrong();
    void uses_one_of_two_vaults_and_keeps_the_other();
    void a_vault_that_was_chosen_is_in_force_as_soon_as_it_is_written();
    void a_book_of_another_vault_is_put_aside();
    void a_choice_that_failed_leaves_the_book_where_it_was();
    void a_choice_whose_end_is_not_known_is_looked_at_again();

private:
    std::unique_ptr<Process> startInKeychain();
    std::unique_ptr<Process> startWithPassword();
    QByteArrayList openedBy(const char *with) const;
    void expectAccounts(Process &process) const;
};

void TestPasswordMoves::init()
{
    begin(std::make_unique<QTemporaryDir>(quickFolder("tst_password_moves")));
}

/// Two accounts, one of them pinned and first.
std::unique_ptr<Process> TestPasswordMoves::startInKeychain()
{
    auto process = start();
    process->open();
    [&] {
        QVERIFY(process->add(github()));
        const AccountId id = process->add(bank())->first();
        QVERIFY(process->edit(id, {.pinned = true}));
        QVERIFY(process->take(id));
    }();
    return process;
}

std::unique_ptr<Process> TestPasswordMoves::startWithPassword()
{
    auto process = startInKeychain();
    [&] { QVERIFY(process->setPassword(password)); }();
    return process;
}

/// The files of the data directory that this password opens.
QByteArrayList TestPasswordMoves::openedBy(const char *with) const
{
    QByteArrayList opened;
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden)) {
        const QByteArray file = contentOf(m_folder->filePath(name));
        const auto header = readFileHeader(bytesOf(file));
        if (!header || header->kind != FileKind::PasswordVault)
            continue;
        if (openSealedFile(bytesOf(file), keyFor(with, header->derivation).view()))
            opened << name.toUtf8();
    }
    return opened;
}

void TestPasswordMoves::expectAccounts(Process &process) const
{
    QCOMPARE(process.vault->state(), State::Unlocked);
    QCOMPARE(process.names(), both);
    for (const accounts::Account &account : process.vault->accounts()) {
        QCOMPARE(account.pinned, account.name == both[1]);
        if (const auto *counted = std::get_if<otp::Hotp>(&account.parameters))
            QCOMPARE(counted->counter, 1u);
        QCOMPARE(process.vault->codeWith(account.id, otp::Totp{}, 59)->digits, QStringLiteral("287082"));
    }
}

void TestPasswordMoves::out_of_the_keychain()
{
    {
        const auto process = startInKeychain();
        QVERIFY(process->setPassword(password));
        QCOMPARE(process->vault->protection(), Protection::Password);
        expectAccounts(*process);
        QVERIFY(process->vault->warnings().isEmpty());
        QVERIFY(process->vault->sinceUnlock());
        QVERIFY(m_keychain->items.isEmpty());
        QCOMPARE(openedBy(password), (QByteArrayList{"book", "book.1"}));
    }
    const auto again = startAndUnlock();
    expectAccounts(*again);
    QVERIFY(again->vault->warnings().isEmpty());
    QVERIFY(again->store.log().isEmpty());
    QVERIFY(again->take(again->vault->accounts()[1].id)->confirmed);
    QVERIFY(m_keychain->items.isEmpty());
}

void TestPasswordMoves::into_the_keychain()
{
    {
        const auto process = startWithPassword();
        QVERIFY(process->useKeychain());
        QCOMPARE(process->vault->protection(), Protection::Keychain);
        expectAccounts(*process);
        QVERIFY(process->vault->warnings().isEmpty());
        QCOMPARE(process->vault->sinceUnlock(), std::nullopt);
    }
    QCOMPARE(m_keychain->items.size(), 2);
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
    QVERIFY(openedBy(password).isEmpty());
    const auto again = start();
    QCOMPARE(again->open(Prompting::Never), State::Unlocked);
    expectAccounts(*again);
    QVERIFY(again->vault->warnings().isEmpty());
    QCOMPARE(again->store.count(Call::Write), 0); // nothing was left to be done
    QVERIFY(again->add(numbered(1)));
}

void TestPasswordMoves::into_a_keychain_with_small_items()
{
    m_keychain->itemSizeLimit = 400;
    const auto process = startWithPassword();
    QVERIFY(m_keychain->items.isEmpty());
    QVERIFY(process->useKeychain());
    QVERIFY(m_keychain->items.size() > 2);
    const auto again = start();
    QCOMPARE(again->open(), State::Unlocked);
    expectAccounts(*again);
}

void TestPasswordMoves::there_and_back_many_times()
{
    const auto process = startInKeychain();
    const auto beside = start();
    QCOMPARE(beside->open(), State::Unlocked);
    quint64 last = 0;
    for (int round = 0; round < 5; ++round) {
        QVERIFY(process->setPassword(password));
        QVERIFY(m_keychain->items.isEmpty());
        QVERIFY(happens([&] { return beside->vault->state() == State::Password; }));
        const auto header = readFileHeader(bytesOf(contentOf(path("book"))));
        QVERIFY(header->seen > last);
        last = header->seen;
        expectAccounts(*process);
        QVERIFY(process->useKeychain());
        QVERIFY(openedBy(password).isEmpty());
        const auto book = readFileHeader(bytesOf(contentOf(path("book"))));
        QVERIFY(book->kind == FileKind::Book && book->seen > last);
        last = book->seen;
        expectAccounts(*process);
        QCOMPARE(beside->open(), State::Unlocked);
    }
    QVERIFY(process->add(numbered(1)));
    QVERIFY(happens([&] { return beside->names().size() == 3; }));
}

void TestPasswordMoves::a_new_password_replaces_the_old_one()
{
    {
        const auto process = startWithPassword();
        QVERIFY(process->add(numbered(1))); // so that book.1 is another file
        const AccountId id = process->vault->accounts().last().id;
        QVERIFY(process->trash(id, true));
        const QByteArray before = contentOf(path("book"));
        QVERIFY(process->setPassword(otherPassword));
        QCOMPARE(openedBy(otherPassword), (QByteArrayList{"book", "book.1"}));
        QVERIFY(openedBy(password).isEmpty());
        const auto old = readFileHeader(bytesOf(before)), now = readFileHeader(bytesOf(contentOf(path("book"))));
        QVERIFY(now->derivation.salt != old->derivation.salt);
        QVERIFY(now->revision > old->revision);
        expectAccounts(*process);
        QVERIFY(process->trash(id, false));
        QVERIFY(process->trash(id, true));
    }
    const auto again = start();
    again->open();
    QCOMPARE(codeOf(again->unlock(password)), ErrorCode::WrongPassword);
    QVERIFY(again->unlock(otherPassword));
    expectAccounts(*again);
}

void TestPasswordMoves::a_move_to_where_it_is_changes_nothing()
{
    const auto process = startInKeychain();
    const auto items = m_keychain->items;
    QVERIFY(process->useKeychain());
    QCOMPARE(m_keychain->items, items);
    QCOMPARE(process->vault->protection(), Protection::Keychain);
}

void TestPasswordMoves::nothing_half_written_opens_with_the_old_password()
{
    const auto process = startWithPassword();
    for (const char *name : {"book.new-AbCdEf", "book.1.new-AbCdEf", "book.1.new"})
        put(path(name), contentOf(path("book")));
    put(path("book.new-notours"), contentOf(path("vault.id")));
    QVERIFY(process->setPassword(otherPassword));
    QVERIFY(openedBy(password).isEmpty());
    QVERIFY(QFile::exists(path("book.new-notours")));
    for (const char *name : {"book.new-AbCdEf", "book.1.new"})
        put(path(name), contentOf(path("book")));
    QVERIFY(process->useKeychain());
    QVERIFY(openedBy(otherPassword).isEmpty());
}

void TestPasswordMoves::what_stays_in_the_keychain_is_said_and_removed_later_data()
{
    QTest::addColumn<int>("trouble");
    QTest::newRow("refused") << 0;
    QTest::newRow("locked") << 1;
    QTest::newRow("forgotten") << 2;
    QTest::newRow("away") << 3;
}

void TestPasswordMoves::what_stays_in_the_keychain_is_said_and_removed_later()
{
    QFETCH(int, trouble);
    {
        const auto process = startInKeychain();
        process->store.forgetScripts();
        switch (trouble) {
        case 0: process->store.script(Call::Remove, 1, Behaviour::Fail, {ErrorCode::KeychainRefused, {}}); break;
        case 1: process->store.beforeCall(Call::Remove, 1, [&] { m_keychain->isLocked = true; }); break;
        case 2: process->store.script(Call::Remove, 2, Behaviour::Fail); break;
        default: process->store.script(Call::Survey, 3, Behaviour::Fail, {ErrorCode::NoKeychain, {}});
        }
        QVERIFY(process->setPassword(password));
        QCOMPARE(process->vault->warnings(), QList{Warning::LeftInKeychain});
        QVERIFY(!m_keychain->items.isEmpty());
        // What is saved now is not taken from there at any later start.
        QVERIFY(process->add(numbered(1)));
        QVERIFY(process->vault->warnings().contains(Warning::LeftInKeychain));
    }
    if (trouble == 1) { // a start that cannot reach them neither asks nor forgets them
        const auto process = startAndUnlock();
        QCOMPARE(process->store.count(Call::Unlock), 0);
        QCOMPARE(process->vault->warnings(), QList{Warning::LeftInKeychain});
        QVERIFY(!m_keychain->items.isEmpty());
    }
    m_keychain->isLocked = false;
    const auto process = startAndUnlock();
    QCOMPARE(process->names().size(), 3);
    QVERIFY(m_keychain->items.isEmpty());
    QVERIFY(process->vault->warnings().isEmpty());
    QVERIFY(startAndUnlock()->store.log().isEmpty());
}

void TestPasswordMoves::only_what_is_older_is_removed()
{
    QByteArray older;
    {
        const auto process = startInKeychain();
        older = m_keychain->items[slotA];
        process->store.script(Call::Remove, 1, Behaviour::Fail);
        process->store.script(Call::Remove, 2, Behaviour::Fail);
        QVERIFY(process->setPassword(password));
    }
    const auto id = Document::read(SecretBytes::copyOf(bytesOf(older)))->vault();
    const QByteArray newer = textOf(documentOf({totpLine("zoe", "00000000000000e5")}, 50, id));
    const QByteArray others = slotText({totpLine("zoe", "00000000000000e5")}, 2);
    for (const QByteArray &item : {newer, others, QByteArray("nonsense")}) {
        m_keychain->items[slotA] = older;
        m_keychain->items[slotB] = item;
        const auto process = startAndUnlock();
        expectAccounts(*process);
        QCOMPARE(process->vault->warnings(), QList{Warning::LeftInKeychain});
        QCOMPARE(m_keychain->items.value(slotB), item);
        QVERIFY(!m_keychain->items.contains(slotA));
    }
}

void TestPasswordMoves::a_keychain_that_hangs_does_not_hold_up_the_file()
{
    const auto process = startInKeychain();
    process->vault->setPatience({.write = 200ms});
    process->store.script(Call::Remove, 1, Behaviour::Hang);
    QVERIFY(process->setPassword(password));
    QVERIFY(process->vault->warnings().contains(Warning::LeftInKeychain));
    QVERIFY(process->add(numbered(1)));
    process->store.release();
    QTest::qWait(50); // an answer that comes late meets nobody
    QCOMPARE(process->names().size(), 3);
    QCOMPARE(startAndUnlock()->names().size(), 3);
}

void TestPasswordMoves::a_keychain_that_cannot_take_it_changes_nothing_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("code");
    QTest::newRow("away") << int(Call::Survey) << int(ErrorCode::NoKeychain);
    QTest::newRow("prompt closed") << int(Call::Unlock) << int(ErrorCode::PromptDismissed);
    QTest::newRow("refuses") << int(Call::Write) << int(ErrorCode::NotSaved);
}

void TestPasswordMoves::a_keychain_that_cannot_take_it_changes_nothing()
{
    QFETCH(int, call);
    QFETCH(int, code);
    const auto process = startWithPassword();
    const QByteArray before = contentOf(path("book"));
    process->store.script(Call(call), 1, Behaviour::Fail, {ErrorCode(code), {}});
    m_keychain->isLocked = Call(call) == Call::Unlock;
    QCOMPARE(int(codeOf(process->useKeychain())), code);
    QCOMPARE(process->vault->protection(), Protection::Password);
    expectAccounts(*process);
    QVERIFY(process->vault->warnings().isEmpty());
    QVERIFY(m_keychain->items.isEmpty());
    if (Call(call) != Call::Write)
        QCOMPARE(contentOf(path("book")), before);
    expectAccounts(*startAndUnlock());
    m_keychain->isLocked = false;
    QVERIFY(process->useKeychain());
}

void TestPasswordMoves::asks_for_the_keychain_password()
{
    const auto process = startWithPassword();
    m_keychain->isLocked = true;
    QVERIFY(process->useKeychain());
    QCOMPARE(process->store.count(Call::Unlock), 1);
    m_keychain->hasDefaultCollection = false;
    QVERIFY(process->setPassword(password));
    QVERIFY(process->useKeychain()); // a first keyring
    QCOMPARE(process->store.count(Call::CreateCollection), 1);
    QCOMPARE(start()->open(), State::Unlocked);
}

void TestPasswordMoves::does_not_write_over_another_vault()
{
    const auto process = startWithPassword();
    for (const bool isSecond : {false, true}) {
        m_keychain->items.clear();
        m_keychain->items[isSecond ? slotB : slotA] = slotText({totpLine("zoe", "00000000000000e5")}, 3);
        const auto items = m_keychain->items;
        QCOMPARE(codeOf(process->useKeychain()), ErrorCode::OtherVault);
        QCOMPARE(m_keychain->items, items);
        expectAccounts(*process);
    }
    m_keychain->items = {{slotA, "half a slot"}};
    QCOMPARE(codeOf(process->useKeychain()), ErrorCode::DamagedFile);
    QCOMPARE(m_keychain->items.value(slotA), QByteArray("half a slot"));
}

void TestPasswordMoves::what_the_keychain_has_more_is_united()
{
    const auto process = startWithPassword();
    const auto header = readFileHeader(bytesOf(contentOf(path("book"))));
    m_keychain->items[slotB] = textOf(documentOf({totpLine("zoe", "00000000000000e5")}, 50, header->vault));
    QVERIFY(process->useKeychain());
    QCOMPARE(process->names().size(), 3);
    QVERIFY(m_keychain->items[slotA].contains(" generation=51 "));
}

void TestPasswordMoves::a_copy_with_the_old_key_is_replaced_at_the_next_start()
{
    const QByteArray book = [&] {
        startInKeychain();
        return contentOf(path("book"));
    }();
    const QByteArray first = [&] {
        const auto process = start();
        process->open();
        [&] { QVERIFY(process->setPassword(password)); }();
        return contentOf(path("book"));
    }();
    // As a program leaves it that dies between the rename and the copy.
    {
        QVERIFY(QFile::remove(path("book.1")));
        put(path("book.1"), book);
        const auto process = startAndUnlock();
        QCOMPARE(openedBy(password), (QByteArrayList{"book", "book.1"}));
        QVERIFY(process->setPassword(otherPassword));
    }
    {
        QVERIFY(QFile::remove(path("book.1")));
        put(path("book.1"), first);
        QCOMPARE(openedBy(password), QByteArrayList{"book.1"});
        const auto process = startAndUnlock(otherPassword);
        QVERIFY(openedBy(password).isEmpty());
        QVERIFY(process->useKeychain());
    }
    QVERIFY(QFile::remove(path("book.1")));
    put(path("book.1"), first);
    const auto process = start();
    QCOMPARE(process->open(), State::Unlocked);
    expectAccounts(*process);
    QVERIFY(openedBy(password).isEmpty());
    QVERIFY(QFile::exists(path("book.1")));
}

void TestPasswordMoves::a_newer_copy_is_not_replaced()
{
    QByteArray old;
    {
        const auto process = startWithPassword();
        old = contentOf(path("book"));
        QVERIFY(process->setPassword(otherPassword));
        QVERIFY(process->add(numbered(1)));
    }
    const QByteArray newer = contentOf(path("book"));
    QVERIFY(QFile::remove(path("book")) && QFile::remove(path("book.1")));
    put(path("book"), old); // somebody has put a file of before in its place
    put(path("book.1"), newer);
    expectAccounts(*startAndUnlock());
    QCOMPARE(contentOf(path("book.1")), newer);
}

void TestPasswordMoves::whatever_the_keychain_does_one_vault_is_in_force_data()
{
    QTest::addColumn<bool>("isIntoKeychain");
    QTest::newRow("out of the keychain") << false;
    QTest::newRow("into the keychain") << true;
}

/// Each call that a move makes goes wrong in each way: then exactly one vault is in force, with all accounts, and when the
/// next start has tidied up nothing is left of the other.
void TestPasswordMoves::whatever_the_keychain_does_one_vault_is_in_force()
{
    QFETCH(bool, isIntoKeychain);
    std::map<QByteArray, int> outcomes;
    int rows = 0;
    // The same beginning for each row.
    isIntoKeychain ? startWithPassword() : startInKeychain();
    const auto items = m_keychain->items;
    std::map<QString, QByteArray> files;
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files))
        files[name] = contentOf(m_folder->filePath(name));
    for (const Call call : {Call::Survey, Call::Read, Call::Write, Call::Remove}) {
        for (int number = 1;; ++number) {
            bool came = false;
            for (const Way &way : ways) {
                const bool isQuestion = call == Call::Survey || call == Call::Read;
                if (isQuestion && way.behaviour != Behaviour::Fail && (way.behaviour || way.isDone))
                    continue; // the same for what changes nothing
                init();
                m_keychain->items = items;
                for (const auto &[name, content] : files)
                    put(m_folder->filePath(name), content);
                auto process = start();
                process->open();
                if (isIntoKeychain)
                    QVERIFY(process->unlock(password));
                const QByteArray where =
                    QByteArray::number(int(call)) + " " + QByteArray::number(number) + " " + way.name;
                process->vault->setPatience({.write = 5s});
                came = false;
                if (way.behaviour)
                    process->store.script(call, number, *way.behaviour);
                else
                    process->store.script(call, number, Behaviour::Hang);
                process->store.beforeCall(call, number, [&] { came = true; });
                std::optional<Result<void>> said;
                QObject context;
                const auto answer = [&](Result<void> result) { said = std::move(result); };
                if (isIntoKeychain)
                    process->vault->useKeychain(&context, answer);
                else
                    process->vault->setPassword(passwordOf(password), &context, answer);
                QVERIFY2(happens([&] {
                             return (way.behaviour || !came) ? said && process->vault->activity() == Activity::Idle
                                                             : process->store.isHanging();
                         }),
                         where.constData());
                if (!came)
                    break;
                ++rows;
                if (way.isDone)
                    process->store.release();
                process.reset();

                const auto again = start();
                State state = again->open();
                const bool isPassword = state == State::Password;
                if (isPassword)
                    QVERIFY2(again->unlock(password), where.constData());
                if (said)
                    QVERIFY2(said->has_value() == (isPassword != isIntoKeychain), where.constData());
                expectAccounts(*again);
                QVERIFY2(!QTest::currentTestFailed(), where.constData());
                QVERIFY2(isPassword || openedBy(password).isEmpty(), where.constData());
                // Garbled items are not known to be ours; all else is gone.
                const bool isGarbled = way.behaviour == Behaviour::Garble && call == Call::Write;
                if (isPassword && !isGarbled)
                    QVERIFY2(m_keychain->items.isEmpty(), where.constData());
                QVERIFY2(again->add(numbered(1)), where.constData());
                ++outcomes[QByteArray(isPassword ? "password" : "keychain") + ", "
                           + (said ? *said ? "said to be moved" : "refused" : "died")];
            }
            if (!came)
                break;
        }
    }
    QByteArrayList counted;
    for (const auto &[outcome, times] : outcomes)
        counted << QByteArray::number(times) + ' ' + outcome;
    qInfo("%d rows: %s", rows, counted.join("; ").constData());
    QVERIFY(rows > 20); // it came to every call
}

void TestPasswordMoves::unites_two_vaults()
{
    for (const bool isBookOfB : {false, true}) {
        init();
        {
            const auto process = startInKeychain();
            if (isBookOfB)
                m_keychain->items[slotA] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
            else
                m_keychain->items[slotB] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
        }
        const auto process = start();
        QCOMPARE(process->open(), State::TwoVaults);
        const auto found = process->vault->foundVaults();
        QCOMPARE(found.size(), 2u);
        QCOMPARE(found[0].accounts.size(), 2); // the one that the book knows
        QCOMPARE(found[1].accounts.size(), 1);
        QCOMPARE(found[1].id, testVault());
        QVERIFY(found[0].isOfBook && !found[1].isOfBook);
        QCOMPARE(codeOf(process->add(numbered(1))), ErrorCode::NotUnlocked);
        QCOMPARE(process->resolveVaults({}), Result<QString>(QString())); // none is kept in the end
        QCOMPARE(process->vault->state(), State::Unlocked);
        QCOMPARE(process->names().size(), 3);
        QVERIFY(process->vault->accounts()[1].pinned); // its book was kept
        QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
        QVERIFY(m_keychain->items[slotA].contains(" generation=71 "));
        QVERIFY(m_keychain->items[slotA].contains("vault=" + found[0].id.toHex()));
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("kept-*")}).isEmpty());
        const auto again = start();
        QCOMPARE(again->open(), State::Unlocked);
        QCOMPARE(again->names().size(), 3);
        QVERIFY(again->add(numbered(1)));
        QVERIFY(process->vault->foundVaults().empty());
    }
}

void TestPasswordMoves::unites_two_vaults_whatever_goes_wrong_data()
{
    QTest::addColumn<int>("write");
    QTest::addColumn<int>("way");
    for (const int write : {1, 2}) {
        for (const Way &way : ways)
            QTest::addRow("write %d: %s", write, way.name) << write << int(&way - ways);
    }
}

void TestPasswordMoves::unites_two_vaults_whatever_goes_wrong()
{
    QFETCH(int, write);
    QFETCH(int, way);
    startInKeychain();
    m_keychain->items[slotB] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
    {
        auto process = start();
        QCOMPARE(process->open(), State::TwoVaults);
        process->store.script(Call::Write, write, ways[way].behaviour.value_or(Behaviour::Hang));
        std::optional<Result<QString>> said;
        QObject context;
        process->vault->resolveVaults({}, &context, [&](Result<QString> result) { said = std::move(result); });
        QVERIFY(happens([&] {
            return ways[way].behaviour ? said && process->vault->activity() == Activity::Idle
                                       : process->store.isHanging();
        }));
        if (ways[way].isDone)
            process->store.release();
    }
    // Nothing of either vault is lost: it is in a slot, or in the file that was kept.
    const auto again = start();
    const State state = again->open();
    QVERIFY(state == State::TwoVaults || state == State::Unlocked);
    if (state == State::TwoVaults) {
        QVERIFY(again->resolveVaults({}));
    } else if (again->names().size() == 2) { // the slot with the other one was garbled
        const QStringList kept = QDir(m_folder->path()).entryList({QStringLiteral("kept-*")});
        QCOMPARE(kept.size(), 1);
        const auto document = Document::read(SecretBytes::copyOf(bytesOf(m_keychain->items[slotA])));
        const auto content =
            openSealedFile(bytesOf(contentOf(m_folder->filePath(kept[0]))), document->bookKey().view());
        QVERIFY(content && content->document.text().toByteArray().contains("Site:zoe"));
        return;
    }
    QCOMPARE(again->names().size(), 3);
}

void TestPasswordMoves::uses_one_of_two_vaults_and_keeps_the_other()
{
    for (const bool usesOther : {false, true}) {
        init();
        startInKeychain();
        m_keychain->items[slotB] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
        const QByteArray a = m_keychain->items[slotA], b = m_keychain->items[slotB];
        const auto process = start();
        QCOMPARE(process->open(), State::TwoVaults);
        const VaultId chosen = process->vault->foundVaults()[usesOther ? 1 : 0].id;
        QCOMPARE(codeOf(process->resolveVaults(testVault('0'))), ErrorCode::NotUnlocked);
        const auto path = process->resolveVaults(chosen);
        QVERIFY(path && QFile::exists(*path) && path->startsWith(m_folder->path()));
        QCOMPARE(process->vault->state(), State::Unlocked);
        QCOMPARE(process->names().size(), usesOther ? 1 : 2);
        QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
        const QStringList kept = QDir(m_folder->path()).entryList({QStringLiteral("kept-*")});
        QCOMPARE(kept.size(), 1);
        const QByteArray file = contentOf(m_folder->filePath(kept[0]));
        const auto document = Document::read(SecretBytes::copyOf(bytesOf(m_keychain->items[slotA])));
        const auto content = openSealedFile(bytesOf(file), document->bookKey().view());
        QVERIFY(content);
        QCOMPARE(content->document.text().toByteArray(), usesOther ? a : b);
        QVERIFY(!file.contains("Site"));
        QVERIFY(process->add(numbered(1)));
        QCOMPARE(start()->open(), State::Unlocked);
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("kept-*")}), kept);
    }
}

void TestPasswordMoves::a_vault_that_was_chosen_is_in_force_as_soon_as_it_is_written()
{
    startInKeychain();
    m_keychain->items[slotB] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
    const QByteArray book = contentOf(path("book"));
    {
        auto process = start();
        QCOMPARE(process->open(), State::TwoVaults);
        process->store.script(Call::Write, 1, Behaviour::Hang);
        QObject context;
        process->vault->resolveVaults(process->vault->foundVaults()[1].id, &context, [](const Result<QString> &) {});
        QVERIFY(happens([&] { return process->store.isHanging(); }));
        // Nothing is lost before: they are both there.
        const auto beside = start();
        QCOMPARE(beside->open(), State::TwoVaults);
        QCOMPARE(beside->vault->foundVaults().size(), 2u);
        process->store.release();
    } // it dies
    const auto again = start();
    QCOMPARE(again->open(), State::Unlocked);
    QCOMPARE(again->names(), QStringList{QStringLiteral("zoe")});
    const QStringList aside = QDir(m_folder->path()).entryList({QStringLiteral("book.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentOf(m_folder->filePath(aside[0])), book);
}

void TestPasswordMoves::a_book_of_another_vault_is_put_aside()
{
    startInKeychain();
    for (const QString &slot : {slotA, slotB})
        m_keychain->items[slot] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
    const QByteArray book = contentOf(path("book"));
    const auto process = start();
    QCOMPARE(process->open(), State::TwoVaults);
    const auto found = process->vault->foundVaults();
    QCOMPARE(found.size(), 1u);
    QVERIFY(process->resolveVaults(found[0].id));
    QCOMPARE(process->names(), QStringList{QStringLiteral("zoe")});
    const QStringList aside = QDir(m_folder->path()).entryList({QStringLiteral("book.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentOf(m_folder->filePath(aside[0])), book);
    const auto again = start();
    QCOMPARE(again->open(), State::Unlocked);
    QCOMPARE(again->names(), QStringList{QStringLiteral("zoe")});
}

void TestPasswordMoves::a_choice_that_failed_leaves_the_book_where_it_was()
{
    for (const bool areTwo : {false, true}) {
        init();
        startInKeychain();
        if (!areTwo)
            m_keychain->items[slotA] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
        m_keychain->items[slotB] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
        const QByteArray book = contentOf(path("book"));
        const auto process = start();
        QCOMPARE(process->open(), State::TwoVaults);
        QCOMPARE(process->vault->foundVaults().size(), areTwo ? 2u : 1u);
        process->store.script(Call::Write, 1, Behaviour::Fail);
        QCOMPARE(codeOf(process->resolveVaults(testVault())), ErrorCode::NotSaved);
        QCOMPARE(contentOf(path("book")), book);
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("book.damaged-*")}).isEmpty());
        QCOMPARE(start()->open(), State::TwoVaults);
        QCOMPARE(process->vault->state(), State::TwoVaults);
        QVERIFY(process->resolveVaults(testVault()));
        QCOMPARE(process->names(), QStringList{QStringLiteral("zoe")});
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("book.damaged-*")}).size(), 1);
    }
}

void TestPasswordMoves::a_choice_whose_end_is_not_known_is_looked_at_again()
{
    startInKeychain();
    for (const QString &slot : {slotA, slotB})
        m_keychain->items[slot] = slotText({totpLine("zoe", "00000000000000e5")}, 70);
    const auto process = start();
    QCOMPARE(process->open(), State::TwoVaults);
    process->store.script(Call::Read, 3, Behaviour::Fail); // what was written is read back
    QCOMPARE(codeOf(process->resolveVaults(testVault())), ErrorCode::NotConfirmed);
    QVERIFY(happens([&] { return process->vault->state() == State::Unlocked; }));
    QVERIFY(process->vault->foundVaults().empty());
    QCOMPARE(process->names(), QStringList{QStringLiteral("zoe")});
}

QTEST_GUILESS_MAIN(TestPasswordMoves)
#include "tst_password_moves.moc"
