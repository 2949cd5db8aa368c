// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/odd_record.h"
#include "tests/support/vault_data.h"
#include "tests/support/vault_test.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;
using accounts::AccountId;

/// What a vault does where the keychain does its part.
class TestVault : public VaultTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void is_empty_at_first_and_writes_nothing();
    void saves_and_reads_an_account_again();
    void both_slots_hold_the_same_after_a_save();
    void rewords_trashes_and_takes_back();
    void replaces_an_account();
    void edits_everything_of_an_account();
    void shows_what_other_parameters_would_give();
    void keeps_the_order_and_pins_of_the_book();
    void moves_accounts_by_hand();
    void a_counter_set_back_counts_from_there();
    void a_removed_account_is_in_neither_slot();
    void an_older_book_does_not_bring_a_removed_account_back();
    void keeps_the_pin_and_the_group_that_a_link_brought();
    void saves_a_counter_before_its_code_is_shown();
    void says_what_a_proposal_doubles();
    void saves_what_was_asked_at_once_one_after_the_other();
    void unknown_lines_survive_many_saves();
    void opens_what_was_saved_before_data();
    void opens_what_was_saved_before();
    void clears_what_a_killed_program_left();
    void answers_once_later_and_not_to_the_dead();
    void may_die_in_the_middle();

    void writes_the_older_slot_and_verifies_before_the_newer();
    void cuts_documents_for_stores_with_small_items();
    void leaves_no_chunk_of_a_longer_document();

    void takes_what_another_process_saved();
    void sees_another_process_within_a_second();
    void two_processes_adding_at_once_lose_nothing();
    void data_directories_do_not_touch_each_other();
    void stays_lively_with_a_thousand_accounts();
};

void TestVault::init()
{
    begin(std::make_unique<QTemporaryDir>());
}

void TestVault::is_empty_at_first_and_writes_nothing()
{
    const auto process = start();
    QCOMPARE(process->vault->state(), State::Closed);
    QCOMPARE(process->open(), State::Empty);
    QCOMPARE(process->store.count(Call::Write), 0);
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("book"))));
}

void TestVault::saves_and_reads_an_account_again()
{
    const auto process = start();
    process->open();
    const auto added = process->add(github());
    QVERIFY(added);
    QCOMPARE(process->vault->state(), State::Unlocked);
    QCOMPARE(process->vault->accounts().size(), 1);

    const auto again = start();
    QCOMPARE(again->open(), State::Unlocked);
    QCOMPARE(again->vault->accounts().size(), 1);
    QCOMPARE(again->vault->accounts()[0].issuer, QStringLiteral("GitHub"));
    QCOMPARE(again->vault->accounts()[0].changed, process->clock.seconds);
    QCOMPARE(again->vault->codeAt(added->first(), 59)->digits, QStringLiteral("287082"));
    QCOMPARE(again->vault->warnings(), process->vault->warnings());
    QCOMPARE(again->store.count(Call::Write), 0);
    const Report report = again->vault->report();
    QCOMPARE(report.accounts, 1);
    QCOMPARE(report.items, 2);
    QCOMPARE(report.provider, QStringLiteral("gnome-keyring-d"));
}

void TestVault::both_slots_hold_the_same_after_a_save()
{
    const auto process = start();
    process->open();
    QVERIFY(process->add(github()));
    QCOMPARE(m_keychain->items.size(), 2);
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
    QVERIFY(process->add(bank()));
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
    QVERIFY(m_keychain->items[slotA].contains(" generation=2 "));
}

void TestVault::rewords_trashes_and_takes_back()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(github())->first();
    QVERIFY(process->edit(id, {.issuer = QStringLiteral("Work"), .name = QStringLiteral("a b"), .pinned = true}));
    QCOMPARE(process->vault->accounts()[0].issuer, QStringLiteral("Work"));
    QCOMPARE(process->vault->accounts()[0].name, QStringLiteral("a b"));
    QVERIFY(process->vault->accounts()[0].pinned);
    QVERIFY(process->trash(id, true));
    QVERIFY(process->vault->accounts().isEmpty());
    QCOMPARE(process->vault->trashedAccounts().size(), 1);
    QCOMPARE(process->vault->report().accounts, 0);
    QCOMPARE(codeOf(process->vault->codeAt(id, 59)), ErrorCode::UnknownAccount);
    QVERIFY(process->trash(id, false));
    QCOMPARE(process->vault->codeAt(id, 59)->digits, QStringLiteral("287082"));
    QVERIFY(process->vault->accounts()[0].pinned);
    QCOMPARE(codeOf(process->trash(AccountId{77}, true)), ErrorCode::UnknownAccount);
}

