// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/book.h"
#include "core/vault/vault_lock.h"
#include "tests/support/files.h"
#include "tests/support/starting_reader.h"
#include "tests/support/vault_data.h"
#include "tests/support/vault_test.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>
#include <map>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;
using namespace std::chrono_literals;
using accounts::AccountId;

namespace {

constexpr AccountId aliceId{0xa1}, bobId{0xb2};

/// One thing that can happen to the bytes of a file or of an item.
struct Damage {
    enum class Kind { Flip, Cut };
    Kind kind = Kind::Flip;
    qsizetype at = 0;
    int bits = 0;

    QByteArray of(QByteArray whole) const
    {
        if (kind == Kind::Cut)
            return whole.first(at);
        whole[at] = char(whole[at] ^ bits);
        return whole;
    }
    QByteArray name() const
    {
        return (kind == Kind::Cut ? "cut at " : "flipped by " + QByteArray::number(bits) + " at ")
            + QByteArray::number(at);
    }
};

constexpr int otherCase = 0x20;
constexpr qsizetype sealedFrom = 192; // of a book

/// Each byte flipped: the bit that makes a 3 of a 1, the bit that makes capitals of letters, all of them; from `plainUntil` on,
/// where all bytes are alike, one bit. And each length that it can be cut to.
std::vector<Damage> damagesOf(qsizetype size, qsizetype plainUntil = std::numeric_limits<qsizetype>::max())
{
    std::vector<Damage> damages;
    for (qsizetype at = 0; at < size; ++at) {
        damages.push_back({Damage::Kind::Flip, at, otherCase});
        damages.push_back({Damage::Kind::Cut, at, 0});
        if (at < plainUntil) {
            damages.push_back({Damage::Kind::Flip, at, 0x02});
            damages.push_back({Damage::Kind::Flip, at, 0xff});
        }
    }
    return damages;
}

/// Three accounts, one of them a counter's and one in the trash, and a line of a later version.
QByteArray slotText(quint64 generation, int counter)
{
    QByteArray carol = totpLine("carol", "00000000000000c3", "&ww.trashed=1700000000");
    carol.replace("GEZD", "MFRG");
    QByteArray bob = hotpLine(counter, "00000000000000b2");
    bob.replace("GEZD", "JBSW");
    return textOf(documentOf(
        {totpLine("alice", "00000000000000a1"), bob, carol, "watchword-safe:1?ww.id=00000000000000a1&text=%C3%A4"},
        generation));
}

/// What a person sees of a vault, with the codes that come of its secrets: equal texts, equal accounts.
QByteArray accountsOf(const Vault &vault)
{
    QByteArrayList lines;
    for (const accounts::Account &account : vault.accounts() + vault.trashedAccounts()) {
        const auto *counted = std::get_if<otp::Hotp>(&account.parameters);
        const auto code = vault.codeWith(account.id, otp::Totp{.digits = 10}, 59);
        lines << account.id.toString().toLatin1() + ' ' + account.issuer.toUtf8() + ':' + account.name.toUtf8() + ' '
                + (counted ? QByteArray::number(counted->counter) : QByteArray("-")) + ' '
                + (code ? code->digits.toLatin1() : QByteArray("-")) + (account.trashed ? " trashed" : "");
    }
    std::ranges::sort(lines);
    return lines.join('\n');
}

/// The order and the pins: what the book adds.
QByteArray comfortOf(const Vault &vault)
{
    QByteArrayList lines;
    for (const accounts::Account &account : vault.accounts())
        lines << account.id.toString().toLatin1() + (account.pinned ? " pinned" : "");
    return lines.join('\n');
}

} // namespace

/// Every byte of everything that is stored, flipped or cut off: refused or recovered, and never another secret
/// (vault-protocol section 7, invariants 5, 6 and 11).
class TestDamage : public VaultTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void one_slot_data();
    void one_slot();
    void one_slot_that_is_older_than_the_other_data();
    void one_slot_that_is_older_than_the_other();
    void no_whole_slot_data();
    void no_whole_slot();
    void a_slot_in_pieces();
    void the_book_data();
    void the_book();
    void both_books();
    void the_book_under_a_running_program();
    void the_mark();
    void the_lock();

