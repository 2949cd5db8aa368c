// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QImage>
#include <QString>

namespace watchword::app {

/// Reads the picture of the screen at the address that a portal gave, and deletes the file, also one that cannot be read.
/// Only a regular file of this computer is touched. The picture is Format_RGB32 and not shared. Blocking. Errors:
/// CaptureFailed.
Result<QImage> takePortalPicture(const QString &uri);

} // namespace watchword::app
