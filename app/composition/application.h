// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/background.h"
#include "app/composition/lock_triggers.h"
#include "app/composition/sign_ins.h"
#include "app/flows/flow_context.h"
#include "app/flows/undo_history.h"
#include "app/models/account_model.h"
#include "app/models/code_ticker.h"
#include "app/shell/single_instance.h"
#include "app/support/secret_clipboard.h"
#include "app/support/settings.h"
#include "app/support/theme/theme.h"
#include "app/windows/main_window.h"
#include "core/platform/clock_sync.h"
#include "core/platform/desktop_settings.h"
#include "core/platform/secret_service_store.h"
#include "core/ports/clock.h"
#include "core/vault/vault.h"

#include <QObject>

namespace watchword::app {

class AddAccount;
class AnswerRequests;
class ArrangeAccounts;
class ChooseVault;
class CopyCode;
class EditAccount;
class LockAccounts;
class ProtectAccounts;
class SeePushAccount;
class SortTrash;
class StartAgain;
class UnlockAccounts;

/// The object graph of the program, built once: the only place that names the adapters.
class Application final : public QObject
{
    Q_OBJECT

public:
    Application(vault::DataDirectory directory, SingleInstance &instance);

    /// Shows the window and opens the vault; `text` is a link that was given as an argument.
    void start(SecretBytes text);
    /// Shows no window and asks for nothing.
    void startHidden();

private:
    FlowContext context() { return {m_vault, m_clipboard, m_clock, m_theme, m_window}; }
    void connectWindow();
    void connectStories();
    void connectEditing();
    void connectSignIns();
    void connectLock();
    void forgetAccounts();
    void answerCalls();
    void openWhenReady(SecretBytes text);
    void openWaiting();
    void offerToTakeOver(const QString &computer);
    void follow(const Settings &settings);

    QString m_folder; ///< of the sealed file
    bool m_isUsual;   ///< the accounts that a start without a word about them opens
    SystemClock m_clock;
    SettingsStore m_settings;
    Theme m_theme;
    platform::SecretServiceStore m_store;
    vault::Vault m_vault;
    SignIns m_signIns;
    SecretClipboard m_clipboard;
    AccountModel m_model;
    CodeTicker m_ticker;
    platform::ClockSync m_clockSync;
    platform::DesktopSettings m_desktop;
    MainWindow m_window;
    SingleInstance &m_instance;
    AddAccount *m_addAccount;
    CopyCode *m_copyCode;
    UndoHistory m_history;
    EditAccount *m_editAccount;
    ArrangeAccounts *m_arrangeAccounts;
    SortTrash *m_sortTrash;
    ChooseVault *m_chooseVault;
    StartAgain *m_startAgain;
    UnlockAccounts *m_unlockAccounts;
    AnswerRequests *m_answerRequests;
    SeePushAccount *m_seePushAccount;
    LockAccounts *m_lockAccounts;
    LockTriggers m_lockTriggers;
    ProtectAccounts *m_protectAccounts;
    Background m_background;
    std::vector<SecretBytes> m_waiting; ///< links that came before the vault was open
};

} // namespace watchword::app
