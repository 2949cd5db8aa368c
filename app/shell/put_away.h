// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchword::app {

/// Closes every dialog and menu of the program, without asking anything, and deletes the dialogs with what they show.
void putAwayDialogs();

} // namespace watchword::app
