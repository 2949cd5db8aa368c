// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/edit_account_dialog.h"
#include "app/dialogs/trash_dialog.h"
#include "app/flows/arrange_accounts.h"
#include "app/flows/edit_account.h"
#include "app/flows/sort_trash.h"
#include "app/flows/undo_history.h"
#include "app/models/account_filter.h"
#include "app/models/account_model.h"
#include "app/widgets/code_label.h"
#include "app/widgets/note.h"
#include "app/widgets/text_label.h"
#include "tests/app/flow_bench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;
using accounts::Account;
using accounts::AccountId;

/// The stories of accounts that are there, on a vault in a scripted keychain with GitHub (time) and Bank (counter).
struct EditBench {
    EditBench()
        : keychain(std::make_shared<Keychain>())
        , process(folder.path(), keychain)
        , clipboard(*QGuiApplication::clipboard())
        , model(*process.vault, process.clock)
        , filter(model)
        , editing({*process.vault, clipboard, process.clock, theme, window}, history)
        , arranging({*process.vault, clipboard, process.clock, theme, window}, model, editing, history)
        , trash({*process.vault, clipboard, process.clock, theme, window}, editing)
        , told(&history, &UndoHistory::told)
        , said(&editing, &EditAccount::said)
    {
        process.clock.seconds = 59;
        process.open();
        const auto first = process.add(github()), second = process.add(tests::bank());
        alice = first ? first->first() : AccountId{};
        bank = second ? second->first() : AccountId{};
        window.show();
    }
    ~EditBench() { editing.close(); }

    Account account(AccountId id) { return process.vault->account(id).value_or(Account{}); }
    /// Opens the dialog with its "Advanced" part.
    void openAll(AccountId id)
    {
        editing.edit(id);
        press(QStringLiteral("Advanced"));
    }
    bool isOpen() const { return named<QPushButton>(QStringLiteral("Cancel")) != nullptr; }
    /// Whether the button was pressed, and what it began has ended.
    bool finish(const QString &button) { return press(button) && process.settles(); }
    bool undo()
    {
        history.undoLast();
        return process.settles();
    }
    QString order() const
    {
        QStringList issuers;
        for (int row = 0; row < model.rowCount(); ++row)
            issuers << model.accountAt(row).issuer;
        return issuers.join(QLatin1Char(' '));
    }

    QTemporaryDir folder;
    std::shared_ptr<Keychain> keychain;
    VaultProcess<ScriptedKeyStore> process;
    Theme theme;
    QWidget window;
    SecretClipboard clipboard;
    AccountModel model;
    AccountFilter filter;
    UndoHistory history;
    EditAccount editing;
    ArrangeAccounts arranging;
    SortTrash trash;
    QSignalSpy told, said;
    AccountId alice, bank;
};

namespace {

const QString site = QStringLiteral("Name of the site"), name = QStringLiteral("Your account there"),
              group = QStringLiteral("Group"), pin = QStringLiteral("Pin to the top of the list"),
              save = QStringLiteral("Save"), digits = QStringLiteral("Digits"),
              counter = QStringLiteral("Counter of the next code");

bool isShown(const char *words)
{
    const QWidgetList all = QApplication::allWidgets();
    return std::ranges::any_of(all, [&](const QWidget *widget) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        return label && label->isVisible() && label->text().contains(QLatin1String(words));
    });
}

/// Qt names a combo box on this platform by what is chosen in it.
QComboBox *choice(const QString &label)
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (auto *box = qobject_cast<QComboBox *>(widget); box && box->isVisible() && box->accessibleName() == label)
            return box;
    }
    return nullptr;
}

CodeLabel *preview()
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (auto *label = qobject_cast<CodeLabel *>(widget); label && label->isVisible())
            return label;
    }
    return nullptr;
}

} // namespace

class TestEditAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_everything_of_an_account_and_takes_it_back();
    void saves_nothing_when_nothing_is_different();
    void an_account_needs_a_name();
    void shows_the_code_that_would_result();
    void shows_no_code_while_codes_are_hidden();
    void asks_before_a_counter_goes_back();
    void refuses_what_is_no_counter();
    void follows_another_program();
    void an_account_that_vanishes_cannot_be_saved();
    void taking_back_leaves_what_was_changed_since();
    void takes_back_the_last_change_first();
    void moves_at_once_and_takes_the_whole_way_back();
    void a_move_tells_the_place_that_is_seen();
    void a_move_that_is_refused_is_not_shown();
    void a_thousand_accounts_move_quickly();
    void restores_from_the_trash();
    void comes_back_from_the_trash_as_it_was_and_where_it_was();
    void long_names_are_cut_in_what_is_told();
    void removes_for_ever_only_after_a_question();
    void says_what_lies_long_in_the_trash();
};

void TestEditAccount::changes_everything_of_an_account_and_takes_it_back()
{
    EditBench bench;
    const Account before = bench.account(bench.alice);
    bench.openAll(bench.alice);
    named<QLineEdit>(site)->setText(QStringLiteral("Hub "));
    named<QLineEdit>(name)->setText(QStringLiteral("bea"));
    named<QLineEdit>(group)->setText(QStringLiteral("Work"));
    named<QCheckBox>(pin)->setChecked(true);
    choice(QStringLiteral("Algorithm"))->setCurrentText(QStringLiteral("SHA256"));
    named<QSpinBox>(digits)->setValue(8);
    named<QSpinBox>(QStringLiteral("Seconds until a new code"))->setValue(60);
    QVERIFY(bench.finish(save));
    QVERIFY(!bench.isOpen());
    const Account after = bench.account(bench.alice);
    QCOMPARE(after.issuer + QLatin1Char('/') + after.name + QLatin1Char('/') + after.group,
             QStringLiteral("Hub/bea/Work"));
    QVERIFY(after.pinned);
    QVERIFY(after.parameters == otp::Parameters(otp::Totp{otp::Algorithm::Sha256, 8, 60}));
    QCOMPARE(bench.told.size(), 1);
    QVERIFY(bench.told[0][0].toString().contains(QStringLiteral("Hub")));

    QVERIFY(bench.undo());
    Account again = bench.account(bench.alice);
    again.changed = before.changed;
    QVERIFY(again == before);
    QVERIFY(bench.history.isEmpty());
}

void TestEditAccount::saves_nothing_when_nothing_is_different()
{
    EditBench bench;
    const auto writes = bench.process.store.count(Call::Write);
    bench.openAll(bench.bank);
    named<QLineEdit>(name)->setText(QStringLiteral("other"));
    named<QLineEdit>(name)->setText(bench.account(bench.bank).name);
    QVERIFY(bench.finish(save));
    QVERIFY(!bench.isOpen());
    QCOMPARE(bench.process.store.count(Call::Write), writes);
    QVERIFY(bench.history.isEmpty());
}

void TestEditAccount::an_account_needs_a_name()
{
    EditBench bench;
    bench.editing.edit(bench.alice);
    named<QLineEdit>(site)->setText(QStringLiteral(" "));
    named<QLineEdit>(name)->clear();
    QVERIFY(press(save));
    QVERIFY(bench.isOpen() && isShown("Write the name of the site"));
    QCOMPARE(bench.account(bench.alice).issuer, QStringLiteral("GitHub"));
}

void TestEditAccount::shows_the_code_that_would_result()
{
    EditBench bench;
    bench.openAll(bench.alice);
    QVERIFY(!preview() && !isShown("The site must use the same"));
    named<QSpinBox>(digits)->setValue(8);
    QVERIFY(preview() && isShown("The site must use the same"));
    QCOMPARE(preview()->code(), QStringLiteral("94287082")); // RFC 6238, time step 1
    bench.process.clock.seconds = 60;
    QTRY_VERIFY(preview()->code() != QLatin1String("94287082"));
    bench.process.clock.seconds = 59;
    choice(QStringLiteral("Type"))->setCurrentIndex(1);
    QVERIFY(!preview()); // a counter account's code is saved before it is shown
    QVERIFY(named<QLineEdit>(counter) && !named<QSpinBox>(QStringLiteral("Seconds until a new code")));
    choice(QStringLiteral("Type"))->setCurrentIndex(0);
    named<QSpinBox>(digits)->setValue(6);
    QVERIFY(!preview() && !isShown("The site must use the same"));
    named<QSpinBox>(digits)->setValue(5);
    QVERIFY(isShown("unusual number of digits"));
    QCOMPARE(otp::digitsOf(bench.account(bench.alice).parameters), 6);
}

