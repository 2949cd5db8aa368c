// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/reading.h"
#include "tests/support/vault_data.h"

#include <QTest>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;

namespace {

using Outcome = SlotReading::Outcome;

const QString keyA = QStringLiteral("watchword/accounts/a");
const QString keyB = QStringLiteral("watchword/accounts/b");

/// What one slot is in a row of the table.
struct SlotIs {
    Outcome outcome = Outcome::NotFound;
    QByteArray text;
    ErrorCode error = ErrorCode::KeychainFailed;
};

SlotIs absent()
{
    return {};
}
SlotIs failing(ErrorCode code)
{
    return {Outcome::Failed, {}, code};
}
SlotIs holding(QByteArray text)
{
    return {Outcome::Found, std::move(text), {}};
}
SlotIs whole(quint64 generation, const char *name = "a", char vault = 'f')
{
    return holding(textOf(documentOf({totpLine(name, "00000000000000a1")}, generation, testVault(vault))));
}
SlotIs damaged()
{
    return holding(whole(5).text.chopped(3));
}
SlotIs newer()
{
    return holding(QByteArray("Watchword accounts format=2 and=more\n"));
}

BookProbe noBook()
{
    return {};
}
BookProbe book(quint64 seen, char vault = 'f', const char *provider = "gnome-keyring-d")
{
    BookProbe probe{BookProbe::Outcome::Whole, {}};
    probe.header.vault = testVault(vault);
    probe.header.seen = seen;
    probe.header.provider = provider;
    return probe;
}
BookProbe damagedBook()
{
    return {BookProbe::Outcome::Damaged, {}};
}
BookProbe newerBook()
{
    return {BookProbe::Outcome::Newer, {}};
}
BookProbe passwordBook()
{
    BookProbe probe = book(5);
    probe.header.kind = FileKind::PasswordVault;
    return probe;
}

/// A keychain that answers as it should: the default collection is there and open, and it names what is there.
Evidence evidence(const SlotIs &a, const SlotIs &b, const BookProbe &book, bool mark)
{
    Evidence result;
    result.keys = QStringList{keyA, keyB};
    StoreSurvey survey;
    survey.provider = QStringLiteral("gnome-keyring-d");
    survey.hasDefaultCollection = true;
    std::size_t index = 0;
    for (const SlotIs *slot : {&a, &b}) {
        if (slot->outcome != Outcome::NotFound)
            survey.unlockedKeys << result.keys[qsizetype(index)];
        result.slots[index].outcome = slot->outcome;
        result.slots[index].text = SecretBytes::copyOf(bytesOf(slot->text));
        result.slots[index].error = {slot->error, {}};
        ++index;
    }
    result.before = survey;
    result.after = survey;
    result.slotsWereRead = true;
    result.book = book;
    if (mark)
        result.mark = testVault();
    return result;
}

enum class Mark { None, Set };

} // namespace

Q_DECLARE_METATYPE(SlotIs)
Q_DECLARE_METATYPE(BookProbe)

class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_by_the_table_data();
    void decides_by_the_table();
    void decides_by_the_keychains_answers_data();
    void decides_by_the_keychains_answers();

    void takes_the_higher_generation();
    void goes_above_every_generation_that_was_seen();
    void merges_two_of_one_generation();
    void offers_both_vaults();
    void knows_when_both_slots_agree();
    void asks_again_when_the_answers_contradict_each_other();
    void names_another_provider();
    void does_not_read_a_locked_keychain();
    void takes_the_document_that_it_knows();
};