private:
    std::map<QByteArray, int> m_outcomes;
    QByteArray m_accounts, m_comfort; // of the whole vault

    void note(const QByteArray &outcome) { ++m_outcomes[outcome]; }
    void beginVault(const QByteArray &a, const QByteArray &b);
    void opensUnharmed(const Damage &damage, Process &process);
    void isRefused(const Damage &damage, StartingReader &reader, Process &process);
    void isReplaced(const Damage &damage, bool hasOther, Process &process);
};

void TestDamage::init()
{
    begin(std::make_unique<QTemporaryDir>(quickFolder("tst_damage")));
    m_outcomes.clear();
}

void TestDamage::cleanup()
{
    QByteArrayList counted;
    for (const auto &[outcome, times] : m_outcomes)
        counted << QByteArray::number(times) + ' ' + outcome;
    qInfo("%s: %s", QTest::currentTestFunction(), counted.join(", ").constData());
}

/// A vault with these slots, its book and the book before that.
void TestDamage::beginVault(const QByteArray &a, const QByteArray &b)
{
    m_keychain->items[slotA] = a;
    m_keychain->items[slotB] = b;
    const auto process = start();
    QCOMPARE(process->open(), State::Unlocked);
    QVERIFY(process->edit(bobId, {.pinned = true}));
    QVERIFY(process->edit(aliceId, {.pinned = true}));
    QVERIFY(QFile::exists(path("book.1")));
    m_accounts = accountsOf(*process->vault);
    m_comfort = comfortOf(*process->vault);
    QCOMPARE(m_accounts.count('\n'), 2);
    QVERIFY(m_accounts.contains("00000000000000a1 Site:alice - 1094287082")); // RFC 6238
    m_keychain->items[slotA] = a;
    m_keychain->items[slotB] = b;
}

void TestDamage::opensUnharmed(const Damage &damage, Process &process)
{
    QVERIFY2(process.open() == State::Unlocked, damage.name());
    QCOMPARE(accountsOf(*process.vault), m_accounts);
}

void TestDamage::one_slot_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("a") << slotA;
    QTest::newRow("b") << slotB;
}

void TestDamage::one_slot()
{
    QFETCH(QString, key);
    const QByteArray whole = slotText(5, 7);
    beginVault(whole, whole);
    StartingReader reader(m_folder->path(), m_keychain);
    const auto process = start();
    for (const Damage &damage : damagesOf(whole.size())) {
        m_keychain->items[key] = damage.of(whole);
        const VaultReading found = reader.read();
        QVERIFY2(found.reading.state == State::Unlocked, damage.name());
        QCOMPARE(textOf(*found.reading.document), whole);
        QVERIFY(found.book.wasOpened && !found.reading.slotsAgree);
        note("recovered");
        if (damage.bits != otherCase)
            continue;
        opensUnharmed(damage, *process);
        QCOMPARE(comfortOf(*process->vault), m_comfort);
        QCOMPARE(m_keychain->items[slotA], whole); // healed when it was opened
        QCOMPARE(m_keychain->items[slotB], whole);
        note("healed");
    }
}

void TestDamage::one_slot_that_is_older_than_the_other_data()
{
    one_slot_data();
}

/// What a save that was cut off leaves: the newer document is in one slot alone. The one that is whole is shown, whichever it is,
/// and nothing is made of the two.
void TestDamage::one_slot_that_is_older_than_the_other()
{
    QFETCH(QString, key);
    const QByteArray older = slotText(5, 7), newer = slotText(6, 8);
    const QString other = key == slotA ? slotB : slotA;
    beginVault(newer, newer);
    StartingReader reader(m_folder->path(), m_keychain);
    for (const bool isNewerDamaged : {false, true}) {
        const QByteArray &damaged = isNewerDamaged ? newer : older;
        const QByteArray &kept = isNewerDamaged ? older : newer;
        m_keychain->items[other] = kept;
        for (const Damage &damage : damagesOf(damaged.size(), 0)) {
            m_keychain->items[key] = damage.of(damaged);
            const VaultReading found = reader.read();
            QVERIFY2(found.reading.state == State::Unlocked, damage.name());
            QCOMPARE(textOf(*found.reading.document), kept);
            QCOMPARE(found.reading.warnings.contains(Warning::OlderCopyInKeychain), isNewerDamaged);
            QCOMPARE(found.reading.highestGeneration, quint64(6)); // the next one goes above it
            note(isNewerDamaged ? "the older one shown, with a warning" : "the newer one shown");
        }
    }
}

