// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/push/push_inbox.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace watchword::app {

class FactList;
class Note;
class NumberChoices;
class RingWidget;
class SignInPassword;
class TextLabel;
class Theme;

/// What a request is, and the number where one is asked for: the part of the prompt above its two buttons.
class SignInQuestion final : public QWidget
{
    Q_OBJECT

public:
    SignInQuestion(const Theme &theme, const push::Request &request, const accounts::PushAccount &account);

    /// UNIX milliseconds, both; the first is another one when somebody has set the clock.
    void setTime(qint64 firstSeen, qint64 now);
    /// The line above the buttons: what to mind, or why something cannot be done now.
    void setRemark(const QString &text);
    /// The answer is being sent, or the password asked for: no number can be typed.
    void setBusy(bool isBusy);

    bool asksForNumber() const { return !m_request.challenge.options.isEmpty(); }
    /// The option that was typed or chosen; what was typed when it is none; empty while there is nothing.
    QString number() const;
    /// A number that was not offered was given for the first time.
    void pointOut();
    /// A key that nothing in the window wanted: the beginning of a number or of the password, or a choice by its place.
    bool takeKey(const class QKeyEvent &event);

    /// In the order of the Tab key, after Deny.
    QList<QWidget *> stops() const;

    /// The vault's password is asked for, below what there is to be seen; until it is taken away again.
    SignInPassword *askPassword();
    SignInPassword *password() const { return m_password; }
    void endPassword();
    /// Instead: there is no password to ask for. `note` is shown in its place.
    void showNote(Note *note);

Q_SIGNALS:
    void numberChanged();
    /// Enter in the field.
    void numberEntered();
    /// Parts came or went.
    void sizeChanged();

private:
    void setBelow(QWidget *part);
    QBoxLayout *makeHead();
    QWidget *makeFacts();
    QWidget *makeNumber();
    QString numberQuestion() const;
    bool canBeTyped() const;
    void showChoices();

    const Theme &m_theme;
    push::Request m_request;
    const accounts::PushAccount m_account;
    QVBoxLayout *m_column;
    RingWidget *m_ring = nullptr;
    TextLabel *m_timeLeft = nullptr; ///< instead, with large text
    FactList *m_facts = nullptr;
    int m_arrived = 0;
    QLineEdit *m_field = nullptr;
    QPushButton *m_showChoices = nullptr;
    NumberChoices *m_choices = nullptr;
    TextLabel *m_numberHint = nullptr;
    Note *m_slip = nullptr;
    TextLabel *m_remark = nullptr;
    SignInPassword *m_password = nullptr;
    QWidget *m_below = nullptr; ///< that, or the note in its place
};

} // namespace watchword::app
