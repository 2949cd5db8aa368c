// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/main_window.h"

#include "app/models/account_filter.h"
#include "app/models/account_model.h"
#include "app/support/given_password.h"
#include "app/support/group_names.h"
#include "app/support/outside_text.h"
#include "app/support/theme/measures.h"
#include "app/support/theme/theme.h"
#include "app/support/theme/watchword_style.h"
#include "app/widgets/account_list.h"
#include "app/widgets/card.h"
#include "app/widgets/group_chips.h"
#include "app/widgets/text_label.h"
#include "app/widgets/toast.h"
#include "app/windows/arrange_actions.h"
#include "app/windows/empty_page.h"
#include "app/windows/sign_in_banner.h"
#include "app/windows/trouble_page.h"
#include "app/windows/two_vaults_page.h"
#include "app/windows/unlock_page.h"
#include "app/windows/vault_banner.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace watchword::app {

MainWindow::MainWindow(const Theme &theme, const vault::Vault &vault, AccountModel &model, CodeTicker &ticker,
                       std::function<bool(const QMimeData &)> canOpen)
    : m_theme(theme)
    , m_vault(vault)
    , m_model(model)
    , m_filter(new AccountFilter(model, this))
    , m_canOpen(std::move(canOpen))
{
    setWindowTitle(tr("Watchword"));
    setMinimumWidth(measures::leastWidth);
    resize(measures::firstWidth, measures::firstHeight);
    setAcceptDrops(true);
    m_list = new AccountList(theme, model, *m_filter, ticker);
    m_empty = new EmptyPage(theme);
    m_trouble = new TroublePage(theme);
    m_twoVaults = new TwoVaultsPage(theme);
    m_unlock = new UnlockPage(theme);
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(measures::windowMargin, measures::windowMargin, measures::windowMargin, 0);
    column->setSpacing(measures::cardGap);
    m_pages = new QStackedWidget;
    column->addWidget(makeHeader());
    m_signInBanner = new SignInBanner(theme);
    column->addWidget(m_signInBanner);
    connect(m_signInBanner, &SignInBanner::reviewRequested, this, &MainWindow::reviewRequested);
    column->addWidget(makeClockBanner());
    column->addWidget(makePromptBanner());
    m_vaultBanner = new VaultBanner(theme);
    column->addWidget(m_vaultBanner);
    connect(m_vaultBanner, &VaultBanner::usePasswordRequested, this, &MainWindow::usePasswordRequested);
    column->addWidget(m_pages, 1);
    m_listPage = makeListPage();
    for (QWidget *page : std::initializer_list<QWidget *>{m_listPage, m_empty, m_trouble, m_unlock, m_twoVaults})
        m_pages->addWidget(page);
    setCentralWidget(central);
    m_toast = new Toast(theme, central);
    m_arranging = new ArrangeActions(theme, model, *m_list, *this);
    makeActions();
    makeMenus();

    connect(m_list, &AccountList::copyRequested, this, &MainWindow::copyRequested);
    connect(m_list, &AccountList::nextCodeRequested, this, &MainWindow::nextCodeRequested);
    connect(m_list, &AccountList::pageRequested, this, &MainWindow::pageRequested);
    connect(m_list, &AccountList::revealRequested, this, &MainWindow::revealRequested);
    connect(m_list, &AccountList::moveRequested, this, &MainWindow::moveRequested);
    connect(m_list, &AccountList::menuRequested, this, &MainWindow::showMenuOf);
    connect(m_list, &AccountList::typed, this, [this](const QString &text) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->insert(text);
    });
    connect(m_list, &AccountList::left, this, [this] {
        m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
    });
    connect(m_empty, &EmptyPage::scanRequested, this, &MainWindow::scanRequested);
    connect(m_empty, &EmptyPage::scanSoonRequested, this, &MainWindow::scanSoonRequested);
    connect(m_empty, &EmptyPage::cameraRequested, this, &MainWindow::cameraRequested);
    connect(m_empty, &EmptyPage::pictureRequested, this, &MainWindow::pictureRequested);
    connect(m_empty, &EmptyPage::pasteRequested, this, &MainWindow::pasteRequested);
    connect(m_empty, &EmptyPage::typeRequested, this, &MainWindow::typeRequested);
    connect(m_trouble, &TroublePage::openRequested, this, &MainWindow::openRequested);
    connect(m_trouble, &TroublePage::stopWaitingRequested, this, &MainWindow::stopWaitingRequested);
    connect(m_trouble, &TroublePage::startAgainRequested, this, &MainWindow::startAgainRequested);
    connect(m_twoVaults, &TwoVaultsPage::openRequested, this, &MainWindow::openRequested);
    connect(m_twoVaults, &TwoVaultsPage::laterRequested, this, &MainWindow::close);
    connect(m_vaultBanner, &VaultBanner::oddRecordsRequested, this, &MainWindow::oddRecordsRequested);
    connect(m_trouble, &TroublePage::usePasswordRequested, this, &MainWindow::usePasswordRequested);
    connect(m_unlock, &UnlockPage::unlockRequested, this, &MainWindow::unlockRequested);
    connect(m_unlock, &UnlockPage::forgotten, this, &MainWindow::forgotPasswordRequested);
    connect(&vault, &vault::Vault::stateChanged, this, &MainWindow::showState);
    connect(&vault, &vault::Vault::activityChanged, this, &MainWindow::showState);
    connect(&vault, &vault::Vault::accountsChanged, this, &MainWindow::showState);
    connect(&vault, &vault::Vault::pushAccountsChanged, this, &MainWindow::showState);
    connect(&theme, &Theme::changed, this, &MainWindow::showHeader);
    showHeader();
    showState();
}