/// Nothing is shown, nothing is saved, nothing is changed.
void TestDamage::isRefused(const Damage &damage, StartingReader &reader, Process &process)
{
    const auto items = m_keychain->items;
    const VaultReading found = reader.read();
    QVERIFY2(found.reading.state == State::Damaged && !found.reading.document, damage.name());
    QVERIFY2(process.open() == State::Damaged, damage.name());
    QVERIFY(process.vault->accounts().isEmpty() && process.vault->trashedAccounts().isEmpty());
    QCOMPARE(process.vault->reason()->code, ErrorCode::DamagedFile);
    QCOMPARE(codeOf(process.add(github())), ErrorCode::DamagedFile);
    QCOMPARE(codeOf(process.take(bobId)), ErrorCode::DamagedFile);
    QCOMPARE(m_keychain->items, items);
    note("refused");
}

void TestDamage::no_whole_slot_data()
{
    QTest::addColumn<bool>("hasBoth");
    QTest::newRow("both") << true;
    QTest::newRow("the only one") << false;
}

void TestDamage::no_whole_slot()
{
    QFETCH(bool, hasBoth);
    const QByteArray whole = slotText(5, 7);
    beginVault(whole, whole);
    const QByteArray book = contentOf(path("book"));
    if (!hasBoth)
        m_keychain->items.remove(slotB);
    StartingReader reader(m_folder->path(), m_keychain);
    const auto process = start();
    for (const Damage &damage : damagesOf(whole.size(), hasBoth ? whole.size() : 0)) {
        m_keychain->items[slotA] = damage.of(whole);
        if (hasBoth)
            m_keychain->items[slotB] = damage.of(whole);
        isRefused(damage, reader, *process);
    }
    QCOMPARE(contentOf(path("book")), book);
    m_keychain->items[slotA] = whole; // from a copy of the keyring: then all is well
    opensUnharmed({}, *process);
    QCOMPARE(comfortOf(*process->vault), m_comfort);
}

/// Where items are small a slot is in several: each of them damaged, and each of them missing.
void TestDamage::a_slot_in_pieces()
{
    m_keychain->itemSizeLimit = 400;
    const auto process = start();
    QCOMPARE(process->open(), State::Empty);
    for (const char *link : {"otpauth://totp/Site:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Site",
                             "otpauth://hotp/Bank:bob?secret=JBSWGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank&counter=7"})
        QVERIFY(process->add(proposalOf(link)));
    m_accounts = accountsOf(*process->vault);
    const auto whole = m_keychain->items;
    QCOMPARE(whole.size(), 4);
    StartingReader reader(m_folder->path(), m_keychain);
    const QByteArray text = whole[slotA] + whole[slotA + QStringLiteral(".1")];
    const auto isHealed = [&](const Damage &damage) {
        opensUnharmed(damage, *process);
        QCOMPARE(m_keychain->items, whole);
        note("healed");
    };
    for (auto item = whole.cbegin(); item != whole.cend(); ++item) {
        for (const Damage &damage : damagesOf(item.value().size())) {
            m_keychain->items[item.key()] = damage.of(item.value());
            const VaultReading found = reader.read();
            QVERIFY2(found.reading.state == State::Unlocked, damage.name());
            QCOMPARE(textOf(*found.reading.document), text);
            note("recovered");
            if (damage.at % 9 == 0)
                isHealed(damage);
        }
        m_keychain->items.remove(item.key());
        isHealed({});
    }
}

