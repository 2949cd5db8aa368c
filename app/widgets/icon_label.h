// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/theme/theme.h"

#include <QLabel>

namespace watchword::app {

/// An icon beside words, in a colour of the theme: decoration.
class IconLabel final : public QLabel
{
public:
    IconLabel(const Theme &theme, const QString &name, TokenMember colour, int side)
    {
        const auto draw = [this, &theme, name, colour, side] {
            setPixmap(theme.icon(name, colour).pixmap(QSize(side, side), devicePixelRatioF()));
        };
        connect(&theme, &Theme::changed, this, draw);
        draw();
        setAlignment(Qt::AlignTop);
    }
};

} // namespace watchword::app
