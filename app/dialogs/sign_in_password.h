// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QWidget>

class QPushButton;

namespace watchword::app {

struct ErrorText;
class Note;
class PasswordField;
class Theme;

/// The part of a sign-in request's question that asks for the vault's password, where the server wants that before an approval.
class SignInPassword final : public QWidget
{
    Q_OBJECT

public:
    /// `host` may be shown in a sentence.
    SignInPassword(const Theme &theme, const QString &host, QWidget *parent = nullptr);

    /// Why it is asked for.
    QString why() const;

    SecretBytes text() const;
    bool isEmpty() const;
    /// It is being looked at whether it is the right one.
    void setChecking(bool isChecking);
    bool isChecking() const { return m_isChecking; }
    /// It is not, or nobody knows.
    void refuse(const ErrorText &words);
    void takeFocus();
    /// A key that nothing in the window wanted: the beginning of the password.
    bool takeKey(const class QKeyEvent &event);

    /// In the order of the Tab key.
    QList<QWidget *> stops() const;

Q_SIGNALS:
    void edited();
    /// Enter in the field.
    void submitted();
    /// Back to the question as it was.
    void cancelled();
    void sizeChanged();

private:
    PasswordField *m_field;
    QPushButton *m_cancel;
    Note *m_refusal;
    bool m_isChecking = false;
};

} // namespace watchword::app