void TestDamage::the_book_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("hasOther");
    QTest::newRow("with the one before") << QByteArray("book") << true;
    QTest::newRow("alone") << QByteArray("book") << false;
    QTest::newRow("the one before") << QByteArray("book.1") << true;
}

/// All of it is tried on the book; and on the vault, which then writes a new one, each byte of the header and every 41st of what
/// is sealed.
void TestDamage::the_book()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, hasOther);
    const QByteArray slot = slotText(5, 7);
    beginVault(slot, slot);
    const QByteArray whole = contentOf(path(name));
    if (!hasOther)
        QVERIFY(QFile::remove(path("book.1")));
    const Book onDisk(*DataDirectory::open(m_folder->path()));
    const auto process = start();
    for (const Damage &damage : damagesOf(whole.size(), sealedFrom)) {
        put(path(name), damage.of(whole));
        const OpenedBook opened = onDisk.open(testKey(), testVault());
        const auto outcome = onDisk.probe().outcome;
        if (name == "book.1") {
            QVERIFY2(opened.wasOpened && !opened.isDamaged && outcome == BookProbe::Outcome::Whole, damage.name());
            QCOMPARE(opened.comfort.entries.size(), 3);
            note("not needed");
            continue;
        }
        QVERIFY2(opened.isDamaged && !opened.wasOpened, damage.name());
        QVERIFY2(outcome == BookProbe::Outcome::Damaged || outcome == BookProbe::Outcome::Whole, damage.name());
        QCOMPARE(opened.comfort.entries.size(), hasOther ? 3 : 0);
        note(outcome == BookProbe::Outcome::Damaged ? "noticed without the key" : "noticed with the key");
        if (damage.at % 41 == 0 || (damage.at < sealedFrom && damage.bits == otherCase))
            isReplaced(damage, hasOther, *process);
    }
}

/// The vault opens, writes another book, and keeps the damaged one.
void TestDamage::isReplaced(const Damage &damage, bool hasOther, Process &process)
{
    const QByteArray damaged = contentOf(path("book"));
    opensUnharmed(damage, process);
    const QByteArray comfort = comfortOf(*process.vault);
    QVERIFY2(!comfort.contains("00000000000000a1 pinned"), damage.name()); // the last change
    QCOMPARE(comfort.contains("00000000000000b2 pinned"), hasOther);       // the one before
    QVERIFY(!process.vault->warnings().contains(Warning::BookDamaged));
    QVERIFY(Book(*DataDirectory::open(m_folder->path())).open(testKey(), testVault()).wasOpened);
    const QStringList aside = QDir(m_folder->path()).entryList({QStringLiteral("book.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentOf(m_folder->filePath(aside.first())), damaged);
    QVERIFY(QFile::remove(m_folder->filePath(aside.first())));
    note("replaced");
}

/// Then the order and the pins are lost, and nothing else.
void TestDamage::both_books()
{
    const QByteArray slot = slotText(5, 7);
    beginVault(slot, slot);
    const QByteArray whole = contentOf(path("book"));
    StartingReader reader(m_folder->path(), m_keychain);
    for (const Damage &damage : damagesOf(whole.size(), sealedFrom)) {
        if (damage.at >= sealedFrom && damage.at % 41 != 0)
            continue;
        put(path("book"), damage.of(whole));
        put(path("book.1"), damage.of(whole));
        const VaultReading found = reader.read();
        QVERIFY2(found.reading.state == State::Unlocked, damage.name());
        QVERIFY2(found.reading.warnings.contains(Warning::BookDamaged), damage.name());
        QCOMPARE(textOf(*found.reading.document), slot);
        for (const ComfortEntry &entry : found.book.comfort.entries)
            QVERIFY2(!entry.pinned, damage.name()); // those that the vault has, in its own order
        note("order lost");
    }
}

/// Each save meets a damaged book: no code is taken twice or left out.
void TestDamage::the_book_under_a_running_program()
{
    const QByteArray slot = slotText(5, 7);
    beginVault(slot, slot);
    const auto process = start();
    opensUnharmed({}, *process);
    quint64 counter = 7;
    for (const qsizetype at : {0, 9, 11, 47, 80, 96, 127, 128, 160, 192, 4000}) {
        const QByteArray present = contentOf(path("book"));
        put(path("book"), Damage{Damage::Kind::Flip, at, 0x20}.of(present));
        const auto taken = process->take(bobId);
        QVERIFY2(taken.has_value(), QByteArray::number(at));
        QCOMPARE(taken->counter, counter++);
        note("code taken");
    }
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("book.damaged-*")}).size(), 11); // all in one second
    QVERIFY(m_keychain->items[slotA].contains("counter=18&"));
}

