// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Readers of QR codes side by side on screens that are made up (tests/tools/screens):
//   bench_screens [--photos] --seeds A-B [--step N] [--only READER,READER] [--misses READER] --out FILE
//       runs every N-th of these seeds, adds to FILE, prints what FILE holds then; multiples of 5 have no code, but for
//       photographs, which have one each
//   bench_screens --report FILE…
//       prints what was run, perhaps by several processes
// Readers: ours, zxing, zxing+inverted, zbar, zbar+inverted, zxing-wasm (where ZXING_WASM is set: see README.md). Seeds 1 to 100 may be tuned on (101 to 100,000
// serve to set up the mixture of classes); reported figures come from seeds above 100,000 that nobody has looked at. ZXing
// may take minutes for a screen full of look-alikes and is stopped after one: run two processes, each with seeds of its own.
// A reader run again replaces its older results: `--only ours` after a change, the others stay.
#include "tests/bench/screen_readers.h"
#include "tests/bench/screen_results.h"
#include "tests/tools/screens/photo.h"

#include <QCommandLineParser>
#include <QCryptographicHash>
#include <QFile>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

using namespace watchword;
using namespace watchword::bench;

namespace {

/// Of every sixteenth row: enough to tell pictures apart.
QString digestOf(const QImage &picture)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int y = 0; y < picture.height(); y += 16)
        hash.addData(QByteArrayView(picture.constScanLine(y), qsizetype(picture.width()) * 4));
    return QString::fromLatin1(hash.result().first(8).toHex());
}

ScreenReading compare(const screens::Screen &screen, const Reading &reading)
{
    ScreenReading compared;
    compared.milliseconds = reading.milliseconds;
    compared.wasStopped = reading.wasStopped;
    for (const screens::TrueCode &code : screen.codes) {
        if (code.counts)
            compared.found.push_back(reading.qrCodes.contains(code.payload));
    }
    for (const QByteArray &payload : reading.qrCodes) {
        const auto isIt = [&](const screens::TrueCode &code) { return code.payload == payload; };
        compared.madeUp += int(std::ranges::none_of(screen.codes, isIt));
    }
    for (const QByteArray &payload : reading.others)
        compared.madeUp += int(std::ranges::find(screen.otherPayloads, payload) == screen.otherPayloads.end());
    return compared;
}

ScreenResult run(quint32 seed, bool isPhoto, const QStringList &only)
{
    const screens::Screen screen = isPhoto ? screens::generatePhoto(seed) : screens::generateScreen(seed);
    ScreenResult result;
    result.seed = seed;
    result.size = QStringLiteral("%1x%2").arg(screen.picture.width()).arg(screen.picture.height());
    result.picture = digestOf(screen.picture);
    for (const screens::TrueCode &code : screen.codes) {
        if (code.counts)
            result.codes.push_back(code.classes);
        else
            ++result.unreadable;
    }
    for (const Reader &reader : readers()) {
        if (only.isEmpty() || only.contains(QLatin1String(reader.name)))
            result.readings[reader.name] = compare(screen, reader.read(screen.picture));
    }
    return result;
}

/// What the reader missed or made up on a screen, one line a code.
void printMisses(const ScreenResult &result, const std::string &reader)
{
    const auto found = result.readings.find(reader);
    if (found == result.readings.end())
        return;
    if (found->second.madeUp > 0)
        std::printf("seed %u: %d made up\n", result.seed, found->second.madeUp);
    for (std::size_t i = 0; i < result.codes.size(); ++i) {
        if (found->second.found[i])
            continue;
        std::printf("seed %u missed:", result.seed);
        for (int kind = 0; kind < screens::codeClassCount; ++kind) {
            if (result.codes[i].has(screens::CodeClass(kind)))
                std::printf(" [%s]", nameOf(screens::CodeClass(kind)));
        }
        std::printf("\n");
    }
}

int reportFiles(const QStringList &files)
{
    ScreenResults results;
    for (const QString &file : files) {
        if (!results.addFile(file))
            return 1;
    }
    results.report();
    return 0;
}

int runSeeds(const QCommandLineParser &options)
{
    const QStringList ends = options.value(QStringLiteral("seeds")).split(QLatin1Char('-'));
    const quint32 first = ends.front().toUInt();
    const quint32 last = ends.back().toUInt();
    const QStringList only = options.value(QStringLiteral("only")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const std::string missesOf = options.value(QStringLiteral("misses")).toStdString();
    const QString name = options.value(QStringLiteral("out"));
    const quint32 step = std::max(1U, options.value(QStringLiteral("step")).toUInt());
    QFile file(name);
    if (first == 0 || last < first || name.isEmpty() || !file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        std::fputs(
            "usage: bench_screens [--photos] --seeds A-B [--step N] [--only READER,...] [--misses READER] --out FILE | --report FILE...\n",
            stderr);
        return 2;
    }
    for (quint32 seed = first; seed <= last; seed += step) {
        const ScreenResult result = run(seed, options.isSet(QStringLiteral("photos")), only);
        printMisses(result, missesOf);
        file.write(asLine(result));
        file.flush();
    }
    file.close();
    return reportFiles({name});
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("photos"), QString()},
                        {QStringLiteral("seeds"), QString(), QStringLiteral("A-B")},
                        {QStringLiteral("step"), QString(), QStringLiteral("N")},
                        {QStringLiteral("only"), QString(), QStringLiteral("READERS")},
                        {QStringLiteral("misses"), QString(), QStringLiteral("READER")},
                        {QStringLiteral("out"), QString(), QStringLiteral("FILE")},
                        {QStringLiteral("report"), QString()}});
    options.process(application);
    return options.isSet(QStringLiteral("report")) ? reportFiles(options.positionalArguments()) : runSeeds(options);
}