QWidget *MainWindow::makeHeader()
{
    m_header = new QWidget;
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measures::cardGap);
    m_search = new QLineEdit;
    m_search->setMinimumHeight(measures::searchHeight);
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search"));
    // Both pictures in the field are buttons to a screen reader, and nameless as Qt makes them.
    for (QAction *clear : m_search->findChildren<QAction *>())
        clear->setText(tr("Clear search"));
    m_search->addAction(m_theme.icon(QStringLiteral("search"), &Tokens::text2), QLineEdit::LeadingPosition)
        ->setText(tr("Search"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        search(text);
        // No row is chosen while somebody types: Enter and Ctrl+C take the first hit.
        m_list->chooseNone();
    });
    m_add = withRole(new QPushButton(tr("Add")), "primary");
    m_add->setIcon(m_theme.icon(QStringLiteral("add"), &Tokens::accentText));
    m_add->setMinimumHeight(measures::searchHeight);
    m_add->setToolTip(tr("Add an account"));
    m_add->setAccessibleName(tr("Add an account"));
    m_menuButton = withRole(new QToolButton, "icon");
    m_menuButton->setIcon(m_theme.icon(QStringLiteral("menu")));
    m_menuButton->setIconSize(QSize(20, 20));
    m_menuButton->setMinimumSize(measures::searchHeight, measures::searchHeight);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu"));
    row->addWidget(m_search, 1);
    row->addStretch();
    row->addWidget(m_add);
    row->addWidget(m_menuButton);
    return m_header;
}

QWidget *MainWindow::makeClockBanner()
{
    auto *banner = new Card(m_theme, CardTone::Warning);
    auto *text = new TextLabel(
        m_theme, TypeRole::Body,
        tr("This computer’s clock is not set by a time server. If it is wrong, sites will refuse the codes."));
    banner->column()->setContentsMargins(measures::cardPadding, 8, measures::cardPadding, 8);
    banner->column()->addWidget(text);
    banner->hide();
    m_clockBanner = banner;
    return banner;
}

