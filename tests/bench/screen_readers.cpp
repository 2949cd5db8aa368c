// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/screen_readers.h"

#include "core/qr/reader.h"

#include <zbar.h> // first: a macro of the next one is a name in it

#include <ZXing/ReadBarcode.h>

#include <QDataStream>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <functional>
#include <memory>

namespace watchword::bench {

namespace {

double processorMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

Reading timed(const std::function<void(Reading &)> &read)
{
    Reading reading;
    const double before = processorMilliseconds();
    read(reading);
    reading.milliseconds = processorMilliseconds() - before;
    return reading;
}

/// Read by a child that the system stops after a minute of processor time: ZXing tries all triples of what looks like a
/// corner, which takes many minutes where there are thousands. One that crashes counts as stopped.
Reading timedInChild(const std::function<void(Reading &)> &read)
{
    constexpr rlim_t seconds = 60;
    Reading reading;
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        qFatal("no pipe");
    const pid_t child = fork();
    if (child == 0) {
        const rlimit limit{seconds, seconds};
        setrlimit(RLIMIT_CPU, &limit);
        reading = timed(read);
        QFile output;
        output.open(ends[1], QIODevice::WriteOnly);
        QDataStream stream(&output);
        stream << reading.qrCodes << reading.others << reading.milliseconds;
        output.close();
        _exit(0);
    }
    close(ends[1]);
    QFile input;
    if (child < 0 || !input.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        qFatal("no child");
    const QByteArray answer = input.readAll();
    int status = 0;
    waitpid(child, &status, 0);
    QDataStream stream(answer);
    stream >> reading.qrCodes >> reading.others >> reading.milliseconds;
    if (!WIFEXITED(status)) {
        reading.wasStopped = true;
        reading.milliseconds = double(seconds) * 1e3;
    }
    return reading;
}

void addOurs(const QImage &picture, Reading &reading)
{
    // Its own time limit is as people have it.
    for (const qr::Found &found : qr::readCodes(picture))
        (found.isQr ? reading.qrCodes : reading.others).append(found.payload.text().toByteArray());
}

void addZxing(const QImage &picture, Reading &reading)
{
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(true);
    hints.setTryDownscale(true);
    hints.setDownscaleFactor(3);
    const ZXing::ImageView view(picture.constBits(), picture.width(), picture.height(), ZXing::ImageFormat::BGRX,
                                int(picture.bytesPerLine()));
    for (const ZXing::Result &result : ZXing::ReadBarcodes(view, hints)) {
        if (result.isValid())
            reading.qrCodes.append(
                QByteArray(reinterpret_cast<const char *>(result.bytes().data()), qsizetype(result.bytes().size())));
    }
}

void addZbar(const QImage &picture, bool testInverted, Reading &reading)
{
    // Rows without padding, as the library wants them.
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < grey.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    const std::unique_ptr<zbar::zbar_image_scanner_t, decltype(&zbar::zbar_image_scanner_destroy)> scanner(
        zbar::zbar_image_scanner_create(), zbar::zbar_image_scanner_destroy);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_BINARY, 1);
    if (testInverted)
        zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_TEST_INVERTED, 1);
    const std::unique_ptr<zbar::zbar_image_t, decltype(&zbar::zbar_image_destroy)> image(zbar::zbar_image_create(),
                                                                                         zbar::zbar_image_destroy);
    constexpr unsigned long y800 = 0x30303859;
    zbar::zbar_image_set_format(image.get(), y800);
    zbar::zbar_image_set_size(image.get(), unsigned(grey.width()), unsigned(grey.height()));
    zbar::zbar_image_set_data(image.get(), pixels.constData(), static_cast<unsigned long>(pixels.size()), nullptr);
    zbar::zbar_scan_image(scanner.get(), image.get());
    for (auto symbol = zbar::zbar_image_first_symbol(image.get()); symbol; symbol = zbar::zbar_symbol_next(symbol)) {
        if (zbar::zbar_symbol_get_type(symbol) == zbar::ZBAR_QRCODE)
            reading.qrCodes.append(
                QByteArray(zbar::zbar_symbol_get_data(symbol), qsizetype(zbar::zbar_symbol_get_data_length(symbol))));
    }
}

Reading byOurs(const QImage &picture)
{
    return timedInChild([&](Reading &reading) { addOurs(picture, reading); });
}

Reading byZxing(const QImage &picture)
{
    return timedInChild([&](Reading &reading) { addZxing(picture, reading); });
}

Reading byZxingTwice(const QImage &picture)
{
    return timedInChild([&](Reading &reading) {
        addZxing(picture, reading);
        QImage inverted = picture.copy();
        inverted.invertPixels();
        addZxing(inverted, reading);
    });
}

Reading byZbar(const QImage &picture)
{
    return timed([&](Reading &reading) { addZbar(picture, false, reading); });
}

Reading byZbarInverted(const QImage &picture)
{
    return timed([&](Reading &reading) { addZbar(picture, true, reading); });
}

/// Node runs it: pictures go in through its standard input, and what was read comes back, a line of JSON each.
Reading byZxingWasm(const QImage &picture)
{
    static QProcess node;
    if (node.state() == QProcess::NotRunning) {
        node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        node.start(QStringLiteral("node"),
                   {QStringLiteral(WATCHWORD_ZXING_WASM_SCRIPT), qEnvironmentVariable("ZXING_WASM")});
        if (!node.waitForStarted())
            qFatal("no node");
    }
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray message;
    QDataStream head(&message, QIODevice::WriteOnly);
    head.setByteOrder(QDataStream::LittleEndian);
    head << quint32(grey.width()) << quint32(grey.height());
    for (int y = 0; y < grey.height(); ++y)
        message.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    node.write(message);
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!node.waitForReadyRead(-1))
            qFatal("node has gone");
        line += node.readLine();
    }
    const QJsonObject answer = QJsonDocument::fromJson(line).object();
    Reading reading;
    reading.milliseconds = answer[QStringLiteral("ms")].toDouble();
    for (const auto &text : answer[QStringLiteral("codes")].toArray())
        reading.qrCodes.append(QByteArray::fromBase64(text.toString().toLatin1()));
    return reading;
}

} // namespace

std::span<const Reader> readers()
{
    static constexpr std::array<Reader, 6> all{{{"ours", byOurs},
                                                {"zxing", byZxing},
                                                {"zxing+inverted", byZxingTwice},
                                                {"zbar", byZbar},
                                                {"zbar+inverted", byZbarInverted},
                                                {"zxing-wasm", byZxingWasm}}};
    static const bool hasWasm = qEnvironmentVariableIsSet("ZXING_WASM");
    return std::span(all).first(hasWasm ? 6 : 5);
}

} // namespace watchword::bench
