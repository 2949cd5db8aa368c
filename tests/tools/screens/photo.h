// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/screen.h"

/// Photographs that people take of codes, of which everything is known.
namespace watchword::screens {

/// The photograph of a seed: one code on paper, a phone or a monitor, seen from the side by up to 50 degrees through a lens that
/// is not quite sharp, with noise, glare and moiré, kept as JPEG. Seeds 1 to 100,000 may be tuned on; figures come from seeds
/// above that nobody has looked at. Every code counts: readers are compared on the same photographs. Needs a QGuiApplication.
Screen generatePhoto(quint32 seed);

/// The same for one frame of a webcam: 640 × 480, a code held up to it by hand, mostly upright and turned away by up to 30 degrees,
/// coarse (2.2 to 6 pixels a module), noisy, not quite sharp, too dark or too bright.
Screen generateWebcamFrame(quint32 seed);

} // namespace watchword::screens