void TestReading::decides_by_the_table_data()
{
    QTest::addColumn<SlotIs>("a");
    QTest::addColumn<SlotIs>("b");
    QTest::addColumn<BookProbe>("book");
    QTest::addColumn<bool>("mark");
    QTest::addColumn<State>("state");
    QTest::addColumn<QList<Warning>>("warnings");
    const QList<Warning> none, older{Warning::OlderCopyInKeychain}, noBookLeft{Warning::BookDamaged};

    const auto row = [](const char *name, const SlotIs &a, const SlotIs &b, const BookProbe &probe, Mark mark,
                        State state, const QList<Warning> &warnings = {}) {
        QTest::newRow(name) << a << b << probe << (mark == Mark::Set) << state << warnings;
    };
    // whole slots, same vault, the book not newer
    row("both whole", whole(5), whole(5), book(5), Mark::Set, State::Unlocked);
    row("b older", whole(6), whole(5), book(6), Mark::Set, State::Unlocked);
    row("a older", whole(5), whole(6), book(6), Mark::Set, State::Unlocked);
    row("only a", whole(5), absent(), book(5), Mark::Set, State::Unlocked);
    row("only b", absent(), whole(5), book(5), Mark::Set, State::Unlocked);
    row("b damaged", whole(5), damaged(), book(5), Mark::Set, State::Unlocked);
    row("a damaged", damaged(), whole(5), book(5), Mark::Set, State::Unlocked);
    row("older book", whole(5), whole(5), book(2), Mark::Set, State::Unlocked);
    // the book is newer
    row("newer book", whole(5), whole(5), book(6), Mark::Set, State::Unlocked, older);
    row("newer book, one slot", whole(5), absent(), book(9), Mark::Set, State::Unlocked, older);
    // no book, or one that will not open
    row("no book", whole(5), whole(5), noBook(), Mark::Set, State::Unlocked);
    row("no book, no mark", whole(5), whole(5), noBook(), Mark::None, State::Unlocked);
    row("damaged book", whole(5), whole(5), damagedBook(), Mark::Set, State::Unlocked, noBookLeft);
    // same generation, different content
    row("one generation, two contents", whole(5, "a"), whole(5, "b"), book(5), Mark::Set, State::Unlocked);
    row("one generation, two contents, no book", whole(5, "a"), whole(5, "b"), noBook(), Mark::None, State::Unlocked);
    // two vaults
    row("two vaults in the slots", whole(5), whole(5, "a", '0'), book(5), Mark::Set, State::TwoVaults);
    row("two vaults in the slots, no book", whole(5), whole(9, "a", '0'), noBook(), Mark::None, State::TwoVaults);
    row("another vault in the book", whole(5), whole(5), book(5, '0'), Mark::Set, State::TwoVaults);
    row("another vault in the book, one slot", absent(), whole(5), book(9, '0'), Mark::Set, State::TwoVaults);
    // nothing whole
    row("both damaged", damaged(), damaged(), book(5), Mark::Set, State::Damaged);
    row("one damaged, one absent", damaged(), absent(), book(5), Mark::Set, State::Damaged);
    row("damaged, no book, no mark", absent(), damaged(), noBook(), Mark::None, State::Damaged);
    row("an empty item", holding(""), absent(), noBook(), Mark::None, State::Damaged);
    // newer
    row("a newer", newer(), whole(5), book(5), Mark::Set, State::Newer);
    row("b newer", whole(5), newer(), book(5), Mark::Set, State::Newer);
    row("b newer, a damaged", damaged(), newer(), noBook(), Mark::None, State::Newer);
    row("book newer", whole(5), whole(5), newerBook(), Mark::Set, State::Newer);
    row("book newer, nothing else", absent(), absent(), newerBook(), Mark::None, State::Newer);
    // gone
    row("nothing but a book", absent(), absent(), book(5), Mark::Set, State::Gone);
    row("nothing but a book, no mark", absent(), absent(), book(5), Mark::None, State::Gone);
    row("nothing but a damaged book", absent(), absent(), damagedBook(), Mark::None, State::Gone);
    row("nothing but the mark", absent(), absent(), noBook(), Mark::Set, State::Gone);
    // empty
    row("nothing at all", absent(), absent(), noBook(), Mark::None, State::Empty);
    // refused
    row("a refused", failing(ErrorCode::KeychainRefused), whole(5), book(5), Mark::Set, State::Unavailable);
    row("b failed", whole(5), failing(ErrorCode::KeychainFailed), book(5), Mark::Set, State::Unavailable);
    row("a found locked", failing(ErrorCode::KeychainLocked), absent(), book(5), Mark::Set, State::Locked);
    // password vault
    row("password vault", absent(), absent(), passwordBook(), Mark::Set, State::Password);
    row("password vault and leftovers", whole(5), whole(5), passwordBook(), Mark::Set, State::Password);
}

void TestReading::decides_by_the_table()
{
    QFETCH(SlotIs, a);
    QFETCH(SlotIs, b);
    QFETCH(BookProbe, book);
    QFETCH(bool, mark);
    QFETCH(State, state);
    QFETCH(QList<Warning>, warnings);
    const Reading reading = decide(evidence(a, b, book, mark), {});
    QCOMPARE(reading.state, state);
    QCOMPARE(reading.warnings, warnings);
    QCOMPARE(reading.document != nullptr, state == State::Unlocked);
    const bool needsReason =
        state != State::Unlocked && state != State::Empty && state != State::TwoVaults && state != State::Password;
    QCOMPARE(reading.reason.has_value(), needsReason);
}

