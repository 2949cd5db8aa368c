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
    void replaces_an_account_and_keeps_the_old_one_in_the_trash();
    void rewords_an_account();
    void rewording_to_the_same_words_changes_nothing();
    void pins_only_in_the_book();
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

void TestOperation::replaces_an_account_and_keeps_the_old_one_in_the_trash()
{
    const auto applied = apply(ReplaceAccount{alice, proposal()}, before(), now);
    QVERIFY(applied);
    QCOMPARE(applied->ids.size(), 2);
    QCOMPARE(accountIn(*applied, alice).trashed, std::optional<qint64>(now));
    QCOMPARE(accountIn(*applied, applied->ids[0]).issuer, QStringLiteral("New"));
}

void TestOperation::rewords_an_account()
{
    const auto applied = apply(RewordAccount{alice, QStringLiteral("Work"), {}, {}}, before(), now);
    QVERIFY(applied);
    QCOMPARE(accountIn(*applied, alice).issuer, QStringLiteral("Work"));
    QCOMPARE(accountIn(*applied, alice).name, QStringLiteral("alice"));
    QCOMPARE(accountIn(*applied, alice).changed, now);
}

void TestOperation::rewording_to_the_same_words_changes_nothing()
{
    const auto applied =
        apply(RewordAccount{alice, QStringLiteral("Site"), QStringLiteral("alice"), {}}, before(), now);
    QVERIFY(applied);
    QVERIFY(!applied->document);
    QCOMPARE(applied->ids, QList<AccountId>{alice});
}

void TestOperation::pins_only_in_the_book()
{
    const Operation pin = RewordAccount{alice, {}, {}, true};
    QVERIFY(!apply(pin, before(), now)->document);
    Comfort comfort;
    comfort.fit(before(), 3);
    QVERIFY(applyComfort(pin, {}, comfort));
    QVERIFY(comfort.find(alice)->pinned);
    QVERIFY(!applyComfort(pin, {}, comfort));
    QVERIFY(!applyComfort(RewordAccount{unknown, {}, {}, true}, {}, comfort));
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
    QTest::newRow("reword") << 1 << int(ErrorCode::UnknownAccount);
    QTest::newRow("trash") << 2 << int(ErrorCode::UnknownAccount);
    QTest::newRow("counter") << 3 << int(ErrorCode::UnknownAccount);
    QTest::newRow("counter of a time account") << 4 << int(ErrorCode::InvalidCounter);
}

void TestOperation::refuses_what_is_not_there()
{
    QFETCH(int, which);
    QFETCH(int, code);
    std::vector<Operation> operations;
    operations.emplace_back(ReplaceAccount{unknown, proposal()});
    operations.emplace_back(RewordAccount{unknown, QStringLiteral("x"), {}, {}});
    operations.emplace_back(TrashAccounts{{alice, unknown}, true});
    operations.emplace_back(TakeCounter{unknown, {}, {}});
    operations.emplace_back(TakeCounter{alice, {}, {}});
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
