// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchword::faults {

/// The program's clock (the monotonic one, by which timers go), which can be made to run: so that a program that waits 20 s
/// does so in a moment.
void startHurrying();
void stopHurrying();

/// Hurries until that many seconds of the program's own have gone by.
void waitHurried(int seconds);

} // namespace watchword::faults
