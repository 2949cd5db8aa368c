// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window while the accounts are behind a password, on a real screen with a window manager; the vault is real, its
// keychain scripted.
#include "app/flows/unlock_accounts.h"
#include "app/models/account_model.h"
#include "app/models/code_ticker.h"
#include "app/support/lost_book.h"
#include "app/support/secret_clipboard.h"
#include "app/support/theme/theme.h"
#include "app/widgets/account_list.h"
#include "app/widgets/password_field.h"
#include "app/windows/main_window.h"
#include "app/windows/trouble_page.h"
#include "app/windows/unlock_page.h"
#include "tests/support/vault_process.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;
using vault::State;

namespace {

constexpr int patience = 20'000;
constexpr const char *password = "correct horse";
constexpr const char *newPassword = "battery staple";

QStringList announced;

void noteAlert(QAccessibleEvent *event)
{
    if (const auto *const widget = qobject_cast<QWidget *>(event->object());
        widget && event->type() == QAccessible::Alert)
        announced << widget->accessibleName();
}

using Process = VaultProcess<ScriptedKeyStore>;

/// The program's window over a vault, connected as the program does it.
struct UnlockDesk {
    UnlockDesk(const QString &folder, std::shared_ptr<Keychain> keychain, Theme &theme)
        : process(folder, std::move(keychain))
        , model(*process.vault, process.clock)
        , ticker(process.clock)
        , clipboard(*QApplication::clipboard())
        , window(theme, *process.vault, model, ticker, [](const QMimeData &) { return false; })
        , flow({*process.vault, clipboard, process.clock, theme, window}, folder)
    {
        QObject::connect(&window, &MainWindow::unlockRequested, &flow, &UnlockAccounts::unlock);
        QObject::connect(&flow, &UnlockAccounts::answered, &window, &MainWindow::answerUnlock);
        QObject::connect(&window, &MainWindow::forgotPasswordRequested, &flow, &UnlockAccounts::explainForgotten);
    }

    /// Opened and in front.
    bool show(vault::Prompting prompting = vault::Prompting::Allowed)
    {
        process.open(prompting);
        window.show();
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window, patience);
    }

    UnlockPage &page() { return *window.findChild<UnlockPage *>(); }
    PasswordField &field() { return *window.findChild<PasswordField *>(); }
    void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text)); }
    void typeAndEnter(const char *text)
    {
        type(text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *const one : window.findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }
    /// All words that can be seen.
    QString words()
    {
        QStringList words;
        for (const QLabel *const label : window.findChildren<QLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        return words.join(u'\n');
    }
    bool isAnswered()
    {
        return QTest::qWaitFor([this] { return !page().isBusy(); }, patience);
    }

    Process process;
    AccountModel model;
    CodeTicker ticker;
    SecretClipboard clipboard;
    MainWindow window;
    UnlockAccounts flow;
};

} // namespace

class TestUnlockPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void asks_for_the_password_and_shows_nothing_else();
    void opens_with_the_right_password();
    void says_that_a_password_is_wrong_and_has_it_typed_over();
    void nothing_typed_is_not_tried();
    void one_password_is_tried_at_a_time();
    void what_is_typed_after_a_lock_goes_into_the_field();
    void nothing_half_typed_waits_in_a_hidden_window();
    void says_that_another_window_changed_the_password();
    void tells_damage_from_a_wrong_password();
    void says_that_the_file_is_lost_and_not_the_keychain();
    void promises_no_accounts_whose_file_is_lost();
    void says_that_a_forgotten_password_cannot_be_got_round();
    void offers_a_password_where_no_vault_ever_was_data();
    void offers_a_password_where_no_vault_ever_was();
    void does_not_offer_one_where_accounts_were();

private:
    /// A vault with a password and one account.
    void makeVault();
    std::unique_ptr<UnlockDesk> start() { return std::make_unique<UnlockDesk>(m_folder->path(), m_keychain, m_theme); }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Keychain> m_keychain;
};

void TestUnlockPage::initTestCase()
{
    m_theme.install();
    QAccessible::setActive(true);
    QAccessible::installUpdateHandler(&noteAlert);
}

void TestUnlockPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_shared<Keychain>();
    announced.clear();
}

void TestUnlockPage::makeVault()
{
    Process process(m_folder->path(), m_keychain);
    QCOMPARE(process.open(), State::Empty);
    QVERIFY(process.setPassword(password));
    QVERIFY(process.add(github()));
}