void TestVault::replaces_an_account()
{
    const auto process = start();
    process->open();
    const AccountId old = process->add(github())->first();
    const auto replaced = process->wait<Vault::Saved>(
        [&](auto *context, auto handler) { process->vault->replace(old, bank(), context, std::move(handler)); });
    QVERIFY(replaced);
    QCOMPARE(process->names(), QStringList{QStringLiteral("bob")});
    QCOMPARE(process->vault->trashedAccounts()[0].id, old);
}

void TestVault::keeps_the_pin_and_the_group_that_a_link_brought()
{
    const auto process = start();
    process->open();
    const char *link = "otpauth://totp/Cloud:a?secret=GEZDGNBVGY3TQOJQ&issuer=Cloud&codeDisplay="
                       "%7B%22pinned%22%3Atrue%2C%22tags%22%3A%5B%22Work%22%5D%7D";
    QVERIFY(process->add(proposalOf(link)));
    const auto isKept = [](const vault::Vault &vault) {
        return vault.accounts().size() == 1 && vault.accounts()[0].pinned
            && vault.accounts()[0].group == QLatin1String("Work");
    };
    QVERIFY(isKept(*process->vault));
    const auto again = start();
    again->open();
    QVERIFY(isKept(*again->vault));
}

void TestVault::keeps_the_order_and_pins_of_the_book()
{
    const auto process = start();
    process->open();
    const AccountId first = process->add(github())->first();
    const AccountId second = process->add(bank())->first();
    QVERIFY(process->edit(second, {.pinned = true}));
    QVERIFY(m_keychain->items[slotA].contains(" generation=2 ")); // a pin is comfort
    const auto again = start();
    again->open();
    QCOMPARE(again->vault->accounts()[0].id, first);
    QVERIFY(!again->vault->accounts()[0].pinned);
    QCOMPARE(again->vault->accounts()[1].id, second);
    QVERIFY(again->vault->accounts()[1].pinned);
}

void TestVault::edits_everything_of_an_account()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(github())->first();
    const Edit edit{.issuer = QStringLiteral("Hub"),
                    .name = QStringLiteral("bea"),
                    .pinned = true,
                    .group = QStringLiteral("Work"),
                    .parameters = otp::Totp{otp::Algorithm::Sha1, 8, 60}};
    QVERIFY(process->edit(id, edit));
    const quint64 writes = quint64(process->store.count(Call::Write));
    QVERIFY(process->edit(id, edit)); // the same once more
    QCOMPARE(quint64(process->store.count(Call::Write)), writes);
    const auto again = start();
    again->open();
    accounts::Account expected = again->vault->accounts()[0];
    QCOMPARE(expected.issuer + QLatin1Char('/') + expected.name, QStringLiteral("Hub/bea"));
    QVERIFY(expected.pinned);
    QCOMPARE(expected.group, QStringLiteral("Work"));
    QVERIFY(expected.parameters == *edit.parameters);
    QCOMPARE(again->vault->codeAt(id, 119)->digits, QStringLiteral("94287082")); // RFC 6238, time step 1
}

void TestVault::shows_what_other_parameters_would_give()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(github())->first(), counted = process->add(bank())->first();
    const otp::Parameters longer = otp::Totp{otp::Algorithm::Sha1, 8, 30};
    QCOMPARE(process->vault->codeWith(id, longer, 59)->digits, QStringLiteral("94287082"));
    QCOMPARE(process->vault->codeAt(id, 59)->digits, QStringLiteral("287082"));
    QCOMPARE(process->vault->codeWith(counted, longer, 59)->digits, QStringLiteral("94287082"));
    QCOMPARE(codeOf(process->vault->codeWith(id, otp::Totp{otp::Algorithm::Sha1, 11, 30}, 59)),
             ErrorCode::InvalidDigits);
    QCOMPARE(codeOf(process->vault->codeWith(id, otp::Hotp{}, 59)), ErrorCode::Internal);
    QCOMPARE(codeOf(process->vault->codeWith(AccountId{77}, longer, 59)), ErrorCode::UnknownAccount);
}

