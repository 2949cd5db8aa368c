// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Accounts that approve sign-ins, in the list and on their page: a real vault and a real service, fakes only at the ports.
#include "app/dialogs/push_account_dialog.h"
#include "app/flows/arrange_accounts.h"
#include "app/flows/copy_code.h"
#include "app/flows/edit_account.h"
#include "app/flows/see_push_account.h"
#include "app/flows/sort_trash.h"
#include "app/flows/undo_history.h"
#include "app/models/account_model.h"
#include "app/models/code_ticker.h"
#include "app/support/secret_clipboard.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/widgets/account_delegate.h"
#include "app/widgets/account_list.h"
#include "app/widgets/group_chips.h"
#include "app/widgets/toast.h"
#include "app/windows/arrange_actions.h"
#include "app/windows/main_window.h"
#include "core/push/push_service.h"
#include "core/vault/push_vault.h"
#include "tests/app/flow_bench.h"
#include "tests/support/push_data.h"
#include "tests/support/push_ports.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QScopeGuard>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;
using accounts::AccountId;
using accounts::PushAccount;
using accounts::PushState;

namespace {

constexpr int patience = 30'000;

PushAccount acme()
{
    PushAccount account = test::vectorAccount();
    account.name = QStringLiteral("alice");
    return account;
}

QByteArray listOf(const QStringList &nonces)
{
    QJsonArray challenges;
    for (const QString &nonce : nonces)
        challenges << test::ownChallenge(nonce);
    return test::enveloped(challenges);
}

/// The window, a code account and one that approves sign-ins, and the stories that concern them, connected as in the program.
struct Desk {
    explicit Desk(bool hasCodes = true)
        : keychain(std::make_shared<Keychain>())
        , process(folder.path(), keychain)
        , keeper(*process.vault)
        , service({http, keeper, keeper, process.clock, alarm, [] { return 0.5; }})
        , model(*process.vault, process.clock)
        , ticker(process.clock)
        , window((theme.install(), theme), *process.vault, model, ticker, [](const QMimeData &) { return false; })
        , clipboard(*QApplication::clipboard())
        , editing({*process.vault, clipboard, process.clock, theme, window}, history)
        , arranging({*process.vault, clipboard, process.clock, theme, window}, model, editing, history)
        , copying({*process.vault, clipboard, process.clock, theme, window}, model, window.toast())
        , trash({*process.vault, clipboard, process.clock, theme, window}, editing)
        , page({*process.vault, clipboard, process.clock, theme, window}, service, editing, history)
        , told(&history, &UndoHistory::told)
        , said(&page, &SeePushAccount::said)
    {
        model.setPushService(service);
        QObject::connect(process.vault.get(), &vault::Vault::pushAccountsChanged, &service,
                         &push::PushService::takeAccounts);
        QObject::connect(&window, &MainWindow::pageRequested, &page, &SeePushAccount::open);
        QObject::connect(&window, &MainWindow::checkRequested, &page, &SeePushAccount::check);
        QObject::connect(&window, &MainWindow::copyRequested, &copying, &CopyCode::copy);
        QObject::connect(&window, &MainWindow::copyNextRequested, &copying, &CopyCode::copyNext);
        QObject::connect(&window, &MainWindow::deleteRequested, &editing,
                         [this](AccountId one) { editing.moveToTrash({one}); });
        QObject::connect(&trash, &SortTrash::removed, &service, [this](const QList<AccountId> &ids) {
            for (const AccountId one : ids)
                service.forget(one);
        });
        process.open();
        if (hasCodes)
            github = process.add(tests::github())->value(0);
        id = add(acme());
        service.start();
        window.show();
        window.activateWindow();
        isReady = QTest::qWaitForWindowActive(&window) && QTest::qWaitFor([this] { return isAsked(); }, patience);
    }
    ~Desk()
    {
        editing.close();
        http.waiting.clear();
    }

