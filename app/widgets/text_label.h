// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/tokens.h"
#include "app/support/theme/type_roles.h"

#include <QLabel>

namespace watchword::app {

class Theme;

/// Plain text in a role and a colour of the theme, which it goes on following. Wraps.
class TextLabel final : public QLabel
{
    Q_OBJECT

public:
    TextLabel(const Theme &theme, TypeRole role, const QString &text, QWidget *parent = nullptr,
              TokenMember colour = &Tokens::text);

    void setColour(TokenMember colour);

private:
    void follow();

    const Theme &m_theme;
    TypeRole m_role;
    TokenMember m_colour;
};

} // namespace watchword::app
