// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

#include <QImage>
#include <QPoint>

#include <array>
#include <atomic>
#include <vector>

namespace watchword::qr {

/// One code found in a picture: its text as bytes (UTF-8 where the code is text) and its corners in the picture's
/// pixels, clockwise from the code's own top left.
struct Found {
    SecretBytes payload;
    std::array<QPoint, 4> corners;
    bool isQr = true; ///< false: another kind of barcode
};

/// Limits on a search.
struct SearchLimits {
    int milliseconds = 3000;                     ///< looked at between tiles
    const std::atomic_bool *cancelled = nullptr; ///< looked at between tiles
};

/// All codes of a picture, dark on light and light on dark, each once, in reading order. Blocking: call it off the GUI
/// thread. A null picture gives none.
std::vector<Found> readCodes(const QImage &picture, const SearchLimits &limits = {});

} // namespace watchword::qr
