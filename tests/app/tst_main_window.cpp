// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/about_dialog.h"
#include "app/models/account_model.h"
#include "app/models/code_ticker.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/widgets/account_delegate.h"
#include "app/widgets/account_list.h"
#include "app/widgets/group_chips.h"
#include "app/widgets/text_label.h"
#include "app/widgets/toast.h"
#include "app/windows/arrange_actions.h"
#include "app/windows/empty_page.h"
#include "app/windows/main_window.h"
#include "app/windows/vault_banner.h"
#include "tests/support/vault_process.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTimer>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;
using accounts::AccountId;

constexpr const char *nextcloud =
    "otpauth://totp/Nextcloud:bea?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJA&issuer=Nextcloud&digits=8";

/// A window over a vault with three accounts, as a person has it in front of them.
struct Desk {
    Desk()
        : keychain(std::make_shared<Keychain>())
        , process(folder.path(), keychain)
        , model(*process.vault, process.clock)
        , ticker(process.clock)
        , window((theme.install(), theme), *process.vault, model, ticker,
                 [](const QMimeData &data) { return data.text().startsWith(QLatin1String("otpauth:")); })
    {
        process.clock.seconds = 59;
        process.open();
        std::vector<accounts::Proposal> proposals;
        proposals.push_back(github());
        proposals.push_back(bank());
        proposals.push_back(proposalOf(nextcloud));
        bool done = false;
        process.vault->add(std::move(proposals), &window, [&done](const vault::Vault::Saved &) { done = true; });
        isReady = QTest::qWaitFor([&done] { return done; }, 20'000);
        window.showState();
        window.show();
        window.activateWindow();
        isActive = QTest::qWaitForWindowActive(&window);
    }

    /// All accounts into the trash: the first page is shown.
    bool empty()
    {
        QList<AccountId> all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.accountAt(row).id);
        process.vault->setTrashed(all, true, &window, [](const vault::Vault::Saved &) {});
        return QTest::qWaitFor([this] { return process.vault->accounts().isEmpty(); }, 20'000);
    }

    QLineEdit &search() { return *window.findChild<QLineEdit *>(); }
    QListView &list() { return *window.findChild<AccountList *>(); }
    AccountId idOf(const char *issuer)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.accountAt(row).issuer == QLatin1String(issuer))
                return model.accountAt(row).id;
        }
        return {};
    }

    QTemporaryDir folder;
    std::shared_ptr<Keychain> keychain;
    Theme theme;
    VaultProcess<ScriptedKeyStore> process;
    AccountModel model;
    CodeTicker ticker;
    MainWindow window;
    bool isReady = false;
    bool isActive = false;
};

/// The window as keys and pointer find it.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        QVERIFY(m_desk->isReady && m_desk->isActive);
    }
    void cleanup() { m_desk.reset(); }

    void the_search_has_the_focus_from_the_start();
    void typing_filters_and_enter_copies_the_first_hit();
    void escape_clears_the_search();
    void arrows_go_into_the_list_and_letters_come_back();
    void ctrl_c_copies_selected_text_or_else_the_rows_code();
    void ctrl_v_of_a_link_adds_and_other_text_is_searched_for();
    void a_link_dropped_anywhere_is_taken_data();
    void a_link_dropped_anywhere_is_taken();
    void other_text_dropped_on_the_search_is_searched_for();
    void delete_edits_text_in_the_search_and_trashes_in_the_list();
    void a_click_copies_on_letting_go_inside();
    void a_row_is_read_out_whole();
    void hidden_codes_are_not_read_out();
    void a_counter_row_gives_its_code_only_when_asked();
    void nothing_ticks_while_hidden();
    void without_accounts_the_first_minute_is_shown();
    void an_account_whose_secret_is_gone_is_named();
    void from_right_to_left_everything_is_mirrored();
    void keys_move_the_chosen_row_among_its_own();
    void dragging_moves_a_row_and_copies_nothing();
    void dragging_stays_on_its_side_of_the_pinned();
    void nothing_moves_while_a_search_filters();
    void the_menu_pins_groups_and_moves();
    void ctrl_z_undoes_unless_the_search_has_something_to_undo();
    void groups_are_chips_that_filter();
    void a_search_names_the_groups();
    void a_narrow_window_has_its_groups_in_a_menu();
    void chips_that_have_no_room_are_in_a_menu();
    void a_message_has_the_room_of_its_words_whatever_was_said_before();
    void a_message_is_where_the_person_looks();
    void nothing_of_the_first_page_is_cut_in_a_narrow_window();