    AccountId add(const PushAccount &account)
    {
        const auto added = process.wait<vault::Vault::Saved>([&](QObject *context, auto handler) {
            process.vault->addPush(account, test::vectorKey(), context, std::move(handler));
        });
        return added ? added->value(0) : AccountId{};
    }
    bool isAsked() const { return !http.waiting.empty(); }
    /// The next poll, answered so.
    bool poll(const std::function<void()> &answer)
    {
        if (!isAsked()) {
            process.clock.seconds += 15;
            Q_EMIT alarm.rang();
        }
        if (!QTest::qWaitFor([this] { return isAsked(); }, patience))
            return false;
        answer();
        return QTest::qWaitFor([this] { return !service.status(id).isChecking; }, patience) && process.settles();
    }
    bool poll(const QStringList &nonces)
    {
        return poll([&] { http.answerNext(listOf(nonces)); });
    }
    QString row() const { return model.spokenText(model.rowOf(id)); }
    QLineEdit &search() { return *window.findChild<QLineEdit *>(); }
    QListView &list() { return *window.findChild<AccountList *>(); }
    /// The names in the list, as they stand there.
    QString shown()
    {
        QStringList names;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            names << list().model()->index(row, 0).data().toString();
        return names.join(QLatin1Char('|'));
    }
    bool isPageOpen() const { return named<QPushButton>(QStringLiteral("Move to the trash")) != nullptr; }
    /// What the page says, all of it.
    QString pageSays() const
    {
        const auto *dialog = window.findChild<PushAccountDialog *>();
        QStringList words;
        for (const QLabel *label : dialog ? dialog->findChildren<QLabel *>() : QList<QLabel *>()) {
            if (label->isVisible())
                words << label->text().remove(QChar(0x200B));
        }
        return words.join(QLatin1Char('\n'));
    }

    QTemporaryDir folder;
    std::shared_ptr<Keychain> keychain;
    VaultProcess<ScriptedKeyStore> process;
    vault::PushVault keeper;
    test::ScriptedHttp http;
    test::HeldAlarm alarm;
    push::PushService service;
    Theme theme;
    AccountModel model;
    CodeTicker ticker;
    MainWindow window;
    SecretClipboard clipboard;
    UndoHistory history;
    EditAccount editing;
    ArrangeAccounts arranging;
    CopyCode copying;
    SortTrash trash;
    SeePushAccount page;
    QSignalSpy told, said;
    AccountId github, id;
    bool isReady = false;
};

} // namespace

class TestPushRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->setText(QStringLiteral("before")); }
    void stand_after_the_codes_and_are_found();
    void say_how_they_stand();
    void say_that_they_are_not_finished();
    void open_their_page_and_copy_nothing();
    void have_no_place_among_the_codes();
    void go_into_the_trash_and_come_back();
    void alone_are_a_list();
    void fit_their_rows_data();
    void fit_their_rows();
    void show_texts_from_outside_as_marks();
    void the_page_asks_the_server();
    void the_page_says_what_must_be_known();
    void other_words_are_saved_and_taken_back();
    void the_page_follows_what_others_do();
    void both_kinds_leave_the_trash_together();
};

void TestPushRows::stand_after_the_codes_and_are_found()
{
    Desk desk;
    QVERIFY(desk.isReady);
    const QString both = QStringLiteral("GitHub|ACME & Söhne"), one = QStringLiteral("ACME & Söhne");
    QCOMPARE(desk.shown(), both);
    QCOMPARE(desk.search().placeholderText(), QStringLiteral("Search 2 account(s)"));
    for (const char *words : {"acme", "sohne ALICE", "pi.example", "pipu0000"}) {
        desk.search().setText(QLatin1String(words));
        QVERIFY2(desk.shown() == one, words);
    }
    desk.search().setText(QStringLiteral("github acme"));
    QCOMPARE(desk.shown(), QString());
    desk.search().clear();
    // A code account that comes later, and one that is pinned, stand above.
    QVERIFY(desk.process.add(tests::bank()));
    QVERIFY(desk.process.edit(desk.github, {.pinned = true, .group = QStringLiteral("Work")}));
    QCOMPARE(desk.shown(), QStringLiteral("GitHub|Bank|ACME & Söhne"));
    auto &chips = *desk.window.findChild<GroupChips *>();
    const QList<QAbstractButton *> all = chips.findChildren<QAbstractButton *>();
    const auto chip = [&](const char *name) {
        const auto found = std::ranges::find_if(all, [&](const QAbstractButton *button) {
            return button->accessibleName().startsWith(QLatin1String(name));
        });
        return found == all.end() ? nullptr : *found;
    };
    QVERIFY(chip("All, 3") && chip("Work, 1"));
    chip("Work")->click();
    QCOMPARE(desk.shown(), QStringLiteral("GitHub"));
    chip("All")->click();
    QCOMPARE(desk.shown(), QStringLiteral("GitHub|Bank|ACME & Söhne"));
}

