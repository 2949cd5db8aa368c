// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/otpauth_uri.h"
#include "core/vault/operation.h"
#include "tests/support/vault_data.h"

#include <QTest>

#include <limits>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;
using accounts::AccountId;

namespace {

constexpr qint64 now = 1'700'000'000;
const AccountId alice{0xa1}, bank{0xb2}, unknown{0xff};

ErrorCode codeOf(const auto &result)
{
    return result ? ErrorCode{-1} : result.error().code;
}

Document before()
{
    return documentOf({totpLine("alice", "00000000000000a1", "&ww.changed=100"), "watchword-future:1?x=y",
                       hotpLine(7, "00000000000000b2")},
                      3);
}

accounts::Proposal proposal()
{
    return std::move(
        *accounts::readOtpauth(bytesOf("otpauth://totp/New:n?secret=JBSWY3DPEHPK3PXP&issuer=New&period=60")));
}

QByteArray textOf(ByteView line)
{
    return {reinterpret_cast<const char *>(line.data()), qsizetype(line.size())};
}

// Rows of tables, by their names: Qt's own cannot hold these.
QMap<QByteArray, otp::Parameters> g_edited;
QMap<QByteArray, Edit> g_refused;

const accounts::Account &accountIn(const Applied &applied, AccountId id)
{
    return applied.document->records()[*applied.document->find(id)].account;
}

} // namespace

class TestOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adds_accounts_with_ids_of_their_own();
    void answers_an_account_that_came_since_with_the_same_key();
    void replaces_an_account_and_keeps_the_old_one_in_the_trash();
    void edits_the_words_of_an_account();
    void edits_one_thing_and_leaves_the_others_data();
    void edits_one_thing_and_leaves_the_others();
    void carries_what_it_does_not_understand_through_an_edit();
    void an_edit_to_the_same_changes_nothing();
    void a_counter_account_becomes_a_time_account_and_back();
    void edits_a_counter();
    void a_counter_goes_back_only_when_that_was_said();
    void other_edits_leave_a_counter_that_moved_on();
    void refuses_numbers_that_cannot_be_data();
    void refuses_numbers_that_cannot_be();
    void pins_and_groups_only_in_the_book();
    void moves_only_in_the_book_data();
    void moves_only_in_the_book();
    void removes_only_what_is_in_the_trash();
    void a_removed_account_leaves_the_book_too();
    void trashes_and_takes_back();
    void trashing_twice_changes_nothing();
    void takes_a_counter();
    void takes_a_counter_past_those_handed_out();
    void moves_past_a_code_that_was_shown_unsaved();
    void never_lowers_a_counter();
    void refuses_the_last_counter();
    void refuses_what_is_not_there_data();
    void refuses_what_is_not_there();
    void changes_are_later_even_when_the_clock_went_back();
    void check_refuses_other_changes_data();
    void check_refuses_other_changes();
    void check_refuses_other_removals();
    void upkeep_changes_nothing();
    void adds_a_thousand_at_once();
};

void TestOperation::adds_accounts_with_ids_of_their_own()
{
    AddAccounts add;
    add.proposals.push_back(proposal());
    add.proposals.push_back(proposal());
    const auto applied = apply(std::move(add), before(), now);
    QVERIFY(applied);
    QCOMPARE(applied->ids.size(), 2);
    QVERIFY(applied->ids[0] != applied->ids[1] && !applied->ids[0].isNull());
    QCOMPARE(applied->document->records().size(), 5u);
    QCOMPARE(accountIn(*applied, applied->ids[0]).issuer, QStringLiteral("New"));
    QCOMPARE(accountIn(*applied, applied->ids[0]).changed, now);
}