void TestReading::decides_by_the_keychains_answers_data()
{
    QTest::addColumn<std::function<void(Evidence &)>>("change");
    QTest::addColumn<State>("ofNothing"); // no item, no book, no mark
    QTest::addColumn<State>("ofTraces");  // no item, a book and the mark
    QTest::addColumn<State>("ofSlots");   // both slots whole, and the book

    using Change = std::function<void(Evidence &)>;
    const auto both = [](const std::function<void(StoreSurvey &)> &change) -> Change {
        return [change](Evidence &e) {
            change(*e.before);
            change(*e.after);
        };
    };
    const auto row = [](const char *name, const Change &change, State nothing, State traces, State slots) {
        QTest::newRow(name) << change << nothing << traces << slots;
    };
    row("as it should", [](Evidence &) {}, State::Empty, State::Gone, State::Unlocked);
    row(
        "collection locked before", [](Evidence &e) { e.before->defaultCollectionLocked = true; }, State::Locked,
        State::Locked, State::Locked);
    row(
        "collection locked after", [](Evidence &e) { e.after->defaultCollectionLocked = true; }, State::Locked,
        State::Locked, State::Locked);
    row(
        "item locked before", [](Evidence &e) { e.before->lockedKeys << keyB; }, State::Locked, State::Locked,
        State::Locked);
    row(
        "item locked after", [](Evidence &e) { e.after->lockedKeys << keyA; }, State::Locked, State::Locked,
        State::Locked);
    row("locked item, no collection", both([](StoreSurvey &s) {
            s.hasDefaultCollection = false;
            s.lockedKeys << keyA;
        }),
        State::Locked, State::Locked, State::Locked);
    row("no default collection", both([](StoreSurvey &s) { s.hasDefaultCollection = false; }), State::Empty,
        State::Gone, State::Unlocked);
    row(
        "collection appeared", [](Evidence &e) { e.before->hasDefaultCollection = false; }, State::Unavailable,
        State::Unavailable, State::Unlocked);
    row(
        "a named and not found",
        [](Evidence &e) {
            e.after->unlockedKeys << keyA;
            e.slots[0] = {};
        },
        State::Unavailable, State::Unavailable, State::Unavailable);
    row(
        "b named before and not found",
        [](Evidence &e) {
            e.before->unlockedKeys << keyB;
            e.slots[1] = {};
        },
        State::Unavailable, State::Unavailable, State::Unavailable);
    row("cannot be asked",
        both([](StoreSurvey &s) { s = {.canBeAsked = false, .provider = {}, .unlockedKeys = {}, .lockedKeys = {}}; }),
        State::Empty, State::Unavailable, State::Unlocked);
    for (const ErrorCode code :
         {ErrorCode::NoBus, ErrorCode::NoKeychain, ErrorCode::KeychainHung, ErrorCode::KeychainFailed}) {
        const QByteArray number = QByteArray::number(int(code));
        row(
            "survey fails before, " + number,
            [code](Evidence &e) {
                e.before = failure(code);
                e.slotsWereRead = false;
            },
            State::Unavailable, State::Unavailable, State::Unavailable);
        row(
            "survey fails after, " + number, [code](Evidence &e) { e.after = failure(code); }, State::Unavailable,
            State::Unavailable, State::Unavailable);
    }
}

void TestReading::decides_by_the_keychains_answers()
{
    QFETCH(std::function<void(Evidence &)>, change);
    QFETCH(State, ofNothing);
    QFETCH(State, ofTraces);
    QFETCH(State, ofSlots);
    Evidence nothing = evidence(absent(), absent(), noBook(), false);
    Evidence traces = evidence(absent(), absent(), book(5), true);
    Evidence slots = evidence(whole(5), whole(5), book(5), true);
    change(nothing);
    change(traces);
    change(slots);
    QCOMPARE(decide(std::move(nothing), {}).state, ofNothing);
    QCOMPARE(decide(std::move(traces), {}).state, ofTraces);
    QCOMPARE(decide(std::move(slots), {}).state, ofSlots);
}

