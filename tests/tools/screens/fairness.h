// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/code_picture.h"

namespace watchword::screens {

/// Whether a code on the finished screen can be read at all by somebody who knows where each module is: every module of
/// the finder patterns shows its colour, and of the others so few do not that the error correction copes with room to spare.
bool isReadable(const QImage &screen, const Symbol &symbol, const CodePicture &code, const QPoint &topLeft,
                const Look &look);

} // namespace watchword::screens