private:
    bool edit(const char *issuer, const vault::Edit &edit)
    {
        return bool(m_desk->process.edit(m_desk->idOf(issuer), edit));
    }
    /// The names in the list, as they stand there.
    QString shown()
    {
        QStringList names;
        for (int row = 0; row < m_desk->list().model()->rowCount(); ++row)
            names << m_desk->list().model()->index(row, 0).data().toString();
        return names.join(QLatin1Char(' '));
    }
    void choose(const char *issuer) { m_desk->window.choose(m_desk->idOf(issuer)); }
    QRect rect(int row) { return m_desk->list().visualRect(m_desk->list().model()->index(row, 0)); }
    /// Drags with the mouse, perhaps presses a key, and lets go; how the list looked before that.
    QImage drag(QPoint from, QPoint to, std::optional<Qt::Key> key = {})
    {
        QWidget *viewport = m_desk->list().viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        const QImage picture = viewport->grab().toImage();
        if (key)
            QTest::keyClick(&m_desk->list(), *key);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
        return picture;
    }

    std::unique_ptr<Desk> m_desk;
};

void TestMainWindow::the_search_has_the_focus_from_the_start()
{
    QCOMPARE(QApplication::focusWidget(), &m_desk->search());
    QVERIFY(!m_desk->search().accessibleName().isEmpty());
}

void TestMainWindow::typing_filters_and_enter_copies_the_first_hit()
{
    QSignalSpy copies(&m_desk->window, &MainWindow::copyRequested);
    QTest::keyClicks(&m_desk->search(), QStringLiteral("nextc"));
    QCOMPARE(m_desk->list().model()->rowCount(), 1);
    QTest::keyClick(&m_desk->search(), Qt::Key_Return);
    QCOMPARE(copies.size(), 1);
    QCOMPARE(copies[0][0].value<AccountId>(), m_desk->idOf("Nextcloud"));
}

void TestMainWindow::escape_clears_the_search()
{
    QTest::keyClicks(&m_desk->search(), QStringLiteral("zzz"));
    QVERIFY(!m_desk->list().isVisible());
    QTest::keyClick(&m_desk->search(), Qt::Key_Escape);
    QVERIFY(m_desk->search().text().isEmpty());
    QVERIFY(m_desk->list().isVisible());
}

void TestMainWindow::arrows_go_into_the_list_and_letters_come_back()
{
    QTest::keyClick(&m_desk->search(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), &m_desk->list());
    QCOMPARE(m_desk->list().currentIndex().row(), 0);
    QTest::keyClick(&m_desk->list(), Qt::Key_Down);
    QCOMPARE(m_desk->list().currentIndex().row(), 1);
    QTest::keyClick(&m_desk->list(), Qt::Key_G);
    QCOMPARE(QApplication::focusWidget(), &m_desk->search());
    QCOMPARE(m_desk->search().text(), QStringLiteral("g"));
}