void TestOperation::answers_an_account_that_came_since_with_the_same_key()
{
    const auto addTwice = [](const Document &document, const QList<AccountId> &known) {
        AddAccounts add;
        add.proposals.push_back(proposal());
        add.proposals.push_back(
            std::move(*accounts::readOtpauth(bytesOf("otpauth://totp/O:o?secret=NVUXIZDFNZXW4ZJB"))));
        add.known = known;
        return apply(std::move(add), document, now);
    };
    AddAccounts first;
    first.proposals.push_back(proposal());
    const auto come = apply(std::move(first), before(), now);
    const AccountId twin = come->ids[0];

    const auto applied = addTwice(*come->document, {alice, bank});
    QVERIFY(applied);
    QCOMPARE(applied->ids.size(), 2);
    QCOMPARE(applied->ids[0], twin);
    QCOMPARE(applied->added, QList{applied->ids[1]});
    QCOMPARE(applied->document->records().size(), 5u);
    // Who knew it wants a second one; one in the trash is no answer.
    QCOMPARE(addTwice(*come->document, {alice, bank, twin})->added.size(), 2);
    const auto trashed = apply(TrashAccounts{{twin}, true}, *come->document, now);
    QCOMPARE(addTwice(*trashed->document, {alice, bank})->added.size(), 2);
}

void TestOperation::replaces_an_account_and_keeps_the_old_one_in_the_trash()
{
    const auto applied = apply(ReplaceAccount{alice, proposal()}, before(), now);
    QVERIFY(applied);
    QCOMPARE(applied->ids.size(), 2);
    QCOMPARE(accountIn(*applied, alice).trashed, std::optional<qint64>(now));
    QCOMPARE(accountIn(*applied, applied->ids[0]).issuer, QStringLiteral("New"));
}

void TestOperation::edits_the_words_of_an_account()
{
    const auto applied = apply(EditAccount{alice, {.issuer = QStringLiteral("Work")}}, before(), now);
    QVERIFY(applied);
    QCOMPARE(accountIn(*applied, alice).issuer, QStringLiteral("Work"));
    QCOMPARE(accountIn(*applied, alice).name, QStringLiteral("alice"));
    QCOMPARE(accountIn(*applied, alice).changed, now);
}

void TestOperation::edits_one_thing_and_leaves_the_others_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const otp::Parameters &parameters, const char *says) {
        g_edited.insert(name, parameters);
        QTest::newRow(name) << QByteArray(says);
    };
    row("algorithm", otp::Totp{otp::Algorithm::Sha256, 6, 30}, "algorithm=SHA256&digits=6&period=30");
    row("digits", otp::Totp{otp::Algorithm::Sha1, 8, 30}, "algorithm=SHA1&digits=8&period=30");
    row("period", otp::Totp{otp::Algorithm::Sha1, 6, 60}, "algorithm=SHA1&digits=6&period=60");
    row("counter type", otp::Hotp{otp::Algorithm::Sha1, 6, 41}, "algorithm=SHA1&digits=6&counter=41");
    row("Steam type", otp::Steam{}, "otpauth://steam/Site:alice?");
}

void TestOperation::edits_one_thing_and_leaves_the_others()
{
    QFETCH(QByteArray, line);
    const otp::Parameters &parameters = g_edited[QByteArray(QTest::currentDataTag())];
    const auto applied = apply(EditAccount{alice, {.parameters = parameters}}, before(), now);
    QVERIFY(applied);
    const accounts::Account &account = accountIn(*applied, alice);
    QVERIFY(account.parameters == parameters);
    QCOMPARE(account.issuer + account.name, QStringLiteral("Sitealice"));
    QCOMPARE(account.changed, now);
    QVERIFY(textOf(applied->document->line(0)).contains(line));
    QVERIFY(*secretOfLine(applied->document->line(0)) == *secretOfLine(before().line(0)));
    for (const std::size_t other : {std::size_t{1}, std::size_t{2}})
        QCOMPARE(textOf(applied->document->line(other)), textOf(before().line(other)));
}

void TestOperation::carries_what_it_does_not_understand_through_an_edit()
{
    const char *more = "&ww.later=7&image=https%3A%2F%2Fexample.org&codeDisplay=%7B%22pinned%22%3Atrue%7D";
    const Document document = documentOf({totpLine("alice", "00000000000000a1", more)}, 1);
    const auto applied = apply(EditAccount{alice, {.name = QStringLiteral("bea")}}, document, now);
    QVERIFY(applied);
    QVERIFY(textOf(applied->document->line(0)).contains(more));
    QCOMPARE(accountIn(*applied, alice).name, QStringLiteral("bea"));
}

