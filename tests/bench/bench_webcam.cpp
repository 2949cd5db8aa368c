// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_webcam FIRST COUNT FOLDER: makes frames of a webcam (tests/tools/screens/photo.h), reads each as the program does (its
// luminance, within the same time), and writes them to a folder for other readers, each SEED.png with SEED.txt, what the code holds.
// Prints a line for each: SEED read|missed MILLISECONDS. bench_camera.py runs it.
#include "core/qr/reader.h"
#include "tests/tools/screens/photo.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

using namespace watchword;

namespace {

constexpr int millisecondsForOne = 400; // as app/flows/live_reader.cpp

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const quint32 first = arguments[1].toUInt();
    const QDir folder(arguments[3]);
    qr::Reader reader;
    for (quint32 seed = first; seed < first + arguments[2].toUInt(); ++seed) {
        const screens::Screen screen = screens::generateWebcamFrame(seed);
        const QImage frame = screen.picture.convertToFormat(QImage::Format_Grayscale8);
        const QString name = folder.filePath(QString::number(seed));
        if (!frame.save(name + QStringLiteral(".png"))
            || !write(name + QStringLiteral(".txt"), screen.codes[0].payload))
            return 1;
        QElapsedTimer timer;
        timer.start();
        const std::vector<qr::Found> found = reader.read(frame, {millisecondsForOne, nullptr});
        const qint64 took = timer.elapsed();
        const bool isRead = std::ranges::any_of(
            found, [&](const qr::Found &each) { return each.isQr && each.payload.text() == screen.codes[0].payload; });
        std::printf("%u %s %lld\n", seed, isRead ? "read" : "missed", static_cast<long long>(took));
        std::fflush(stdout);
    }
    return 0;
}
