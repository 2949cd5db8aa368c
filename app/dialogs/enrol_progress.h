// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/page_dialog.h"
#include "core/push/enrolment_run.h"

#include <array>

class QLabel;

namespace watchword::app {

class Note;

/// An enrolment that was agreed to: how far it is, then the invitation to try it, then that the try has arrived.
class EnrolProgress final : public PageDialog
{
    Q_OBJECT

public:
    /// `host` as it may be shown.
    EnrolProgress(const Theme &theme, const QString &host, QWidget *parent);

    /// One of those before Done.
    void setStep(push::EnrolmentRun::Step step);
    /// The keychain asks for its password.
    void setWaiting(bool isWaiting);
    /// The account is saved: now the service may ask.
    void inviteTest();
    /// What came of asking the server, while the test is waited for.
    enum class Contact { Asking, Well, Trouble };
    void setContact(Contact contact, const QString &title, const QString &text = {});
    /// The test came and was answered.
    void showTested(const QString &title, const QString &text);
    /// While there is something to stop, it asks for that.
    void reject() override;

Q_SIGNALS:
    void stopRequested();
    void checkRequested();

private:
    enum class Face { Working, Testing, Tested };
    struct Line {
        QLabel *icon = nullptr;
        TextLabel *words = nullptr;
        QString what;
    };

    QWidget *makeSteps(const QString &host);
    void setWords(const QString &title, const QString &lead);
    void showCancel();

    Face m_face = Face::Working;
    bool m_isWaiting = false;
    push::EnrolmentRun::Step m_step = push::EnrolmentRun::Step::Waiting;
    TextLabel *m_title;
    TextLabel *m_lead;
    std::array<Line, 4> m_lines; ///< filled with the next one
    QWidget *m_steps;
    std::array<Note *, 3> m_contacts; ///< one a Contact
    Note *m_otherWay;                 ///< for the day when this computer is lost
    QPushButton *m_leave;
    QPushButton *m_check;
};

} // namespace watchword::app