void TestVault::moves_accounts_by_hand()
{
    const auto process = start();
    process->open();
    const AccountId first = process->add(github())->first(), second = process->add(bank())->first();
    const auto move = [&](AccountId id, Vault::Side side, AccountId neighbour) {
        return process->wait<Vault::Saved>([&](auto *context, auto handler) {
            process->vault->move(id, side, neighbour, context, std::move(handler));
        });
    };
    QVERIFY(move(second, Vault::Side::Before, first));
    QVERIFY(m_keychain->items[slotA].contains(" generation=2 ")); // the order is comfort
    const auto again = start();
    again->open();
    QCOMPARE(again->vault->accounts()[0].id, second);
    QVERIFY(move(second, Vault::Side::After, first));
    QCOMPARE(process->vault->accounts()[0].id, first);
    QCOMPARE(codeOf(move(first, Vault::Side::After, AccountId{77})), ErrorCode::UnknownAccount);
}

void TestVault::a_counter_set_back_counts_from_there()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(bank())->first();
    for (int i = 0; i < 3; ++i)
        QVERIFY(process->take(id));
    QCOMPARE(codeOf(process->edit(id, {.counter = 1})), ErrorCode::LowerCounter);
    QVERIFY(process->edit(id, {.counter = 1, .mayLowerCounter = true}));
    QCOMPARE(process->take(id)->counter, 1u);
}

void TestVault::a_removed_account_is_in_neither_slot()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(github())->first(), other = process->add(bank())->first();
    const auto remove = [&] {
        return process->wait<Vault::Saved>(
            [&](auto *context, auto handler) { process->vault->remove({id}, context, std::move(handler)); });
    };
    QCOMPARE(codeOf(remove()), ErrorCode::NotInTrash);
    QVERIFY(process->trash(id, true));
    QVERIFY(remove());
    QCOMPARE(codeOf(remove()), ErrorCode::UnknownAccount);
    for (const QString &slot : {slotA, slotB})
        QVERIFY(!m_keychain->items[slot].contains("GitHub") && m_keychain->items[slot].contains("Bank"));
    QVERIFY(process->vault->trashedAccounts().isEmpty() && process->vault->missingAccounts().isEmpty());
    const auto again = start();
    again->open();
    QCOMPARE(again->vault->accounts().size(), 1);
    QCOMPARE(again->vault->accounts()[0].id, other);
    QVERIFY(again->vault->trashedAccounts().isEmpty() && again->vault->missingAccounts().isEmpty());
}

void TestVault::an_older_book_does_not_bring_a_removed_account_back()
{
    const QString book = m_folder->filePath(QStringLiteral("book")), kept = book + QStringLiteral(".kept");
    {
        const auto process = start();
        process->open();
        const AccountId id = process->add(github())->first();
        QVERIFY(process->add(bank()));
        QVERIFY(process->trash(id, true));
        QVERIFY(QFile::copy(book, kept));
        QVERIFY(process->wait<Vault::Saved>(
            [&](auto *context, auto handler) { process->vault->remove({id}, context, std::move(handler)); }));
    }
    QVERIFY(QFile::remove(book) && QFile::rename(kept, book)); // as after a crash between the keychain and the book
    const auto again = start();
    again->open();
    QCOMPARE(again->vault->accounts().size(), 1);
    QVERIFY(again->vault->trashedAccounts().isEmpty() && again->vault->missingAccounts().isEmpty());
}

