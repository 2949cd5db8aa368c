// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/migration_collector.h"

#include <QString>

namespace watchword::app {

/// "Part 2 of 3 is missing." or "Parts 2 and 4 of 5 are missing."; empty when none is.
QString missingPartsText(const transfer::MigrationSet &set);
/// "2" or "2, 4 and 5".
QString numbersText(const QList<int> &numbers);

} // namespace watchword::app
