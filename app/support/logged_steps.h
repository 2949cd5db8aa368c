// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace watchword::app {

/// How a scan of the screen, or by webcam, goes on, step by step, without a word of what was found. Silent unless asked for:
/// QT_LOGGING_RULES=watchword.scan.debug=true.
Q_DECLARE_LOGGING_CATEGORY(scanSteps)
/// The same of a request to approve a sign-in, from its window to the answer: QT_LOGGING_RULES=watchword.signin.debug=true.
Q_DECLARE_LOGGING_CATEGORY(signInSteps)

} // namespace watchword::app
