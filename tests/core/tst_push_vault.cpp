// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Enrolments to approve sign-ins in the vault: lines, operations, unions, and a whole vault before a scripted keychain.
#include "core/vault/document_union.h"
#include "core/vault/operation.h"
#include "core/vault/push_record.h"
#include "core/vault/push_vault.h"
#include "tests/support/push_data.h"
#include "tests/support/scripted_key_store.h"
#include "tests/support/vault_data.h"
#include "tests/support/vault_process.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchword;
using namespace watchword::vault;
using namespace watchword::tests;
using accounts::AccountId;
using accounts::PushAccount;
using accounts::PushState;

namespace {

const AccountId pushId{0xc3};

PushAccount enrolment()
{
    PushAccount account = test::vectorAccount();
    account.id = pushId;
    account.name = QStringLiteral(" alice & bob = 100 % ");
    account.trust = {ServerTrust::Kind::Key, QByteArray(32, '\x7f')};
    account.lock = accounts::PushLock::Biometric;
    account.changed = 100;
    return account;
}

SecretBytes key()
{
    return test::vectorKey();
}

QByteArray bytesIn(ByteView line)
{
    return {reinterpret_cast<const char *>(line.data()), qsizetype(line.size())};
}

QByteArray pushLine(const PushAccount &account = enrolment(), const SecretBytes &privateKey = key())
{
    return bytesIn(newPushLine(account, privateKey)->view());
}

Document before()
{
    return documentOf({totpLine("alice", "00000000000000a1", "&ww.changed=100"), pushLine(), "watchword-future:1?x=y"},
                      3);
}

using Process = VaultProcess<ScriptedKeyStore>;

} // namespace

class TestPushVault final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_line_says_everything();
    void a_line_of_later_versions_is_carried();
    void carries_what_it_does_not_understand_through_a_change();
    void adds_changes_and_removes();
    void is_renamed_trashed_and_restored_as_accounts_with_codes_are();
    void codes_and_enrolments_are_kept_apart();
    void unites_two_changes_of_one_enrolment();
    void the_book_keeps_what_was_answered();
    void is_saved_and_found_again();
};

void TestPushVault::a_line_says_everything()
{
    const QByteArray line = pushLine();
    QVERIFY(line.startsWith("watchword-push:1?ww.id=00000000000000c3&ww.changed=100&kind=privacyidea&state=ready&"));
    QVERIFY(!line.contains('\n') && !line.contains(' '));
    QCOMPARE(*readPushLine(bytesOf(line)), enrolment());
    QVERIFY(*privateKeyOfPushLine(bytesOf(line)) == key());
    PushAccount other = enrolment();
    other.server = accounts::PushServer::EduMfa;
    other.state = PushState::Enrolling;
    other.serverKey.clear();
    other.issuer.clear();
    other.trust = {};
    other.lock = accounts::PushLock::None;
    other.trashed = 200;
    QCOMPARE(*readPushLine(bytesOf(pushLine(other))), other);
    const Record record = readRecord(bytesOf(line));
    QCOMPARE(record.kind, RecordKind::Push);
    QCOMPARE(record.id(), pushId);
}

void TestPushVault::a_line_of_later_versions_is_carried()
{
    const QByteArray good = pushLine();
    const QList<std::pair<QByteArray, QByteArray>> changes = {
        {"push:1?", "push:2?"},          {"kind=privacyidea", "kind=tiqr"}, {"state=ready", "state=asleep"},
        {"lock=biometric", "lock=face"}, {"trust=key", "trust=anybody"},    {"&private=", "&public="},
        {"&server=", "&servers="},       {"ww.id=0000", "ww.id=000"},       {"ww.changed=100", "ww.changed=x"},
        {"serial=PIPU", "serials=PIPU"}, {"private=M", "private=!"}};
    for (const auto &[from, to] : changes) {
        const QByteArray changed = QByteArray(good).replace(from, to);
        QVERIFY2(changed != good, from.constData());
        const Record record = readRecord(bytesOf(changed));
        const bool isCarried = record.kind == RecordKind::Unknown;
        QVERIFY2(isCarried || (from == "private=M" && !privateKeyOfPushLine(bytesOf(changed))), from.constData());
    }
}