void TestOperation::an_edit_to_the_same_changes_nothing()
{
    const Edit same{.issuer = QStringLiteral("Site"), .name = QStringLiteral("alice"), .parameters = otp::Totp{}};
    const auto applied = apply(EditAccount{alice, same}, before(), now);
    QVERIFY(applied);
    QVERIFY(!applied->document);
    QCOMPARE(applied->ids, QList<AccountId>{alice});
    QVERIFY(!apply(EditAccount{bank, {.parameters = otp::Hotp{}, .counter = 7}}, before(), now)->document);
}

void TestOperation::a_counter_account_becomes_a_time_account_and_back()
{
    const auto timed = apply(EditAccount{bank, {.parameters = otp::Totp{}}}, before(), now);
    QVERIFY(accountIn(*timed, bank).parameters == otp::Parameters(otp::Totp{}));
    QVERIFY(!textOf(timed->document->line(2)).contains("counter="));
    const otp::Parameters counted = otp::Hotp{otp::Algorithm::Sha1, 6, 7};
    const auto back = apply(EditAccount{bank, {.parameters = counted}}, *timed->document, now);
    QVERIFY(accountIn(*back, bank).parameters == counted);
}

void TestOperation::edits_a_counter()
{
    const auto applied = apply(EditAccount{bank, {.counter = 12}}, before(), now);
    QCOMPARE(std::get<otp::Hotp>(accountIn(*applied, bank).parameters).counter, 12u);
    QCOMPARE(codeOf(apply(EditAccount{alice, {.counter = 12}}, before(), now)), ErrorCode::InvalidCounter);
}

void TestOperation::a_counter_goes_back_only_when_that_was_said()
{
    QCOMPARE(codeOf(apply(EditAccount{bank, {.counter = 6}}, before(), now)), ErrorCode::LowerCounter);
    const auto told = apply(EditAccount{bank, {.counter = 6, .mayLowerCounter = true}}, before(), now);
    QCOMPARE(std::get<otp::Hotp>(accountIn(*told, bank).parameters).counter, 6u);
}

void TestOperation::other_edits_leave_a_counter_that_moved_on()
{
    // Asked when the counter stood at 3; it is 7 by now.
    const otp::Parameters asked = otp::Hotp{otp::Algorithm::Sha1, 8, 3};
    const auto applied = apply(EditAccount{bank, {.parameters = asked}}, before(), now);
    QVERIFY(accountIn(*applied, bank).parameters == otp::Parameters(otp::Hotp{otp::Algorithm::Sha1, 8, 7}));
}

void TestOperation::refuses_numbers_that_cannot_be_data()
{
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const Edit &edit, ErrorCode code) {
        g_refused.insert(name, edit);
        QTest::newRow(name) << int(code);
    };
    row("no digits", {.parameters = otp::Totp{otp::Algorithm::Sha1, 0, 30}}, ErrorCode::InvalidDigits);
    row("too many digits", {.parameters = otp::Totp{otp::Algorithm::Sha1, 11, 30}}, ErrorCode::InvalidDigits);
    row("no time", {.parameters = otp::Totp{otp::Algorithm::Sha1, 6, 0}}, ErrorCode::InvalidPeriod);
    row("more than a day", {.parameters = otp::Totp{otp::Algorithm::Sha1, 6, 86401}}, ErrorCode::InvalidPeriod);
    row("the last counter", {.counter = accounts::largestCounter}, ErrorCode::InvalidCounter);
    row("past the last counter", {.counter = accounts::largestCounter + 1}, ErrorCode::InvalidCounter);
    row("a counter for codes by time", {.parameters = otp::Totp{}, .counter = 9}, ErrorCode::InvalidCounter);
}

void TestOperation::refuses_numbers_that_cannot_be()
{
    QFETCH(int, code);
    const Edit edit = g_refused[QByteArray(QTest::currentDataTag())];
    QCOMPARE(codeOf(apply(EditAccount{bank, edit}, before(), now)), ErrorCode(code));
}

