// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace watchword::app {

class TextLabel;
class Theme;

/// Over the list: a sign-in waits for an answer, or several do. It goes with them and never by itself.
class SignInBanner final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInBanner(const Theme &theme, QWidget *parent = nullptr);

    /// Empty: nothing waits. `canReview`: it can be looked at.
    void say(const QString &sentence, bool canReview = true);

Q_SIGNALS:
    void reviewRequested();

private:
    TextLabel *m_text;
    QPushButton *m_review;
};

} // namespace watchword::app
