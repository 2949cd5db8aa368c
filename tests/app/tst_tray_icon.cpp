// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/keep_running.h"
#include "app/shell/tray_icon.h"
#include "app/support/theme/tokens.h"
#include "core/push/push_service.h"
#include "core/vault/push_vault.h"
#include "tests/support/push_data.h"
#include "tests/support/push_ports.h"
#include "tests/support/vault_process.h"

#include <QApplication>
#include <QDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;
using accounts::AccountId;

namespace {

/// A vault in a scripted keychain, the service that asks the servers for it, and the tray of both.
struct Bench {
    Bench()
        : process(folder.path(), keychain)
        , keeper(*process.vault)
        , service({http, keeper, keeper, clock, alarm, [] { return 0.5; }})
        , tray(*process.vault, service, host)
    {
        QObject::connect(process.vault.get(), &vault::Vault::stateChanged, &service, &push::PushService::takeAccounts);
        QObject::connect(process.vault.get(), &vault::Vault::pushAccountsChanged, &service,
                         &push::PushService::takeAccounts);
    }

    AccountId add(const QByteArray &issuer, const QByteArray &name = "alice")
    {
        const QByteArray label = issuer.toPercentEncoding();
        const QByteArray link = "otpauth://totp/" + label + ":" + name.toPercentEncoding() + "?issuer=" + label
            + "&secret=" + encodeBase32(bytesOf(issuer + name + " and more bytes")).text().toByteArray();
        const auto saved = process.add(proposalOf(link.constData()));
        return saved ? saved->first() : AccountId();
    }
    bool enrol()
    {
        accounts::PushAccount account = test::vectorAccount();
        account.issuer = QStringLiteral("Uni & Klinik");
        return process
            .wait<vault::Vault::Saved>([&](QObject *context, Handler<vault::Vault::Saved> handler) {
                process.vault->addPush(account, test::vectorKey(), context, std::move(handler));
            })
            .has_value();
    }
    /// The server has this to say to the next poll.
    bool poll(const QJsonArray &challenges)
    {
        if (!happens([this] { return !http.waiting.empty(); }))
            return false;
        http.answerNext(test::enveloped(challenges));
        const AccountId id = process.vault->pushAccounts().first().id;
        return happens([&] { return !service.status(id).isChecking; });
    }
    QStringList menu() const
    {
        QStringList texts;
        for (const QAction *action : tray.menu().actions())
            texts << (action->isSeparator() ? QStringLiteral("-") : action->text());
        return texts;
    }
    bool shows(const QStringList &texts)
    {
        return happens([&] { return menu() == texts; }, 5'000);
    }
    void click(const QString &text) const
    {
        for (QAction *action : tray.menu().actions()) {
            if (action->text() == text)
                action->trigger();
        }
    }

    QTemporaryDir folder;
    std::shared_ptr<Keychain> keychain = std::make_shared<Keychain>();
    VaultProcess<ScriptedKeyStore> process;
    test::ScriptedHttp http;
    test::PushClock clock;
    test::HeldAlarm alarm;
    vault::PushVault keeper;
    push::PushService service;
    TrayHost host;
    TrayIcon tray;
};

const QStringList always = {QStringLiteral("&Scan the QR code on my screen"), QStringLiteral("&Open Watchword"),
                            QStringLiteral("-"), QStringLiteral("&Quit")};
/// While there are accounts to lock.
const QStringList opened = {QStringLiteral("&Scan the QR code on my screen"), QStringLiteral("&Open Watchword"),
                            QStringLiteral("-"), QStringLiteral("&Lock"), QStringLiteral("&Quit")};

QJsonObject challenge()
{
    return test::pushVectors().value(QStringLiteral("poll_response_value")).toArray().first().toObject();
}

/// Runs the program until something ends it, in its time.
bool endsByItself(QObject &context)
{
    bool isLate = false;
    QTimer::singleShot(10'000, &context, [&] {
        isLate = true;
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    return !isLate;
}

} // namespace

class TestTrayIcon final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_the_same_always();
    void offers_accounts_and_never_a_code();
    void pinned_ones_come_first_then_those_used_last();
    void tells_accounts_of_one_site_apart();
    void a_waiting_sign_in_is_offered_and_counted();
    void says_why_sign_ins_are_not_checked();
    void says_nothing_of_it_to_those_who_approve_nothing();
    void names_nothing_while_it_is_locked();
    void a_mark_has_a_shape_of_its_own();
    void stands_out_from_light_panels_and_dark_ones();
    void a_closed_window_ends_the_program_unless_it_is_to_run_on();
    void dialogs_and_hidden_windows_end_nothing();
};

void TestTrayIcon::offers_the_same_always()
{
    Bench bench;
    QCOMPARE(bench.menu(), always);
    QCOMPARE(bench.tray.state().words(), QStringLiteral("Watchword"));
    QSignalSpy scan(&bench.tray, &TrayIcon::scanRequested), open(&bench.tray, &TrayIcon::openRequested),
        quit(&bench.tray, &TrayIcon::quitRequested);
    for (const QString &text : always)
        bench.click(text);
    QCOMPARE(scan.count() + open.count() + quit.count(), 3);
    QVERIFY(!bench.tray.isThere()); // nobody here has a tray
}

void TestTrayIcon::offers_accounts_and_never_a_code()
{
    Bench bench;
    bench.process.open();
    const AccountId id = bench.add("R&D_site");
    QVERIFY(bench.shows(QStringList{QStringLiteral("R&&D_site"), QStringLiteral("-")} + opened));
    QSignalSpy copy(&bench.tray, &TrayIcon::copyRequested);
    bench.click(QStringLiteral("R&&D_site"));
    QCOMPARE(copy.count(), 1);
    QCOMPARE(copy.first().first().value<AccountId>(), id);
}

void TestTrayIcon::pinned_ones_come_first_then_those_used_last()
{
    QList<accounts::Account> all;
    for (quint64 number = 1; number <= 12; ++number) {
        accounts::Account account;
        account.id = {number};
        account.pinned = number == 11;
        all << account;
    }
    const auto ids = [&](const QList<AccountId> &used) {
        QList<quint64> found;
        for (const accounts::Account &account : trayAccounts(all, used))
            found << account.id.value;
        return found;
    };
    QCOMPARE(ids({}), (QList<quint64>{11, 1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(ids({{9}, {11}, {3}, {99}}), (QList<quint64>{11, 9, 3, 1, 2, 4, 5, 6}));
    QVERIFY(trayAccounts({}, {}).isEmpty());

    Bench bench;
    bench.process.open();
    bench.add("Alpha");
    const AccountId bravo = bench.add("Bravo");
    QVERIFY(bench.shows(QStringList{QStringLiteral("Alpha"), QStringLiteral("Bravo"), QStringLiteral("-")} + opened));
    bench.tray.showCopied(bravo);
    QVERIFY(bench.shows(QStringList{QStringLiteral("Bravo"), QStringLiteral("Alpha"), QStringLiteral("-")} + opened));
}

void TestTrayIcon::tells_accounts_of_one_site_apart()
{
    Bench bench;
    bench.process.open();
    bench.add("GitHub", "alice");
    bench.add("GitHub", "bob");
    bench.add("Bank", "alice");
    QVERIFY(bench.shows(QStringList{QStringLiteral("GitHub, alice"), QStringLiteral("GitHub, bob"),
                                    QStringLiteral("Bank"), QStringLiteral("-")}
                        + opened));
    bench.add(QByteArray(60, 'x') + "\xe2\x80\xae");
    QVERIFY(happens([&] { return bench.menu().size() == 10; }));
    QCOMPARE(bench.menu().at(3), QString(39, QLatin1Char('x')) + QChar(0x2026));
}

void TestTrayIcon::a_waiting_sign_in_is_offered_and_counted()
{
    Bench bench;
    bench.process.open();
    QVERIFY(bench.enrol());
    bench.service.start();
    QVERIFY(bench.poll({challenge()}));
    const QString entry = QStringLiteral("Sign-in waiting: Uni && Klinik");
    QVERIFY(bench.shows(QStringList{entry, QStringLiteral("-")} + opened));
    QCOMPARE(bench.tray.state().waitingCount, 1);
    QCOMPARE(bench.tray.state().words(), QStringLiteral("1 sign-in(s) waiting"));
    // Nothing of what the server wrote.
    QVERIFY(!bench.menu().join(QString()).contains(challenge().value(QStringLiteral("title")).toString()));
    QSignalSpy review(&bench.tray, &TrayIcon::reviewRequested);
    bench.click(entry);
    QCOMPARE(review.count(), 1);
    QCOMPARE(review.first().at(0).value<AccountId>(), bench.process.vault->pushAccounts().first().id);
    QCOMPARE(review.first().at(1).toString(), challenge().value(QStringLiteral("nonce")).toString());

    bench.clock.now += 15'000;
    Q_EMIT bench.alarm.rang();
    QVERIFY(bench.poll({})); // answered elsewhere
    QVERIFY(bench.shows(opened));
    QCOMPARE(bench.tray.state().words(), QStringLiteral("Watchword"));
}

void TestTrayIcon::says_why_sign_ins_are_not_checked()
{
    Bench bench;
    bench.process.open();
    QVERIFY(bench.enrol());
    bench.tray.setExpectsSignIns(true);
    QVERIFY(happens([&] { return bench.tray.state().pause == TrayState::Pause::None; }));

    bench.service.setPaused(true);
    QVERIFY(happens([&] { return bench.tray.state().pause == TrayState::Pause::SessionLocked; }));
    QCOMPARE(bench.tray.state().words(), QStringLiteral("Sign-ins are not checked while the session is locked"));
    bench.service.setPaused(false);

    // Another start, while the keychain is locked.
    bench.keychain->isLocked = true;
    VaultProcess<ScriptedKeyStore> later(bench.folder.path(), bench.keychain);
    TrayIcon tray(*later.vault, bench.service, bench.host);
    tray.setExpectsSignIns(true);
    QCOMPARE(later.open(vault::Prompting::Never), vault::State::Locked);
    QVERIFY(happens([&] { return tray.state().pause == TrayState::Pause::KeychainLocked; }));
    const QString locked = QStringLiteral("Sign-ins are not checked while the keychain is locked");
    QCOMPARE(tray.state().words(), locked);
    QCOMPARE(tray.menu().actions().first()->text(), locked);
    QCOMPARE(later.open(vault::Prompting::Allowed), vault::State::Unlocked);
    QVERIFY(happens([&] { return tray.state().pause == TrayState::Pause::None; }));
}

void TestTrayIcon::says_nothing_of_it_to_those_who_approve_nothing()
{
    Bench bench;
    QCOMPARE(bench.process.vault->state(), vault::State::Closed);
    QCOMPARE(bench.tray.state().pause, TrayState::Pause::None);
    bench.tray.setExpectsSignIns(true);
    QVERIFY(happens([&] { return bench.tray.state().pause == TrayState::Pause::Unread; }));
    QCOMPARE(bench.menu().first(), QStringLiteral("Sign-ins are not checked until your accounts can be read"));
    QSignalSpy unlock(&bench.tray, &TrayIcon::unlockRequested);
    bench.click(bench.menu().first());
    QCOMPARE(unlock.count(), 1);
}

void TestTrayIcon::names_nothing_while_it_is_locked()
{
    Bench bench;
    bench.process.open();
    QVERIFY(bench.process.setPassword("a password"));
    bench.add("Bravo");
    QVERIFY(bench.enrol());
    bench.tray.setExpectsSignIns(true);
    QVERIFY(bench.shows(QStringList{QStringLiteral("Bravo"), QStringLiteral("-")} + opened));
    QSignalSpy lock(&bench.tray, &TrayIcon::lockRequested), unlock(&bench.tray, &TrayIcon::unlockRequested);
    bench.click(QStringLiteral("&Lock"));
    QCOMPARE(lock.count(), 1);

    QVERIFY(bench.process.lock());
    const QString locked = QStringLiteral("Sign-ins are not checked while Watchword is locked");
    QVERIFY(bench.shows(QStringList{locked, QStringLiteral("-")} + always));
    QCOMPARE(bench.tray.state().words(), locked);
    QVERIFY(bench.tray.state().accounts.isEmpty() && bench.tray.state().waiting.isEmpty());
    bench.click(locked);
    QCOMPARE(unlock.count(), 1);

    // Who approves nothing is told that it is locked, and no more.
    bench.tray.setExpectsSignIns(false);
    const QString only = QStringLiteral("Watchword is locked");
    QVERIFY(bench.shows(QStringList{only, QStringLiteral("-")} + always));
    QCOMPARE(bench.tray.state().words(), only);
    QCOMPARE(bench.tray.state().pause, TrayState::Pause::None);
    bench.click(only);
    QCOMPARE(unlock.count(), 2);
}

void TestTrayIcon::a_mark_has_a_shape_of_its_own()
{
    using enum TrayMark::Kind;
    for (const int size : {16, 22, 24, 32, 48}) {
        QList<QImage> grey;
        for (const TrayMark mark : {TrayMark{}, TrayMark{Waiting, 1}, TrayMark{Waiting, 2}, TrayMark{Waiting, 12},
                                    TrayMark{Unchecked}, TrayMark{Copied}}) {
            const QImage image = trayImage(mark, size);
            QCOMPARE(image.size(), QSize(size, size));
            // Told apart without colours, and with nothing half drawn beside the dot.
            grey << image.convertToFormat(QImage::Format_Grayscale8);
        }
        for (qsizetype i = 0; i < grey.size(); ++i) {
            for (qsizetype j = i + 1; j < grey.size(); ++j)
                QVERIFY(grey[i] != grey[j]);
        }
        QCOMPARE(trayImage({Waiting, 10}, size), trayImage({Waiting, 99}, size));
    }
}

void TestTrayIcon::stands_out_from_light_panels_and_dark_ones()
{
    const QImage image = trayImage({}, 48);
    QColor symbol;
    for (int x = 0; x < 48 && !symbol.isValid(); ++x) {
        if (image.pixelColor(x, 24).alpha() == 255)
            symbol = image.pixelColor(x, 24);
    }
    QVERIFY(symbol.isValid());
    for (const char *panel : {"#ffffff", "#e8e8e8", "#303030", "#000000"})
        QVERIFY2(contrast(symbol, QColor(QLatin1String(panel))) >= 3, panel);
}

void TestTrayIcon::a_closed_window_ends_the_program_unless_it_is_to_run_on()
{
    QWidget window;
    bool isWanted = true;
    KeepRunning keeping(window, [&] { return isWanted; });
    QSignalSpy stayed(&keeping, &KeepRunning::stayed);
    window.show();
    QTimer::singleShot(0, &window, &QWidget::close);
    QObject::connect(&keeping, &KeepRunning::stayed, &window, [&] {
        isWanted = false;
        window.show();
        QTimer::singleShot(0, &window, &QWidget::close);
    });
    QVERIFY(endsByItself(window));
    QCOMPARE(stayed.count(), 1);
}

void TestTrayIcon::dialogs_and_hidden_windows_end_nothing()
{
    QWidget window;
    KeepRunning keeping(window, [] { return false; });
    QSignalSpy last(qGuiApp, &QGuiApplication::lastWindowClosed);
    QWidget prompt; // a window of its own
    QStringList story;
    // Never shown; hidden; closed behind a prompt.
    QTimer::singleShot(0, &prompt, [&] {
        prompt.show();
        prompt.close();
    });
    QTimer::singleShot(200, &window, [&] {
        story << QStringLiteral("never shown");
        window.show();
        prompt.show();
        window.hide();
        prompt.close();
    });
    QTimer::singleShot(400, &window, [&] {
        story << QStringLiteral("hidden");
        window.show();
        prompt.show();
        window.close();
    });
    QTimer::singleShot(600, &window, [&] {
        story << QStringLiteral("behind a prompt");
        prompt.close();
    });
    QVERIFY(endsByItself(window));
    QCOMPARE(story.join(QLatin1String(", ")), QStringLiteral("never shown, hidden, behind a prompt"));
    QVERIFY(last.count() >= 2);
}

QTEST_MAIN(TestTrayIcon)
#include "tst_tray_icon.moc"
