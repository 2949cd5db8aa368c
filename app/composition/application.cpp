// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/application.h"

#include "app/dialogs/about_dialog.h"
#include "app/dialogs/notice_dialog.h"
#include "app/dialogs/odd_records_notice.h"
#include "app/dialogs/settings_dialog.h"
#include "app/dialogs/shortcuts_dialog.h"
#include "app/flows/add_account.h"
#include "app/flows/answer_requests.h"
#include "app/flows/arrange_accounts.h"
#include "app/flows/choose_vault.h"
#include "app/flows/copy_code.h"
#include "app/flows/edit_account.h"
#include "app/flows/lock_accounts.h"
#include "app/flows/protect_accounts.h"
#include "app/flows/see_push_account.h"
#include "app/flows/sort_trash.h"
#include "app/flows/start_again.h"
#include "app/flows/unlock_accounts.h"
#include "app/shell/put_away.h"
#include "app/shell/raise_window.h"
#include "app/support/error_text.h"
#include "app/support/outside_text.h"
#include "app/widgets/toast.h"
#include "app/windows/arrange_actions.h"

#include <QApplication>
#include <QClipboard>

namespace watchword::app {

namespace {

/// Before the first widget, so that none is built in another style first.
const Theme &installed(Theme &theme, Appearance appearance)
{
    theme.setAppearance(appearance);
    theme.install();
    return theme;
}

} // namespace

Application::Application(vault::DataDirectory directory, SingleInstance &instance)
    : m_folder(directory.path())
    , m_isUsual(m_folder == vault::DataDirectory::defaultPath())
    , m_vault(m_store, m_clock, std::move(directory))
    , m_signIns(m_vault, m_clock)
    , m_clipboard(*QApplication::clipboard())
    , m_model(m_vault, m_clock)
    , m_ticker(m_clock)
    , m_window(installed(m_theme, m_settings.settings().appearance), m_vault, m_model, m_ticker, &AddAccount::canOpen)
    , m_instance(instance)
    , m_addAccount(new AddAccount(context(), {m_signIns.enrolmentPorts(), m_signIns.service()}, this))
    , m_copyCode(new CopyCode(context(), m_model, m_window.toast(), this))
    , m_editAccount(new EditAccount(context(), m_history, this))
    , m_arrangeAccounts(new ArrangeAccounts(context(), m_model, *m_editAccount, m_history, this))
    , m_sortTrash(new SortTrash(context(), *m_editAccount, this))
    , m_chooseVault(new ChooseVault(context(), m_window.twoVaults(), this))
    , m_startAgain(new StartAgain(context(), this))
    , m_unlockAccounts(new UnlockAccounts(context(), m_folder, this))
    , m_answerRequests(
          new AnswerRequests({m_signIns.service(),
                              [this] { return m_vault.pushAccounts() + m_vault.trashedPushAccounts(); },
                              m_clock,
                              m_theme,
                              m_window,
                              {[this] { return m_vault.protection() == vault::Protection::Password; },
                               [this] { return m_vault.sinceUnlock(); },
                               [this](SecretBytes password, QObject *asking, Handler<Result<void>> handler) {
                                   m_vault.checkPassword(std::move(password), asking, std::move(handler));
                               }}},
                             this))
    , m_seePushAccount(new SeePushAccount(context(), m_signIns.service(), *m_editAccount, m_history, this))
    , m_lockAccounts(new LockAccounts(context(), m_settings, this))
    , m_lockTriggers({*m_lockAccounts, m_vault, m_settings, m_signIns.session()})
    , m_protectAccounts(new ProtectAccounts(context(), this))
    , m_background({m_theme, m_settings, m_vault, m_signIns.service(), m_window, *m_copyCode, *m_addAccount}, m_isUsual)
{
    m_model.setPushService(m_signIns.service());
    m_window.setFolder(m_folder);
    follow(m_settings.settings());
    connect(&m_settings, &SettingsStore::changed, this, &Application::follow);
    connectWindow();
    connectStories();
    connectEditing();
    connectSignIns();
    connectLock();
}

void Application::follow(const Settings &settings)
{
    m_theme.setAppearance(settings.appearance);
    m_model.setHideCodes(settings.hideCodes);
    m_editAccount->setHideCodes(settings.hideCodes);
    m_clipboard.setClearAfter(settings.clearAfter);
    m_addAccount->setCamera(settings.camera);
}

void Application::connectWindow()
{
    connect(&m_window, &MainWindow::scanRequested, m_addAccount, &AddAccount::scanScreen);
    connect(&m_window, &MainWindow::scanSoonRequested, m_addAccount, &AddAccount::scanSoon);
    connect(&m_window, &MainWindow::scanLikely, m_addAccount, &AddAccount::prepareScan);
    connect(&m_window, &MainWindow::cameraRequested, m_addAccount, &AddAccount::useCamera);
    connect(&m_window, &MainWindow::pictureRequested, m_addAccount, &AddAccount::openPicture);
    connect(&m_window, &MainWindow::pasteRequested, m_addAccount, &AddAccount::paste);
    connect(&m_window, &MainWindow::typeRequested, m_addAccount, &AddAccount::typeKey);
    connect(&m_window, &MainWindow::dropped, m_addAccount, &AddAccount::openMime);
    connect(&m_window, &MainWindow::copyRequested, m_copyCode, &CopyCode::copy);
    connect(&m_window, &MainWindow::copyNextRequested, m_copyCode, &CopyCode::copyNext);
    connect(&m_window, &MainWindow::nextCodeRequested, m_copyCode, &CopyCode::takeNext);
    connect(&m_window, &MainWindow::revealRequested, this,
            [this](accounts::AccountId id) { m_model.setRevealed(id, !m_model.isRevealed(id)); });
    connect(&m_window, &MainWindow::openRequested, this, [this] { m_vault.open(vault::Prompting::Allowed); });
    connect(&m_window, &MainWindow::unlockRequested, m_unlockAccounts, &UnlockAccounts::unlock);
    connect(m_unlockAccounts, &UnlockAccounts::answered, &m_window, &MainWindow::answerUnlock);
    connect(&m_window, &MainWindow::forgotPasswordRequested, m_unlockAccounts, &UnlockAccounts::explainForgotten);
    connect(&m_window, &MainWindow::stopWaitingRequested, &m_vault, &vault::Vault::stopWaiting);
    connect(&m_window, &MainWindow::oddRecordsRequested, this, [this] { showOddRecords(m_theme, m_vault, &m_window); });
}

void Application::connectEditing()
{
    connect(&m_window, &MainWindow::editRequested, m_editAccount, &EditAccount::edit);
    connect(&m_window, &MainWindow::deleteRequested, this,
            [this](accounts::AccountId id) { m_editAccount->moveToTrash({id}); });
    connect(&m_window, &MainWindow::moveRequested, m_arrangeAccounts, &ArrangeAccounts::move);
    connect(&m_window.arranging(), &ArrangeActions::pinRequested, m_arrangeAccounts, &ArrangeAccounts::pin);
    connect(&m_window.arranging(), &ArrangeActions::groupRequested, m_arrangeAccounts, &ArrangeAccounts::putInGroup);
    connect(&m_window.arranging(), &ArrangeActions::newGroupRequested, m_editAccount, &EditAccount::editGroup);
    connect(&m_window, &MainWindow::pageRequested, m_seePushAccount, &SeePushAccount::open);
    connect(&m_window, &MainWindow::checkRequested, m_seePushAccount, &SeePushAccount::check);
    connect(m_sortTrash, &SortTrash::removed, this, [this](const QList<accounts::AccountId> &ids) {
        for (const accounts::AccountId id : ids)
            m_signIns.service().forget(id); // of one with codes it knows nothing
    });
    connect(&m_window, &MainWindow::trashRequested, m_sortTrash, &SortTrash::open);
    const auto say = [this](const QString &sentence) { m_window.toast().say(sentence); };
    connect(m_editAccount, &EditAccount::said, this, say);
    connect(m_arrangeAccounts, &ArrangeAccounts::said, this, say);
    connect(m_sortTrash, &SortTrash::said, this, say);
    connect(m_seePushAccount, &SeePushAccount::said, this, say);
    connect(m_chooseVault, &ChooseVault::said, this, say);
    connect(&m_window, &MainWindow::startAgainRequested, m_startAgain, &StartAgain::ask);
    connect(m_startAgain, &StartAgain::said, this, say);
    connect(&m_window, &MainWindow::undoRequested, &m_history, &UndoHistory::undoLast);
    connect(&m_history, &UndoHistory::nothingLeft, this,
            [this] { m_window.toast().say(tr("There is nothing to undo.")); });
    connect(&m_history, &UndoHistory::told, this, [this](const QString &sentence, int number) {
        m_window.toast().say(sentence, tr("Undo"), [this, number] { m_history.undo(number); }, measures::undoStays);
    });
    connect(m_protectAccounts, &ProtectAccounts::said, this, say);
    connect(&m_window, &MainWindow::usePasswordRequested, m_protectAccounts, &ProtectAccounts::usePassword);
    const auto present = [](QDialog *dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    connect(&m_window, &MainWindow::settingsRequested, this, [this, present] {
        auto *settings = new SettingsDialog(m_theme, m_settings, m_background.autostart(), m_vault, &m_window);
        connect(settings, &SettingsDialog::usePasswordRequested, m_protectAccounts, &ProtectAccounts::usePassword);
        connect(settings, &SettingsDialog::changePasswordRequested, m_protectAccounts,
                &ProtectAccounts::changePassword);
        connect(settings, &SettingsDialog::useKeychainRequested, m_protectAccounts, &ProtectAccounts::useKeychain);
        present(settings);
    });
    connect(&m_window, &MainWindow::shortcutsRequested, this,
            [this, present] { present(new ShortcutsDialog(m_theme, &m_window)); });
    connect(&m_window, &MainWindow::aboutRequested, this,
            [this, present] { present(new AboutDialog(m_theme, &m_window)); });
}

void Application::connectSignIns()
{
    // Servers that want a password before approvals.
    connect(m_addAccount, &AddAccount::usePasswordRequested, m_protectAccounts, &ProtectAccounts::usePassword);
    connect(m_answerRequests, &AnswerRequests::usePasswordRequested, this, [this] {
        m_background.showWindow();
        m_protectAccounts->usePassword();
    });
    connect(&m_window, &MainWindow::reviewRequested, m_answerRequests, &AnswerRequests::reviewNext);
    connect(&m_background.tray(), &TrayIcon::reviewRequested, m_answerRequests, &AnswerRequests::review);
    connect(&m_signIns, &SignIns::reviewRequested, this,
            [this](accounts::AccountId account, const QString &nonce, const QByteArray &token) {
                useActivationToken(token);
                m_answerRequests->review(account, nonce);
            });
    connect(&m_window, &MainWindow::signInHistoryRequested, m_answerRequests, &AnswerRequests::showHistory);
    connect(m_answerRequests, &AnswerRequests::waitingChanged, &m_window, [this](const QString &sentence, int) {
        m_window.setSignIns(sentence, m_signIns.service().waitingUnderLock() == 0);
    });
    connect(&m_signIns, &SignIns::unlockRequested, this,
            [this](const QByteArray &token) { m_background.showWindow(token); });
    connect(m_answerRequests, &AnswerRequests::said, this,
            [this](const QString &sentence) { m_window.toast().say(sentence); });
}

void Application::connectLock()
{
    connect(&m_window, &MainWindow::lockRequested, m_lockAccounts, &LockAccounts::lock);
    connect(&m_background.tray(), &TrayIcon::lockRequested, this, [this] {
        if (!m_lockAccounts->hasPassword())
            m_background.showWindow(); // where it is said that there is no lock
        m_lockAccounts->lock();
    });
    connect(m_lockAccounts, &LockAccounts::forgetRequested, this, &Application::forgetAccounts);
    connect(m_lockAccounts, &LockAccounts::absenceBegan, &m_window, &MainWindow::clearPassword);
    connect(m_lockAccounts, &LockAccounts::hideRequested, &m_model, &AccountModel::hideRevealed);
    connect(m_lockAccounts, &LockAccounts::usePasswordRequested, m_protectAccounts, &ProtectAccounts::usePassword);
    connect(m_lockAccounts, &LockAccounts::said, this,
            [this](const QString &sentence) { m_window.toast().say(sentence); });
}

/// Models are empty with the vault; this is the rest. Links that wait for it to be opened stay: they came from outside.
void Application::forgetAccounts()
{
    m_addAccount->close();
    putAwayDialogs();
    m_history.clear();
    m_clipboard.clearNow();
    m_window.forget();
}

void Application::connectStories()
{
    connect(m_addAccount, &AddAccount::accountSaved, &m_window, &MainWindow::choose);
    connect(m_addAccount, &AddAccount::cameraChosen, this, [this](const QString &name) {
        Settings settings = m_settings.settings();
        settings.camera = name;
        m_settings.change(settings);
    });
    connect(m_addAccount, &AddAccount::said, this, [this](const QString &sentence) { m_window.toast().say(sentence); });
    connect(&m_store, &platform::SecretServiceStore::openedLate, this,
            [this] { m_vault.open(vault::Prompting::Never); });
    connect(&m_clockSync, &platform::ClockSync::stateChanged, this,
            [this] { m_window.setClockTrouble(m_clockSync.state() == platform::ClockSync::State::NotSynchronised); });
    connect(&m_desktop, &platform::DesktopSettings::changed, this, [this] {
        const platform::DesktopSettings::Values &values = m_desktop.values();
        m_theme.setDesktopHints({values.dark, {}, values.highContrast, values.reducedMotion});
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, &m_clockSync, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_clockSync.refresh();
    });
    connect(&m_instance, &SingleInstance::called, this, &Application::answerCalls);
    connect(&m_vault, &vault::Vault::stateChanged, this, &Application::openWaiting);
    connect(&m_vault, &vault::Vault::lockFound, this, &Application::offerToTakeOver);
}

void Application::offerToTakeOver(const QString &computer)
{
    QWidget *const before = QApplication::activeModalWidget();
    const QString name = computer.isEmpty() ? tr("another computer") : outsideTextInSentence(computer);
    auto *notice = new NoticeDialog(
        m_theme,
        {tr("Watchword"), tr("The accounts are locked by another computer"),
         tr("Saving waited for %1. If nothing is being saved there, for instance because it was switched off while it saved, take "
            "over and try again.")
             .arg(name)},
        before ? before : &m_window);
    notice->addAction(tr("Take over"), QStringLiteral("next"), [this] {
        m_vault.takeOverLock(this, [this](const Result<void> &answer) {
            m_window.toast().say(answer ? tr("Taken over. Now try again.") : errorText(answer.error()).whole());
        });
    });
    notice->present();
}

void Application::openWhenReady(SecretBytes text)
{
    if (text.isEmpty())
        return;
    m_waiting.push_back(std::move(text));
    openWaiting();
}

void Application::openWaiting()
{
    if (!vault::isOpen(m_vault.state()))
        return;
    for (SecretBytes &text : std::exchange(m_waiting, {}))
        m_addAccount->openText(std::move(text));
}

void Application::answerCalls()
{
    for (Call &call : m_instance.takeCalls()) {
        m_background.showWindow(call.activationToken);
        openWhenReady(std::move(call.text));
    }
}

void Application::start(SecretBytes text)
{
    openWhenReady(std::move(text));
    m_vault.open(vault::Prompting::Allowed);
    m_window.show();
    m_background.start();
    answerCalls();
}

void Application::startHidden()
{
    m_background.startHidden();
    answerCalls();
}

} // namespace watchword::app
