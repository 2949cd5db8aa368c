// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/lock_accounts.h"
#include "app/flows/undo_history.h"
#include "app/shell/put_away.h"
#include "app/shell/tray_state.h"
#include "app/support/settings.h"
#include "tests/app/flow_bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;

namespace {

struct LockBench : FlowBench {
    LockBench()
        : settings(folder.filePath(QStringLiteral("settings.ini")))
        , lock({*process.vault, clipboard, process.clock, theme, window}, settings)
    {
    }

    bool lockForAbsence()
    {
        bool isDone = false;
        lock.lockForAbsence([&] { isDone = true; });
        return !isDone && happens([&] { return isDone; });
    }
    vault::State state() const { return process.vault->state(); }

    SettingsStore settings;
    LockAccounts lock;
};

} // namespace

/// The lock on a vault in a scripted keychain; `journeys/journey_lock.py` has it in the whole program.
class TestLockAccounts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void without_a_password_it_says_that_the_session_is_the_lock();
    void without_a_password_absence_only_clears_the_clipboard();
    void with_a_password_everything_is_forgotten();
    void with_a_damaged_file_the_key_can_be_wiped();
    void what_was_being_saved_is_forgotten_after_it_was_saved();
    void another_password_of_another_window_locks_too();
    void dialogs_go_without_asking();
};

