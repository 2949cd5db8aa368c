// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/otpauth_uri.h"
#include "core/vault/vault.h"
#include "tests/support/scripted_key_store.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchword;
using namespace watchword::vault;
using accounts::AccountId;
using tests::Behaviour;
using tests::Call;
using tests::Keychain;
using tests::ScriptedKeyStore;

namespace {

const QString slotA = QStringLiteral("watchword/accounts/a");
const QString slotB = QStringLiteral("watchword/accounts/b");

class FixedClock final : public Clock
{
public:
    qint64 millisecondsSinceEpoch() const override { return m_seconds * 1000; }
    qint64 m_seconds = 1'700'000'000;
};

accounts::Proposal proposal(const char *link)
{
    auto read = accounts::readOtpauth(bytesOf(link));
    Q_ASSERT(read);
    return std::move(*read);
}

accounts::Proposal github() { return proposal("otpauth://totp/GitHub:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub"); }
accounts::Proposal counter() { return proposal("otpauth://hotp/Bank:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank&counter=0"); }

/// A process: its view of the keychain, and its vault.
struct Process {
    Process(const std::shared_ptr<Keychain> &keychain, const QString &folder)
        : store(keychain), vault(std::make_unique<Vault>(store, clock, *DataDirectory::open(folder)))
    {
    }

    State open(Prompting prompting = Prompting::Allowed)
    {
        QSignalSpy spy(vault.get(), &Vault::stateChanged);
        vault->open(prompting);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(spy.count() > 0, 5000); }();
        settle();
        return vault->state();
    }

    /// Until nothing is being done any more.
    void settle()
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(vault->activity() == Activity::Idle, 20000); }();
    }

    /// Waits for the answer of an operation, and until the slots are healed.
    template <class Answer, class Start>
    Answer wait(Start start)
    {
        std::optional<Answer> answer;
        QObject context;
        start(&context, [&](Answer given) { answer = std::move(given); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20000); }();
        settle();
        return answer ? std::move(*answer) : failure(ErrorCode::Internal, QStringLiteral("no answer"));
    }

    Vault::Saved add(accounts::Proposal one)
    {
        return wait<Vault::Saved>([&](QObject *context, Handler<Vault::Saved> handler) {
            std::vector<accounts::Proposal> list;
            list.push_back(std::move(one));
            vault->add(std::move(list), context, std::move(handler));
        });
    }
    Vault::Saved edit(AccountId id, const Edit &edit)
    {
        return wait<Vault::Saved>([&](auto *context, auto handler) { vault->edit(id, edit, context, std::move(handler)); });
    }
    Vault::Saved trash(AccountId id, bool trashed)
    {
        return wait<Vault::Saved>(
            [&](auto *context, auto handler) { vault->setTrashed({id}, trashed, context, std::move(handler)); });
    }
    Result<CounterCode> take(AccountId id)
    {
        return wait<Result<CounterCode>>(
            [&](auto *context, auto handler) { vault->takeCounterCode(id, context, std::move(handler)); });
    }

    FixedClock clock;
    ScriptedKeyStore store;
    std::unique_ptr<Vault> vault;
};

ErrorCode codeOf(const auto &result) { return result ? ErrorCode{-1} : result.error().code; }

} // namespace

class TestVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void is_empty_at_first_and_writes_nothing();
    void saves_and_reads_an_account_again();
    void both_slots_hold_the_same_after_a_save();
    void rewords_trashes_and_takes_back();
    void saves_a_counter_before_its_code_is_shown();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Keychain> m_keychain;
    std::unique_ptr<Process> start() { return std::make_unique<Process>(m_keychain, m_folder->path()); }
};

void TestVault::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_shared<Keychain>();
    // As the default folder: no suffix.
    QFile identity(m_folder->filePath(QStringLiteral("vault.id")));
    QVERIFY(identity.open(QIODevice::WriteOnly) && identity.write("\n") == 1);
}

void TestVault::is_empty_at_first_and_writes_nothing()
{
    const auto process = start();
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
    QCOMPARE(again->vault->codeAt(added->first(), 59)->digits, QStringLiteral("287082"));
    QCOMPARE(again->vault->warnings(), QList<Warning>());
}

void TestVault::both_slots_hold_the_same_after_a_save()
{
    const auto process = start();
    process->open();
    QVERIFY(process->add(github()));
    QCOMPARE(m_keychain->items.size(), 2);
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
    QVERIFY(process->add(counter()));
    QCOMPARE(m_keychain->items[slotA], m_keychain->items[slotB]);
    QVERIFY(m_keychain->items[slotA].contains(" generation=2 "));
}

void TestVault::rewords_trashes_and_takes_back()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(github())->first();
    QVERIFY(process->edit(id, {QStringLiteral("Work"), QStringLiteral("a b"), true}));
    QCOMPARE(process->vault->accounts()[0].issuer, QStringLiteral("Work"));
    QCOMPARE(process->vault->accounts()[0].name, QStringLiteral("a b"));
    QVERIFY(process->vault->accounts()[0].pinned);
    QVERIFY(process->trash(id, true));
    QVERIFY(process->vault->accounts().isEmpty());
    QCOMPARE(process->vault->trashedAccounts().size(), 1);
    QCOMPARE(codeOf(process->vault->codeAt(id, 59)), ErrorCode::UnknownAccount);
    QVERIFY(process->trash(id, false));
    QCOMPARE(process->vault->codeAt(id, 59)->digits, QStringLiteral("287082"));
}

void TestVault::saves_a_counter_before_its_code_is_shown()
{
    const auto process = start();
    process->open();
    const AccountId id = process->add(counter())->first();
    const auto first = process->take(id);
    QVERIFY(first);
    QCOMPARE(first->code.digits, QStringLiteral("755224")); // RFC 4226 appendix D
    QVERIFY(first->confirmed);
    QVERIFY(m_keychain->items[slotA].contains("counter=1"));
    QCOMPARE(process->take(id)->code.digits, QStringLiteral("287082"));
}

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
