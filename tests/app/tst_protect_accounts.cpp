// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/protection_section.h"
#include "app/flows/protect_accounts.h"
#include "app/support/password_words.h"
#include "app/widgets/password_field.h"
#include "app/windows/vault_banner.h"
#include "tests/app/flow_bench.h"
#include "tests/support/push_data.h"

#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;
using vault::Protection;
using vault::State;

namespace {

const QString present = QStringLiteral("Current password"), whole = QStringLiteral("Your password"),
              first = QStringLiteral("Password"), again = QStringLiteral("Password once more"),
              newOne = QStringLiteral("New password"), newAgain = QStringLiteral("New password once more"),
              useIt = QStringLiteral("Use this password"), change = QStringLiteral("Change the password"),
              goBack = QStringLiteral("Use the keychain"), cancel = QStringLiteral("Cancel");
const QString good = QStringLiteral("correct horse battery"), other = QStringLiteral("another one altogether");

PasswordField *field(const QString &name)
{
    return named<PasswordField>(name);
}

bool type(const QString &name, const QString &text)
{
    PasswordField *const typedInto = field(name);
    if (!typedInto)
        return false;
    typedInto->clear();
    for (const QChar letter : text) {
        QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(typedInto, &key);
    }
    return true;
}

bool isSaid(const QString &words)
{
    const QWidgetList all = QApplication::allWidgets();
    return std::ranges::any_of(all, [&](const QWidget *widget) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        return label && label->isVisible() && label->text().contains(words);
    });
}

/// Whether the keys go there, in the window that is looked at.
bool leadsTo(const QString &name)
{
    const PasswordField *const wanted = field(name);
    return wanted && wanted->window()->focusWidget() == wanted;
}

bool isOpen()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    return std::ranges::any_of(windows, [](const QWidget *widget) {
        return widget->isVisible() && qobject_cast<const ProtectionDialog *>(widget);
    });
}

} // namespace

/// The story of protection, on a vault in a scripted keychain.
struct ProtectBench {
    ProtectBench()
        : keychain(std::make_shared<Keychain>())
        , process(folder.path(), keychain)
        , clipboard(*QGuiApplication::clipboard())
        , flow({*process.vault, clipboard, process.clock, theme, window})
        , said(&flow, &ProtectAccounts::said)
    {
        process.clock.seconds = 59;
        window.show();
    }
    ~ProtectBench()
    {
        const QList<ProtectionDialog *> open = window.findChildren<ProtectionDialog *>();
        for (ProtectionDialog *dialog : open)
            dialog->leave();
    }

    vault::Vault &vault() { return *process.vault; }
    bool isBy(Protection protection)
    {
        return happens([&] { return vault().protection() == protection; }) && process.settles();
    }
    bool closes()
    {
        return happens([] { return !isOpen(); }) && process.settles();
    }
    QString lastSaid() const { return said.isEmpty() ? QString() : said.last().first().toString(); }

    QTemporaryDir folder;
    std::shared_ptr<Keychain> keychain;
    VaultProcess<ScriptedKeyStore> process;
    Theme theme;
    QWidget window;
    SecretClipboard clipboard;
    ProtectAccounts flow;
    QSignalSpy said;
};

class TestProtectAccounts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_new_password_is_judged_by_its_length_and_by_what_is_tried_first_data();
    void a_new_password_is_judged_by_its_length_and_by_what_is_tried_first();
    void the_first_one_is_set_where_there_is_no_keychain();
    void accounts_move_out_of_the_keychain();
    void what_is_typed_is_judged_at_once();
    void nothing_happens_before_both_are_the_same_and_long_enough();
    void it_cannot_be_left_half_way();
    void a_new_one_needs_the_present_one();
    void accounts_go_back_into_the_keychain();
    void a_locked_keychain_is_waited_for();
    void a_keyring_without_a_password_is_refused_and_a_password_offered();
    void accounts_in_a_keyring_that_lost_its_password_are_shown_and_move_out();
    void nothing_stays_open_behind_a_lock();
    void the_settings_say_what_protects();
    void the_banner_offers_a_password_before_the_first_account();
};