void TestPushVault::carries_what_it_does_not_understand_through_a_change()
{
    const QByteArray line = QByteArray(pushLine()).replace("&kind=", "&colour=red%20&kind=") + "&later=1";
    PushAccount changed = enrolment();
    changed.trashed = 300;
    const auto written = rewrittenPushLine(bytesOf(line), changed);
    QVERIFY(written);
    const QByteArray text = bytesIn(written->view());
    QVERIFY(text.contains("&colour=red%20&") && text.endsWith("&later=1"));
    QCOMPARE(*readPushLine(written->view()), changed);
    QVERIFY(*privateKeyOfPushLine(written->view()) == key());
}

void TestPushVault::adds_changes_and_removes()
{
    constexpr qint64 now = 1'700'000'000;
    const Document document = before();
    PushAccount fresh = enrolment();
    fresh.state = PushState::Enrolling;
    fresh.serverKey.clear();
    const auto added = apply(AddPush{fresh, key()}, document, now);
    QVERIFY(added && added->ids.size() == 1 && added->ids != QList{pushId});
    const PushAccount saved = *added->document->records()[*added->document->findPush(added->ids.first())].push;
    QCOMPARE(saved.changed, now);
    QCOMPARE(saved.serial, fresh.serial);

    PushAccount changed = enrolment();
    changed.issuer = QStringLiteral("New");
    const auto edited = apply(ChangePush{changed}, document, now);
    QCOMPARE(edited->changed, QList{pushId});
    QCOMPARE(edited->document->records()[1].push->issuer, QStringLiteral("New"));
    QCOMPARE(edited->document->records()[1].push->changed, now);
    QVERIFY(!apply(ChangePush{enrolment()}, document, now)->document); // to the same
    changed.serial += QLatin1Char('1');
    QCOMPARE(codeOf(apply(ChangePush{changed}, document, now)), ErrorCode::Internal);
    changed.id = {0xff};
    QCOMPARE(codeOf(apply(ChangePush{changed}, document, now)), ErrorCode::UnknownAccount);

    QCOMPARE(codeOf(apply(RemoveAccounts{{pushId}}, document, now)), ErrorCode::NotInTrash);
    PushAccount trashed = enrolment();
    trashed.trashed = now;
    const auto inTrash = apply(ChangePush{trashed}, document, now);
    const auto removed = apply(RemoveAccounts{{pushId}}, *inTrash->document, now);
    QCOMPARE(removed->removed, QList{pushId});
    QVERIFY(!removed->document->findPush(pushId));
    QCOMPARE(removed->document->records().size(), std::size_t{2});
    QCOMPARE(codeOf(apply(RemoveAccounts{{pushId}}, *removed->document, now)), ErrorCode::UnknownAccount);
}

/// What is edited is not the whole account, so that it undoes nothing that was saved meanwhile.
void TestPushVault::is_renamed_trashed_and_restored_as_accounts_with_codes_are()
{
    constexpr qint64 now = 1'700'000'000;
    const AccountId code{0xa1};
    const Document document = before();
    const auto renamed = apply(EditAccount{pushId, {.name = QStringLiteral("bea")}}, document, now);
    PushAccount wanted = enrolment();
    wanted.name = QStringLiteral("bea");
    wanted.changed = now;
    QCOMPARE(renamed->changed, QList{pushId});
    QCOMPARE(*renamed->document->records()[1].push, wanted);
    QVERIFY(!apply(EditAccount{pushId, {.issuer = enrolment().issuer}}, document, now)->document);

    const auto both = apply(TrashAccounts{{pushId, code}, true}, *renamed->document, now + 1);
    QCOMPARE(both->changed, (QList{pushId, code}));
    wanted.trashed = now + 1;
    wanted.changed = now + 1;
    QCOMPARE(*both->document->records()[1].push, wanted);
    QVERIFY(*privateKeyOfPushLine(both->document->line(1)) == key());
    QVERIFY(!apply(TrashAccounts{{pushId}, true}, *both->document, now + 2)->document); // is there already
    const auto back = apply(TrashAccounts{{pushId}, false}, *both->document, now - 5);  // the clock went back
    wanted.trashed.reset();
    wanted.changed = now + 2;
    QCOMPARE(*back->document->records()[1].push, wanted);
    QCOMPARE(codeOf(apply(RemoveAccounts{{code, pushId}}, *back->document, now)), ErrorCode::NotInTrash);
    const auto removed = apply(RemoveAccounts{{code, pushId}}, *both->document, now);
    QCOMPARE(removed->document->records().size(), std::size_t{1});
}