void TestVault::saves_a_counter_before_its_code_is_shown()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(bank())->first();
    const auto first = process->take(id);
    QVERIFY(first);
    QCOMPARE(first->code.digits, QStringLiteral("755224")); // RFC 4226 appendix D
    QCOMPARE(first->counter, 0u);
    QVERIFY(first->confirmed);
    QVERIFY(m_keychain->items[slotA].contains("counter=1"));
    QVERIFY(m_keychain->items[slotB].contains("counter=1"));
    QCOMPARE(process->take(id)->code.digits, QStringLiteral("287082"));
    QCOMPARE(codeOf(process->vault->codeAt(id, 59)), ErrorCode::Internal);
    const AccountId timed = process->add(github())->first();
    QCOMPARE(codeOf(process->take(timed)), ErrorCode::InvalidCounter);
    QCOMPARE(codeOf(process->take(AccountId{77})), ErrorCode::UnknownAccount);
}

void TestVault::says_what_a_proposal_doubles()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(github())->first();
    QCOMPARE(process->vault->duplicatesOf(github()).size(), 1);
    QCOMPARE(process->vault->duplicatesOf(github())[0].kind, DuplicateKind::SameSecret);
    const auto sameName = proposalOf("otpauth://totp/GitHub:alice?secret=JBSWY3DPEHPK3PXP&issuer=GitHub");
    QCOMPARE(process->vault->duplicatesOf(sameName)[0].kind, DuplicateKind::SameName);
    QVERIFY(process->vault->duplicatesOf(proposalOf("otpauth://totp/x?secret=AAAA")).isEmpty());
    QVERIFY(process->trash(id, true));
    QVERIFY(process->vault->duplicatesOf(sameName).isEmpty());
    QCOMPARE(process->vault->duplicatesOf(github())[0].existing, id);
}

void TestVault::saves_what_was_asked_at_once_one_after_the_other()
{
    const auto process = start();
    process->open();
    QList<AccountId> answers;
    QObject context;
    for (int i = 0; i < 10; ++i)
        process->add(numbered(i), &context, [&](const Vault::Saved &saved) { answers << saved->first(); });
    QVERIFY(answers.isEmpty());
    QVERIFY(happens([&] { return answers.size() == 10; }) && process->settles());
    QCOMPARE(process->vault->accounts().size(), 10);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(process->vault->accounts()[i].id, answers[i]);
}

void TestVault::unknown_lines_survive_many_saves()
{
    const QByteArrayList strange{"watchword-future:9?x=\u00e4 \u202e", "", "otpauth://totp/no-id?secret=AAAA",
                                 "  # kept  ", "watchword-safe:1?ww.id=00000000000000a1&text=x"};
    m_keychain->items[slotA] = slotText(strange + QByteArrayList{hotpLine(0, "00000000000000a1")}, 1);
    m_keychain->items[slotB] = m_keychain->items[slotA];
    const auto process = start();
    QCOMPARE(process->open(), State::Unlocked);
    QVERIFY(process->vault->warnings().contains(Warning::NeedsAttention));
    for (int i = 0; i < 100; ++i)
        QVERIFY(process->take(AccountId{0xa1}));
    QVERIFY(m_keychain->items[slotA].contains(" generation=101 "));
    QVERIFY(m_keychain->items[slotA].contains('\n' + strange.join('\n') + '\n'));
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
}

void TestVault::opens_what_was_saved_before_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("enrolments");
    QTest::addColumn<QList<int>>("oddLines");
    QTest::newRow("the first accounts") << QByteArray("document.txt")
                                        << QStringList{QStringLiteral("alice"), QStringLiteral("bob")} << 0
                                        << QList<int>{5, 8, 9};
    QTest::newRow("all kinds") << QByteArray("document-all-kinds.txt")
                               << QStringList{QStringLiteral("alice"), QStringLiteral("anna"), QStringLiteral("bob"),
                                              QStringLiteral("gabe")}
                               << 1 << QList<int>{10, 11, 12, 13};
}

