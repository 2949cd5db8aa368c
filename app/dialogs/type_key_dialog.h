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
    /// What was put into the field of the key is a link: it says more than the form asks for. Take it with `takeLink`.
    void linkGiven();

public:
    accounts::Proposal takeProposal();
    SecretBytes takeLink();

private:
    QLineEdit *addField(const QString &label);
    void checkKey(bool isFinished);
    /// Whether it was a link, which is given on.
    bool giveLink();
    void next();

    QLineEdit *m_issuer = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_key = nullptr;
    TextLabel *m_keyState = nullptr;
    QPushButton *m_moreButton = nullptr;
    ParametersForm *m_more = nullptr;
    accounts::Proposal m_proposal;
    SecretBytes m_link;
    qsizetype m_keyLength = 0; // before the last change
};

} // namespace watchword::app
