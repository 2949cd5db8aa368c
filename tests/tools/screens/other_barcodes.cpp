// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/other_barcodes.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QPainter>

#include <string>

namespace watchword::screens {

namespace {

/// The thirteenth digit makes the sum, counted three times at every second place, a multiple of ten.
QByteArray anyEan(Random &random)
{
    QByteArray digits;
    int sum = 0;
    for (int i = 0; i < 12; ++i) {
        const int digit = random.between(i == 0 ? 1 : 0, 9);
        digits.append(char('0' + digit));
        sum += digit * (i % 2 == 0 ? 1 : 3);
    }
    return digits + char('0' + (10 - sum % 10) % 10);
}

QByteArray anyText(Random &random)
{
    QByteArray text = "M1PASSENGER/ANNA E";
    for (int i = random.between(8, 60); i > 0; --i)
        text.append(char(random.chance(0.5) ? random.between('A', 'Z') : random.between('0', '9')));
    return text;
}

} // namespace

OtherBarcode anyOtherBarcode(Random &random)
{
    using enum ZXing::BarcodeFormat;
    const ZXing::BarcodeFormat format = random.oneOf({DataMatrix, DataMatrix, Aztec, Aztec, PDF417, EAN13, Code128});
    OtherBarcode barcode;
    barcode.payload = format == EAN13 ? anyEan(random) : anyText(random);
    if (format == Code128)
        barcode.payload.truncate(20);
    const ZXing::BitMatrix modules =
        ZXing::MultiFormatWriter(format).setMargin(0).encode(barcode.payload.toStdString(), 0, 0);
    const bool isLinear = format == EAN13 || format == Code128;
    const int pixels = random.between(2, isLinear ? 3 : 7);
    const int height = isLinear ? 40 : modules.height();
    const int margin = 6;
    barcode.picture = QImage((modules.width() + 2 * margin) * pixels, (height + 2 * margin) * pixels,
                             QImage::Format_ARGB32_Premultiplied);
    barcode.picture.fill(Qt::white);
    QPainter painter(&barcode.picture);
    painter.scale(pixels, pixels);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < modules.width(); ++x) {
            if (modules.get(x, isLinear ? 0 : y))
                painter.fillRect(margin + x, margin + y, 1, 1, Qt::black);
        }
    }
    return barcode;
}

} // namespace watchword::screens