void TestOperation::pins_and_groups_only_in_the_book()
{
    const Operation pin = EditAccount{alice, {.pinned = true, .group = QStringLiteral("Work")}};
    QVERIFY(!apply(pin, before(), now)->document);
    Comfort comfort;
    comfort.fit(before(), 3);
    QVERIFY(applyComfort(pin, {}, comfort));
    QVERIFY(comfort.find(alice)->pinned);
    QCOMPARE(comfort.find(alice)->group, QStringLiteral("Work"));
    QVERIFY(!applyComfort(pin, {}, comfort));
    QVERIFY(applyComfort(EditAccount{alice, {.group = QString()}}, {}, comfort));
    QVERIFY(comfort.find(alice)->pinned && comfort.find(alice)->group.isEmpty());
    QVERIFY(!applyComfort(EditAccount{unknown, {.pinned = true}}, {}, comfort));
}

void TestOperation::moves_only_in_the_book_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("neighbour");
    QTest::addColumn<bool>("isAfter");
    QTest::addColumn<QString>("order");
    QTest::newRow("down, after the next") << 1 << 2 << true << "2134";
    QTest::newRow("down, before the last") << 1 << 4 << false << "2314";
    QTest::newRow("to the end") << 1 << 4 << true << "2341";
    QTest::newRow("up, before") << 3 << 1 << false << "3124";
    QTest::newRow("up, after") << 4 << 1 << true << "1423";
    QTest::newRow("where it is, before") << 2 << 3 << false << "1234";
    QTest::newRow("where it is, after") << 2 << 1 << true << "1234";
    QTest::newRow("before itself") << 2 << 2 << false << "1234";
}

void TestOperation::moves_only_in_the_book()
{
    QFETCH(int, id);
    QFETCH(int, neighbour);
    QFETCH(bool, isAfter);
    QFETCH(QString, order);
    QByteArrayList lines;
    for (char digit = '1'; digit <= '4'; ++digit)
        lines << totpLine("n", QByteArray(15, '0').append(digit).constData());
    const Document document = documentOf(lines, 3);
    const Operation move = MoveAccount{AccountId{quint64(id)}, AccountId{quint64(neighbour)}, isAfter};
    const auto applied = apply(move, document, now);
    QVERIFY(applied && !applied->document);
    QCOMPARE(applied->ids, QList<AccountId>{AccountId{quint64(id)}});
    Comfort comfort;
    comfort.fit(document, 3);
    QCOMPARE(applyComfort(move, applied->ids, comfort), order != QLatin1String("1234"));
    QString is;
    for (const ComfortEntry &entry : comfort.entries)
        is += QString::number(entry.id.value);
    QCOMPARE(is, order);
}

void TestOperation::removes_only_what_is_in_the_trash()
{
    QCOMPARE(codeOf(apply(RemoveAccounts{{alice}}, before(), now)), ErrorCode::NotInTrash);
    const auto trashed = apply(TrashAccounts{{alice}, true}, before(), now);
    QCOMPARE(codeOf(apply(RemoveAccounts{{alice, bank}}, *trashed->document, now)), ErrorCode::NotInTrash);
    const auto removed = apply(RemoveAccounts{{alice, alice}}, *trashed->document, now);
    QVERIFY(removed);
    QCOMPARE(removed->ids, QList<AccountId>{alice});
    QCOMPARE(removed->removed, QList<AccountId>{alice});
    QVERIFY(!removed->document->find(alice));
    QCOMPARE(removed->document->records().size(), 2u);
    QCOMPARE(textOf(removed->document->line(0)), textOf(before().line(1)));
    QCOMPARE(textOf(removed->document->line(1)), textOf(before().line(2)));
}

void TestOperation::a_removed_account_leaves_the_book_too()
{
    Comfort comfort;
    comfort.fit(before(), 3);
    QVERIFY(applyComfort(RemoveAccounts{{alice}}, {alice}, comfort));
    QVERIFY(!comfort.find(alice) && comfort.find(bank));
    QVERIFY(!applyComfort(RemoveAccounts{{alice}}, {alice}, comfort));
}

