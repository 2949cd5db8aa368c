// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "app/support/error_text.h"
#include "core/accounts/account.h"

class QLineEdit;

namespace watchword::app {

class ParametersForm;

/// The form for a key typed by hand. The key is checked while it is typed, and never put right silently.
class TypeKeyDialog final : public PageDialog
{
    Q_OBJECT

public:
    TypeKeyDialog(const Theme &theme, QWidget *parent);
    ~TypeKeyDialog() override;

Q_SIGNALS:
    /// "Next" was chosen and what was typed makes an account; take it with `takeProposal`.
    void proposed();

public:
    accounts::Proposal takeProposal();

private:
    QLineEdit *addField(const QString &label);
    void checkKey(bool isFinished);
    void next();

    QLineEdit *m_issuer = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_key = nullptr;
    TextLabel *m_keyState = nullptr;
    QPushButton *m_moreButton = nullptr;
    ParametersForm *m_more = nullptr;
    accounts::Proposal m_proposal;
};

} // namespace watchword::app
