// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/accounts/account.h"

class QLineEdit;
class QVBoxLayout;

namespace watchword::app {

/// Other words for an account that is there.
class EditAccountDialog final : public PageDialog
{
    Q_OBJECT

public:
    EditAccountDialog(const Theme &theme, const accounts::Account &account, QWidget *parent);

    void setSaving();
    void setTrouble(const QString &sentence);

Q_SIGNALS:
    void saveRequested(const QString &issuer, const QString &name);
    void trashRequested();

private:
    QLineEdit *addField(const QString &label, const QString &text);
    void save();

    QLineEdit *m_issuer = nullptr;
    QLineEdit *m_name = nullptr;
    TextLabel *m_trouble = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace watchword::app
