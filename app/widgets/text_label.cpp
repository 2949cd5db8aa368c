// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/text_label.h"

#include "app/support/theme/theme.h"

namespace watchword::app {

TextLabel::TextLabel(const Theme &theme, TypeRole role, const QString &text, QWidget *parent, TokenMember colour)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_role(role)
    , m_colour(colour)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    connect(&theme, &Theme::changed, this, &TextLabel::follow);
    follow();
}

void TextLabel::setColour(TokenMember colour)
{
    m_colour = colour;
    follow();
}

void TextLabel::follow()
{
    setFont(m_theme.font(m_role));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme.tokens().*m_colour);
    setPalette(colours);
}

} // namespace watchword::app