QWidget *MainWindow::makePromptBanner()
{
    m_promptBanner = new Card(m_theme, CardTone::Warning);
    auto *stop = new QPushButton(tr("Stop waiting"));
    connect(stop, &QPushButton::clicked, this, &MainWindow::stopWaitingRequested);
    QVBoxLayout *column = m_promptBanner->column();
    column->setContentsMargins(measures::cardPadding, 8, measures::cardPadding, 8);
    column->addWidget(new TextLabel(
        m_theme, TypeRole::Body,
        tr("Your desktop is asking for the password of your keychain in a window of its own. Then it is saved.")));
    column->addWidget(stop, 0, Qt::AlignLeading);
    m_promptBanner->hide();
    return m_promptBanner;
}

QWidget *MainWindow::makeNoMatch()
{
    m_noMatch = new QWidget;
    auto *column = new QVBoxLayout(m_noMatch);
    column->setContentsMargins(24, 40, 24, 24);
    m_noMatchText = new TextLabel(m_theme, TypeRole::Body, {});
    m_noMatchText->setAlignment(Qt::AlignHCenter);
    auto *clear = new QPushButton(tr("Clear search"));
    auto *add = new QPushButton(tr("Add an account"));
    connect(clear, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_search->setFocus();
    });
    connect(add, &QPushButton::clicked, this, [this] { m_add->showMenu(); });
    column->addWidget(m_noMatchText);
    column->addSpacing(8);
    column->addWidget(clear, 0, Qt::AlignHCenter);
    column->addWidget(add, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_noMatch->hide();
    return m_noMatch;
}

QWidget *MainWindow::makeListPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, measures::windowMargin);
    m_groups = new GroupChips(m_theme);
    connect(m_groups, &GroupChips::chosenChanged, this, [this] {
        m_filter->setGroup(m_groups->chosen());
        search(m_search->text());
    });
    column->addWidget(m_groups);
    column->addWidget(m_list, 1000);
    column->addWidget(makeNoMatch(), 1000);
    column->addStretch(1);
    return page;
}

