// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace watchword::app {

/// The whole of a file that somebody named, never of a pipe or device (which could block or never end). It may hold a
/// secret: whoever takes it wipes it. Blocking. Errors: FileNotFound, FileNotReadable, FileNotRegular, TooLarge (more than
/// `limit` bytes).
Result<QByteArray> readRegularFile(const QString &path, qint64 limit);

} // namespace watchword::app