void TestOperation::trashes_and_takes_back()
{
    const auto trashed = apply(TrashAccounts{{alice, bank}, true}, before(), now);
    QCOMPARE(accountIn(*trashed, alice).trashed, std::optional<qint64>(now));
    QCOMPARE(accountIn(*trashed, bank).trashed, std::optional<qint64>(now));
    QVERIFY(*secretOfLine(trashed->document->line(0)) == *secretOfLine(before().line(0)));
    const auto back = apply(TrashAccounts{{alice}, false}, *trashed->document, now + 9);
    QVERIFY(!accountIn(*back, alice).trashed);
    QCOMPARE(accountIn(*back, alice).changed, now + 9);
    QVERIFY(accountIn(*back, bank).trashed);
}

void TestOperation::trashing_twice_changes_nothing()
{
    const auto once = apply(TrashAccounts{{alice, alice}, true}, before(), now);
    QCOMPARE(once->ids, QList<AccountId>{alice});
    QVERIFY(!apply(TrashAccounts{{alice}, true}, *once->document, now + 5)->document);
}

void TestOperation::takes_a_counter()
{
    const auto applied = apply(TakeCounter{bank, {}, {}}, before(), now);
    QCOMPARE(applied->counter, std::optional<quint64>(7));
    QCOMPARE(std::get<otp::Hotp>(accountIn(*applied, bank).parameters).counter, 8u);
}

void TestOperation::takes_a_counter_past_those_handed_out()
{
    const auto applied = apply(TakeCounter{bank, 9, {}}, before(), now);
    QCOMPARE(applied->counter, std::optional<quint64>(10));
    QCOMPARE(std::get<otp::Hotp>(accountIn(*applied, bank).parameters).counter, 11u);
}

void TestOperation::moves_past_a_code_that_was_shown_unsaved()
{
    const auto applied = apply(TakeCounter{bank, {}, 7}, before(), now);
    QCOMPARE(applied->counter, std::optional<quint64>(7));
    QCOMPARE(std::get<otp::Hotp>(accountIn(*applied, bank).parameters).counter, 8u);
}

void TestOperation::never_lowers_a_counter()
{
    const auto applied = apply(TakeCounter{bank, {}, 3}, before(), now);
    QVERIFY(applied);
    QVERIFY(!applied->document);
    const auto behind = apply(TakeCounter{bank, 3, {}}, before(), now);
    QCOMPARE(behind->counter, std::optional<quint64>(7));
}

void TestOperation::refuses_the_last_counter()
{
    const QByteArray last = QByteArray::number(std::numeric_limits<qint64>::max());
    const Document document =
        documentOf({"otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&ww.id=00000000000000b2&counter=" + last}, 1);
    QVERIFY(document.find(bank));
    QCOMPARE(codeOf(apply(TakeCounter{bank, {}, {}}, document, now)), ErrorCode::InvalidCounter);
}

void TestOperation::refuses_what_is_not_there_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("code");
    QTest::newRow("replace") << 0 << int(ErrorCode::UnknownAccount);
    QTest::newRow("edit") << 1 << int(ErrorCode::UnknownAccount);
    QTest::newRow("trash") << 2 << int(ErrorCode::UnknownAccount);
    QTest::newRow("counter") << 3 << int(ErrorCode::UnknownAccount);
    QTest::newRow("counter of a time account") << 4 << int(ErrorCode::InvalidCounter);
    QTest::newRow("move") << 5 << int(ErrorCode::UnknownAccount);
    QTest::newRow("move beside it") << 6 << int(ErrorCode::UnknownAccount);
    QTest::newRow("remove") << 7 << int(ErrorCode::UnknownAccount);
}

