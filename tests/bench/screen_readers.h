// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QImage>

#include <span>

namespace watchword::bench {

/// What one reader read on a screen.
struct Reading {
    QByteArrayList qrCodes;
    QByteArrayList others;   ///< of other kinds of barcodes, where it was asked for them
    bool wasStopped = false; ///< it took more than a minute of processor time: nothing was read
    double milliseconds = 0; ///< of processor time, all threads together, from the picture in colour to the texts
};

/// A reader of QR codes, called as a person would.
struct Reader {
    const char *name;
    Reading (*read)(const QImage &picture);
};

/// Ours first: `ours`, `zxing` (tryHarder, downscale 3, the whole screen), `zxing+inverted` (a second pass), `zbar`,
/// `zbar+inverted` (its own option), and, where ZXING_WASM names the folder of that npm package, `zxing-wasm`: the newest
/// ZXing-C++, run by node.
std::span<const Reader> readers();

} // namespace watchword::bench
