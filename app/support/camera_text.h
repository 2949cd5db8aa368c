// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/error_text.h"

namespace watchword::app {

/// Why nothing is read with a camera.
enum class CameraTrouble {
    NoCamera,
    Busy,      ///< somebody else has it
    Refused,   ///< the person may not use it
    NoPicture, ///< nobody knows why
    Unplugged,
    Crashed, ///< the program with the camera
    Missing, ///< the same
    Covered, ///< what it sees is black
    Pattern, ///< bars, which a camera shows that has no picture
};

/// In words.
ErrorText cameraText(CameraTrouble trouble);

} // namespace watchword::app