void TestUnlockPage::asks_for_the_password_and_shows_nothing_else()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    QVERIFY(desk->page().isVisible());
    QVERIFY(desk->words().contains(QStringLiteral("Watchword is locked")));
    QVERIFY(!desk->words().contains(QStringLiteral("GitHub")));
    QVERIFY(!desk->window.findChild<QLineEdit *>()->isVisible());
    QTRY_VERIFY(desk->field().hasFocus());
    for (const QAction *const action : desk->window.actions()) {
        if (action->text().contains(QStringLiteral("Scan")) || action->text() == QStringLiteral("&Type the key…"))
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    }
    QVERIFY(desk->button(QStringLiteral("Unlock")));
    QVERIFY(desk->process.store.log().isEmpty()); // the keychain has nothing to do with it
}

void TestUnlockPage::opens_with_the_right_password()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    QTRY_VERIFY(desk->field().hasFocus());
    desk->type(password);
    desk->button(QStringLiteral("Unlock"))->click();
    QVERIFY(desk->button(QStringLiteral("Opening…")));
    QVERIFY(desk->field().isReadOnly());
    QTRY_COMPARE_WITH_TIMEOUT(desk->process.vault->state(), State::Unlocked, patience);
    QVERIFY(desk->isAnswered());
    QTRY_VERIFY(desk->window.findChild<AccountList *>()->isVisible());
    QVERIFY(desk->field().isEmpty());
    QVERIFY(desk->window.findChild<QLineEdit *>()->hasFocus());
}

void TestUnlockPage::says_that_a_password_is_wrong_and_has_it_typed_over()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    QTRY_VERIFY(desk->field().hasFocus());
    for (int attempt = 0; attempt < 2; ++attempt) {
        announced.clear();
        desk->typeAndEnter("correct horsf");
        QVERIFY(desk->isAnswered());
        QVERIFY(desk->words().contains(QStringLiteral("That isn’t the password.")));
        QCOMPARE(announced, QStringList{QStringLiteral("That isn’t the password.")}); // each time
        QCOMPARE(desk->field().accessibleDescription(), QStringLiteral("That isn’t the password."));
        QVERIFY(desk->field().hasFocus());
        QCOMPARE(desk->process.vault->state(), State::Password);
    }
    desk->type("c");
    QCOMPARE(desk->field().text(), passwordOf("c"));
    QVERIFY(!desk->words().contains(QStringLiteral("That isn’t the password.")));
    desk->typeAndEnter(password + 1);
    QTRY_COMPARE_WITH_TIMEOUT(desk->process.vault->state(), State::Unlocked, patience);
}

void TestUnlockPage::nothing_typed_is_not_tried()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    QTRY_VERIFY(desk->field().hasFocus());
    desk->button(QStringLiteral("Unlock"))->setFocus();
    desk->button(QStringLiteral("Unlock"))->click();
    QVERIFY(!desk->page().isBusy());
    QVERIFY(desk->words().contains(QStringLiteral("Type the password first.")));
    QVERIFY(desk->field().hasFocus());
}

void TestUnlockPage::one_password_is_tried_at_a_time()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    QTRY_VERIFY(desk->field().hasFocus());
    int asked = 0;
    connect(&desk->window, &MainWindow::unlockRequested, this, [&asked] { ++asked; });
    desk->typeAndEnter("wrong");
    desk->typeAndEnter("more");
    desk->button(QStringLiteral("Opening…"))->click();
    QCOMPARE(asked, 1);
    QVERIFY(desk->isAnswered());
    QCOMPARE(desk->field().text(), passwordOf("wrong"));
}

void TestUnlockPage::what_is_typed_after_a_lock_goes_into_the_field()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    QTRY_VERIFY(desk->field().hasFocus());
    desk->typeAndEnter(password);
    QTRY_VERIFY_WITH_TIMEOUT(desk->window.findChild<AccountList *>()->isVisible(), patience);
    bool isLocked = false;
    desk->process.vault->lock(&desk->window, [&isLocked] { isLocked = true; });
    QVERIFY(desk->field().hasFocus());
    desk->typeAndEnter(password);
    QTRY_VERIFY(isLocked);
    QTRY_COMPARE_WITH_TIMEOUT(desk->process.vault->state(), State::Unlocked, patience);
    QVERIFY(desk->isAnswered());
}

void TestUnlockPage::nothing_half_typed_waits_in_a_hidden_window()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    QTRY_VERIFY(desk->field().hasFocus());
    desk->type("half");
    desk->window.hide();
    QVERIFY(desk->field().isEmpty());
    QWidget other;
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other, patience));
    desk->window.show();
    desk->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk->window, patience));
    QTRY_VERIFY(desk->field().hasFocus());
}