void TestProtectAccounts::a_new_password_is_judged_by_its_length_and_by_what_is_tried_first_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<PasswordWorth>("worth");
    QTest::newRow("nothing") << QString() << PasswordWorth::TooShort;
    QTest::newRow("seven") << QStringLiteral("x7!Kq2p") << PasswordWorth::TooShort;
    QTest::newRow("seven that are fourteen bytes") << QStringLiteral("äöüßéèê") << PasswordWorth::TooShort;
    QTest::newRow("eight") << QStringLiteral("x7!Kq2pv") << PasswordWorth::Fair;
    QTest::newRow("one letter") << QStringLiteral("aaaaaaaaaaaaaaaaaaaa") << PasswordWorth::Guessable;
    QTest::newRow("two letters") << QStringLiteral("abababababababababab") << PasswordWorth::Guessable;
    QTest::newRow("upwards") << QStringLiteral("123456789") << PasswordWorth::Guessable;
    QTest::newRow("downwards") << QStringLiteral("hgfedcba") << PasswordWorth::Guessable;
    QTest::newRow("the first guess") << QStringLiteral("PassWord1") << PasswordWorth::Guessable;
    QTest::newRow("around it") << QStringLiteral("!qwertz123") << PasswordWorth::Guessable;
    QTest::newRow("among others") << QStringLiteral("my password is on the piano") << PasswordWorth::Good;
    QTest::newRow("fourteen") << QStringLiteral("x7!Kq2pvx7!Kq2") << PasswordWorth::Fair;
    QTest::newRow("words") << good << PasswordWorth::Good;
}

void TestProtectAccounts::a_new_password_is_judged_by_its_length_and_by_what_is_tried_first()
{
    QFETCH(const QString, password);
    const QByteArray bytes = password.toUtf8();
    QTEST(passwordWorth(bytesOf(bytes)), "worth");
    QVERIFY(!passwordWords(bytesOf(bytes)).isEmpty());
}

void TestProtectAccounts::the_first_one_is_set_where_there_is_no_keychain()
{
    ProtectBench bench;
    for (int number = 1; number <= 8; ++number)
        bench.process.store.script(Call::Survey, number, Behaviour::Fail, {ErrorCode::NoKeychain, {}});
    QCOMPARE(bench.process.open(), State::Unavailable);
    bench.flow.usePassword();
    QVERIFY(isSaid(QStringLiteral("only a backup helps")));
    QVERIFY(!isSaid(QStringLiteral("Copies of your keychain"))); // there is none
    QVERIFY(leadsTo(first));
    QVERIFY(type(first, good));
    QTest::keyClick(field(first), Qt::Key_Return); // says what is still wanted
    QVERIFY(leadsTo(again));
    QVERIFY(type(again, good));
    QTest::keyClick(field(again), Qt::Key_Return);
    QVERIFY(bench.closes());
    QCOMPARE(bench.vault().state(), State::Unlocked);
    QCOMPARE(bench.vault().protection(), Protection::Password);
    QCOMPARE(bench.lastSaid(), QStringLiteral("Your accounts have a password of their own now."));
    QVERIFY(bench.process.add(github()));
    QVERIFY(bench.keychain->items.isEmpty());
}

void TestProtectAccounts::accounts_move_out_of_the_keychain()
{
    ProtectBench bench;
    QCOMPARE(bench.process.open(), State::Empty);
    QVERIFY(bench.process.add(github()));
    QCOMPARE(bench.keychain->items.size(), 2);
    bench.flow.usePassword();
    QVERIFY(isSaid(QStringLiteral("Copies of your keychain in backups and snapshots")));
    QVERIFY(type(first, good) && type(again, good) && press(useIt));
    QVERIFY(bench.closes());
    QVERIFY(bench.isBy(Protection::Password));
    QVERIFY(bench.keychain->items.isEmpty());
    QCOMPARE(bench.vault().accounts().size(), 1);
    QVERIFY(bench.process.checkPassword("correct horse battery"));
    // The same button is the change now.
    bench.flow.usePassword();
    QVERIFY(field(present));
}

void TestProtectAccounts::what_is_typed_is_judged_at_once()
{
    ProtectBench bench;
    bench.process.open();
    bench.flow.usePassword();
    QVERIFY(isSaid(QStringLiteral("At least 8 characters.")));
    QVERIFY(type(first, QStringLiteral("correct")));
    QVERIFY(isSaid(QStringLiteral("At least 8 characters: 1 more.")));
    QVERIFY(type(first, QStringLiteral("password")));
    QVERIFY(isSaid(QStringLiteral("among the first that are tried")));
    QVERIFY(type(first, good));
    QVERIFY(isSaid(QStringLiteral("long enough to withstand")));
    QVERIFY(type(again, good.first(5)));
    QVERIFY(!isSaid(QStringLiteral("the same"))); // it may become so
    QVERIFY(type(again, QStringLiteral("corre?")));
    QVERIFY(isSaid(QStringLiteral("The two are not the same.")));
    QVERIFY(type(again, good));
    QVERIFY(isSaid(QStringLiteral("Both are the same.")));
    QCOMPARE(field(again)->accessibleDescription(), QStringLiteral("Both are the same."));
    QVERIFY(type(first, other));
    QVERIFY(isSaid(QStringLiteral("The two are not the same.")));
}