void TestMainWindow::ctrl_c_copies_selected_text_or_else_the_rows_code()
{
    QSignalSpy copies(&m_desk->window, &MainWindow::copyRequested);
    QTest::keyClicks(&m_desk->search(), QStringLiteral("git"));
    QTest::keyClick(&m_desk->search(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copies.size(), 1);
    m_desk->search().selectAll();
    QTest::keyClick(&m_desk->search(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copies.size(), 1);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("git"));
}

void TestMainWindow::ctrl_v_of_a_link_adds_and_other_text_is_searched_for()
{
    QSignalSpy pastes(&m_desk->window, &MainWindow::pasteRequested);
    QApplication::clipboard()->setText(QStringLiteral("otpauth://totp/x"));
    QTest::keyClick(&m_desk->search(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pastes.size(), 1);
    QVERIFY(m_desk->search().text().isEmpty());
    QApplication::clipboard()->setText(QStringLiteral("bank"));
    QTest::keyClick(&m_desk->search(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pastes.size(), 1);
    QCOMPARE(m_desk->search().text(), QStringLiteral("bank"));
}

namespace {

/// A drag that ends on the middle of a widget; whether anybody took it.
bool drop(QWidget &target, const QString &text)
{
    QMimeData data;
    data.setText(text);
    const QPoint middle = target.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &move);
    QDropEvent release(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &release);
    return release.isAccepted();
}

} // namespace

void TestMainWindow::a_link_dropped_anywhere_is_taken_data()
{
    QTest::addColumn<QByteArray>("where");
    for (const char *where : {"list", "empty", "trouble", "toast", "no match"})
        QTest::newRow(where) << QByteArray(where);
}

void TestMainWindow::a_link_dropped_anywhere_is_taken()
{
    QFETCH(QByteArray, where);
    Desk &desk = *m_desk;
    if (where == "empty") {
        QVERIFY(desk.empty());
    } else if (where == "trouble") {
        desk.keychain->isLocked = true;
        desk.process.vault->open(vault::Prompting::Never);
        QTRY_VERIFY(desk.process.vault->state() == vault::State::Locked);
    } else if (where == "toast") {
        desk.window.toast().say(QStringLiteral("Copied"));
    } else if (where == "no match") {
        desk.search().setText(QStringLiteral("nobody"));
    }
    QSignalSpy dropped(&desk.window, &MainWindow::dropped);
    const auto targets = desk.window.findChildren<QWidget *>();
    int tried = 0;
    for (QWidget *target : targets) {
        if (!target->isVisible() || target->window() != &desk.window)
            continue;
        ++tried;
        QVERIFY2(drop(*target, QStringLiteral("otpauth://totp/x")), target->metaObject()->className());
        QCOMPARE(dropped.size(), tried);
    }
    QVERIFY(tried > 5);
    QCOMPARE(desk.search().text(), where == "no match" ? QStringLiteral("nobody") : QString());
    QVERIFY(!drop(*desk.window.centralWidget(), QStringLiteral("hello")));
}

void TestMainWindow::other_text_dropped_on_the_search_is_searched_for()
{
    QSignalSpy dropped(&m_desk->window, &MainWindow::dropped);
    QVERIFY(drop(m_desk->search(), QStringLiteral("bank")));
    QCOMPARE(m_desk->search().text(), QStringLiteral("bank"));
    QVERIFY(dropped.isEmpty());
}

void TestMainWindow::delete_edits_text_in_the_search_and_trashes_in_the_list()
{
    QSignalSpy deletions(&m_desk->window, &MainWindow::deleteRequested);
    QTest::keyClicks(&m_desk->search(), QStringLiteral("g"));
    QTest::keyClick(&m_desk->search(), Qt::Key_Home);
    QTest::keyClick(&m_desk->search(), Qt::Key_Delete);
    QVERIFY(m_desk->search().text().isEmpty());
    QCOMPARE(deletions.size(), 0);
    QTest::keyClick(&m_desk->search(), Qt::Key_Down);
    QTest::keyClick(&m_desk->list(), Qt::Key_Delete);
    QCOMPARE(deletions.size(), 1);
}

void TestMainWindow::a_click_copies_on_letting_go_inside()
{
    QSignalSpy copies(&m_desk->window, &MainWindow::copyRequested);
    QWidget *viewport = m_desk->list().viewport();
    const QPoint first = m_desk->list().visualRect(m_desk->list().model()->index(0, 0)).center();
    QTest::mousePress(viewport, Qt::LeftButton, {}, first);
    QCOMPARE(copies.size(), 0);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, first);
    QCOMPARE(copies.size(), 1);
    QTest::mousePress(viewport, Qt::LeftButton, {}, first);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, first + QPoint(0, 150));
    QCOMPARE(copies.size(), 1);
}

void TestMainWindow::a_row_is_read_out_whole()
{
    const int row = m_desk->model.rowOf(m_desk->idOf("GitHub"));
    m_desk->process.clock.seconds = 40;
    QCOMPARE(m_desk->model.index(row).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("GitHub, alice, code 287 082, 20 second(s) left"));
    m_desk->process.clock.seconds = 59;
    QVERIFY(m_desk->model.spokenText(row).contains(QStringLiteral("next code 359 152")));
}

void TestMainWindow::hidden_codes_are_not_read_out()
{
    const AccountId id = m_desk->idOf("GitHub");
    m_desk->model.setHideCodes(true);
    QCOMPARE(m_desk->model.spokenText(m_desk->model.rowOf(id)), QStringLiteral("GitHub, alice, code hidden"));
    m_desk->model.setRevealed(id, true);
    QVERIFY(m_desk->model.spokenText(m_desk->model.rowOf(id)).contains(QStringLiteral("287 082")));
    m_desk->process.clock.seconds += 31;
    m_desk->model.tick(m_desk->process.clock.seconds);
    QVERIFY(m_desk->model.rowAt(m_desk->model.rowOf(id)).isHidden);
}

