// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/scan_steps.h"

namespace watchword::app {

Q_LOGGING_CATEGORY(scanSteps, "watchword.scan", QtInfoMsg)

} // namespace watchword::app