void TestPushVault::codes_and_enrolments_are_kept_apart()
{
    const Document document = before();
    QVERIFY(!document.find(pushId));
    QVERIFY(!document.findPush({0xa1}));
    PushAccount mistaken = enrolment();
    mistaken.id = {0xa1};
    QCOMPARE(codeOf(apply(ChangePush{mistaken}, document, 1)), ErrorCode::UnknownAccount);
    QCOMPARE(codeOf(apply(MoveAccount{pushId, {0xa1}, true}, document, 1)), ErrorCode::UnknownAccount);
    QCOMPARE(codeOf(apply(TakeCounter{pushId, {}, {}}, document, 1)), ErrorCode::UnknownAccount);
    QCOMPARE(codeOf(apply(EditAccount{pushId, {.counter = 1}}, document, 1)), ErrorCode::Internal);
    // A second line with the same id is carried, not shown.
    PushAccount other = enrolment();
    other.serial = QStringLiteral("PIPU2");
    const Document doubled = documentOf({pushLine(), pushLine(other)}, 3);
    QCOMPARE(doubled.records()[1].kind, RecordKind::Unknown);
    QCOMPARE(doubled.records()[*doubled.findPush(pushId)].push->serial, enrolment().serial);
    // The check of an operation sees a change that was not meant.
    QVERIFY(isExactly(document, document, {}, {}));
    QVERIFY(!isExactly(document, documentOf({bytesIn(document.line(0)), pushLine(other), bytesIn(document.line(2))}, 3),
                       {}, {}));
}

void TestPushVault::unites_two_changes_of_one_enrolment()
{
    PushAccount later = enrolment();
    later.state = PushState::Ready;
    later.issuer = QStringLiteral("Later");
    later.changed = 200;
    const Document a = documentOf({pushLine()}, 3),
                   b = documentOf({pushLine(later), totpLine("bob", "00000000000000b1")}, 3);
    for (const auto &[one, two] : {std::pair(&a, &b), std::pair(&b, &a)}) {
        const auto both = unionOf(*one, *two);
        QVERIFY(both);
        QCOMPARE(both->document.records().size(), std::size_t{2});
        QCOMPARE(*both->document.records()[*both->document.findPush(pushId)].push, later);
    }
    // Two keys are two enrolments.
    const Document c = documentOf({pushLine(later, test::vectorKey(QStringLiteral("server")))}, 3);
    const auto both = unionOf(a, c);
    QCOMPARE(both->keptBoth, 1);
    QCOMPARE(both->document.records().size(), std::size_t{2});
    QCOMPARE(both->document.unknownRecords(), 0);
}

void TestPushVault::the_book_keeps_what_was_answered()
{
    Comfort comfort = Comfort::read(R"({"entries":[],"later":1})");
    QVERIFY(applyComfort(KeepPushMemory{"{\"a\":\"ü\"}", Prompting::Never}, {}, comfort));
    QVERIFY(!applyComfort(KeepPushMemory{"{\"a\":\"ü\"}", Prompting::Never}, {}, comfort));
    const Comfort again = Comfort::read(comfort.write());
    QCOMPARE(again.pushMemory, QByteArray("{\"a\":\"ü\"}"));
    QVERIFY(again == comfort && again.rest.contains(QStringLiteral("later")));
}