void TestMainWindow::a_counter_row_gives_its_code_only_when_asked()
{
    const AccountId id = m_desk->idOf("Bank");
    QSignalSpy asked(&m_desk->window, &MainWindow::nextCodeRequested);
    const int row = m_desk->model.rowOf(id);
    QVERIFY(m_desk->model.rowAt(row).code.isEmpty());
    QTest::keyClick(&m_desk->search(), Qt::Key_Down);
    while (m_desk->list().currentIndex().data(AccountModel::IdRole).toULongLong() != id.value)
        QTest::keyClick(&m_desk->list(), Qt::Key_Down);
    QTest::keyClick(&m_desk->list(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    m_desk->model.showCounterCode(id, QStringLiteral("755224"));
    QCOMPARE(m_desk->model.rowAt(row).code, QStringLiteral("755224"));
}

void TestMainWindow::nothing_ticks_while_hidden()
{
    QVERIFY(m_desk->ticker.isRunning());
    m_desk->window.hide();
    QVERIFY(!m_desk->ticker.isRunning());
    m_desk->window.show();
    QVERIFY(m_desk->ticker.isRunning());
}

void TestMainWindow::without_accounts_the_first_minute_is_shown()
{
    QVERIFY(m_desk->empty());
    m_desk->window.showState();
    QVERIFY(!m_desk->list().isVisible());
    QSignalSpy scans(&m_desk->window, &MainWindow::scanRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(scans.size(), 1);
}

void TestMainWindow::an_account_whose_secret_is_gone_is_named()
{
    // Somebody puts back an older state of the keychain.
    const auto older = m_desk->keychain->items;
    bool done = false;
    std::vector<accounts::Proposal> proposals;
    proposals.push_back(
        proposalOf("otpauth://totp/Harbour:eve?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJB&issuer=Harbour"));
    m_desk->process.vault->add(std::move(proposals), &m_desk->window,
                               [&done](const vault::Vault::Saved &) { done = true; });
    QTRY_VERIFY(done);
    QVERIFY(m_desk->process.settles());
    auto &banner = *m_desk->window.findChild<VaultBanner *>();
    QVERIFY(!banner.isVisible());
    m_desk->keychain->items = older;
    m_desk->process.open();
    QTRY_VERIFY(banner.isVisible());
    const QString said = banner.findChild<TextLabel *>()->text();
    QVERIFY(said.contains(QStringLiteral("Harbour")) && said.contains(QStringLiteral("missing in the keychain")));
    banner.findChildren<QPushButton *>().last()->click(); // "I have seen it"
    QVERIFY(!banner.isVisible());
    m_desk->process.open();
    QVERIFY(!banner.isVisible()); // the same is not said again
}

void TestMainWindow::from_right_to_left_everything_is_mirrored()
{
    const auto centreOf = [this](const QWidget &widget) {
        return widget.mapTo(&m_desk->window, widget.rect().center()).x();
    };
    const auto ofTheWindow = [&] {
        QList<int> found{centreOf(m_desk->search())};
        for (const auto *button : m_desk->window.findChildren<QPushButton *>()) {
            if (button->isVisible())
                found << centreOf(*button);
        }
        return found;
    };
    const QList<int> before = ofTheWindow();
    QVERIFY(before.size() >= 2 && before[0] < before[1]); // the search, then Add
    m_desk->window.resize(440, 756);
    const auto restore = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    const auto geometryOf = [this](bool rightToLeft) {
        const auto &delegate = dynamic_cast<const AccountDelegate &>(*m_desk->list().itemDelegate());
        const int row = m_desk->model.rowOf(m_desk->idOf("GitHub"));
        return delegate.geometry(m_desk->model.rowAt(row), QRect(0, 0, 400, 56), rightToLeft);
    };
    QApplication::setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(ofTheWindow()[0] > ofTheWindow()[1]);
    QCOMPARE(geometryOf(true).tablet.left(), 400 - geometryOf(false).tablet.right());
    QCOMPARE(geometryOf(true).ring.left(), 400 - geometryOf(false).ring.right());
    QVERIFY(geometryOf(true).ring.right() < geometryOf(true).issuer.left());
    // Pictures of it can be kept to look at.
    if (const QString pictures = qEnvironmentVariable("WATCHWORD_SCREENSHOTS"); !pictures.isEmpty())
        QVERIFY(m_desk->window.grab().save(pictures + QStringLiteral("/right-to-left.png")));
}

void TestMainWindow::keys_move_the_chosen_row_among_its_own()
{
    QSignalSpy moves(&m_desk->window, &MainWindow::moveRequested);
    QCOMPARE(shown(), QStringLiteral("GitHub Bank Nextcloud"));
    choose("Bank");
    QTest::keyClick(&m_desk->list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(moves.size(), 1);
    QCOMPARE(moves[0][0].value<AccountId>(), m_desk->idOf("Bank"));
    QCOMPARE(moves[0][1].value<AccountId>(), m_desk->idOf("GitHub"));
    QCOMPARE(moves[0][2].toBool(), false);
    QTest::keyClick(&m_desk->list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(moves.size(), 2);
    QCOMPARE(moves[1][1].value<AccountId>(), m_desk->idOf("Nextcloud"));
    QCOMPARE(moves[1][2].toBool(), true);
    QVERIFY(edit("Bank", {.pinned = true}));
    QCOMPARE(shown(), QStringLiteral("Bank GitHub Nextcloud"));
    QTest::keyClick(&m_desk->list(), Qt::Key_Down, Qt::AltModifier); // the only pinned one
    choose("GitHub");
    QTest::keyClick(&m_desk->list(), Qt::Key_Up, Qt::AltModifier); // stays below the pinned ones
    QCOMPARE(moves.size(), 2);
}

void TestMainWindow::dragging_moves_a_row_and_copies_nothing()
{
    QSignalSpy moves(&m_desk->window, &MainWindow::moveRequested), copies(&m_desk->window, &MainWindow::copyRequested);
    const QPoint start = rect(0).center();
    const QImage still = m_desk->list().viewport()->grab().toImage();
    drag(start, start + QPoint(2, 2)); // a hand that trembles
    QCOMPARE(moves.size(), 0);
    QCOMPARE(copies.size(), 1);
    const QPoint end = rect(2).center() + QPoint(0, 8);
    const QImage dragged = drag(start, end);
    QCOMPARE(copies.size(), 1);
    QCOMPARE(moves.size(), 1);
    QCOMPARE(moves[0][0].value<AccountId>(), m_desk->idOf("GitHub"));
    QCOMPARE(moves[0][1].value<AccountId>(), m_desk->idOf("Nextcloud"));
    QCOMPARE(moves[0][2].toBool(), true);
    const QPoint line(rect(2).center().x() - 40, rect(2).bottom() - 2); // the drop line, at the end of the list
    const QColor accent = m_desk->theme.tokens().accent;
    QVERIFY(still.pixelColor(line) != accent);
    QCOMPARE(dragged.pixelColor(line), accent);
    drag(rect(2).center(), rect(0).center() - QPoint(0, 8));
    QCOMPARE(moves.size(), 2);
    QCOMPARE(moves[1][1].value<AccountId>(), m_desk->idOf("GitHub"));
    QCOMPARE(moves[1][2].toBool(), false);
    drag(rect(1).center(), rect(1).center() + QPoint(60, 10)); // where it is
    QCOMPARE(moves.size(), 2);
    drag(start, end, Qt::Key_Escape); // thought better of
    QCOMPARE(moves.size(), 2);
    QCOMPARE(copies.size(), 1);
}

void TestMainWindow::dragging_stays_on_its_side_of_the_pinned()
{
    QVERIFY(edit("Bank", {.pinned = true}));
    QCOMPARE(shown(), QStringLiteral("Bank GitHub Nextcloud"));
    QSignalSpy moves(&m_desk->window, &MainWindow::moveRequested);
    drag(rect(2).center(), rect(0).center() - QPoint(0, 8)); // over the border: to the first place below it
    QCOMPARE(moves.size(), 1);
    QCOMPARE(moves[0][1].value<AccountId>(), m_desk->idOf("GitHub"));
    QCOMPARE(moves[0][2].toBool(), false);
    drag(rect(0).center(), rect(2).center() + QPoint(0, 8)); // the only pinned one
    QCOMPARE(moves.size(), 1);
}

void TestMainWindow::nothing_moves_while_a_search_filters()
{
    QSignalSpy moves(&m_desk->window, &MainWindow::moveRequested);
    QTest::keyClicks(&m_desk->search(), QStringLiteral("n")); // Bank, Nextcloud
    QCOMPARE(m_desk->list().model()->rowCount(), 2);
    choose("Bank");
    QTest::keyClick(&m_desk->list(), Qt::Key_Down, Qt::AltModifier);
    drag(rect(0).center(), rect(1).center() + QPoint(0, 8));
    QCOMPARE(moves.size(), 0);
    QTest::keyClick(&m_desk->search(), Qt::Key_Escape);
    choose("Bank");
    QTest::keyClick(&m_desk->list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(moves.size(), 1);
}

void TestMainWindow::the_menu_pins_groups_and_moves()
{
    QVERIFY(edit("Nextcloud", {.pinned = true, .group = QStringLiteral("R&D")}));
    ArrangeActions &arranging = m_desk->window.arranging();
    QSignalSpy pins(&arranging, &ArrangeActions::pinRequested), groups(&arranging, &ArrangeActions::groupRequested);
    const auto menuOf = [&](const char *issuer) {
        choose(issuer);
        auto menu = std::make_unique<QMenu>();
        arranging.addTo(*menu);
        return menu;
    };
    const auto find = [](const QMenu &menu, const char *text) -> QAction * {
        for (QAction *action : menu.actions()) {
            if (action->text() == QLatin1String(text))
                return action;
        }
        return nullptr;
    };
    {
        const auto menu = menuOf("Nextcloud");
        QVERIFY(!find(*menu, "Move &up")->isEnabled() && !find(*menu, "Move d&own")->isEnabled());
        find(*menu, "Un&pin")->trigger();
        QCOMPARE(pins.size(), 1);
        QCOMPARE(pins[0][1].toBool(), false);
        const QMenu &choices = *find(*menu, "&Group")->menu();
        QVERIFY(find(choices, "R&&D")->isChecked());
        find(choices, "&No group")->trigger();
        QCOMPARE(groups[0][1].toString(), QString());
        Q_EMIT menu->aboutToHide();
    }
    {
        const auto menu = menuOf("GitHub");
        QVERIFY(!find(*menu, "Move &up")->isEnabled() && find(*menu, "Move d&own")->isEnabled());
        const QMenu &choices = *find(*menu, "&Group")->menu();
        QVERIFY(find(choices, "&No group")->isChecked());
        find(choices, "R&&D")->trigger();
        QCOMPARE(groups[1][0].value<AccountId>(), m_desk->idOf("GitHub"));
        QCOMPARE(groups[1][1].toString(), QStringLiteral("R&D"));
        Q_EMIT menu->aboutToHide();
    }
    QTest::keyClick(&m_desk->list(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(pins.size(), 2);
    QCOMPARE(pins[1][0].value<AccountId>(), m_desk->idOf("GitHub"));
    QCOMPARE(pins[1][1].toBool(), true);
}

void TestMainWindow::ctrl_z_undoes_unless_the_search_has_something_to_undo()
{
    QSignalSpy undos(&m_desk->window, &MainWindow::undoRequested);
    QTest::keyClick(&m_desk->search(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undos.size(), 1);
    QTest::keyClicks(&m_desk->search(), QStringLiteral("git"));
    QTest::keyClick(&m_desk->search(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undos.size(), 1);
    QVERIFY(m_desk->search().text() != QLatin1String("git"));
}

void TestMainWindow::groups_are_chips_that_filter()
{
    auto &chips = *m_desk->window.findChild<GroupChips *>();
    QVERIFY(!chips.isVisible());
    QVERIFY(edit("GitHub", {.group = QStringLiteral("Work")}) && edit("Bank", {.group = QStringLiteral("Home")}));
    QVERIFY(chips.isVisible());
    const auto chip = [&chips](const char *name) -> QRadioButton * {
        for (auto *one : chips.findChildren<QRadioButton *>()) {
            if (one->accessibleName() == QLatin1String(name) && one->isVisible())
                return one;
        }
        return nullptr;
    };
    QVERIFY(chip("All, 3 account(s)")->isChecked());
    QVERIFY(chip("Home, 1 account(s)") && chip("Work, 1 account(s)"));
    QTest::mouseClick(chip("Work, 1 account(s)"), Qt::LeftButton);
    QCOMPARE(shown(), QStringLiteral("GitHub"));
    QTest::keyClicks(&m_desk->search(), QStringLiteral("bank"));
    QVERIFY(!m_desk->list().isVisible()); // not in that group, and that is said
    const auto labels = m_desk->window.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("No account in \u2068Work\u2069 matches"));
    }));
    QTest::keyClick(&m_desk->search(), Qt::Key_Escape);
    chip("Work, 1 account(s)")->setFocus();
    QTest::keyClick(chip("Work, 1 account(s)"), Qt::Key_Left);
    QCOMPARE(shown(), QStringLiteral("Bank"));
    QVERIFY(edit("Bank", {.group = QString()})); // its last account leaves the chosen group
    QCOMPARE(shown(), QStringLiteral("GitHub Bank Nextcloud"));
    QVERIFY(chip("All, 3 account(s)")->isChecked());
    QVERIFY(edit("GitHub", {.group = QString()}));
    QVERIFY(!chips.isVisible());
}

void TestMainWindow::a_search_names_the_groups()
{
    QVERIFY(edit("GitHub", {.group = QStringLiteral("Work")}));
    const int row = m_desk->model.rowOf(m_desk->idOf("GitHub"));
    QVERIFY(m_desk->model.rowAt(row).group.isEmpty());
    QTest::keyClicks(&m_desk->search(), QStringLiteral("wor"));
    QCOMPARE(shown(), QStringLiteral("GitHub"));
    QCOMPARE(m_desk->model.rowAt(row).group, QStringLiteral("Work"));
    QVERIFY(m_desk->model.spokenText(row).startsWith(QStringLiteral("GitHub, alice, group Work, code")));
}

void TestMainWindow::a_narrow_window_has_its_groups_in_a_menu()
{
    QVERIFY(edit("GitHub", {.group = QStringLiteral("Work")}) && edit("Bank", {.group = QStringLiteral("Home")}));
    m_desk->window.resize(360, 700);
    auto &chips = *m_desk->window.findChild<GroupChips *>();
    auto *more = chips.findChild<QPushButton *>();
    QTRY_VERIFY(more->isVisible());
    QCOMPARE(more->accessibleName(), QStringLiteral("Group: All"));
    const QList<QAction *> actions = more->menu()->actions();
    QCOMPARE(actions.size(), 3);
    actions[2]->trigger();
    QCOMPARE(shown(), QStringLiteral("GitHub"));
    QCOMPARE(more->accessibleName(), QStringLiteral("Group: Work"));
    m_desk->window.resize(600, 700);
    QTRY_VERIFY(!more->isVisible());
}

void TestMainWindow::chips_that_have_no_room_are_in_a_menu()
{
    for (const char *issuer : {"GitHub", "Bank", "Nextcloud"})
        QVERIFY(edit(issuer, {.group = QStringLiteral("A group with a long name: %1").arg(QLatin1String(issuer))}));
    auto &chips = *m_desk->window.findChild<GroupChips *>();
    auto *more = chips.findChild<QPushButton *>();
    bool wasMore = false;
    for (int width = 404; width < 700; width += 8) {
        m_desk->window.resize(width, 700);
        QCoreApplication::processEvents();
        wasMore = wasMore || more->isVisible();
        const int end = more->isVisible() ? more->geometry().left() : chips.width();
        QVERIFY(!more->isVisible() || chips.rect().contains(more->geometry()));
        for (const auto *chip : chips.findChildren<QRadioButton *>())
            QVERIFY(!chip->isVisible() || chip->geometry().right() < end);
    }
    QVERIFY(wasMore && !more->isVisible());
}

void TestMainWindow::a_message_has_the_room_of_its_words_whatever_was_said_before()
{
    Toast &toast = m_desk->window.toast();
    toast.say(
        QStringLiteral("A message that is so long that it has two lines or three in a window as narrow as this one"),
        QStringLiteral("Undo"), [] {});
    for (const char *message : {"Bank, Giro is in the trash", "Bank"}) {
        for (const char *action : {"Undo", ""}) {
            toast.say(QString::fromLatin1(message), QString::fromLatin1(action), [] {});
            const auto labels = toast.findChildren<QLabel *>();
            const QLabel *words = *std::ranges::find(labels, toast.message(), &QLabel::text);
            toast.layout()->activate();
            QVERIFY(words->width() >= words->fontMetrics().horizontalAdvance(words->text()));
            const auto *button = toast.findChild<QPushButton *>();
            QCOMPARE(button->isVisible(), *action != 0);
            QVERIFY(words->geometry().right() < (*action ? button->x() : toast.width()));
            QVERIFY(!*action || toast.rect().contains(button->geometry()));
        }
    }
}

void TestMainWindow::a_message_is_where_the_person_looks()
{
    Toast &toast = m_desk->window.toast();
    const auto openAbout = [this] {
        auto *dialog = new AboutDialog(m_desk->theme, &m_desk->window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        return QPointer<QDialog>(dialog);
    };
    const auto lies = [&](const QWidget *window) {
        return toast.isVisible() && toast.window() == window && window->rect().contains(toast.geometry());
    };
    toast.say(QStringLiteral("Before"));
    QVERIFY(lies(&m_desk->window));
    const QPointer<QDialog> dialog = openAbout();
    QTRY_COMPARE(QApplication::activeModalWidget(), dialog.data());
    bool isUndone = false;
    toast.say(QStringLiteral("Meanwhile"), QStringLiteral("Undo"), [&] { isUndone = true; });
    QVERIFY(lies(dialog));
    for (const QPushButton *button : dialog->findChildren<QPushButton *>()) {
        const QRect place(button->mapTo(dialog.data(), QPoint()), button->size());
        QVERIFY(toast.isAncestorOf(button) || !place.intersects(toast.geometry()));
    }
    dialog->resize(dialog->width(), dialog->height() - 60);
    QTRY_VERIFY(lies(dialog));

    // It stays when the dialog goes, however that goes.
    dialog->accept();
    QVERIFY(lies(&m_desk->window));
    QTRY_VERIFY(!dialog);
    toast.findChild<QPushButton *>()->click();
    QVERIFY(isUndone);
    const QPointer<QDialog> second = openAbout();
    QTRY_COMPARE(QApplication::activeModalWidget(), second.data());
    toast.say(QStringLiteral("Once more"));
    QVERIFY(lies(second));
    delete second;
    QVERIFY(lies(&m_desk->window));
    QCOMPARE(toast.message(), QStringLiteral("Once more"));

    // What was forgotten does not come back, and what is said from now on is in the window.
    const QPointer<QDialog> third = openAbout();
    QTRY_COMPARE(QApplication::activeModalWidget(), third.data());
    toast.say(QStringLiteral("A name"));
    toast.forget();
    third->reject();
    QVERIFY(!toast.isVisible());
    toast.say(QStringLiteral("After"));
    QVERIFY(lies(&m_desk->window));

    // Its button is reached in the dialog, too, and keeps it no longer than the dialog is there.
    const QPointer<QDialog> fourth = openAbout();
    QTRY_COMPARE(QApplication::activeModalWidget(), fourth.data());
    toast.say(QStringLiteral("Gone"), QStringLiteral("Undo"), [] {});
    auto *const button = toast.findChild<QPushButton *>();
    const auto *stay = toast.findChild<QTimer *>();
    QTRY_VERIFY(fourth->isActiveWindow());
    QTest::keyClick(fourth, Qt::Key_F6);
    QTRY_VERIFY(button->hasFocus());
    QTRY_VERIFY(!stay->isActive());
    fourth->reject();
    QVERIFY(lies(&m_desk->window));
    QTRY_VERIFY(stay->isActive());

    // At the end of the program the window goes with the dialog that it is in.
    const QPointer<QDialog> fifth = openAbout();
    QTRY_COMPARE(QApplication::activeModalWidget(), fifth.data());
    toast.say(QStringLiteral("The end"));
    QVERIFY(lies(fifth));
    const QPointer<Toast> last = &toast;
    m_desk.reset();
    QVERIFY(!last && !fifth);
}

void TestMainWindow::nothing_of_the_first_page_is_cut_in_a_narrow_window()
{
    QVERIFY(m_desk->empty());
    auto *page = m_desk->window.findChild<EmptyPage *>();
    QTRY_VERIFY(page->isVisible());
    m_desk->window.resize(measures::leastWidth, 700);
    QTRY_COMPARE(m_desk->window.width(), measures::leastWidth);
    QCoreApplication::processEvents();
    const auto isWhole = [page](const QPushButton *part) {
        const QRect shown(part->mapTo(page->viewport(), QPoint()), part->size());
        return part->width() >= part->minimumSizeHint().width() && shown.left() >= 0
            && shown.right() < page->viewport()->width();
    };
    const auto parts = page->widget()->findChildren<QPushButton *>();
    QCOMPARE(parts.size(), 6);
    for (const QPushButton *part : parts)
        QVERIFY(isWhole(part));
    // Another language: words that have no room in one line have two.
    QPushButton *scan =
        *std::ranges::find(parts, QStringLiteral("Scan the QR code on my screen"), &QPushButton::accessibleName);
    scan->setAccessibleName(QStringLiteral("The QR code that is on my screen is to be looked for"));
    m_desk->window.resize(measures::leastWidth + 1, 700);
    QTRY_COMPARE(scan->text().count(u'\n'), 1);
    QCoreApplication::processEvents();
    QVERIFY(isWhole(scan));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