void TestReading::takes_the_higher_generation()
{
    const Reading reading = decide(evidence(whole(5, "old"), whole(6, "new"), book(6), true), {});
    QCOMPARE(reading.newest, Slot::B);
    QCOMPARE(reading.document->records()[0].account.name, QStringLiteral("new"));
    QVERIFY(!reading.slotsAgree);
    QCOMPARE(decide(evidence(whole(10), whole(9), noBook(), true), {}).newest, Slot::A);
}

void TestReading::goes_above_every_generation_that_was_seen()
{
    QCOMPARE(decide(evidence(whole(5), whole(6), book(3), true), {}).highestGeneration, 6u);
    QCOMPARE(decide(evidence(whole(5), whole(6), book(30), true), {}).highestGeneration, 30u);
    QCOMPARE(decide(evidence(absent(), whole(6), noBook(), true), {}).highestGeneration, 6u);
}

void TestReading::merges_two_of_one_generation()
{
    const SlotIs a = holding(textOf(documentOf({totpLine("a", "00000000000000a1")}, 5)));
    const SlotIs b = holding(textOf(documentOf({totpLine("b", "00000000000000b2")}, 5)));
    const Reading reading = decide(evidence(a, b, book(5), true), {});
    QVERIFY(reading.isUnion);
    QVERIFY(!reading.slotsAgree);
    QCOMPARE(reading.document->records().size(), 2u);
    QCOMPARE(reading.highestGeneration, 5u);
}

void TestReading::offers_both_vaults()
{
    const Reading reading = decide(evidence(whole(5), whole(9, "a", '0'), noBook(), false), {});
    QCOMPARE(reading.candidates.size(), 2u);
    QCOMPARE(reading.candidates[0]->vault(), testVault());
    QCOMPARE(reading.candidates[1]->vault(), testVault('0'));
    QVERIFY(!reading.document);
}

void TestReading::knows_when_both_slots_agree()
{
    QVERIFY(decide(evidence(whole(5), whole(5), book(5), true), {}).slotsAgree);
    QVERIFY(!decide(evidence(whole(5), absent(), book(5), true), {}).slotsAgree);
    QVERIFY(!decide(evidence(whole(5), damaged(), book(5), true), {}).slotsAgree);
}

void TestReading::asks_again_when_the_answers_contradict_each_other()
{
    Evidence contradiction = evidence(absent(), absent(), noBook(), false);
    contradiction.after->unlockedKeys << keyA;
    QVERIFY(decide(std::move(contradiction), {}).mayBeTransient);
    QVERIFY(!decide(evidence(absent(), absent(), book(5), true), {}).mayBeTransient);
    QVERIFY(!decide(evidence(failing(ErrorCode::KeychainFailed), absent(), book(5), true), {}).mayBeTransient);
}

void TestReading::names_another_provider()
{
    QCOMPARE(decide(evidence(absent(), absent(), book(5, 'f', "keepassxc"), true), {}).reason->code,
             ErrorCode::OtherProvider);
    QCOMPARE(decide(evidence(absent(), absent(), book(5), true), {}).reason->code, ErrorCode::EntryNotFound);
}

void TestReading::does_not_read_a_locked_keychain()
{
    StoreSurvey open;
    open.hasDefaultCollection = true;
    QVERIFY(!forbidsReading(open));
    StoreSurvey locked = open;
    locked.defaultCollectionLocked = true;
    QVERIFY(forbidsReading(locked));
    StoreSurvey lockedItem = open;
    lockedItem.lockedKeys << keyB;
    QVERIFY(forbidsReading(lockedItem));
    QVERIFY(forbidsReading(failure(ErrorCode::NoBus)));
    Evidence unread = evidence(absent(), absent(), noBook(), false);
    unread.slotsWereRead = false;
    QCOMPARE(decide(std::move(unread), {}).state, State::Unavailable); // never taken for "nothing there"
}

void TestReading::takes_the_document_that_it_knows()
{
    const auto known = std::make_shared<const Document>(documentOf({totpLine("a", "00000000000000a1")}, 5));
    const Reading reading = decide(evidence(whole(5), whole(5), book(5), true), known);
    QVERIFY(reading.document == known);
    const Reading changed = decide(evidence(whole(6), whole(5), book(5), true), known);
    QVERIFY(changed.document != known);
    QCOMPARE(changed.document->generation(), 6u);
}

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