void TestPushVault::is_saved_and_found_again()
{
    const QTemporaryDir folder;
    const auto keychain = std::make_shared<Keychain>();
    beDefaultFolder(folder.path());
    PushAccount wanted = enrolment();
    wanted.state = PushState::Unproven;
    {
        Process process(folder.path(), keychain);
        PushVault push(*process.vault);
        const auto loaded = process.wait<Result<QByteArray>>(
            [&](auto *context, auto handler) { push.load(context, std::move(handler)); });
        QCOMPARE(codeOf(loaded), ErrorCode::NotUnlocked);
        QCOMPARE(process.open(), State::Empty);
        QSignalSpy changed(process.vault.get(), &Vault::pushAccountsChanged);
        QSignalSpy codesChanged(process.vault.get(), &Vault::accountsChanged);
        // The first of all that is saved.
        const auto id = process.wait<Result<AccountId>>(
            [&](auto *context, auto handler) { push.addPush(wanted, key(), context, std::move(handler)); });
        QVERIFY(id);
        wanted.id = *id;
        wanted.changed = process.clock.unixSeconds();
        QCOMPARE(push.pushAccounts(), QList{wanted});
        QVERIFY(*push.pushPrivateKey(*id) == key());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(codesChanged.size(), 0);
        QVERIFY(process.add(github()));
        const auto kept = process.wait<Result<void>>([&](auto *context, auto handler) {
            push.save("{\"a\":1}", push::PushMemoryStore::Asking::Allowed, context, std::move(handler));
        });
        QVERIFY(kept);
        QCOMPARE(changed.size(), 1);
    }
    Process again(folder.path(), keychain);
    PushVault push(*again.vault);
    QCOMPARE(again.open(), State::Unlocked);
    QCOMPARE(push.pushAccounts(), QList{wanted});
    QCOMPARE(again.vault->accounts().size(), 1);
    QCOMPARE(again.vault->pushMemory(), QByteArray("{\"a\":1}"));
    // What nobody has asked for opens no window of the keychain; what somebody chose may.
    keychain->isLocked = true;
    const int prompts = again.store.count(Call::Unlock);
    for (const auto asking : {push::PushMemoryStore::Asking::Never, push::PushMemoryStore::Asking::Allowed}) {
        const auto kept = again.wait<Result<void>>(
            [&](auto *context, auto handler) { push.save("{}", asking, context, std::move(handler)); });
        const bool isAllowed = asking == push::PushMemoryStore::Asking::Allowed;
        QCOMPARE(kept.has_value(), isAllowed);
        QCOMPARE(again.store.count(Call::Unlock) - prompts, isAllowed ? 1 : 0);
    }
    const auto renamed = again.edit(wanted.id, {.issuer = QStringLiteral("New")});
    QVERIFY(renamed);
    QCOMPARE(again.vault->pushAccount(wanted.id)->issuer, QStringLiteral("New"));
    QVERIFY(again.trash(wanted.id, true));
    QVERIFY(push.pushAccounts().isEmpty());
    QCOMPARE(again.vault->trashedPushAccounts().size(), 1);
    QVERIFY(again.vault->pushAccount(wanted.id)->trashed);
    const auto removed = again.wait<Vault::Saved>(
        [&](auto *context, auto handler) { again.vault->remove({wanted.id}, context, std::move(handler)); });
    QVERIFY(removed);
    QCOMPARE(codeOf(push.pushPrivateKey(wanted.id)), ErrorCode::UnknownAccount);
    for (const QString &slot : {QStringLiteral("watchword/accounts/a"), QStringLiteral("watchword/accounts/b")})
        QVERIFY(!keychain->items.value(slot).contains("watchword-push"));
}

QTEST_GUILESS_MAIN(TestPushVault)
#include "tst_push_vault.moc"
