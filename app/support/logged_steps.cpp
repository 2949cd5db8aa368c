// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/logged_steps.h"

namespace watchword::app {

Q_LOGGING_CATEGORY(scanSteps, "watchword.scan", QtInfoMsg)
Q_LOGGING_CATEGORY(signInSteps, "watchword.signin", QtInfoMsg)

} // namespace watchword::app
