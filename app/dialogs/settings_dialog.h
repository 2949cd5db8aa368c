// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"

class QCheckBox;
class QComboBox;

namespace watchword::vault {
class Vault;
}

namespace watchword::app {

class Autostart;
class Card;
class SettingsStore;
struct Settings;

/// The settings: at once in force, so there is no OK. A click anywhere on a row works its control.
class SettingsDialog final : public PageDialog
{
    Q_OBJECT

public:
    /// `autostart` is null where a start with the session would open other accounts than these.
    SettingsDialog(const Theme &theme, SettingsStore &store, Autostart *autostart, const vault::Vault &vault,
                   QWidget *parent);

Q_SIGNALS:
    void usePasswordRequested();
    void changePasswordRequested();
    void useKeychainRequested();

private:
    Card *addSection(const QString &title);
    /// The label of `effect`, if there is one.
    TextLabel *addRow(Card *card, const QString &title, const QString &effect, QWidget *control);
    void addLocking(const vault::Vault &vault);
    void setHasPassword(bool hasPassword);
    void addProtection(const vault::Vault &vault);
    void addRunning();
    void showRunning();
    void change();
    void changeAutostart(bool on);
    void keep(const Settings &wanted);
    void sayTrouble(const QString &trouble);

    SettingsStore &m_store;
    Autostart *m_autostart;
    QCheckBox *m_keepRunning;
    QCheckBox *m_startHidden;
    QComboBox *m_clearAfter;
    QCheckBox *m_hideCodes;
    QComboBox *m_appearance;
    QComboBox *m_lockAfter;
    TextLabel *m_lockHint = nullptr;
    TextLabel *m_trouble;
};

} // namespace watchword::app
