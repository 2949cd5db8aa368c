// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/account.h"
#include "core/vault/vault.h"

#include <QMainWindow>
#include <QMimeData>

#include <functional>

class QAction;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace watchword::app {

class AccountFilter;
class AccountList;
class AccountModel;
class ArrangeActions;
struct AccountRow;
class Card;
class CodeTicker;
class EmptyPage;
class GroupChips;
class SignInBanner;
class TextLabel;
class Theme;
class Toast;
class TroublePage;
class TwoVaultsPage;
class UnlockPage;
class VaultBanner;

/// The one window: search, Add and menu over a page that is the list, the first minute, or what is the matter with the
/// keychain. It shows and says what the person wants; it does nothing itself.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// `canOpen` says whether something dropped or pasted would be taken as an account.
    MainWindow(const Theme &theme, const vault::Vault &vault, AccountModel &model, CodeTicker &ticker,
               std::function<bool(const QMimeData &)> canOpen);

    Toast &toast() { return *m_toast; }
    ArrangeActions &arranging() { return *m_arranging; }
    TwoVaultsPage &twoVaults() { return *m_twoVaults; }
    /// The page that goes with the vault's state.
    void showState();
    /// Where the sealed file lies, for words about it.
    void setFolder(const QString &folder);
    void setClockTrouble(bool trouble);
    /// What the banner says of sign-ins that wait; empty for none. `canReview`: they can be looked at.
    void setSignIns(const QString &sentence, bool canReview = true);
    /// Some of the accounts approve sign-ins, or did when they were last to be seen.
    void setExpectsSignIns(bool expects);
    void choose(accounts::AccountId id);
    /// The accounts were locked: the words of the search, the toast and what else is remembered here are gone.
    void forget();
    /// Whoever comes next begins with an empty field.
    void clearPassword();
    /// What became of the password that unlockRequested gave.
    void answerUnlock(const Result<void> &answer);

Q_SIGNALS:
    void scanRequested();
    void scanSoonRequested();
    /// A scan may be asked for next.
    void scanLikely();
    void cameraRequested();
    void pictureRequested();
    void pasteRequested();
    void typeRequested();
    void dropped(const QMimeData *data);
    void copyRequested(watchword::accounts::AccountId id);
    void copyNextRequested(watchword::accounts::AccountId id);
    void nextCodeRequested(watchword::accounts::AccountId id);
    void revealRequested(watchword::accounts::AccountId id);
    void editRequested(watchword::accounts::AccountId id);
    /// The page of an account that approves sign-ins, and its server to be asked.
    void pageRequested(watchword::accounts::AccountId id);
    void checkRequested(watchword::accounts::AccountId id);
    void deleteRequested(watchword::accounts::AccountId id);
    void moveRequested(watchword::accounts::AccountId id, watchword::accounts::AccountId neighbour, bool isAfter);
    void undoRequested();
    void trashRequested();
    void openRequested();
    void unlockRequested(const watchword::SecretBytes &password);
    void forgotPasswordRequested();
    void usePasswordRequested();
    void stopWaitingRequested();
    void startAgainRequested();
    /// What this version does not understand is to be shown.
    void oddRecordsRequested();
    void lockRequested();
    void settingsRequested();
    void reviewRequested();
    void signInHistoryRequested();
    void shortcutsRequested();
    void aboutRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using Intent = void (MainWindow::*)(accounts::AccountId);

    QWidget *makeHeader();
    QWidget *makeListPage();
    QWidget *makeClockBanner();
    QWidget *makePromptBanner();
    QWidget *makeNoMatch();
    void makeActions();
    void makeMenus();
    QAction *addAction(const QString &text, const QKeySequence &keys, const QString &icon);
    void forChosen(Intent intent);
    void showMenuOf(accounts::AccountId id, const QPoint &position);
    void addCodeActions(QMenu &menu, const AccountRow &row);
    void addPushActions(QMenu &menu, accounts::AccountId id);
    void search(const QString &text);
    void showGroups();
    bool searchKey(class QKeyEvent &event);
    bool pasteBelongsToCard() const;
    void showHeader();

    const Theme &m_theme;
    const vault::Vault &m_vault;
    AccountModel &m_model;
    AccountFilter *m_filter;
    std::function<bool(const QMimeData &)> m_canOpen;
    QWidget *m_header = nullptr;
    QLineEdit *m_search = nullptr;
    QPushButton *m_add = nullptr;
    QToolButton *m_menuButton = nullptr;
    QStackedWidget *m_pages = nullptr;
    AccountList *m_list = nullptr;
    EmptyPage *m_empty = nullptr;
    TroublePage *m_trouble = nullptr;
    TwoVaultsPage *m_twoVaults = nullptr;
    UnlockPage *m_unlock = nullptr;
    QWidget *m_listPage = nullptr;
    QWidget *m_clockBanner = nullptr;
    Card *m_promptBanner = nullptr;
    VaultBanner *m_vaultBanner = nullptr;
    SignInBanner *m_signInBanner = nullptr;
    QWidget *m_noMatch = nullptr;
    TextLabel *m_noMatchText = nullptr;
    Toast *m_toast = nullptr;
    QMenu *m_addMenu = nullptr;
    QMenu *m_mainMenu = nullptr;
    QAction *m_scan = nullptr, *m_scanSoon = nullptr, *m_camera = nullptr, *m_picture = nullptr, *m_paste = nullptr,
            *m_type = nullptr;
    QAction *m_copy = nullptr, *m_copyNext = nullptr, *m_edit = nullptr, *m_delete = nullptr;
    QAction *m_undo = nullptr, *m_trash = nullptr, *m_signInHistory = nullptr;
    ArrangeActions *m_arranging = nullptr;
    GroupChips *m_groups = nullptr;
    QAction *m_lock = nullptr, *m_settings = nullptr, *m_shortcuts = nullptr, *m_about = nullptr, *m_quit = nullptr;
    std::optional<vault::State> m_shownState;
};

} // namespace watchword::app
