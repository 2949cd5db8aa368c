// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"

class QCheckBox;
class QComboBox;

namespace watchword::app {

class Card;
class SettingsStore;

/// The settings: at once in force, so there is no OK. A click anywhere on a row works its control.
class SettingsDialog final : public PageDialog
{
    Q_OBJECT

public:
    SettingsDialog(const Theme &theme, SettingsStore &store, QWidget *parent);

private:
    Card *addSection(const QString &title);
    void addRow(Card *card, const QString &title, const QString &effect, QWidget *control);
    void change();

    SettingsStore &m_store;
    QComboBox *m_clearAfter;
    QCheckBox *m_hideCodes;
    QComboBox *m_appearance;
    TextLabel *m_trouble;
};

} // namespace watchword::app