void TestEditAccount::shows_no_code_while_codes_are_hidden()
{
    EditBench bench;
    bench.editing.setHideCodes(true);
    bench.openAll(bench.alice);
    named<QSpinBox>(digits)->setValue(8);
    QVERIFY(!preview() && isShown("The site must use the same"));
}

void TestEditAccount::asks_before_a_counter_goes_back()
{
    EditBench bench;
    for (int i = 0; i < 5; ++i)
        QVERIFY(bench.process.take(bench.bank));
    const auto saved = [&] { return std::get<otp::Hotp>(bench.account(bench.bank).parameters).counter; };
    QCOMPARE(saved(), 5u);
    bench.openAll(bench.bank);
    named<QLineEdit>(counter)->setText(QStringLiteral("3"));
    QVERIFY(bench.finish(save));
    QVERIFY(bench.isOpen() && isShown("go back from 5 to 3"));
    QCOMPARE(saved(), 5u);
    named<QLineEdit>(counter)->setText(QStringLiteral("2")); // another number is asked about anew
    QVERIFY(bench.finish(save));
    QVERIFY(isShown("go back from 5 to 2"));
    QVERIFY(bench.finish(QStringLiteral("Set the counter back")));
    QVERIFY(!bench.isOpen());
    QCOMPARE(saved(), 2u);
    QVERIFY(bench.undo());
    QCOMPARE(saved(), 5u);
    bench.openAll(bench.bank); // one that was set too high goes back by itself
    named<QLineEdit>(counter)->setText(QStringLiteral("9"));
    QVERIFY(bench.finish(save));
    QCOMPARE(saved(), 9u);
    QVERIFY(bench.undo());
    QCOMPARE(saved(), 5u);
}

void TestEditAccount::refuses_what_is_no_counter()
{
    EditBench bench;
    bench.openAll(bench.bank);
    for (const char *text : {"", "9223372036854775807", "9999999999999999999"}) {
        named<QLineEdit>(counter)->setText(QLatin1String(text));
        QVERIFY(press(save));
        QVERIFY(bench.isOpen() && isShown("Type a whole number"));
    }
    named<QLineEdit>(counter)->setText(QStringLiteral("9223372036854775806"));
    QVERIFY(!isShown("Type a whole number"));
    QVERIFY(bench.finish(save));
    QVERIFY(!bench.isOpen());
}

void TestEditAccount::follows_another_program()
{
    EditBench bench;
    for (int i = 0; i < 2; ++i)
        QVERIFY(bench.process.take(bench.bank));
    bench.openAll(bench.bank);
    named<QLineEdit>(site)->setText(QStringLiteral("Mine"));
    named<QSpinBox>(digits)->setValue(8);
    // Another program renames it, and takes a code.
    QVERIFY(bench.process.edit(bench.bank, {.issuer = QStringLiteral("Theirs"), .name = QStringLiteral("theirs")}));
    QVERIFY(bench.process.take(bench.bank));
    QCOMPARE(named<QLineEdit>(site)->text(), QStringLiteral("Mine"));
    QCOMPARE(named<QLineEdit>(name)->text(), QStringLiteral("theirs"));
    QCOMPARE(named<QLineEdit>(counter)->text(), QStringLiteral("3"));
    QVERIFY(isShown("changed elsewhere meanwhile"));
    QVERIFY(bench.finish(save));
    const Account saved = bench.account(bench.bank);
    QCOMPARE(saved.issuer + saved.name, QStringLiteral("Minetheirs"));
    QVERIFY(saved.parameters == otp::Parameters(otp::Hotp{otp::Algorithm::Sha1, 8, 3}));

    QTRY_VERIFY(!bench.isOpen());
    bench.openAll(bench.alice);
    QVERIFY(bench.process.edit(bench.alice, {.pinned = true, .parameters = otp::Totp{otp::Algorithm::Sha256, 8, 60}}));
    QVERIFY(named<QCheckBox>(pin)->isChecked());
    QCOMPARE(named<QSpinBox>(digits)->value(), 8);
    QVERIFY(bench.finish(save));
    QVERIFY(bench.account(bench.alice).pinned);
    QCOMPARE(otp::digitsOf(bench.account(bench.alice).parameters), 8);
}