void TestProtectAccounts::nothing_happens_before_both_are_the_same_and_long_enough()
{
    ProtectBench bench;
    bench.process.open();
    bench.flow.usePassword();
    const auto refuses = [&](const QString &one, const QString &two, const QString &where, const char *words) {
        return type(first, one) && type(again, two) && press(useIt) && leadsTo(where) && isSaid(QLatin1String(words))
            && bench.vault().protection() == Protection::Keychain && isOpen();
    };
    QVERIFY(refuses({}, {}, first, "At least 8 characters"));
    QVERIFY(refuses(QStringLiteral("short"), QStringLiteral("short"), first, "At least 8 characters: 3 more."));
    QVERIFY(refuses(good, {}, again, "Type it once more"));
    QVERIFY(refuses(good, other, again, "The two are not the same."));
    QVERIFY(press(cancel));
    QVERIFY(bench.closes());
    QCOMPARE(bench.vault().state(), State::Empty);
    QVERIFY(!QFile::exists(bench.folder.filePath(QStringLiteral("book"))));
}

void TestProtectAccounts::it_cannot_be_left_half_way()
{
    ProtectBench bench;
    bench.process.open();
    bench.flow.usePassword();
    QVERIFY(type(first, good) && type(again, good) && press(useIt));
    auto *const busy = named<QPushButton>(QStringLiteral("Sealing…"));
    QVERIFY(busy && !busy->isEnabled());
    QVERIFY(!press(cancel));
    QVERIFY(field(first)->isReadOnly() && field(again)->isReadOnly());
    QTest::keyClick(field(again), Qt::Key_Escape);
    QTest::keyClick(field(again), Qt::Key_Return);
    QVERIFY(isOpen());
    QVERIFY(bench.closes());
    QCOMPARE(bench.vault().protection(), Protection::Password);
    QCOMPARE(bench.said.count(), 1);
}

void TestProtectAccounts::a_new_one_needs_the_present_one()
{
    ProtectBench bench;
    bench.process.open();
    QVERIFY(bench.process.setPassword("correct horse battery"));
    QVERIFY(bench.process.add(github()));
    bench.flow.changePassword();
    QVERIFY(isSaid(QStringLiteral("still open with the old password")));
    QVERIFY(press(change));
    QVERIFY(leadsTo(present) && isSaid(QStringLiteral("Type the password that opens")));
    QVERIFY(type(present, QStringLiteral("not that one")) && type(newOne, other) && type(newAgain, other));
    QVERIFY(press(change));
    QVERIFY(happens([] { return isSaid(QStringLiteral("That is not the password.")); }));
    QVERIFY(leadsTo(present) && !field(present)->isReadOnly());
    QVERIFY(bench.process.checkPassword("correct horse battery"));
    QVERIFY(type(present, good) && press(change));
    QVERIFY(bench.closes());
    QCOMPARE(bench.lastSaid(), QStringLiteral("The password is changed."));
    QCOMPARE(codeOf(bench.process.checkPassword("correct horse battery")), ErrorCode::WrongPassword);
    QVERIFY(bench.process.checkPassword("another one altogether"));
    QCOMPARE(bench.vault().accounts().size(), 1);
}