/// `vault.id`: what is damaged is refused, or leads to where there are no accounts, and never to those of another folder.
void TestDamage::the_mark()
{
    QVERIFY(QFile::remove(path("vault.id")));
    {
        const auto process = start();
        QCOMPARE(process->open(), State::Empty);
        QVERIFY(process->add(github()));
        m_accounts = accountsOf(*process->vault);
        // The accounts of the default folder, which has no digits of its own.
        const QByteArray others = slotText(5, 7);
        m_keychain->items[slotA] = m_keychain->items[slotB] = others;
    }
    const auto items = m_keychain->items;
    QCOMPARE(items.size(), 4);
    const QByteArray whole = contentOf(path("vault.id")), book = contentOf(path("book"));
    QCOMPARE(whole.size(), 8 + 1 + 32 + 1);
    for (const Damage &damage : damagesOf(whole.size())) {
        put(path("vault.id"), damage.of(whole));
        const auto directory = DataDirectory::open(m_folder->path());
        if (!directory) {
            QCOMPARE(directory.error().code, ErrorCode::DamagedFile);
            QCOMPARE(contentOf(path("vault.id")), damage.of(whole));
            note("refused");
            continue;
        }
        const auto process = start();
        const State state = process->open();
        QVERIFY2(state == State::Gone || state == State::Unlocked, damage.name());
        if (state == State::Unlocked)
            QCOMPARE(accountsOf(*process->vault), m_accounts);
        else
            QVERIFY(!process->add(bank()) && process->vault->accounts().isEmpty());
        QCOMPARE(m_keychain->items, items);
        QCOMPARE(contentOf(path("book")), book);
        note(state == State::Gone ? "gone until it is mended" : "same accounts");
    }
    put(path("vault.id"), whole);
    const auto process = start();
    opensUnharmed({}, *process);
}

/// `vault.lock`, left behind by a program that was killed: taken over, or said to be another's; never two at once.
void TestDamage::the_lock()
{
    QByteArray whole;
    {
        const auto process = start();
        process->store.beforeCall(Call::Write, 1, [&] { whole = contentOf(path("vault.lock")); });
        process->open();
        QVERIFY(process->add(github()));
    }
    QVERIFY(whole.count('\n') >= 5);
    // Nobody has this number: then it is a dead program's.
    whole = "4194304" + whole.sliced(whole.indexOf('\n'));
    struct Try {
        QTemporaryDir folder{quickFolder("tst_damage")};
        std::optional<Result<HeldLock>> answer;
    };
    std::deque<Try> tries;
    QObject context;
    const std::vector<Damage> damages = damagesOf(whole.size());
    for (const Damage &damage : damages) {
        Try &one = tries.emplace_back();
        beDefaultFolder(one.folder.path());
        put(one.folder.filePath(QStringLiteral("vault.lock")), damage.of(whole));
        takeLock(*DataDirectory::open(one.folder.path()), 5s, &context,
                 [&one](Result<HeldLock> lock) { one.answer = std::move(lock); });
    }
    QVERIFY(happens([&] { return std::ranges::all_of(tries, [](const Try &one) { return one.answer.has_value(); }); },
                    30'000));
    for (std::size_t i = 0; i < tries.size(); ++i) {
        const bool isTaken = tries[i].answer->has_value();
        QVERIFY2(isTaken || tries[i].answer->error().code == ErrorCode::VaultBusy, damages[i].name());
        QVERIFY2(isTaken || damages[i].kind == Damage::Kind::Flip, damages[i].name());
        note(isTaken ? "taken over" : "another's, until a person takes it over");
    }
}

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
