// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

#include <QImage>
#include <QPoint>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace watchword::qr {

/// One code found in a picture: its text as bytes (UTF-8 where the code is text) and its corners in the picture's
/// pixels, clockwise from the code's own top left.
struct Found {
    SecretBytes payload;
    std::array<QPoint, 4> corners;
    bool isQr = true; ///< false: another kind of barcode
};

/// From top to bottom, and from left to right where codes stand side by side.
std::vector<Found> inReadingOrder(std::vector<Found> codes);

/// Limits on a search.
struct SearchLimits {
    int milliseconds = 3000;                     ///< looked at between steps
    const std::atomic_bool *cancelled = nullptr; ///< looked at between steps
};

/// Reads the codes of pictures, dark on light and light on dark. Its memory serves one picture after the other; nothing of a
/// picture stays in it. Blocking: call it off the GUI thread, one picture at a time.
class Reader
{
public:
    Reader();
    ~Reader();

    /// All codes of a picture, each once, in reading order. A null picture gives none. `onFound` hears of each code as soon
    /// as it is read, `onNoQrCode` that there is no QR code and others are looked for.
    std::vector<Found> read(const QImage &picture, const SearchLimits &limits = {},
                            const std::function<void(const Found &)> &onFound = {},
                            const std::function<void()> &onNoQrCode = {});

private:
    std::unique_ptr<class Pyramid> m_pyramid;
};

/// The same for one picture.
std::vector<Found> readCodes(const QImage &picture, const SearchLimits &limits = {});

} // namespace watchword::qr
