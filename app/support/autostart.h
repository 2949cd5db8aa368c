// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>

namespace watchword::app {

/// Whether the desktop starts the program, hidden, with the session. That is so because of a file in the desktop's autostart
/// folder, and of nothing else, so nothing else is remembered: who adds, changes or removes it by hand has said so here too.
/// https://specifications.freedesktop.org/autostart-spec/latest/
class Autostart
{
public:
    struct Places {
        QString folder; ///< `$XDG_CONFIG_HOME/autostart`
        QStringList
            sharedFolders; ///< where a file of that name, by an administrator, counts unless the person's own says otherwise
        QString program; ///< what is to be started
    };
    static Places usualPlaces();

    explicit Autostart(Places places = usualPlaces())
        : m_places(std::move(places))
    {
    }

    static QString fileName();

    /// Not when the file is switched off (Hidden), or starts a program that is not there.
    bool isOn() const;
    /// Whether the file could be written, as far as can be seen.
    bool canChange() const;
    /// Writes the file as a whole, or takes it away. One that the person made is switched off and on, and else left as it is.
    /// Errors: NoPermission, ReadOnlyDisk, DiskFull, WriteFailed.
    Result<void> set(bool on);
    /// Where our own file starts a program that is not there any more, as after an upgrade, it is made to start this one.
    void repair();

private:
    struct File;
    QString path() const { return m_places.folder + QLatin1Char('/') + fileName(); }
    QByteArray sharedFile() const;
    QByteArray freshFile() const;
    Result<void> write(const QByteArray &content, const File &old);

    Places m_places;
};

} // namespace watchword::app