void TestUnlockPage::says_that_another_window_changed_the_password()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    const QString said = QStringLiteral("The password was changed in another window; give the new one.");
    QTRY_VERIFY(desk->field().hasFocus());
    const char *current = password;
    for (const char *next : {newPassword, "a third one"}) {
        desk->typeAndEnter(current);
        QTRY_VERIFY_WITH_TIMEOUT(desk->window.findChild<AccountList *>()->isVisible(), patience);
        {
            Process other(m_folder->path(), m_keychain);
            QCOMPARE(other.open(), State::Password);
            QVERIFY(other.unlock(current));
            QVERIFY(other.setPassword(next));
        }
        QTRY_VERIFY_WITH_TIMEOUT(desk->words().contains(said), patience);
        QTRY_VERIFY(desk->field().hasFocus());
        QCOMPARE(desk->field().accessibleDescription(), said);
        current = next;
    }
    desk->typeAndEnter(current);
    QTRY_VERIFY_WITH_TIMEOUT(desk->window.findChild<AccountList *>()->isVisible(), patience);
}

void TestUnlockPage::tells_damage_from_a_wrong_password()
{
    makeVault();
    for (const char *name : {"/book", "/book.1"}) {
        QFile file(m_folder->path() + QLatin1String(name));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 40) && file.write("damage") == 6);
    }
    const auto desk = start();
    QVERIFY(desk->show());
    QTRY_VERIFY(desk->field().hasFocus());
    desk->typeAndEnter("wrong");
    QVERIFY(desk->isAnswered());
    QVERIFY(desk->words().contains(QStringLiteral("That isn’t the password.")));
    desk->typeAndEnter(password);
    QTRY_COMPARE_WITH_TIMEOUT(desk->process.vault->state(), State::Damaged, patience);
    QVERIFY(desk->words().contains(QStringLiteral("The password is right")));
    QVERIFY(!desk->words().contains(QStringLiteral("keychain")));
    QVERIFY(desk->button(QStringLiteral("Try again")));

    // The key is there for another try, so that there is a lock, back to the question for the password.
    QObject::connect(&desk->window, &MainWindow::lockRequested, &desk->window,
                     [&desk] { desk->process.vault->lock(&desk->window, [] {}); });
    QTest::keyClick(&desk->window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(desk->page().isVisible());
    QTRY_VERIFY(desk->field().hasFocus());
    QVERIFY(desk->field().isEmpty());
    QVERIFY(desk->words().contains(QStringLiteral("Watchword is locked")));
    QVERIFY(!desk->words().contains(QStringLiteral("That isn’t")));
}

void TestUnlockPage::says_that_the_file_is_lost_and_not_the_keychain()
{
    makeVault();
    for (const char *name : {"/book", "/book.1"})
        QVERIFY(QFile::remove(m_folder->path() + QLatin1String(name)));
    const auto desk = start();
    desk->window.setFolder(m_folder->path());
    QVERIFY(desk->show());
    QCOMPARE(desk->process.vault->state(), State::Gone);
    const auto says = [&](const QString &words) { return desk->words().remove(QChar(0x200B)).contains(words); };
    QVERIFY(says(QStringLiteral("Your accounts are missing\n")));
    QVERIFY(says(QStringLiteral("the file “book” is missing from Watchword’s folder")));
    QVERIFY(says(QStringLiteral("put the folder back from a backup.")));
    QVERIFY(says(m_folder->path()));
    QVERIFY(desk->button(QStringLiteral("Try again")) && desk->button(QStringLiteral("Start again…")));

    // A keychain in trouble has perhaps nothing to do with it.
    m_keychain->isLocked = true;
    desk->process.open(vault::Prompting::Never);
    QVERIFY(!says(QStringLiteral("there and safe")));
    QVERIFY(says(QStringLiteral("they do not need the keychain but the file “book”")) && says(m_folder->path()));
    m_keychain->isLocked = false;
    desk->process.store.script(Call::Survey, 1, Behaviour::Fail, {ErrorCode::NoKeychain, {}});
    QCOMPARE(desk->process.open(), State::Unavailable);
    QVERIFY(says(QStringLiteral("No keychain is running.")));
    QVERIFY(says(QStringLiteral("they do not need the keychain but the file “book”")) && says(m_folder->path()));
    QVERIFY(!desk->button(QStringLiteral("Use a password instead")));
}

