// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/zxing_adapter.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>

#include <QUtf8StringView>

#include <algorithm>
#include <string>
#include <utility>

namespace watchword::qr::zxing {

namespace {

// Up to 2.1 the options are called DecodeHints, later ReaderOptions; what is found is a Result or a Barcode. From 2.0 on
// the library would also try inverted and scaled pictures by itself, which the caller does here for every version alike.
#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif
using Barcode = decltype(ZXing::ReadBarcode(std::declval<const ZXing::ImageView &>()));

template <class AnyOptions>
void switchOffInversion(AnyOptions &options)
{
    if constexpr (requires { options.setTryInvert(false); })
        options.setTryInvert(false);
}

Options optionsFor(Kinds kinds)
{
    using enum ZXing::BarcodeFormat;
    Options options;
    options.setTryHarder(true);
    options.setTryDownscale(false);
    switchOffInversion(options);
    if (kinds == Kinds::Qr)
        options.setFormats(QRCode);
    else if (kinds == Kinds::MicroQr)
        options.setFormats(MicroQRCode);
    else
        options.setFormats(Aztec | DataMatrix | PDF417 | Code128 | Code39 | EAN13 | EAN8 | ITF | UPCA);
    return options;
}

void wipeString(std::string &text)
{
    wipe(std::as_writable_bytes(std::span(text)));
}

/// The library gives its own bytes as const, but they belong to an object of ours that is not.
void wipeContentOf(Barcode &barcode)
{
    const auto &bytes = barcode.bytes();
    wipe(std::as_writable_bytes(std::span(const_cast<std::uint8_t *>(bytes.data()), bytes.size())));
}

bool isUtf8(ByteView bytes)
{
    return QUtf8StringView(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())).isValidUtf8();
}

/// The bytes as they stand where they are UTF-8 (the library's guess takes short UTF-8 for Shift JIS now and then), else
/// what the library makes of their character set; bytes that are no text stay as they are.
SecretBytes payloadOf(const Barcode &barcode)
{
    const auto &bytes = barcode.bytes();
    const ByteView raw = std::as_bytes(std::span(bytes.data(), bytes.size()));
    const bool isText = barcode.contentType() == ZXing::ContentType::Text;
    if (!isText || (isUtf8(raw) && !barcode.hasECI()))
        return SecretBytes::copyOf(raw);
    std::string text = barcode.text();
    SecretBytes payload = SecretBytes::copyOf(std::as_bytes(std::span(text)));
    wipeString(text);
    return payload;
}

std::array<QPoint, 4> cornersOf(const Barcode &barcode)
{
    const auto &position = barcode.position();
    std::array<QPoint, 4> corners;
    std::ranges::transform(position, corners.begin(), [](const auto &point) { return QPoint(point.x, point.y); });
    // A mirrored code's corners run the other way round.
    const QPoint across = corners[1] - corners[0];
    const QPoint down = corners[3] - corners[0];
    if (qint64(across.x()) * down.y() - qint64(across.y()) * down.x() < 0)
        std::swap(corners[1], corners[3]);
    return corners;
}

bool isAscii(ByteView bytes)
{
    return std::ranges::all_of(bytes, [](std::byte byte) { return byte < std::byte{0x80}; });
}

} // namespace

std::vector<Decoded> decode(const GreyView &view, Kinds kinds)
{
    std::vector<Decoded> decoded;
    try {
        const ZXing::ImageView image(view.pixels, view.width, view.height, ZXing::ImageFormat::Lum, view.stride);
        auto barcodes = ZXing::ReadBarcodes(image, optionsFor(kinds));
        for (Barcode &barcode : barcodes) {
            if (barcode.isValid())
                decoded.push_back(
                    {payloadOf(barcode), cornersOf(barcode), barcode.format() == ZXing::BarcodeFormat::QRCode});
            wipeContentOf(barcode);
        }
    } catch (const std::exception &) {
        return decoded; // what the library cannot cope with holds no code that could be read
    }
    return decoded;
}

std::optional<SecretBytes> decodeModules(std::span<const uchar> dark, int dimension)
{
    constexpr int quietZone = 2; // modules
    constexpr int scale = 2;     // pixels a module
    const int side = (dimension + 2 * quietZone) * scale;
    std::vector<uchar> pixels(std::size_t(side) * std::size_t(side), 255);
    for (int y = 0; y < dimension * scale; ++y) {
        for (int x = 0; x < dimension * scale; ++x) {
            if (dark[std::size_t(y / scale) * std::size_t(dimension) + std::size_t(x / scale)] != 0)
                pixels[std::size_t(y + quietZone * scale) * std::size_t(side) + std::size_t(x + quietZone * scale)] = 0;
        }
    }
    std::optional<SecretBytes> payload;
    try {
        Options options = optionsFor(Kinds::Qr);
        options.setIsPure(true);
        options.setBinarizer(ZXing::Binarizer::BoolCast);
        Barcode barcode = ZXing::ReadBarcode({pixels.data(), side, side, ZXing::ImageFormat::Lum}, options);
        if (barcode.isValid())
            payload = payloadOf(barcode);
        wipeContentOf(barcode);
    } catch (const std::exception &) {
        payload.reset(); // as if they made no sense
    }
    wipe(std::as_writable_bytes(std::span(pixels)));
    return payload;
}

Result<QImage> encode(ByteView payload)
{
    constexpr int quietZone = 4;
    constexpr int levelM = 4; // the library counts 1–8, two steps a level
    std::string text(reinterpret_cast<const char *>(payload.data()), payload.size());
    ZXing::BitMatrix modules;
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setMargin(quietZone).setEccLevel(levelM);
        if (!isAscii(payload)) // pure ASCII needs no mark of its character set, which some readers do not know
            writer.setEncoding(ZXing::CharacterSet::UTF8);
        modules = writer.encode(text, 0, 0);
    } catch (const std::exception &) {
        wipeString(text);
        return failure(ErrorCode::TooLarge, QStringLiteral("QR code of %1 bytes").arg(payload.size()));
    }
    wipeString(text);
    QImage picture(modules.width(), modules.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < modules.height(); ++y) {
        uchar *row = picture.scanLine(y);
        for (int x = 0; x < modules.width(); ++x)
            row[x] = modules.get(x, y) ? 0 : 255;
    }
    return picture;
}

} // namespace watchword::qr::zxing