/// Files that were made without Watchword (tests/data/vault): every later version opens them and loses nothing.
void TestVault::opens_what_was_saved_before()
{
    QFETCH(QByteArray, name);
    const QByteArray text = vaultData(name.constData());
    m_keychain->items[slotA] = m_keychain->items[slotB] = text;
    QFile book(m_folder->filePath(QStringLiteral("book")));
    QVERIFY(book.open(QIODevice::WriteOnly) && book.write(vaultData("book")) > 0);
    book.close();
    const auto process = start();
    QCOMPARE(process->open(), State::Unlocked);
    QTEST(process->names(), "names");
    QCOMPARE(process->vault->accounts()[0].name, QStringLiteral("bob")); // the order is the book's
    QVERIFY(process->vault->accounts()[0].pinned);
    QCOMPARE(process->vault->trashedAccounts().size(), 1);
    QFETCH(int, enrolments);
    QCOMPARE(process->vault->pushAccounts().size(), enrolments);
    QCOMPARE(process->vault->codeAt(AccountId{0xa1}, 59)->digits, QStringLiteral("287082"));
    QCOMPARE(process->take(AccountId{0xb2})->counter, 42u);
    QVERIFY(process->vault->warnings().contains(Warning::NeedsAttention));
    QList<int> lines;
    const QList<OddRecord> odd = process->vault->oddRecords();
    for (const OddRecord &record : odd)
        lines << record.line;
    QTEST(lines, "oddLines");
    // And goes on with them: each other line stays as it was.
    QVERIFY(process->add(numbered(1)));
    const QByteArrayList before = text.split('\n'), after = m_keychain->items[slotA].split('\n');
    QCOMPARE(after.size(), before.size() + 1);
    for (qsizetype i = 1; i + 1 < before.size(); ++i)
        QVERIFY2(after[i] == before[i] || before[i].contains("counter=42"), qPrintable(QString::number(i)));
}

void TestVault::clears_what_a_killed_program_left()
{
    const auto put = [&](const QString &name, qint64 daysAgo) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1 && file.flush());
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-daysAgo), QFileDevice::FileModificationTime));
    };
    const QStringList left{QStringLiteral("book.new-aZ09bc"), QStringLiteral("book.1.new-aZ09bc"),
                           QStringLiteral("vault.id.new-aZ09bc")};
    for (const QString &name : left)
        put(name, 1);
    // Another's, of another name, or of a program that writes just now.
    QStringList kept{QStringLiteral("book.new-aZ09b"), QStringLiteral("book.new-aZ09bcd"),
                     QStringLiteral("book.new-aZ.9bc"), QStringLiteral("mybook.new-aZ09bc"),
                     QStringLiteral("book.damaged-123456")};
    for (const QString &name : kept)
        put(name, 1);
    kept << QStringLiteral("book.new-now111");
    put(kept.back(), -1);
    kept << QStringLiteral("book.new-folder");
    QVERIFY(QDir(m_folder->path()).mkdir(kept.back()));
    kept << QStringLiteral("book.new-linked");
    QVERIFY(QFile::link(m_folder->filePath(kept.front()), m_folder->filePath(kept.back())));
    const auto process = start();
    process->open();
    QVERIFY(QFile::exists(m_folder->filePath(left.front()))); // a reading changes nothing
    QVERIFY(process->add(github()));
    for (const QString &name : left)
        QVERIFY2(!QFile::exists(m_folder->filePath(name)), qPrintable(name));
    for (const QString &name : kept)
        QVERIFY2(QFileInfo::exists(m_folder->filePath(name)), qPrintable(name));
}

void TestVault::answers_once_later_and_not_to_the_dead()
{
    const auto process = start();
    process->open();
    int answers = 0;
    bool isCalling = true;
    QObject alive;
    process->add(github(), &alive, [&](const Vault::Saved &) {
        QVERIFY(!isCalling);
        ++answers;
        isCalling = true;
        process->vault->edit(AccountId{77}, {}, &alive, [&](const Vault::Saved &saved) {
            QVERIFY(!isCalling);
            QCOMPARE(codeOf(saved), ErrorCode::UnknownAccount);
            ++answers;
        });
        isCalling = false;
    });
    isCalling = false;
    QVERIFY(happens([&] { return answers == 2; }));

    auto mortal = std::make_unique<QObject>();
    process->add(bank(), mortal.get(), [&](const Vault::Saved &) { ++answers; });
    mortal.reset();
    QVERIFY(happens([&] { return process->vault->accounts().size() == 2; }) && process->settles());
    QCOMPARE(answers, 2);

    // Refused at once, answered later all the same.
    const auto closed = start();
    bool wasAnswered = false;
    closed->add(bank(), &alive,
                [&](const Vault::Saved &saved) { wasAnswered = codeOf(saved) == ErrorCode::NotUnlocked; });
    QVERIFY(!wasAnswered);
    QVERIFY(happens([&] { return wasAnswered; }));
}

