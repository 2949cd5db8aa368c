// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchword::app {

/// Light, dark, or as the desktop has it: what the person chose in the settings.
enum class Appearance { System, Light, Dark };

} // namespace watchword::app
