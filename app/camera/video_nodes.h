// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// What the kernel says of its cameras (`/dev/video0` and so on). Qt says nothing of a camera that somebody else has, and does not
/// list one that may not be used.
namespace watchword::app {

struct VideoNodes {
    bool hasCamera = false; ///< that may be opened
    bool isRefused = false; ///< one may not be opened
    bool isBusy = false;    ///< somebody else has the one that was asked for
};

/// `name`: of the camera that gives no picture; only it is asked whether it is busy.
VideoNodes lookAtVideoNodes(const QString &name = {}, const QByteArray &folder = QByteArrayLiteral("/dev"));

} // namespace watchword::app