void TestEditAccount::an_account_that_vanishes_cannot_be_saved()
{
    EditBench bench;
    bench.editing.edit(bench.alice);
    named<QLineEdit>(name)->setText(QStringLiteral("typed"));
    QVERIFY(bench.process.trash(bench.alice, true));
    QVERIFY(isShown("in the trash by now"));
    QVERIFY(!named<QPushButton>(save)->isEnabled());
    QVERIFY(bench.process.trash(bench.alice, false));
    QVERIFY(named<QPushButton>(save)->isEnabled() && !isShown("in the trash by now"));
    QCOMPARE(named<QLineEdit>(name)->text(), QStringLiteral("typed"));
    QVERIFY(bench.process.trash(bench.alice, true));
    QVERIFY(bench.process.wait<vault::Vault::Saved>(
        [&](auto *context, auto handler) { bench.process.vault->remove({bench.alice}, context, std::move(handler)); }));
    QVERIFY(isShown("not there any more"));
    QVERIFY(press(QStringLiteral("Cancel")));
}

void TestEditAccount::taking_back_leaves_what_was_changed_since()
{
    EditBench bench;
    bench.editing.apply(bench.alice, {.issuer = QStringLiteral("A"), .name = QStringLiteral("B")}, {});
    QVERIFY(bench.process.settles());
    QVERIFY(bench.process.edit(bench.alice, {.issuer = QStringLiteral("Since")}));
    QTRY_VERIFY(!bench.history.isEmpty());
    QVERIFY(bench.undo());
    QCOMPARE(bench.account(bench.alice).issuer, QStringLiteral("Since"));
    QCOMPARE(bench.account(bench.alice).name, QStringLiteral("alice"));

    bench.editing.apply(bench.alice, {.name = QStringLiteral("C")}, {});
    QVERIFY(bench.process.settles());
    QVERIFY(bench.process.edit(bench.alice, {.name = QStringLiteral("D")}));
    bench.said.clear();
    QVERIFY(bench.undo());
    QTRY_VERIFY(!bench.said.isEmpty());
    QVERIFY(bench.said[0][0].toString().contains(QStringLiteral("Nothing was undone")));
    QCOMPARE(bench.account(bench.alice).name, QStringLiteral("D"));
}

void TestEditAccount::takes_back_the_last_change_first()
{
    EditBench bench;
    const auto settled = [&](int count) { return bench.process.settles() && bench.told.size() == count; };
    bench.arranging.pin(bench.alice, true);
    QTRY_VERIFY(settled(1));
    bench.arranging.putInGroup(bench.alice, QStringLiteral("Work"));
    QTRY_VERIFY(settled(2));
    bench.editing.moveToTrash({bench.alice});
    QTRY_VERIFY(settled(3));
    QVERIFY(bench.account(bench.alice).trashed);
    QVERIFY(bench.undo());
    QVERIFY(!bench.account(bench.alice).trashed && bench.account(bench.alice).group == QLatin1String("Work"));
    QVERIFY(bench.undo());
    QVERIFY(bench.account(bench.alice).group.isEmpty() && bench.account(bench.alice).pinned);
    QVERIFY(bench.undo());
    QVERIFY(!bench.account(bench.alice).pinned);
    QSignalSpy nothing(&bench.history, &UndoHistory::nothingLeft);
    bench.history.undoLast();
    QCOMPARE(nothing.size(), 1);
}

