// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/desktop_kind.h"

#include <QStringList>

namespace watchword::app {

DesktopKind desktopKind(const QString &names)
{
    const QStringList onWlroots{QStringLiteral("sway"),    QStringLiteral("wlroots"), QStringLiteral("river"),
                                QStringLiteral("wayfire"), QStringLiteral("labwc"),   QStringLiteral("hikari")};
    const QStringList found = names.toLower().split(u':');
    for (const QString &name : found) {
        if (name == QLatin1String("gnome"))
            return DesktopKind::Gnome;
        if (name == QLatin1String("kde"))
            return DesktopKind::Kde;
        if (onWlroots.contains(name))
            return DesktopKind::Wlroots;
    }
    return DesktopKind::Other;
}

} // namespace watchword::app
