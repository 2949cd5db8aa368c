// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long finding QR codes takes on pictures of the size of a screen, and how far memory grows meanwhile:
// `bench_qr [PICTURE…]`.
// `bench_qr --write FILE WIDTH HEIGHT` writes one of them: the desktop with a code of 3 px a module.
#include "core/qr/reader.h"
#include "core/qr/writer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace watchword;

namespace {

/// The most memory that this process has had since writing 5 to clear_refs, in bytes.
qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong() * 1024;
    }
    return -1;
}

/// Reads the picture in a process of its own and prints by how much its memory grew at most, the picture not counted.
void reportMemory(const char *what, const QImage &picture)
{
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        malloc_trim(0);
        QFile clear(QStringLiteral("/proc/self/clear_refs"));
        const bool isClear = clear.open(QIODevice::WriteOnly) && clear.write("5") == 1;
        clear.close();
        const qint64 before = peakMemory();
        qr::readCodes(picture);
        const qint64 growth = peakMemory() - before;
        if (isClear && before > 0)
            std::printf("%-46s %5d x %-5d %.1f bytes a pixel\n", what, picture.width(), picture.height(),
                        double(growth) / (double(picture.width()) * picture.height()));
        std::fflush(stdout);
        _exit(0);
    }
    waitpid(child, nullptr, 0);
}

void report(const char *what, const QImage &picture)
{
    std::vector<qint64> milliseconds;
    std::size_t found = 0;
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        found = qr::readCodes(picture).size();
        milliseconds.push_back(timer.elapsed());
    }
    std::ranges::sort(milliseconds);
    std::printf("%-46s %5d x %-5d %2zu codes  median %5lld ms, worst %5lld ms\n", what, picture.width(),
                picture.height(), found, static_cast<long long>(milliseconds[2]),
                static_cast<long long>(milliseconds[4]));
}

/// White and dark windows full of text, and the small round and square things that look like parts of a code.
QImage desktop(const QSize &size)
{
    QRandomGenerator random(1);
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor(0x3a, 0x5f, 0x7d));
    QPainter painter(&picture);
    for (int window = 0; window < size.width() * size.height() / 300000; ++window) {
        const QRect frame(random.bounded(size.width()) - 300, random.bounded(size.height()) - 200, 600, 400);
        painter.fillRect(frame, window % 2 ? QColor(Qt::white) : QColor(0x22, 0x22, 0x26));
        painter.setPen(window % 2 ? Qt::black : Qt::lightGray);
        for (int line = 0; line < 18; ++line) {
            painter.drawText(frame.x() + 12, frame.y() + 20 + line * 20,
                             QStringLiteral("The quick brown fox jumps over the lazy dog 0123456789"));
            painter.drawEllipse(frame.x() + 500, frame.y() + 12 + line * 20, 12, 12);
            painter.drawEllipse(frame.x() + 503, frame.y() + 15 + line * 20, 6, 6);
            painter.drawRect(frame.x() + 530, frame.y() + 12 + line * 20, 12, 12);
        }
    }
    return picture;
}

QImage withCode(QImage picture, int modulePixels, bool inverted)
{
    QImage code = *qr::writeCode(bytesOf("otpauth://totp/Acme:alice?secret=GEZDGNBVGY3TQOJQ&issuer=Acme"));
    code = code.scaled(code.size() * modulePixels);
    if (inverted)
        code.invertPixels();
    QPainter(&picture).drawImage(picture.width() / 3, picture.height() / 3, code);
    return picture;
}

QImage noise(const QSize &size)
{
    QRandomGenerator random(1);
    QImage picture(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        random.fillRange(reinterpret_cast<quint32 *>(picture.scanLine(y)), size.width());
    return picture;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    if (argc == 5 && qstrcmp(argv[1], "--write") == 0)
        return withCode(desktop(QSize(QByteArray(argv[3]).toInt(), QByteArray(argv[4]).toInt())), 3, false)
                   .save(QString::fromLocal8Bit(argv[2]))
            ? 0
            : 1;
    struct Named {
        QByteArray name;
        QImage picture;
    };
    std::vector<Named> pictures;
    for (const QSize size : {QSize(1920, 1080), QSize(3840, 2160)}) {
        QImage flat(size, QImage::Format_RGB32);
        flat.fill(Qt::white);
        pictures.push_back({"blank", flat});
        pictures.push_back({"desktop without a code", desktop(size)});
        pictures.push_back({"desktop, 3 px a module", withCode(desktop(size), 3, false)});
        pictures.push_back({"desktop, 8 px a module, light on dark", withCode(desktop(size), 8, true)});
        pictures.push_back({"noise (stops after its 3 s)", noise(size)});
    }
    for (int i = 1; i < argc; ++i)
        pictures.push_back({argv[i], QImage(QString::fromLocal8Bit(argv[i])).convertToFormat(QImage::Format_RGB32)});
    std::printf("Memory: the most that a search adds\n"); // first, in an untouched heap
    for (const Named &one : pictures)
        reportMemory(one.name.constData(), one.picture);
    std::printf("Time of five searches\n");
    for (const Named &one : pictures)
        report(one.name.constData(), one.picture);
}