void TestEditAccount::moves_at_once_and_takes_the_whole_way_back()
{
    EditBench bench;
    for (const char *issuer : {"C", "D"})
        QVERIFY(bench.process.add(
            proposalOf(QByteArray("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&issuer=").append(issuer).constData())));
    const QString before = QStringLiteral("GitHub Bank C D");
    QCOMPARE(bench.order(), before);
    QSignalSpy resets(&bench.model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex watched(bench.model.index(0));
    for (int row = 1; row <= 3; ++row) { // three keys, faster than they are saved
        bench.arranging.move(bench.alice, bench.model.accountAt(row).id, true);
        QCOMPARE(bench.model.rowOf(bench.alice), row);
    }
    QVERIFY(bench.process.settles());
    QTRY_COMPARE(bench.told.size(), 3);
    QCOMPARE(bench.order(), QStringLiteral("Bank C D GitHub"));
    QCOMPARE(bench.process.vault->accounts().last().id, bench.alice);
    QVERIFY(bench.told[2][0].toString().contains(QStringLiteral("number 4 of 4")));
    QCOMPARE(watched.row(), 3); // what is chosen stays chosen
    QCOMPARE(resets.size(), 0);
    QVERIFY(bench.undo());
    QCOMPARE(bench.order(), before);
    QVERIFY(bench.history.isEmpty());
}

void TestEditAccount::a_move_tells_the_place_that_is_seen()
{
    EditBench bench;
    for (const char *issuer : {"C", "D"})
        QVERIFY(bench.process.add(
            proposalOf(QByteArray("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&issuer=").append(issuer).constData())));
    QVERIFY(bench.process.edit(bench.process.vault->accounts()[3].id, {.pinned = true}));
    bench.arranging.move(bench.alice, bench.bank, true); // D, Bank, GitHub, C
    QTRY_COMPARE(bench.told.size(), 1);
    QVERIFY(bench.told[0][0].toString().contains(QStringLiteral("number 3 of 4")));
}

void TestEditAccount::a_move_that_is_refused_is_not_shown()
{
    EditBench bench;
    QSignalSpy said(&bench.arranging, &ArrangeAccounts::said);
    bench.keychain->isLocked = true;
    bench.keychain->personUnlocks = false;
    bench.arranging.move(bench.alice, bench.bank, true);
    QCOMPARE(bench.model.rowOf(bench.alice), 1);
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(bench.model.rowOf(bench.alice), 0);
    QVERIFY(bench.history.isEmpty());
}

void TestEditAccount::a_thousand_accounts_move_quickly()
{
    EditBench bench;
    std::vector<accounts::Proposal> many;
    many.reserve(1000);
    for (int i = 0; i < 1000; ++i)
        many.push_back(proposalOf("otpauth://totp/many:n?secret=GEZDGNBVGY3TQOJQ&issuer=many"));
    QVERIFY(bench.process.wait<vault::Vault::Saved>(
        [&](auto *context, auto handler) { bench.process.vault->add(std::move(many), context, std::move(handler)); }));
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 10; ++i) {
        const int row = bench.model.rowOf(bench.alice);
        bench.arranging.move(bench.alice, bench.model.accountAt(row + 1).id, true);
    }
    const qint64 shown = clock.elapsed();
    QCOMPARE(bench.model.rowOf(bench.alice), 10);
    QVERIFY2(shown < 500, qPrintable(QString::number(shown))); // a tenth of that, where nothing else runs
    QVERIFY(bench.process.settles());
    QTRY_COMPARE(bench.process.vault->accounts()[10].id, bench.alice);
}

void TestEditAccount::restores_from_the_trash()
{
    EditBench bench;
    QVERIFY(bench.process.trash(bench.alice, true));
    bench.trash.open();
    auto *list = named<QListWidget>(QStringLiteral("Accounts in the trash"));
    QVERIFY(list && list->count() == 1);
    QVERIFY(list->item(0)->text().contains(QStringLiteral("GitHub")));
    QVERIFY(list->item(0)->text().contains(QStringLiteral("In the trash since")));
    QVERIFY(bench.finish(QStringLiteral("Restore")));
    QVERIFY(!bench.account(bench.alice).trashed);
    QVERIFY(isShown("The trash is empty"));
    QVERIFY(press(QStringLiteral("Close")));
    QCOMPARE(bench.told.size(), 1);
    QVERIFY(bench.told[0][0].toString().contains(QStringLiteral("is back")));
    QVERIFY(bench.undo());
    QVERIFY(bench.account(bench.alice).trashed);
    QVERIFY(bench.said.last()[0].toString().contains(QStringLiteral("in the trash")));
    QVERIFY(bench.history.isEmpty());
}