void TestPushRows::say_how_they_stand()
{
    Desk desk;
    QVERIFY(desk.isReady);
    QSignalSpy changes(&desk.model, &QAbstractItemModel::dataChanged);
    const QString who = QStringLiteral("ACME & Söhne, alice, Approve / Deny, ");
    QCOMPARE(desk.row(), who + QStringLiteral("Asking the server…"));
    QVERIFY(desk.poll(QStringList()));
    QVERIFY2(desk.row().startsWith(who + QStringLiteral("Last contact ")), qPrintable(desk.row()));
    QVERIFY(!desk.model.rowAt(desk.model.rowOf(desk.id)).hasTrouble);
    QVERIFY(!changes.isEmpty());
    const QModelIndex changed = changes.last().at(0).toModelIndex();
    QCOMPARE(changed.row(), desk.model.rowOf(desk.id));

    QVERIFY(desk.poll([&] { desk.http.failNext(HttpTrouble::NoConnection); }));
    QVERIFY(desk.row().contains(QStringLiteral("needs attention: "))
            && desk.row().contains(QStringLiteral("cannot be reached")));
    QVERIFY(desk.model.rowAt(desk.model.rowOf(desk.id)).hasTrouble);
    desk.service.setPaused(true);
    QCOMPARE(desk.row(), who + QStringLiteral("Not asked while the session is locked"));
    desk.service.setPaused(false);

    QVERIFY(desk.poll({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(desk.row(), who + QStringLiteral("2 sign-in(s) waiting"));
    QVERIFY(desk.model.rowAt(desk.model.rowOf(desk.id)).isWaiting);
    QStringList many;
    for (int i = 0; i < 8; ++i)
        many << QString::number(i);
    QVERIFY(desk.poll(QStringList{QStringLiteral("a"), QStringLiteral("b")} + many));
    QCOMPARE(desk.service.requests().size(), push::PushInbox::mostOpen);
    QCOMPARE(desk.row(), who + QStringLiteral("10 sign-in(s) waiting"));

    for (const char *nonce : {"a", "b"}) {
        QVERIFY(desk.service.answer(desk.id, QLatin1String(nonce), {push::Choice::Deny, {}, push::Reason::None}));
        const auto isAnswer = [&] { return desk.isAsked() && desk.http.waiting.front().request.form; };
        QVERIFY(QTest::qWaitFor(isAnswer, patience));
        desk.http.answerNext(test::enveloped(true));
        QVERIFY(QTest::qWaitFor(
            [&] { return desk.service.requests().value(nonce[0] - 'a').state == push::RequestState::Denied; },
            patience));
    }
    QVERIFY(desk.service.mutedUntil(desk.id) != 0);
    QVERIFY(desk.row().contains(QStringLiteral("waiting"))); // which matters more
    QVERIFY(desk.poll(QStringList()));
    QVERIFY2(desk.row().startsWith(who + QStringLiteral("Quiet until")), qPrintable(desk.row()));
    desk.process.clock.seconds += 1'260;         // 21 minutes
    desk.model.tick(desk.process.clock.seconds); // nobody says when it is over
    QVERIFY2(desk.row().startsWith(who + QStringLiteral("Last contact")), qPrintable(desk.row()));
}

void TestPushRows::say_that_they_are_not_finished()
{
    Desk desk;
    QVERIFY(desk.isReady);
    PushAccount unfinished = acme();
    unfinished.state = PushState::Enrolling;
    unfinished.serverKey.clear();
    unfinished.serial = QStringLiteral("PIPU2");
    const AccountId other = desk.add(unfinished);
    const QString said = desk.model.spokenText(desk.model.rowOf(other));
    QVERIFY2(said.endsWith(QStringLiteral("needs attention: Setting up was not finished")), qPrintable(said));
    desk.page.open(other);
    QVERIFY(desk.pageSays().contains(QStringLiteral("Setting up was not finished")));
    QVERIFY(desk.pageSays().contains(QStringLiteral("new QR code")));
    QVERIFY(!named<QPushButton>(QStringLiteral("Check now")));
    QVERIFY(!desk.pageSays().contains(QStringLiteral("Ask the service for a test")));
    desk.page.check(other);
    QCOMPARE(desk.said.size(), 1);
}

void TestPushRows::open_their_page_and_copy_nothing()
{
    Desk desk;
    QVERIFY(desk.isReady);
    QSignalSpy pages(&desk.window, &MainWindow::pageRequested), copies(&desk.window, &MainWindow::copyRequested);
    desk.search().setText(QStringLiteral("acme"));
    QTest::keyClick(&desk.search(), Qt::Key_Return); // the first hit
    QCOMPARE(pages.size(), 1);
    QVERIFY(desk.isPageOpen());
    QVERIFY(press(QStringLiteral("Close")));
    QTest::keyClick(&desk.search(), Qt::Key_Escape);
    QTest::keyClick(&desk.search(), Qt::Key_Return); // the code account is the first hit again
    QCOMPARE(copies.size(), 1);
    QCOMPARE(pages.size(), 1);
    QApplication::clipboard()->setText(QStringLiteral("before"));

    QTest::keyClick(&desk.search(), Qt::Key_Down);
    QTest::keyClick(&desk.list(), Qt::Key_Down);
    QTest::keyClick(&desk.list(), Qt::Key_Return);
    QVERIFY(desk.isPageOpen());
    QVERIFY(press(QStringLiteral("Close")));
    QTest::keyClick(&desk.list(), Qt::Key_F2);
    QVERIFY(desk.isPageOpen());
    QVERIFY(press(QStringLiteral("Close")));
    QTest::mouseClick(desk.list().viewport(), Qt::LeftButton, {},
                      desk.list().visualRect(desk.list().model()->index(1, 0)).center());
    QVERIFY(desk.isPageOpen());
    QVERIFY(press(QStringLiteral("Close")));

    for (const auto modifiers : {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier}) {
        desk.window.toast().dismiss();
        QTest::keyClick(&desk.list(), Qt::Key_C, modifiers);
        QVERIFY(desk.window.toast().message().contains(QStringLiteral("has no code")));
    }
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    const QModelIndex index = desk.list().model()->index(1, 0);
    QCOMPARE(index.data(AccountModel::IdRole).toULongLong(), desk.id.value);
    QVERIFY(index.data(AccountModel::RowRole).value<AccountRow>().code.isEmpty());
}

void TestPushRows::have_no_place_among_the_codes()
{
    Desk desk;
    QVERIFY(desk.isReady && desk.process.add(tests::bank()));
    QSignalSpy moves(&desk.window, &MainWindow::moveRequested);
    QSignalSpy pins(&desk.window.arranging(), &ArrangeActions::pinRequested);
    desk.window.choose(desk.id);
    QTest::keyClick(&desk.list(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(&desk.list(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(moves.size() + pins.size(), 0);
    QWidget *const viewport = desk.list().viewport();
    const auto middle = [&](int row) { return desk.list().visualRect(desk.list().model()->index(row, 0)).center(); };
    const auto drag = [&](QPoint from, QPoint to) {
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    };
    drag(middle(2), middle(0) - QPoint(0, 10)); // it does not go up
    QCOMPARE(moves.size(), 0);
    QVERIFY(!desk.isPageOpen());
    drag(middle(0), middle(2) + QPoint(0, 10)); // and no code goes below it
    QCOMPARE(moves.size(), 1);
    QCOMPARE(desk.model.idAt(desk.model.rowOf(moves[0][1].value<AccountId>())), desk.model.idAt(1));
    desk.window.choose(desk.model.idAt(1));
    QTest::keyClick(&desk.list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(moves.size(), 1);
    // While a move is shown before it is saved, every row is the account that it was.
    const int move = desk.model.expectMove(desk.github, desk.model.idAt(1), true);
    QCOMPARE(desk.shown(), QStringLiteral("Bank|GitHub|ACME & Söhne"));
    QVERIFY(desk.row().startsWith(QStringLiteral("ACME")));
    desk.model.endMove(move);
    desk.arranging.move(desk.github, desk.model.idAt(1), true);
    QTRY_COMPARE(desk.told.size(), 1);
    QVERIFY(desk.told[0][0].toString().contains(QStringLiteral("number 2 of 2")));
}

void TestPushRows::go_into_the_trash_and_come_back()
{
    Desk desk;
    QVERIFY(desk.isReady);
    desk.window.choose(desk.id);
    desk.list().setFocus();
    QTest::keyClick(&desk.list(), Qt::Key_Delete);
    QTRY_COMPARE(desk.told.size(), 1);
    QVERIFY(desk.told[0][0].toString().contains(QStringLiteral("The server still lists it")));
    QCOMPARE(desk.shown(), QStringLiteral("GitHub"));
    QVERIFY(desk.process.vault->pushPrivateKey(desk.id)); // the key stays
    QVERIFY(desk.process.settles());
    desk.history.undoLast();
    QTRY_COMPARE(desk.shown(), QStringLiteral("GitHub|ACME & Söhne"));
    QVERIFY(desk.process.settles());
    desk.page.open(desk.id);
    QVERIFY(press(QStringLiteral("Move to the trash")));
    QTRY_COMPARE(desk.shown(), QStringLiteral("GitHub"));
    QVERIFY(!desk.isPageOpen() && desk.process.settles());
}

void TestPushRows::alone_are_a_list()
{
    Desk desk(false);
    QVERIFY(desk.isReady);
    QVERIFY(desk.list().isVisible() && desk.search().isVisible());
    QCOMPARE(desk.shown(), QStringLiteral("ACME & Söhne"));
    QVERIFY(!desk.model.isPush(AccountId{}));
    QVERIFY(desk.process.trash(desk.id, true));
    QTRY_VERIFY(!desk.list().isVisible()); // the first minute
    QVERIFY(desk.process.trash(desk.id, false));
    QTRY_VERIFY(desk.list().isVisible());
    // Another program's change is seen.
    QVERIFY(desk.process.edit(desk.id, {.issuer = QString()}));
    QCOMPARE(desk.shown(), QStringLiteral("pi.example.com"));
}

void TestPushRows::fit_their_rows_data()
{
    QTest::addColumn<RowLayout>("layout");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("rightToLeft");
    for (const auto &[name, layout] : {std::pair("compact", RowLayout::Compact), std::pair("normal", RowLayout::Normal),
                                       std::pair("large", RowLayout::Large), std::pair("block", RowLayout::Block)}) {
        for (const int width : {330, 420, 900}) {
            for (const bool rightToLeft : {false, true})
                QTest::addRow("%s %d %d", name, width, rightToLeft) << layout << width << rightToLeft;
        }
    }
}

void TestPushRows::fit_their_rows()
{
    QFETCH(RowLayout, layout);
    QFETCH(int, width);
    QFETCH(bool, rightToLeft);
    Theme theme;
    const RowFonts fonts(theme, layout);
    AccountRow row;
    row.isPush = true;
    row.issuer = QStringLiteral("Rechenzentrum der Universität Nordhafen");
    row.name = QStringLiteral("maximiliane.oberhuber@rz-bibliothek.example");
    for (const char *state :
         {"Last contact 14:02", "2 sign-ins waiting", "Quiet until 14:22, after two denials",
          "The certificate of pi.example.com has expired or is not valid yet, so nothing was sent."}) {
        row.state = QLatin1String(state);
        const QRect rect(10, 20, width, rowHeight(layout, fonts, issuerLines(layout, fonts, row.issuer, width)));
        const RowGeometry g = rowGeometry(layout, fonts, row, rect, rightToLeft);
        const qreal ink = measures::iconInButton;
        const QRectF more(g.more.center() - QPointF(ink, ink) / 2, QSizeF(ink, ink));
        const QList<QRectF> parts = {g.tablet, g.ring, g.issuer, g.account, g.kind, g.state, more};
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts[i].width() <= 0)
                continue;
            QVERIFY2(QRectF(rect).adjusted(-1, -1, 1, 1).contains(parts[i]), qPrintable(QString::number(i)));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(parts[j].width() <= 0
                             || !parts[i].adjusted(0, 1, 0, -1).intersects(parts[j].adjusted(0, 1, 0, -1)),
                         qPrintable(QStringLiteral("%1 %2 %3").arg(row.state).arg(i).arg(j)));
        }
        QVERIFY(g.state.width() >= 60); // whatever else has no room
        QCOMPARE(g.ring.center().x() < rect.center().x(), rightToLeft);
        QVERIFY(partAt(g, row, g.ring.center()) == RowPart::Row);
        QVERIFY(partAt(g, row, g.more.center()) == RowPart::More);
    }
}

void TestPushRows::show_texts_from_outside_as_marks()
{
    Desk desk;
    QVERIFY(desk.isReady);
    QVERIFY(desk.process.edit(desk.id,
                              {.issuer = QStringLiteral("<b>A\u202E</b>\n&"), .name = QStringLiteral("x\u0007y")}));
    const AccountRow row = desk.model.rowAt(desk.model.rowOf(desk.id));
    QCOMPARE(row.issuer, QStringLiteral("<b>A\uFFFD</b>\uFFFD&"));
    QCOMPARE(row.name, QStringLiteral("x\uFFFDy"));
    desk.page.open(desk.id);
    const auto *dialog = desk.window.findChild<PushAccountDialog *>();
    QVERIFY(dialog);
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QVERIFY(label->pixmap().isNull() ? label->textFormat() == Qt::PlainText : label->text().isEmpty());
    QVERIFY(desk.pageSays().contains(QStringLiteral("<b>A\uFFFD</b>")));
}

void TestPushRows::the_page_asks_the_server()
{
    Desk desk;
    QVERIFY(desk.isReady && desk.poll(QStringList()));
    desk.page.open(desk.id);
    QVERIFY(desk.pageSays().contains(QStringLiteral("Ask the service for a test")));
    auto *check = named<QPushButton>(QStringLiteral("Check now"));
    QVERIFY(check);
    QTRY_VERIFY(check->hasFocus());
    check->click();
    QCOMPARE(check->text(), QStringLiteral("Checking…"));
    QVERIFY(QTest::qWaitFor([&] { return desk.isAsked(); }, patience));
    desk.http.answerNext(listOf({}));
    QTRY_COMPARE(check->text().remove(QLatin1Char('&')), QStringLiteral("Check now"));
    QVERIFY(desk.pageSays().contains(QStringLiteral("no sign-in is waiting")));
    QVERIFY(check->hasFocus());
    check->click();
    QVERIFY(!desk.pageSays().contains(QStringLiteral("no sign-in is waiting")));
    QVERIFY(QTest::qWaitFor([&] { return desk.isAsked(); }, patience));
    desk.http.answerNext(listOf({QStringLiteral("a")}));
    QTRY_COMPARE(check->text().remove(QLatin1Char('&')), QStringLiteral("Check now"));
    QVERIFY(desk.pageSays().contains(QStringLiteral("1 sign-in(s) waiting")));
    check->click();
    QVERIFY(QTest::qWaitFor([&] { return desk.isAsked(); }, patience));
    desk.http.failNext(HttpTrouble::UntrustedServer);
    QTRY_COMPARE(check->text().remove(QLatin1Char('&')), QStringLiteral("Check now"));
    QVERIFY(desk.pageSays().contains(QStringLiteral("not from an authority that this computer trusts")));
    QVERIFY(desk.pageSays().contains(QStringLiteral("ask the IT desk"))); // and what to do
    QCOMPARE(desk.said.size(), 0);
    // What happens by itself is no answer to anybody.
    const QString before = desk.pageSays();
    QVERIFY(press(QStringLiteral("Close")));
    desk.page.check(desk.id); // by the row's menu
    QVERIFY(QTest::qWaitFor([&] { return desk.isAsked(); }, patience));
    desk.http.answerNext(listOf({}));
    QTRY_COMPARE(desk.said.size(), 1);
    QVERIFY(desk.said[0][0].toString().contains(QStringLiteral("1 sign-in(s) waiting"))
            || desk.said[0][0].toString().contains(QStringLiteral("no sign-in is waiting")));
    QVERIFY(desk.poll(QStringList()));
    QCOMPARE(desk.said.size(), 1);
    desk.service.setPaused(true);
    desk.page.check(desk.id);
    QCOMPARE(desk.said.size(), 2);
    QVERIFY(desk.said[1][0].toString().contains(QStringLiteral("while the session is locked")));
    desk.page.open(desk.id);
    QVERIFY(!named<QPushButton>(QStringLiteral("Check now"))->isEnabled());
    desk.service.setPaused(false);
    QVERIFY(named<QPushButton>(QStringLiteral("Check now"))->isEnabled());
}

void TestPushRows::the_page_says_what_must_be_known()
{
    Theme theme;
    PushAccount account = acme();
    account.server = accounts::PushServer::EduMfa;
    account.trust = {ServerTrust::Kind::Key, QByteArray(32, '\x0f')};
    account.changed = 1'700'000'000;
    const auto says = [](const PushAccountDialog &dialog) {
        QString all;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (!label->isHidden() && !label->parentWidget()->isHidden() && label->isVisible())
                all += label->text().remove(QChar(0x200B)) + QLatin1Char('\n');
        }
        return all;
    };
    PushAccountDialog dialog(theme, account, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    for (const char *words : {"pi.example.com", "eduMFA", "PIPU0000TEST", "Only the key that you confirmed",
                              "0F0F 0F0F", "The server still lists it"})
        QVERIFY2(says(dialog).contains(QLatin1String(words)), words);
    QVERIFY(!says(dialog).contains(QStringLiteral("clock")));
    PushStanding standing;
    standing.now = 1'700'000'000'000;
    standing.status.clockOffset = 130;
    standing.mutedUntil = standing.now + 600'000;
    dialog.setStanding(standing);
    QVERIFY(says(dialog).contains(QStringLiteral("minute(s) ahead of this computer")));
    QVERIFY(says(dialog).contains(QStringLiteral("Quiet until")));
    QVERIFY(says(dialog).contains(QStringLiteral("do not pop up")));
    standing = {};
    standing.isPaused = true;
    dialog.setStanding(standing);
    QVERIFY(says(dialog).contains(QStringLiteral("Not asked while the session is locked")));
    QVERIFY(!says(dialog).contains(QStringLiteral("Quiet")));

    // A file's certificate is shown by the fingerprint that openssl prints of it.
    account.trust = {ServerTrust::Kind::Authority, QByteArray("a certificate")};
    PushAccountDialog other(theme, account, nullptr);
    other.setAttribute(Qt::WA_DeleteOnClose, false);
    other.open();
    QVERIFY(says(other).contains(QStringLiteral("Only the authority that you added")));
    QVERIFY(says(other).contains(QStringLiteral("81AC D762")));
}

void TestPushRows::other_words_are_saved_and_taken_back()
{
    Desk desk;
    QVERIFY(desk.isReady);
    desk.page.open(desk.id);
    auto *issuer = named<QLineEdit>(QStringLiteral("Name of the service")),
         *name = named<QLineEdit>(QStringLiteral("Your account there"));
    QVERIFY(issuer && name);
    QVERIFY(!named<QPushButton>(QStringLiteral("Save"))->isEnabled());
    QCOMPARE(issuer->text(), QStringLiteral("ACME & Söhne"));
    issuer->setFocus();
    issuer->selectAll();
    QTest::keyClicks(issuer, QStringLiteral("University"));
    QTest::keyClick(issuer, Qt::Key_Return); // Save is what Enter does then
    QTRY_VERIFY(!desk.isPageOpen());
    QTRY_COMPARE(desk.told.size(), 1);
    QVERIFY(desk.process.settles());
    QCOMPARE(desk.shown(), QStringLiteral("GitHub|University"));
    QCOMPARE(desk.process.vault->pushAccount(desk.id)->name, QStringLiteral("alice"));
    // The name is another program's meanwhile: it stays.
    QVERIFY(desk.process.edit(desk.id, {.name = QStringLiteral("bea")}));
    desk.history.undoLast();
    QTRY_COMPARE(desk.shown(), QStringLiteral("GitHub|ACME & Söhne"));
    QVERIFY(desk.process.settles());
    QCOMPARE(desk.process.vault->pushAccount(desk.id)->name, QStringLiteral("bea"));
    QCOMPARE(desk.process.vault->pushAccount(desk.id)->state, PushState::Ready);

    desk.page.open(desk.id);
    QTest::keyClicks(named<QLineEdit>(QStringLiteral("Your account there")), QStringLiteral("trice"));
    desk.keychain->isLocked = true;
    desk.keychain->personUnlocks = false;
    const QString before = desk.pageSays();
    auto *save = named<QPushButton>(QStringLiteral("Save"));
    save->click();
    QVERIFY(!save->isEnabled());
    QTRY_VERIFY(save->isEnabled());                          // again
    QVERIFY(desk.isPageOpen() && desk.pageSays() != before); // and says why it is not saved
}

void TestPushRows::the_page_follows_what_others_do()
{
    Desk desk;
    QVERIFY(desk.isReady);
    desk.page.open(desk.id);
    auto *name = named<QLineEdit>(QStringLiteral("Your account there"));
    QTest::keyClicks(name, QStringLiteral("1"));
    QVERIFY(desk.process.edit(desk.id, {.issuer = QStringLiteral("New"), .name = QStringLiteral("other")}));
    QCOMPARE(named<QLineEdit>(QStringLiteral("Name of the service"))->text(), QStringLiteral("New"));
    QCOMPARE(name->text(), QStringLiteral("alice1")); // was touched here
    QVERIFY(desk.process.trash(desk.id, true));
    QVERIFY(desk.pageSays().contains(QStringLiteral("in the trash by now")));
    QVERIFY(!named<QPushButton>(QStringLiteral("Check now"))->isEnabled());
    QVERIFY(!named<QPushButton>(QStringLiteral("Save"))->isEnabled());
    QVERIFY(desk.process.trash(desk.id, false));
    QVERIFY(!desk.pageSays().contains(QStringLiteral("in the trash by now")));
    QVERIFY(named<QPushButton>(QStringLiteral("Check now"))->isEnabled());
}

void TestPushRows::both_kinds_leave_the_trash_together()
{
    Desk desk;
    QVERIFY(desk.isReady && desk.poll({QStringLiteral("a")}));
    QVERIFY(desk.service.answer(desk.id, QStringLiteral("a"), {push::Choice::Deny, {}, push::Reason::None}));
    QVERIFY(QTest::qWaitFor([&] { return desk.isAsked(); }, patience));
    desk.http.answerNext(test::enveloped(true));
    QTRY_COMPARE(desk.service.history().size(), 1);
    QVERIFY(desk.process.settles());
    desk.editing.moveToTrash({desk.github, desk.id});
    QTRY_COMPARE(desk.told.size(), 1);
    QVERIFY(desk.told[0][0].toString().contains(QStringLiteral("2 accounts are in the trash")));
    QVERIFY(desk.process.settles());
    desk.trash.open();
    auto *list = named<QListWidget>(QStringLiteral("Accounts in the trash"));
    QVERIFY(list && list->count() == 2);
    QVERIFY(list->item(1)->text().contains(QStringLiteral("Approve / Deny with")));
    list->selectAll();
    QVERIFY(press(QStringLiteral("Restore")));
    QTRY_COMPARE(desk.told.size(), 2);
    QVERIFY(desk.told[1][0].toString().contains(QStringLiteral("2 accounts are back")));
    QVERIFY(desk.process.settles());
    QCOMPARE(desk.shown(), QStringLiteral("GitHub|ACME & Söhne"));
    desk.history.undoLast();
    QTRY_COMPARE(list->count(), 2);
    QVERIFY(desk.process.settles());
    QCOMPARE(desk.service.history().size(), 1); // nothing is forgotten for being in the trash
    list->clearSelection();
    list->item(1)->setSelected(true);
    QVERIFY(press(QStringLiteral("Remove for ever…")));
    QVERIFY(QApplication::activeModalWidget()->accessibleDescription().contains(QStringLiteral("delete it there too")));
    QVERIFY(!QApplication::activeModalWidget()->accessibleDescription().contains(QStringLiteral("at the site")));
    QVERIFY(press(QStringLiteral("Remove for ever")));
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(desk.process.settles());
    QCOMPARE(codeOf(desk.process.vault->pushPrivateKey(desk.id)), ErrorCode::UnknownAccount);
    QTRY_VERIFY(desk.service.history().isEmpty());
    QVERIFY(!desk.process.vault->pushMemory().contains(desk.id.toString().toLatin1()));
    QVERIFY(desk.process.vault->account(desk.github)->trashed);
}

QTEST_MAIN(TestPushRows)
#include "tst_push_rows.moc"