void TestOperation::refuses_what_is_not_there()
{
    QFETCH(int, which);
    QFETCH(int, code);
    std::vector<Operation> operations;
    operations.emplace_back(ReplaceAccount{unknown, proposal()});
    operations.emplace_back(EditAccount{unknown, {.issuer = QStringLiteral("x")}});
    operations.emplace_back(TrashAccounts{{alice, unknown}, true});
    operations.emplace_back(TakeCounter{unknown, {}, {}});
    operations.emplace_back(TakeCounter{alice, {}, {}});
    operations.emplace_back(MoveAccount{unknown, alice, true});
    operations.emplace_back(MoveAccount{alice, unknown, true});
    operations.emplace_back(RemoveAccounts{{unknown}});
    QCOMPARE(codeOf(apply(operations[std::size_t(which)], before(), now)), ErrorCode(code));
}

void TestOperation::changes_are_later_even_when_the_clock_went_back()
{
    const auto applied = apply(TrashAccounts{{alice}, true}, before(), 50);
    QCOMPARE(accountIn(*applied, alice).changed, 101);
}

void TestOperation::check_refuses_other_changes_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<bool>("isRight");
    const QByteArray a = totpLine("alice", "00000000000000a1"), b = hotpLine(7, "00000000000000b2"),
                     other = "watchword-x:1";
    const QByteArray changed = totpLine("other", "00000000000000a1"), added = totpLine("n", "00000000000000c3");
    QTest::newRow("as said") << QByteArrayList{changed, other, b, added} << true;
    QTest::newRow("not changed") << QByteArrayList{a, other, b, added} << true;
    QTest::newRow("another changed too") << QByteArrayList{changed, other, hotpLine(8, "00000000000000b2"), added}
                                         << false;
    QTest::newRow("unknown line changed") << QByteArrayList{changed, "watchword-x:2", b, added} << false;
    QTest::newRow("a line lost") << QByteArrayList{changed, b, added} << false;
    QTest::newRow("a line too many") << QByteArrayList{changed, other, b, added, other} << false;
    QTest::newRow("not added") << QByteArrayList{changed, other, b} << false;
    QTest::newRow("another added") << QByteArrayList{changed, other, b, totpLine("n", "00000000000000c4")} << false;
    QTest::newRow("another order") << QByteArrayList{changed, b, other, added} << false;
    QTest::newRow("account made unreadable")
        << QByteArrayList{"otpauth://totp/x?ww.id=00000000000000a1", other, b, added} << false;
}

void TestOperation::check_refuses_other_changes()
{
    QFETCH(QByteArrayList, lines);
    QFETCH(bool, isRight);
    const Document from =
        documentOf({totpLine("alice", "00000000000000a1"), "watchword-x:1", hotpLine(7, "00000000000000b2")}, 3);
    QCOMPARE(isExactly(from, documentOf(lines, 4), {AccountId{0xc3}}, {alice}), isRight);
    QVERIFY(!isExactly(from, documentOf(lines, 4, testVault('0')), {AccountId{0xc3}}, {alice}));
}

void TestOperation::check_refuses_other_removals()
{
    const QByteArray a = totpLine("alice", "00000000000000a1"), b = hotpLine(7, "00000000000000b2"),
                     other = "watchword-x:1";
    const Document from = documentOf({a, other, b}, 3);
    const auto isRight = [&](const QByteArrayList &lines) {
        return isExactly(from, documentOf(lines, 4), {}, {}, {alice});
    };
    QVERIFY(isRight({other, b}));
    QVERIFY(!isRight({a, other, b})); // not removed
    QVERIFY(!isRight({a, other}));    // another one removed
    QVERIFY(!isRight({b}));           // an unknown line too
    QVERIFY(!isRight({other, hotpLine(8, "00000000000000b2")}));
    QVERIFY(!isRight({b, other}));
    QVERIFY(!isExactly(from, documentOf({other, b}, 4), {}, {}));
}

void TestOperation::upkeep_changes_nothing()
{
    const auto applied = apply(Upkeep{}, before(), now);
    QVERIFY(applied && !applied->document && applied->ids.isEmpty());
}

void TestOperation::adds_a_thousand_at_once()
{
    AddAccounts add;
    for (int i = 0; i < 1000; ++i)
        add.proposals.push_back(proposal());
    const auto applied = apply(std::move(add), before(), now);
    QCOMPARE(applied->document->records().size(), 1003u);
}

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