void TestVault::may_die_in_the_middle()
{
    for (int calls = 0; calls <= 8; ++calls) { // as many as a save makes
        const auto process = start();
        QCOMPARE(process->open(), calls == 0 ? State::Empty : State::Unlocked);
        const qsizetype before = process->vault->accounts().size();
        bool isDead = false;
        QObject context;
        process->add(github(), &context, [&](const Vault::Saved &) { QVERIFY(!isDead); });
        const qsizetype done = process->store.log().size();
        QVERIFY(happens([&] { return process->store.log().size() >= done + calls; }));
        process->vault.reset();
        isDead = true;
        const auto after = start();
        after->open();
        QVERIFY(after->vault->accounts().size() == before || after->vault->accounts().size() == before + 1);
        QVERIFY(after->add(bank())); // the lock is free, and everything works
    }
}

void TestVault::writes_the_older_slot_and_verifies_before_the_newer()
{
    const auto process = start();
    process->open();
    QVERIFY(process->add(github()));
    m_keychain->items[slotB] = slotText({}, 1); // whatever it is, a is not touched before b is verified
    m_keychain->items.remove(slotB);
    process->store.clearLog();
    QVERIFY(process->add(bank()));
    const QStringList writes = process->store.log().mid(process->store.log().indexOf(QStringLiteral("write ") + slotB));
    QCOMPARE(writes,
             (QStringList{QStringLiteral("write ") + slotB, QStringLiteral("read ") + slotB,
                          QStringLiteral("write ") + slotA, QStringLiteral("read ") + slotA}));
}

void TestVault::cuts_documents_for_stores_with_small_items()
{
    m_keychain->itemSizeLimit = 600;
    const auto process = start();
    process->open();
    for (int i = 0; i < 6; ++i)
        QVERIFY(process->add(github()));
    QVERIFY(m_keychain->items.contains(slotA + QStringLiteral(".1")));
    for (const QByteArray &item : std::as_const(m_keychain->items))
        QVERIFY(item.size() <= 600);
    const QStringList log = process->store.log();
    const qsizetype first = log.lastIndexOf(QStringLiteral("write ") + slotA);
    QCOMPARE(log[first - 1], QStringLiteral("write ") + slotA + QStringLiteral(".1")); // chunk 0 last
    const auto again = start();
    QCOMPARE(again->open(), State::Unlocked);
    QCOMPARE(again->vault->accounts().size(), 6);

    m_keychain->items.remove(slotA + QStringLiteral(".1")); // one chunk gone: that slot is not whole
    const auto healed = start();
    QCOMPARE(healed->open(), State::Unlocked);
    QCOMPARE(healed->vault->accounts().size(), 6);
    QVERIFY(m_keychain->items.contains(slotA + QStringLiteral(".1")));
}

void TestVault::leaves_no_chunk_of_a_longer_document()
{
    m_keychain->itemSizeLimit = 600;
    const auto process = start();
    process->open();
    const AccountId id = process->add(github())->first();
    QVERIFY(process->edit(id, {QString(1500, QLatin1Char('x')), {}, {}}));
    const auto items = m_keychain->items.size();
    QVERIFY(items >= 6);
    QVERIFY(process->edit(id, {QStringLiteral("short"), {}, {}}));
    QCOMPARE(m_keychain->items.size(), 2);
    QVERIFY(!process->store.log().contains(QStringLiteral("remove ") + slotA));
}

void TestVault::takes_what_another_process_saved()
{
    const auto one = start();
    const auto two = start();
    QCOMPARE(one->open(), State::Empty);
    QCOMPARE(two->open(), State::Empty);
    QVERIFY(one->add(github()));
    QVERIFY(two->add(bank())); // on top of the other's, not a vault of its own
    QCOMPARE(two->names(), (QStringList{QStringLiteral("alice"), QStringLiteral("bob")}));
    QVERIFY(m_keychain->items[slotA].contains(" generation=2 "));
}

