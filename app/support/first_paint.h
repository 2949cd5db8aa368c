// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLoggingCategory;
class QWidget;

namespace watchword::app {

/// Where that category is asked for, says `words` in the log when a window has been painted for the first time.
void logFirstPaint(QWidget &window, const QLoggingCategory &category, const char *words);

} // namespace watchword::app