void TestEditAccount::comes_back_from_the_trash_as_it_was_and_where_it_was()
{
    EditBench bench;
    QVERIFY(bench.process.add(proposalOf("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&issuer=C")));
    bench.arranging.move(bench.bank, bench.alice, false);
    QVERIFY(bench.process.settles());
    QVERIFY(bench.process.edit(bench.alice, {.pinned = true, .group = QStringLiteral("Work")}));
    const Account before = bench.account(bench.alice);
    QCOMPARE(bench.order(), QStringLiteral("Bank GitHub C"));
    bench.editing.moveToTrash({bench.alice});
    QVERIFY(bench.process.settles());
    QCOMPARE(bench.order(), QStringLiteral("Bank C"));
    bench.editing.restore({bench.alice});
    QVERIFY(bench.process.settles());
    QCOMPARE(bench.order(), QStringLiteral("Bank GitHub C"));
    Account after = bench.account(bench.alice);
    after.changed = before.changed;
    QVERIFY(after == before);
}

void TestEditAccount::long_names_are_cut_in_what_is_told()
{
    EditBench bench;
    QVERIFY(bench.process.edit(bench.alice,
                               {.issuer = QString(150, QLatin1Char('s')), .name = QString(150, QLatin1Char('n'))}));
    bench.arranging.pin(bench.alice, true);
    QTRY_COMPARE(bench.told.size(), 1);
    const QString sentence = bench.told[0][0].toString();
    QVERIFY2(sentence.size() < 90 && sentence.count(QChar(0x2026)) == 2, qPrintable(sentence));
    QCOMPARE(sentence.count(QChar(0x2068)), sentence.count(QChar(0x2069)));
}

void TestEditAccount::removes_for_ever_only_after_a_question()
{
    EditBench bench;
    QVERIFY(bench.process.trash(bench.alice, true));
    bench.trash.open();
    QVERIFY(press(QStringLiteral("Remove for ever…")));
    QVERIFY(isShown("Switch multi-factor authentication off at the site first"));
    QTRY_COMPARE(QApplication::focusWidget(), named<QPushButton>(QStringLiteral("Keep")));
    QVERIFY(bench.finish(QStringLiteral("Keep")));
    QCOMPARE(bench.process.vault->trashedAccounts().size(), 1);
    QVERIFY(press(QStringLiteral("Remove for ever…")));
    QVERIFY(bench.finish(QStringLiteral("Remove for ever")));
    QVERIFY(bench.process.vault->trashedAccounts().isEmpty());
    QVERIFY(!bench.process.vault->account(bench.alice));
    QVERIFY(press(QStringLiteral("Close")));
}

void TestEditAccount::says_what_lies_long_in_the_trash()
{
    EditBench bench;
    QVERIFY(bench.process.trash(bench.alice, true));
    bench.process.clock.seconds += qint64{29} * 24 * 60 * 60;
    QVERIFY(bench.process.trash(bench.bank, true));
    bench.trash.open();
    QVERIFY(!isShown("more than 30 days"));
    QVERIFY(press(QStringLiteral("Close")));
    QTRY_VERIFY(!named<QListWidget>(QStringLiteral("Accounts in the trash")));
    bench.process.clock.seconds += qint64{24} * 60 * 60;
    bench.trash.open();
    QVERIFY(isShown("1 account(s) have been here for more than 30 days"));
    auto *list = named<QListWidget>(QStringLiteral("Accounts in the trash"));
    list->selectAll();
    QVERIFY(press(QStringLiteral("Select them")));
    QCOMPARE(list->selectedItems().size(), 1);
    QVERIFY(list->selectedItems()[0]->text().contains(QStringLiteral("GitHub")));
    QCOMPARE(bench.process.vault->trashedAccounts().size(), 2); // a date alone removes nothing
    QVERIFY(press(QStringLiteral("Close")));
}

QTEST_MAIN(TestEditAccount)
#include "tst_edit_account.moc"
