// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/tokens.h"
#include "app/widgets/card.h"

#include <QWidget>

class QVBoxLayout;

namespace watchword::app {

class TextLabel;
class Theme;

/// What became of a request: a sign, a title and sentences in the middle, and what goes with them below.
class SignInResult final : public QWidget
{
    Q_OBJECT

public:
    /// Which sign, and in which colours.
    struct Sign {
        QString icon;
        TokenMember ink = &Tokens::text2;
        TokenMember ground = &Tokens::sunken;
    };

    SignInResult(const Theme &theme, const Sign &sign, const QString &title, const QString &sentence);

    void addCode(const QString &code);
    void addWords(const QStringList &ofTheServer);
    void addNote(CardTone tone, const QString &title, const QString &text);
    /// A line in the middle that may be changed.
    TextLabel *addLine(const QString &text);
    void addButton(QWidget *button);

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
};

} // namespace watchword::app