QAction *MainWindow::addAction(const QString &text, const QKeySequence &keys, const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    if (!icon.isEmpty())
        action->setIcon(m_theme.icon(icon));
    QMainWindow::addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    const auto keys = [](Qt::KeyboardModifiers modifiers, Qt::Key key) {
        return QKeySequence(int(modifiers) | int(key));
    };
    m_scan = addAction(tr("&Scan the screen"), keys(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_S),
                       QStringLiteral("scan-screen"));
    m_scanSoon = addAction(tr("Scan in &3 seconds, to open a menu first"), QKeySequence(), QStringLiteral("clock"));
    m_camera = addAction(tr("Use the &webcam…"), QKeySequence(), QStringLiteral("camera"));
    m_picture = addAction(tr("Open a &picture file…"), QKeySequence(), QStringLiteral("picture"));
    m_paste = addAction(tr("Paste a picture, &link or key"), QKeySequence::Paste, QStringLiteral("paste"));
    m_type = addAction(tr("&Type the key…"), QKeySequence(), QStringLiteral("keyboard"));
    m_copy = addAction(tr("&Copy code"), QKeySequence::Copy, QStringLiteral("copy"));
    m_copyNext = addAction(tr("Copy the &next code"), keys(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_C),
                           QStringLiteral("next"));
    m_edit = addAction(tr("&Edit…"), keys(Qt::NoModifier, Qt::Key_F2), QStringLiteral("edit"));
    m_delete = addAction(tr("&Delete"), QKeySequence::Delete, QStringLiteral("trash"));
    m_undo = addAction(tr("&Undo"), QKeySequence::Undo, QStringLiteral("undo"));
    m_trash = addAction(tr("&Trash"), QKeySequence(), QStringLiteral("trash"));
    m_signInHistory = addAction(tr("Sign-in &history"), QKeySequence(), QStringLiteral("approve"));
    m_lock = addAction(tr("&Lock"), keys(Qt::ControlModifier, Qt::Key_L), QStringLiteral("lock"));
    m_settings = addAction(tr("&Settings…"), keys(Qt::ControlModifier, Qt::Key_Comma), QStringLiteral("settings"));
    m_shortcuts =
        addAction(tr("&Keyboard shortcuts"), keys(Qt::ControlModifier, Qt::Key_Question), QStringLiteral("keyboard"));
    // Where "?" is behind Shift or not on the keyboard at all, F1 is there.
    m_shortcuts->setShortcuts({m_shortcuts->shortcut(), keys(Qt::NoModifier, Qt::Key_F1)});
    m_about = addAction(tr("&About Watchword"), QKeySequence(), QStringLiteral("info"));
    m_quit = addAction(tr("&Quit"), QKeySequence::Quit, QStringLiteral("close"));
    auto *find = addAction(tr("Search"), QKeySequence::Find, {});
    auto *add = addAction(tr("Add an account"), QKeySequence::New, {});
    auto *message = addAction(tr("To the message"), keys(Qt::NoModifier, Qt::Key_F6), {});

    connect(m_scan, &QAction::triggered, this, &MainWindow::scanRequested);
    connect(m_scanSoon, &QAction::triggered, this, &MainWindow::scanSoonRequested);
    connect(m_camera, &QAction::triggered, this, &MainWindow::cameraRequested);
    connect(m_picture, &QAction::triggered, this, &MainWindow::pictureRequested);
    connect(m_paste, &QAction::triggered, this, &MainWindow::pasteRequested);
    connect(m_type, &QAction::triggered, this, &MainWindow::typeRequested);
    connect(m_copy, &QAction::triggered, this, [this] { forChosen(&MainWindow::copyRequested); });
    connect(m_copyNext, &QAction::triggered, this, [this] { forChosen(&MainWindow::copyNextRequested); });
    connect(m_edit, &QAction::triggered, this, [this] { forChosen(&MainWindow::editRequested); });
    connect(m_delete, &QAction::triggered, this, [this] { forChosen(&MainWindow::deleteRequested); });
    connect(m_undo, &QAction::triggered, this, &MainWindow::undoRequested);
    connect(m_trash, &QAction::triggered, this, &MainWindow::trashRequested);
    connect(m_signInHistory, &QAction::triggered, this, &MainWindow::signInHistoryRequested);
    connect(m_lock, &QAction::triggered, this, &MainWindow::lockRequested);
    connect(m_settings, &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_shortcuts, &QAction::triggered, this, &MainWindow::shortcutsRequested);
    connect(m_about, &QAction::triggered, this, &MainWindow::aboutRequested);
    connect(m_quit, &QAction::triggered, qApp, &QApplication::quit, Qt::QueuedConnection);
    connect(find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(add, &QAction::triggered, this, [this] {
        if (m_add->isVisible())
            m_add->showMenu();
        else
            m_empty->focusFirst();
    });
    connect(message, &QAction::triggered, m_toast, &Toast::focusAction);
}

void MainWindow::makeMenus()
{
    m_addMenu = new QMenu(this);
    connect(m_addMenu, &QMenu::aboutToShow, this, &MainWindow::scanLikely);
    m_addMenu->addActions({m_scan, m_scanSoon, m_camera, m_picture, m_paste, m_type});
    m_add->setMenu(m_addMenu);
    m_mainMenu = new QMenu(this);
    m_mainMenu->addActions({m_undo, m_trash, m_signInHistory});
    m_mainMenu->addSeparator();
    m_mainMenu->addActions({m_lock, m_settings, m_shortcuts, m_about});
    connect(m_mainMenu, &QMenu::aboutToShow, this, [this] {
        const auto count = m_vault.trashedAccounts().size() + m_vault.trashedPushAccounts().size();
        m_trash->setText(count == 0 ? tr("&Trash") : tr("&Trash (%1)").arg(count));
        m_trash->setEnabled(m_vault.state() == vault::State::Unlocked);
    });
    m_mainMenu->addSeparator();
    m_mainMenu->QWidget::addAction(m_quit);
    m_menuButton->setMenu(m_mainMenu);
}

void MainWindow::forChosen(Intent intent)
{
    if (m_pages->currentWidget() != m_listPage)
        return;
    const bool isForChosenOnly = intent == &MainWindow::editRequested || intent == &MainWindow::deleteRequested;
    const accounts::AccountId id = m_list->chosen(!isForChosenOnly);
    if (!id.isNull() && intent == &MainWindow::editRequested && m_model.isPush(id))
        Q_EMIT pageRequested(id); // where its words are
    else if (!id.isNull())
        Q_EMIT(this->*intent)(id);
}

void MainWindow::showMenuOf(accounts::AccountId id, const QPoint &position)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    // The actions are for the chosen row.
    m_list->choose(id);
    const AccountRow shown = m_model.rowAt(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (shown.isPush)
        addPushActions(*menu, id);
    else
        addCodeActions(*menu, shown);
    menu->addSeparator();
    menu->addAction(m_delete);
    menu->popup(position);
}

void MainWindow::addCodeActions(QMenu &menu, const AccountRow &row)
{
    const accounts::AccountId id = row.id;
    if (row.isCounter) {
        connect(menu.addAction(m_theme.icon(QStringLiteral("next")), tr("&Next code")), &QAction::triggered, this,
                [this, id] { Q_EMIT nextCodeRequested(id); });
    } else {
        menu.addActions({m_copy, m_copyNext});
    }
    if (row.canHide) {
        connect(menu.addAction(row.isHidden ? tr("&Show the code") : tr("&Hide the code")), &QAction::triggered, this,
                [this, id] { Q_EMIT revealRequested(id); });
    }
    menu.addSeparator();
    menu.addAction(m_edit);
    m_arranging->addTo(menu);
}

void MainWindow::addPushActions(QMenu &menu, accounts::AccountId id)
{
    connect(menu.addAction(m_theme.icon(QStringLiteral("info")), tr("&Open…")), &QAction::triggered, this,
            [this, id] { Q_EMIT pageRequested(id); });
    connect(menu.addAction(m_theme.icon(QStringLiteral("turn")), tr("Check &now")), &QAction::triggered, this,
            [this, id] { Q_EMIT checkRequested(id); });
}

void MainWindow::search(const QString &text)
{
    m_filter->setSearch(text);
    const bool none = m_filter->rowCount() == 0 && m_filter->isFiltering();
    m_list->setVisible(!none);
    m_noMatch->setVisible(none);
    if (none)
        m_noMatchText->setText(m_groups->chosen()
                                   ? tr("No account in %2 matches “%1”")
                                         .arg(outsideTextInSentence(text), outsideTextInSentence(*m_groups->chosen()))
                                   : tr("No account matches “%1”").arg(outsideTextInSentence(text)));
}

void MainWindow::showGroups()
{
    QHash<QString, int> counts;
    for (const accounts::Account &account : m_vault.accounts())
        ++counts[account.group];
    QList<GroupChips::Group> groups;
    const QStringList names = groupNames(m_vault.accounts());
    for (const QString &name : names)
        groups << GroupChips::Group{name, counts.value(name)};
    m_groups->setGroups(groups, m_model.rowCount());
    m_arranging->setGroups(names);
}

bool MainWindow::pasteBelongsToCard() const
{
    const QMimeData *held = QApplication::clipboard()->mimeData();
    return held && m_canOpen(*held);
}

bool MainWindow::searchKey(QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        forChosen(m_model.isPush(m_list->chosen(true)) ? &MainWindow::pageRequested : &MainWindow::copyRequested);
        return true;
    case Qt::Key_Escape: m_search->clear(); return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_list->setFocus(Qt::OtherFocusReason); // which chooses a row
        return true;
    default: return false;
    }
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search)
        return QMainWindow::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return searchKey(*static_cast<QKeyEvent *>(event));
    // The field would insert what is dropped on it; the window does better with a link.
    if (event->type() == QEvent::DragEnter && m_canOpen(*static_cast<QDragEnterEvent *>(event)->mimeData())) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // The field would take these for itself; copy and paste of accounts come first where the field has no use for them.
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Copy) && !m_search->hasSelectedText())
            || (key->matches(QKeySequence::Paste) && pasteBelongsToCard())
            || (key->matches(QKeySequence::Undo) && !m_search->isUndoAvailable())) {
            event->ignore();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::showState()
{
    const vault::State state = m_vault.state();
    const bool open = state == vault::State::Unlocked;
    QWidget *page = m_trouble;
    if (state == vault::State::Empty || (open && m_vault.accounts().isEmpty() && m_vault.pushAccounts().isEmpty()))
        page = m_empty;
    else if (open)
        page = m_listPage;
    else if (state == vault::State::TwoVaults)
        page = m_twoVaults;
    else if (state == vault::State::Password)
        page = m_unlock;
    if (page == m_trouble)
        m_trouble->say(m_vault);
    else if (page == m_twoVaults)
        m_twoVaults->say(m_vault);
    else if (page == m_unlock)
        m_unlock->say(m_vault.reason());
    const bool canShow = page == m_listPage || page == m_empty;
    const bool turned = m_pages->currentWidget() != page || !m_shownState;
    m_shownState = state;
    m_pages->setCurrentWidget(page);
    m_header->setVisible(canShow);
    m_vaultBanner->say(m_vault);
    m_promptBanner->setVisible((canShow || page == m_twoVaults)
                               && m_vault.activity() == vault::Activity::WaitingForPrompt);
    m_search->setVisible(page == m_listPage);
    m_add->setVisible(page == m_listPage);
    for (QAction *action : {m_scan, m_scanSoon, m_camera, m_picture, m_type})
        action->setEnabled(canShow);
    m_lock->setEnabled(canAskForLock(m_vault));
    m_search->setPlaceholderText(tr("Search %n account(s)", nullptr, m_model.rowCount()));
    showGroups();
    search(m_search->text());
    if (!turned)
        return;
    if (page == m_listPage)
        m_search->setFocus(Qt::OtherFocusReason);
    else if (page == m_empty)
        m_empty->focusFirst();
    else if (page == m_twoVaults)
        m_twoVaults->focusFirst();
    else if (page == m_unlock)
        m_unlock->focusFirst();
    else
        m_trouble->focusFirst();
}

void MainWindow::setFolder(const QString &folder)
{
    m_trouble->setFolder(folder);
}

void MainWindow::setClockTrouble(bool trouble)
{
    m_clockBanner->setVisible(trouble);
}

void MainWindow::setSignIns(const QString &sentence, bool canReview)
{
    m_signInBanner->say(sentence, canReview);
}

void MainWindow::setExpectsSignIns(bool expects)
{
    m_unlock->setExpectsSignIns(expects);
}

void MainWindow::choose(accounts::AccountId id)
{
    m_list->choose(id);
}

void MainWindow::forget()
{
    m_search->setText({}); // with what could be undone there
    m_noMatchText->setText({});
    m_toast->forget();
}

void MainWindow::clearPassword()
{
    m_unlock->clear();
}

void MainWindow::answerUnlock(const Result<void> &answer)
{
    m_unlock->answer(answer);
}

void MainWindow::showHeader()
{
    // In a narrow window the button keeps its sign and its name, not its text.
    const bool wide = width() >= 400 && textScale(QApplication::font()) < 1.5;
    m_add->setText(wide ? tr("Add") : QString());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    showHeader();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    // Also where nothing can be added now: the story says why.
    if (m_canOpen(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData());
}

} // namespace watchword::app