void TestVault::sees_another_process_within_a_second()
{
    const auto window = start();
    const auto commandLine = start();
    window->open();
    commandLine->open();
    QSignalSpy changed(window->vault.get(), &Vault::accountsChanged);
    QVERIFY(commandLine->add(github()));
    QVERIFY(happens([&] { return window->vault->accounts().size() == 1; }, 1000));
    QCOMPARE(window->vault->state(), State::Unlocked);
    const AccountId id = window->vault->accounts()[0].id;
    QVERIFY(commandLine->edit(id, {{}, {}, true}));
    QVERIFY(happens([&] { return window->vault->accounts()[0].pinned; }, 1000));
    QVERIFY(commandLine->trash(id, true));
    QVERIFY(happens([&] { return window->vault->accounts().isEmpty(); }, 1000));
    QVERIFY(changed.count() >= 3);
    QCOMPARE(window->store.count(Call::Write), 0);
}

void TestVault::two_processes_adding_at_once_lose_nothing()
{
    const auto one = start();
    const auto two = start();
    one->open();
    two->open();
    constexpr qsizetype each = 200;
    int answers = 0;
    QObject context;
    for (int i = 0; i < each; ++i) {
        for (Process *process : {one.get(), two.get()}) {
            process->add(numbered(2 * i + int(process == one.get())), &context, [&](const Vault::Saved &saved) {
                QVERIFY(saved);
                ++answers;
            });
        }
    }
    QVERIFY(happens([&] { return answers == 2 * each; }, 60'000));
    QVERIFY(one->settles() && two->settles());
    const auto after = start();
    after->open();
    QCOMPARE(after->vault->accounts().size(), 2 * each);
    QVERIFY(happens([&] { return one->vault->accounts().size() == 2 * each; }));
    QVERIFY(happens([&] { return two->vault->accounts().size() == 2 * each; }));
}

void TestVault::data_directories_do_not_touch_each_other()
{
    const QTemporaryDir elsewhere;
    const auto here = start();
    Process there(elsewhere.path(), m_keychain);
    here->open();
    QCOMPARE(there.open(), State::Empty);
    QVERIFY(here->add(github()));
    QVERIFY(there.add(bank()));
    QCOMPARE(here->names(), QStringList{QStringLiteral("alice")});
    QCOMPARE(there.names(), QStringList{QStringLiteral("bob")});
    QCOMPARE(m_keychain->items.size(), 4);
    QVERIFY(m_keychain->items.contains(slotA));
    Process again(elsewhere.path(), m_keychain);
    QCOMPARE(again.open(), State::Unlocked);
    QCOMPARE(again.names(), QStringList{QStringLiteral("bob")});
}

void TestVault::stays_lively_with_a_thousand_accounts()
{
    const auto process = start();
    process->open();
    std::vector<accounts::Proposal> many;
    many.reserve(1000);
    for (int i = 0; i < 1000; ++i)
        many.push_back(github());
    QVERIFY(process->wait<Vault::Saved>(
        [&](auto *context, auto handler) { process->vault->add(std::move(many), context, std::move(handler)); }));
    // How long the vault's own thread was away from its event loop, at most.
    QElapsedTimer sinceTurn;
    qint64 longestPause = 0;
    QTimer turns;
    connect(&turns, &QTimer::timeout, this, [&] { longestPause = std::max(longestPause, sinceTurn.restart()); });
    const auto again = start();
    sinceTurn.start();
    turns.start(0);
    QCOMPARE(again->open(), State::Unlocked);
    qInfo("opening 1000 accounts: longest pause %lld ms", std::exchange(longestPause, 0));
    sinceTurn.start();
    QVERIFY(process->add(bank()));
    qInfo("one save among 1000 accounts: longest pause %lld ms", longestPause);
    QVERIFY(longestPause < 500); // generous: no optimisation, sanitizers
    QCOMPARE(process->vault->accounts().size(), 1001);
}

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