void TestUnlockPage::promises_no_accounts_whose_file_is_lost()
{
    makeVault();
    for (const char *name : {"/book", "/book.1"})
        QVERIFY(QFile::remove(m_folder->path() + QLatin1String(name)));
    m_keychain->isLocked = true;
    const auto desk = start();
    QVERIFY(desk->show(vault::Prompting::Never));
    desk->process.store.script(Call::Unlock, 1, Behaviour::Hang);
    desk->process.vault->open(vault::Prompting::Allowed);
    QTRY_VERIFY_WITH_TIMEOUT(desk->button(QStringLiteral("Stop waiting")), patience);
    desk->process.vault->stopWaiting();
    QVERIFY(!desk->words().contains(QStringLiteral("there and safe")));
    QVERIFY(desk->words().contains(QStringLiteral("they do not need the keychain but the file “book”")));
    desk->process.store.script(Call::Survey, 1, Behaviour::Fail, {ErrorCode::KeychainHung, {}});
    QCOMPARE(desk->process.open(), State::Unavailable);
    QVERIFY(desk->words().contains(QStringLiteral("The keychain does not answer.")));
    QVERIFY(!desk->words().contains(QStringLiteral("still in it")));
    for (const ErrorCode code : {ErrorCode::PromptDismissed, ErrorCode::KeychainHung, ErrorCode::KeychainFailed}) {
        const Error lost{code, QStringLiteral("why; book damaged")};
        QCOMPARE(textOfShutVault(lost).sentence, errorText(lost).sentence);
        QVERIFY(errorText(lost).hint.contains(QStringLiteral("Your accounts")));
        QVERIFY(!textOfShutVault(lost).hint.contains(QStringLiteral("accounts")));
        QCOMPARE(textOfShutVault({code, {}}).whole(), errorText({code, {}}).whole());
    }
}

void TestUnlockPage::says_that_a_forgotten_password_cannot_be_got_round()
{
    makeVault();
    const auto desk = start();
    QVERIFY(desk->show());
    desk->button(QStringLiteral("Forgot the password?"))->click();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QPointer<QWidget> dialog = QApplication::activeModalWidget();
    QCOMPARE(dialog->accessibleName(), QStringLiteral("Only a backup helps"));
    QString words;
    for (const QLabel *const label : dialog->findChildren<QLabel *>())
        words += label->text().remove(QChar(0x200B));
    QVERIFY(words.contains(m_folder->path()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestUnlockPage::offers_a_password_where_no_vault_ever_was_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<State>("state");
    QTest::newRow("no keychain") << int(ErrorCode::NoKeychain) << State::Unavailable;
    QTest::newRow("no bus") << int(ErrorCode::NoBus) << State::Unavailable;
    QTest::newRow("hung") << int(ErrorCode::KeychainHung) << State::Unavailable;
    QTest::newRow("locked") << -1 << State::Locked;
}

void TestUnlockPage::offers_a_password_where_no_vault_ever_was()
{
    QFETCH(const int, trouble);
    QFETCH(const State, state);
    const auto desk = start();
    m_keychain->isLocked = state == State::Locked;
    if (state == State::Unavailable)
        desk->process.store.script(Call::Survey, 1, Behaviour::Fail, {ErrorCode(trouble), {}});
    QVERIFY(desk->show(vault::Prompting::Never));
    QCOMPARE(desk->process.vault->state(), state);
    QSignalSpy wanted(&desk->window, &MainWindow::usePasswordRequested);
    QPushButton *const offer = desk->button(QStringLiteral("Use a password instead"));
    QVERIFY(offer);
    QVERIFY(desk->window.findChild<TroublePage *>()->isVisible());
    QVERIFY(!desk->words().contains(QStringLiteral("Your accounts are there")));
    offer->click();
    QCOMPARE(wanted.size(), 1);
}

void TestUnlockPage::does_not_offer_one_where_accounts_were()
{
    {
        Process process(m_folder->path(), m_keychain);
        QCOMPARE(process.open(), State::Empty);
        QVERIFY(process.add(github()));
        m_keychain->isLocked = true;
        process.open(vault::Prompting::Never);
        QVERIFY(!process.vault->canTakePassword());
    }
    const auto desk = start();
    QVERIFY(desk->show(vault::Prompting::Never));
    QCOMPARE(desk->process.vault->state(), State::Locked);
    QVERIFY(desk->button(QStringLiteral("Unlock and try again")));
    QVERIFY(!desk->button(QStringLiteral("Use a password instead")));
    QVERIFY(desk->words().contains(QStringLiteral("Your accounts are there")));
}

QTEST_MAIN(TestUnlockPage)
#include "tst_unlock_page.moc"