void TestProtectAccounts::accounts_go_back_into_the_keychain()
{
    ProtectBench bench;
    bench.process.open();
    QVERIFY(bench.process.setPassword("correct horse battery"));
    QVERIFY(bench.process.add(github()));
    const QString onlyDenied = QStringLiteral("can then only be denied here");
    bench.flow.useKeychain();
    QVERIFY(isSaid(QStringLiteral("The lock of your session is then the lock")) && !isSaid(onlyDenied));
    QVERIFY(press(cancel));
    accounts::PushAccount wantsLock = test::vectorAccount();
    wantsLock.lock = accounts::PushLock::Any;
    QVERIFY(bench.process.wait<vault::Vault::Saved>([&](QObject *context, auto handler) {
        bench.vault().addPush(wantsLock, test::vectorKey(), context, std::move(handler));
    }));
    bench.flow.useKeychain();
    QVERIFY(isSaid(onlyDenied));
    QVERIFY(type(whole, other) && press(goBack));
    QVERIFY(happens([] { return isSaid(QStringLiteral("That is not the password.")); }));
    QCOMPARE(bench.vault().protection(), Protection::Password);
    QVERIFY(bench.keychain->items.isEmpty());
    QVERIFY(type(whole, good) && press(goBack));
    QVERIFY(bench.closes());
    QVERIFY(bench.isBy(Protection::Keychain));
    QCOMPARE(bench.keychain->items.size(), 2);
    QCOMPARE(bench.vault().accounts().size(), 1);
    QCOMPARE(bench.lastSaid(), QStringLiteral("Your accounts are in the keychain now."));
}

void TestProtectAccounts::a_locked_keychain_is_waited_for()
{
    ProtectBench bench;
    bench.process.open();
    QVERIFY(bench.process.setPassword("correct horse battery"));
    bench.keychain->isLocked = true;
    bench.process.store.script(Call::Unlock, 1, Behaviour::Hang);
    bench.flow.useKeychain();
    QVERIFY(type(whole, good) && press(goBack));
    QVERIFY(happens([] { return isSaid(QStringLiteral("in a window of its own")); }));
    QVERIFY(happens([&] { return bench.process.store.isHanging(); }));
    QVERIFY(press(QStringLiteral("Stop waiting")));
    QVERIFY(happens([] { return isSaid(QStringLiteral("closed without an answer")); }));
    QVERIFY(!isSaid(QStringLiteral("in a window of its own")));
    QCOMPARE(bench.vault().protection(), Protection::Password);
    QVERIFY(press(goBack)); // now it is opened
    QVERIFY(bench.closes());
    QVERIFY(bench.isBy(Protection::Keychain));
}

void TestProtectAccounts::a_keyring_without_a_password_is_refused_and_a_password_offered()
{
    ProtectBench bench;
    bench.keychain->isInClear = true;
    QCOMPARE(bench.process.open(), State::Empty);
    for (int number = 0; number < 2; ++number) {
        const auto saved = bench.process.add(github());
        QCOMPARE(codeOf(saved), ErrorCode::KeychainRefused);
    }
    QVERIFY(bench.keychain->items.isEmpty());
    QVERIFY(openDialogSays().contains(QStringLiteral("Your keyring has no password")));
    QVERIFY(openDialogSays().contains(QStringLiteral("Nothing was saved")));
    QVERIFY(press(QStringLiteral("Use a password…")));
    QVERIFY(type(first, good) && type(again, good) && press(useIt));
    QVERIFY(bench.closes());
    QVERIFY(bench.process.add(github()));
    QVERIFY(bench.keychain->items.isEmpty());

    bench.flow.useKeychain();
    QVERIFY(type(whole, good) && press(goBack));
    QVERIFY(happens([] { return isSaid(QStringLiteral("your keyring has no password")); }));
    QVERIFY(bench.process.settles());
    QVERIFY(bench.keychain->items.isEmpty());
    QCOMPARE(bench.vault().protection(), Protection::Password);
    QVERIFY(!named<QPushButton>(QStringLiteral("Use a password…"))); // it has one
}

