// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/choose_vault.h"
#include "app/support/outside_text.h"
#include "app/support/secret_clipboard.h"
#include "app/support/theme/theme.h"
#include "app/windows/two_vaults_page.h"
#include "tests/app/flow_bench.h"
#include "tests/support/vault_data.h"

#include <QLabel>
#include <QListWidget>
#include <QScrollBar>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;
using vault::State;

namespace {

const QString slotOfA = QStringLiteral("watchword/accounts/a");
const QString slotOfB = QStringLiteral("watchword/accounts/b");
const QString both = QStringLiteral("Put both together");
const QString second = QStringLiteral("Use the second set");

/// The page over a vault in a scripted keychain, and what carries the choice out.
struct ChoiceBench {
    explicit ChoiceBench(const QByteArrayList &ours, const QByteArrayList &theirs)
        : keychain(std::make_shared<Keychain>())
    {
        beDefaultFolder(folder.path());
        keychain->items[slotOfA] = slotText(ours, 7);
        keychain->items[slotOfB] = slotText(theirs, 9, '0');
        process = std::make_unique<VaultProcess<ScriptedKeyStore>>(folder.path(), keychain);
        theme.install();
        page = std::make_unique<TwoVaultsPage>(theme, &window);
        flow = std::make_unique<ChooseVault>(FlowContext{*process->vault, clipboard, process->clock, theme, window},
                                             *page);
        const auto say = [this] { page->say(*process->vault); };
        QObject::connect(process->vault.get(), &vault::Vault::stateChanged, page.get(), say);
        QObject::connect(process->vault.get(), &vault::Vault::activityChanged, page.get(), say);
        page->resize(360, 640);
        window.resize(360, 640);
        window.show();
    }

    ~ChoiceBench() { window.hide(); } // as it is before its widgets go

    bool open() { return process->open() == State::TwoVaults; }
    QString said() const
    {
        QStringList lines;
        const auto labels = page->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                lines << label->text();
        }
        return lines.join(u'\n');
    }

    QTemporaryDir folder;
    std::shared_ptr<Keychain> keychain;
    std::unique_ptr<VaultProcess<ScriptedKeyStore>> process;
    Theme theme;
    QWidget window;
    SecretClipboard clipboard{*QGuiApplication::clipboard()};
    std::unique_ptr<TwoVaultsPage> page;
    std::unique_ptr<ChooseVault> flow;
};

QByteArrayList lines(int count)
{
    QByteArrayList all;
    for (int i = 0; i < count; ++i)
        all << totpLine(QByteArray::number(i).constData(), QByteArray::number(0x1000000000000000 + i, 16).constData());
    return all;
}

} // namespace

class TestTwoVaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_the_accounts_of_both();
    void offers_the_one_first_that_the_book_knows();
    void long_lists_scroll();
    void is_busy_while_it_saves();
    void says_why_it_was_not_saved();
};

void TestTwoVaults::names_the_accounts_of_both()
{
    ChoiceBench bench(lines(2), {totpLine("%E2%80%AEevil", "00000000000000a1", "&ww.trashed=1700000000")});
    QVERIFY(bench.open());
    const auto *const first = named<QListWidget>(QStringLiteral("Accounts of the first set"));
    const auto *const other = named<QListWidget>(QStringLiteral("Accounts of the second set"));
    QVERIFY(first && other);
    // Without a book the one that was changed more often is the first.
    QCOMPARE(first->count(), 1);
    QCOMPARE(other->count(), 2);
    QVERIFY(first->item(0)->text().contains(outsideTextMark));
    QVERIFY(!first->item(0)->text().contains(QChar(0x202E)));
    QVERIFY(first->item(0)->text().endsWith(QStringLiteral("(in the trash)")));
    QVERIFY(bench.said().contains(QStringLiteral("changed more often")));
    bench.page->focusFirst();
    QVERIFY(named<QPushButton>(both)->hasFocus() || !bench.window.isActiveWindow());
    QVERIFY(press(both));
    QVERIFY(happens([&] { return bench.process->vault->state() == State::Unlocked; }) && bench.process->settles());
    QCOMPARE(bench.process->names().size(), 2);
    QCOMPARE(bench.process->vault->trashedAccounts().size(), 1);
}

void TestTwoVaults::offers_the_one_first_that_the_book_knows()
{
    ChoiceBench bench(lines(2), lines(3));
    bench.keychain->items.remove(slotOfB);
    QCOMPARE(bench.process->open(), State::Unlocked); // which writes a book
    bench.keychain->items[slotOfB] = slotText(lines(3), 90, '0');
    QVERIFY(bench.open());
    QCOMPARE(named<QListWidget>(QStringLiteral("Accounts of the first set"))->count(), 2);
    QVERIFY(bench.said().contains(QStringLiteral("used it here last")));
}

void TestTwoVaults::long_lists_scroll()
{
    ChoiceBench bench(lines(2), lines(300));
    QVERIFY(bench.open());
    auto *const list = named<QListWidget>(QStringLiteral("Accounts of the first set"));
    QCOMPARE(list->count(), 300);
    QVERIFY(list->height() < 240);
    QVERIFY(list->verticalScrollBar()->maximum() > 0);
    QTest::keyClick(list, Qt::Key_End);
    QCOMPARE(list->currentRow(), 299);
    QCOMPARE(bench.page->horizontalScrollBar()->maximum(), 0);
    // The page is not built anew for each word of the vault: where somebody was in the list they stay.
    bench.page->say(*bench.process->vault);
    QCOMPARE(list->currentRow(), 299);
}

void TestTwoVaults::is_busy_while_it_saves()
{
    ChoiceBench bench(lines(2), lines(1));
    QVERIFY(bench.open());
    bench.process->store.script(Call::Write, 1, Behaviour::Hang);
    QVERIFY(press(second));
    QVERIFY(happens([&] { return bench.process->store.isHanging(); }));
    for (const QString &name : {both, QStringLiteral("Use the first set"), second, QStringLiteral("Try again")})
        QVERIFY2(!named<QPushButton>(name)->isEnabled(), qPrintable(name));
    QVERIFY(named<QPushButton>(QStringLiteral("Decide later"))->isEnabled());
    QVERIFY(bench.said().contains(QStringLiteral("being saved")));
    bench.process->store.release();
    QVERIFY(happens([&] { return bench.process->vault->state() == State::Unlocked; }));
    QVERIFY(happens([&] { return openDialogSays().contains(QStringLiteral("kept as a file")); }));
    QVERIFY(bench.process->settles());
    QVERIFY(press(QStringLiteral("Close")));
}

void TestTwoVaults::says_why_it_was_not_saved()
{
    ChoiceBench bench(lines(2), lines(1));
    QVERIFY(bench.open());
    bench.process->store.script(Call::Write, 1, Behaviour::Fail);
    QVERIFY(press(second));
    QVERIFY(happens([&] { return bench.said().contains(QStringLiteral("The change was not saved")); }));
    QCOMPARE(bench.process->vault->state(), State::TwoVaults);
    QVERIFY(bench.process->settles());
    QVERIFY(named<QPushButton>(second)->isEnabled());
    QVERIFY(press(second));
    QVERIFY(!bench.said().contains(QStringLiteral("not saved"))); // it begins anew
    QVERIFY(happens([&] { return bench.process->vault->state() == State::Unlocked; }) && bench.process->settles());
    QCOMPARE(bench.process->names().size(), 2);
    QVERIFY(happens([] { return press(QStringLiteral("Close")); }));
}

QTEST_MAIN(TestTwoVaults)

#include "tst_two_vaults.moc"
