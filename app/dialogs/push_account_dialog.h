// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/push/push_service.h"
#include "core/vault/edit.h"

class QLineEdit;

namespace watchword::app {

class Note;

/// How an account that approves sign-ins stands at one moment.
struct PushStanding {
    push::PushStatus status;
    qint64 mutedUntil = 0; ///< UNIX milliseconds; 0: not
    int waiting = 0;       ///< sign-ins that wait for an answer
    bool isPaused = false; ///< while the session is locked or asleep
    qint64 now = 0;        ///< UNIX milliseconds
};

/// The page of an account that approves sign-ins: how it stands with its server, what the server is, what it is called here,
/// and the way into the trash. The key is not to be seen.
class PushAccountDialog final : public PageDialog
{
    Q_OBJECT

public:
    PushAccountDialog(const Theme &theme, const accounts::PushAccount &account, QWidget *parent);

    accounts::AccountId id() const { return m_account.id; }
    void setStanding(const PushStanding &standing);
    /// What came of "Check now"; an empty one: it is being asked.
    void setResult(const QString &sentence);
    /// As it is now, perhaps changed by another program: fields that were not touched here follow. Without an account, or with
    /// one in the trash, nothing can be done any more.
    void follow(const std::optional<accounts::PushAccount> &account);
    void setSaving();
    void setTrouble(const QString &sentence);

Q_SIGNALS:
    void checkRequested();
    /// At least one thing is different.
    void saveRequested(const watchword::vault::Edit &edit);
    void trashRequested();

private:
    void addStanding();
    void addFacts();
    QLineEdit *addField(const QString &label, const QString &words);
    void addButtons();
    void sayCheck();
    vault::Edit edit() const;
    void save();

    accounts::PushAccount m_account; // as it was last known to be saved
    PushStanding m_standing;
    TextLabel *m_state = nullptr;
    TextLabel *m_result = nullptr;
    QPushButton *m_check = nullptr;
    Note *m_wrong = nullptr;
    Note *m_muted = nullptr;
    Note *m_clock = nullptr;
    Note *m_test = nullptr;
    QLineEdit *m_issuer = nullptr;
    QLineEdit *m_name = nullptr;
    TextLabel *m_trouble = nullptr;
    QPushButton *m_trash = nullptr;
    QPushButton *m_save = nullptr;
    bool m_isAsking = false;
    bool m_isGone = false;
};

} // namespace watchword::app
