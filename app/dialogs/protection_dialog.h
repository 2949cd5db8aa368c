// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/base/secret_bytes.h"

namespace watchword::app {

class PasswordField;

/// Asks for what is needed to change what protects the accounts: a new password twice, the present one, or both. While it is
/// being done the dialog cannot be closed.
class ProtectionDialog final : public PageDialog
{
    Q_OBJECT

public:
    enum class Aim {
        FirstPassword, ///< before there are accounts
        MoveOut,       ///< of the keychain, to a password
        NewPassword,
        UseKeychain,
    };

    /// `aside` is what else follows from it, for these accounts; may be empty.
    ProtectionDialog(const Theme &theme, Aim aim, const QString &aside, QWidget *parent);

    Aim aim() const { return m_aim; }
    SecretBytes presentPassword() const;
    SecretBytes newPassword() const;
    /// It is being done.
    void setBusy();
    /// The keychain asks for its password, in a window of its own.
    void setWaiting(bool isWaiting);
    /// It was not done, and why; another try can be made.
    void setTrouble(const QString &trouble);
    void setWrongPassword(const QString &trouble);
    /// Closes whatever is being done.
    void leave();
    /// Not while it is being done.
    void reject() override;

Q_SIGNALS:
    /// What was typed can be used.
    void wanted();
    void stopWaitingRequested();

private:
    /// A field with its caption above and what is said of it below.
    struct Entry {
        PasswordField *field = nullptr;
        TextLabel *words = nullptr;
    };

    bool needsPresent() const { return m_aim == Aim::NewPassword || m_aim == Aim::UseKeychain; }
    bool needsNew() const { return m_aim != Aim::UseKeychain; }
    void addExplanation(const QString &aside);
    Entry addEntry(const QString &caption);
    void addButtons();
    void judgeNew();
    void compare();
    void say(const Entry &entry, const QString &words, TokenMember colour = &Tokens::text2);
    /// Says what is wrong with an entry, and leads there.
    void object(const Entry &entry, const QString &words);
    void goOn();
    void submit();
    void setEditable(bool isEditable);
    QString actionWords() const;

    Aim m_aim;
    bool m_isBusy = false;
    bool m_isWaiting = false;
    Entry m_present;
    Entry m_new;
    Entry m_again;
    TextLabel *m_trouble;
    QPushButton *m_leave;
    QPushButton *m_do;
};

} // namespace watchword::app