/// Played, since GNOME Keyring may lose them while the test looks.
void TestProtectAccounts::accounts_in_a_keyring_that_lost_its_password_are_shown_and_move_out()
{
    ProtectBench bench;
    bench.process.open();
    QVERIFY(bench.process.add(github()));
    bench.keychain->isInClear = true;
    const auto items = bench.keychain->items;
    const accounts::AccountId id = bench.vault().accounts().first().id;
    for (const bool isOpenedAnew : {false, true}) { // it was open when that happened, or not
        if (isOpenedAnew)
            QCOMPARE(bench.process.open(), State::Unlocked);
        QCOMPARE(codeOf(bench.process.add(bank())), ErrorCode::KeychainRefused);
        QCOMPARE(codeOf(bench.process.edit(id, {.issuer = QStringLiteral("GitLab")})), ErrorCode::KeychainRefused);
        QCOMPARE(codeOf(bench.process.trash(id, true)), ErrorCode::KeychainRefused);
        QVERIFY(bench.vault().warnings().contains(vault::Warning::KeyringInClear));
        QCOMPARE(bench.vault().accounts().size(), 1);
        QVERIFY(bench.vault().codeAt(id, 59));
    }
    QCOMPARE(bench.keychain->items, items);
    QVERIFY(bench.process.edit(id, {.pinned = true})); // in the book alone, which is sealed

    bench.keychain->isInClear = false; // given a password again
    QVERIFY(bench.process.add(bank()));
    QVERIFY(!bench.vault().warnings().contains(vault::Warning::KeyringInClear));
    bench.keychain->isInClear = true;
    QCOMPARE(codeOf(bench.process.add(numbered(1))), ErrorCode::KeychainRefused);
    QVERIFY(press(QStringLiteral("Use a password…")));
    QVERIFY(type(first, good) && type(again, good) && press(useIt));
    QVERIFY(bench.closes());
    QVERIFY(bench.isBy(Protection::Password));
    QVERIFY(bench.keychain->items.isEmpty());
    QVERIFY(!bench.vault().warnings().contains(vault::Warning::KeyringInClear));
    QCOMPARE(bench.vault().accounts().size(), 2);
}

void TestProtectAccounts::nothing_stays_open_behind_a_lock()
{
    ProtectBench bench;
    bench.process.open();
    QVERIFY(bench.process.setPassword("correct horse battery"));
    bench.flow.changePassword();
    QVERIFY(type(present, good) && type(newOne, other) && type(newAgain, other));
    QVERIFY(press(change)); // it is being checked
    QVERIFY(bench.process.lock());
    QVERIFY(!isOpen());
    QVERIFY(bench.process.unlock("correct horse battery"));
    QVERIFY(!isOpen());
    QVERIFY(bench.process.checkPassword("correct horse battery"));
    bench.flow.changePassword();
    QVERIFY(field(present) && field(present)->isEmpty());
    QVERIFY(bench.process.lock());
    bench.flow.changePassword();
    bench.flow.usePassword();
    bench.flow.useKeychain();
    QVERIFY(!isOpen());
    QVERIFY(bench.lastSaid().contains(QStringLiteral("not open")));
}

void TestProtectAccounts::the_settings_say_what_protects()
{
    ProtectBench bench;
    ProtectionSection section(bench.theme, bench.vault(), nullptr);
    QSignalSpy use(&section, &ProtectionSection::usePasswordRequested);
    QSignalSpy changing(&section, &ProtectionSection::changePasswordRequested);
    QSignalSpy back(&section, &ProtectionSection::useKeychainRequested);
    section.show();
    QVERIFY(!press(QStringLiteral("Use a password…"))); // nothing is open yet
    bench.process.open();
    QVERIFY(isSaid(QStringLiteral("your desktop’s keychain")));
    QVERIFY(isSaid(QStringLiteral("The lock of your session is the lock")));
    QVERIFY(press(QStringLiteral("Use a password…")));
    QCOMPARE(use.count(), 1);
    QVERIFY(!named<QPushButton>(QStringLiteral("Use the keychain…")));

    QVERIFY(bench.process.add(github()));
    QVERIFY(bench.process.setPassword("correct horse battery"));
    QVERIFY(isSaid(QStringLiteral("a password of their own")));
    QVERIFY(!named<QPushButton>(QStringLiteral("Use a password…")));
    QVERIFY(press(QStringLiteral("Change the password…")) && press(QStringLiteral("Use the keychain…")));
    QCOMPARE(changing.count(), 1);
    QCOMPARE(back.count(), 1);
    QVERIFY(bench.process.lock());
    QVERIFY(!press(QStringLiteral("Change the password…")));
}

void TestProtectAccounts::the_banner_offers_a_password_before_the_first_account()
{
    ProtectBench bench;
    VaultBanner banner(bench.theme);
    QSignalSpy wanted(&banner, &VaultBanner::usePasswordRequested);
    bench.process.open();
    banner.say(bench.vault());
    QVERIFY(banner.isHidden());
    bench.keychain->isInClear = true;
    QCOMPARE(bench.process.open(), State::Empty);
    banner.say(bench.vault());
    QVERIFY(banner.isVisible());
    QVERIFY(isSaid(QStringLiteral("lie in clear on the disk")));
    QVERIFY(press(QStringLiteral("Use a password…")));
    QCOMPARE(wanted.count(), 1);
}

QTEST_MAIN(TestProtectAccounts)
#include "tst_protect_accounts.moc"
