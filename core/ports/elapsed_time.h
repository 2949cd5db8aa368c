// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace watchword {

/// Milliseconds that have gone by since some moment before the program began, those while the computer was asleep included:
/// unlike Clock, nobody can set it.
qint64 elapsedMilliseconds();

} // namespace watchword
