// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/random.h"

#include <QByteArray>
#include <QImage>

namespace watchword::screens {

/// A barcode of another kind (Data Matrix, Aztec, PDF417, EAN, Code 128) with its text.
struct OtherBarcode {
    QImage picture;
    QByteArray payload;
};
OtherBarcode anyOtherBarcode(Random &random);

} // namespace watchword::screens
