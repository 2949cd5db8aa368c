// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/camera_messages.h"

#include <QHash>
#include <QSet>

namespace watchword::app {

/// The cameras that there really are, of those that Qt lists. Qt 6.4 lists each that was there at the start a second time when its
/// event loop begins, and forgets only the first of the two when the camera is unplugged.
class DeviceList
{
public:
    /// What is listed now. `isBeginning`: so early that what is new may be the second entry of what was there.
    void take(const QList<camera::Device> &listed, bool isBeginning);

    /// Each once; also two of the same name, when there are two.
    const QList<camera::Device> &devices() const { return m_devices; }

private:
    QHash<QString, int> m_mayRepeat; ///< how many of a name were there at the start and have not been listed again
    QSet<QByteArray> m_seen;
    QSet<QByteArray> m_repeats;
    bool m_hasStarted = false;
    QList<camera::Device> m_devices;
};

} // namespace watchword::app
