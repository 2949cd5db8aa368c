// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace watchword::app {

/// How long nobody has touched keyboard or mouse, as the X server says it. Empty where our windows are not under X11.
std::optional<std::chrono::milliseconds> x11IdleTime();

} // namespace watchword::app
