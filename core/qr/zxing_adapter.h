// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"
#include "core/qr/grey_view.h"

#include <QImage>
#include <QPoint>

#include <array>
#include <optional>
#include <span>
#include <vector>

/// Everything that knows ZXing-C++, for its versions 1.4 and 2.x. Its exceptions end here; strings and bytes that it
/// gave are wiped here.
namespace watchword::qr::zxing {

/// Which kinds of codes a look is for.
enum class Kinds { Qr, MicroQr, AllOthers };

/// A code in a grey view: corners in the view's pixels, clockwise from the code's own top left.
struct Decoded {
    SecretBytes payload;
    std::array<QPoint, 4> corners;
    bool isQr = true;
};

/// Dark codes on a light ground, at the view's own size. Costs much on views full of squares: give it tiles.
std::vector<Decoded> decode(const GreyView &view, Kinds kinds);

/// The text of a code whose modules are known: 1 for each dark one, row by row. Nothing when they make no sense.
std::optional<SecretBytes> decodeModules(std::span<const uchar> dark, int dimension);

/// Error correction level M, quiet zone 4, one pixel a module. `payload` is UTF-8. Error: TooLarge.
Result<QImage> encode(ByteView payload);

} // namespace watchword::qr::zxing