void TestLockAccounts::cleanup()
{
    putAwayDialogs();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestLockAccounts::without_a_password_it_says_that_the_session_is_the_lock()
{
    LockBench bench;
    const QSignalSpy forget(&bench.lock, &LockAccounts::forgetRequested),
        hide(&bench.lock, &LockAccounts::hideRequested);
    QVERIFY(bench.process.add(github()));
    bench.clipboard.copy(QStringLiteral("287082"));
    bench.lock.lock();
    QVERIFY2(openDialogSays().startsWith(QStringLiteral("Your login session is the lock")),
             qPrintable(openDialogSays()));
    QVERIFY(!bench.clipboard.isOurs());
    bench.lock.lock(); // one is enough
    QVERIFY(press(QStringLiteral("Hide codes")));
    QVERIFY(bench.settings.settings().hideCodes);
    QCOMPARE(hide.count(), 1);
    QVERIFY(openDialogSays().isEmpty());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const QSignalSpy use(&bench.lock, &LockAccounts::usePasswordRequested);
    bench.lock.lock();
    QVERIFY(press(QStringLiteral("Use a password…")));
    QCOMPARE(use.count(), 1);
    QCOMPARE(bench.state(), vault::State::Unlocked);
    QCOMPARE(forget.count(), 0);
}

void TestLockAccounts::without_a_password_absence_only_clears_the_clipboard()
{
    LockBench bench;
    QVERIFY(bench.process.add(github()));
    bench.clipboard.copy(QStringLiteral("287082"));
    QVERIFY(bench.lockForAbsence());
    QVERIFY(!bench.clipboard.isOurs());
    QCOMPARE(bench.state(), vault::State::Unlocked);
    QVERIFY(openDialogSays().isEmpty());
}

void TestLockAccounts::with_a_password_everything_is_forgotten()
{
    LockBench bench;
    QVERIFY(bench.process.add(github()));
    QVERIFY(!bench.lock.hasPassword() && !bench.lock.canLock());
    QVERIFY(bench.process.setPassword("a password"));
    QVERIFY(bench.lock.hasPassword() && bench.lock.canLock());
    const QSignalSpy forget(&bench.lock, &LockAccounts::forgetRequested);
    bench.clipboard.copy(QStringLiteral("287082"));
    bench.lock.lock();
    QCOMPARE(bench.state(), vault::State::Password); // before it returns
    QCOMPARE(forget.count(), 1);
    QVERIFY(!bench.clipboard.isOurs());
    QVERIFY(!bench.lock.canLock());
    bench.lock.lock(); // there is nothing to lock
    QVERIFY(openDialogSays().isEmpty());
    QVERIFY(bench.process.unlock("a password"));
    QVERIFY(bench.lockForAbsence());
    QVERIFY(bench.lockForAbsence()); // which is said when it is so already, too
    QCOMPARE(bench.state(), vault::State::Password);
}

void TestLockAccounts::with_a_damaged_file_the_key_can_be_wiped()
{
    LockBench bench;
    QVERIFY(bench.process.add(github()));
    QVERIFY(bench.process.setPassword("a password"));
    QVERIFY(bench.process.lock());
    const QString file = bench.folder.filePath(QStringLiteral("book"));
    QFile::remove(file + QStringLiteral(".1"));
    QFile book(file);
    QVERIFY(book.open(QIODevice::ReadWrite) && book.seek(1000) && book.write("damage") == 6);
    book.close();
    QCOMPARE(codeOf(bench.process.unlock("a password")), ErrorCode::DamagedFile);
    QCOMPARE(bench.state(), vault::State::Damaged);
    const auto trayOffersIt = [&] { return trayState(*bench.process.vault, bench.signIns.service, {}).canLock; };
    QVERIFY(bench.lock.canLock() && trayOffersIt());
    bench.lock.lock();
    QCOMPARE(bench.state(), vault::State::Password);
    QVERIFY(!bench.lock.canLock() && !trayOffersIt());
    QVERIFY(bench.process.settles());
    QCOMPARE(bench.process.open(), vault::State::Password);
}

void TestLockAccounts::what_was_being_saved_is_forgotten_after_it_was_saved()
{
    LockBench bench;
    const auto id = bench.process.add(github())->first();
    QVERIFY(bench.process.setPassword("a password"));
    UndoHistory history;
    connect(&bench.lock, &LockAccounts::forgetRequested, &history, &UndoHistory::clear);
    bool isSaved = false;
    bench.process.vault->edit(id, {.issuer = QStringLiteral("Elsewhere")}, &history,
                              [&](const vault::Vault::Saved &answer) {
                                  isSaved = answer.has_value();
                                  history.add(QStringLiteral("Elsewhere is changed."), [] {});
                              });
    // Begun, so that it comes to its end.
    QVERIFY(happens([&] { return bench.process.vault->activity() == vault::Activity::Saving; }));
    QVERIFY(bench.lockForAbsence());
    QVERIFY(isSaved);
    QVERIFY(history.isEmpty());
    QVERIFY(bench.process.unlock("a password"));
    QCOMPARE(bench.process.vault->account(id)->issuer, QStringLiteral("Elsewhere"));
}

void TestLockAccounts::another_password_of_another_window_locks_too()
{
    LockBench bench;
    QVERIFY(bench.process.add(github()));
    QVERIFY(bench.process.setPassword("a password"));
    const QSignalSpy forget(&bench.lock, &LockAccounts::forgetRequested);
    VaultProcess<ScriptedKeyStore> other(bench.folder.path(), std::make_shared<Keychain>());
    QCOMPARE(other.open(), vault::State::Password);
    QVERIFY(other.unlock("a password"));
    QVERIFY(other.setPassword("another one"));
    QVERIFY(!bench.process.add(numbered(1))); // is found out when something is to be saved
    QCOMPARE(bench.state(), vault::State::Password);
    QCOMPARE(forget.count(), 1);
}

void TestLockAccounts::dialogs_go_without_asking()
{
    LockBench bench;
    bench.openLink("otpauth://totp/GitHub:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub");
    QVERIFY(!openDialogSays().isEmpty());
    const QPointer<QDialog> card = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    QVERIFY(card);
    QPointer<QDialog> kept = new QDialog(&bench.window); // that somebody opened before, and keeps
    putAwayDialogs();
    QVERIFY(openDialogSays().isEmpty());
    QVERIFY(happens([&] { return !card && !kept; }, 5'000));
    QVERIFY(bench.window.isVisible());
    QCOMPARE(bench.saved(), 0);
    QVERIFY(!bench.flow.isOpen());
}

QTEST_MAIN(TestLockAccounts)
#include "tst_lock_accounts.moc"
