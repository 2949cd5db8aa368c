// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `bench_start PROGRAM [ARGUMENT…]`: starts a program and prints the milliseconds until the screen looks as it does when
// the program has settled. Looked at from outside, every ten milliseconds; the program knows nothing of it. Small things
// that go on moving (a countdown, a cursor) do not count: the screen is "there" when 97 % of what the program changed is.
#include "app/platform/screen_grab.h"

#include <QElapsedTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace watchword::app;

namespace {

constexpr qint64 settled = 1500; // milliseconds without a change that counts
constexpr qint64 longest = 30000;
// Looking costs the display and this program some milliseconds: looked at without a pause, two processors have hardly one
// left for the program that is measured.
constexpr useconds_t pause = 10'000; // microseconds

struct Frame {
    qint64 milliseconds;
    QImage picture;
};

QImage look()
{
    auto captures = grabScreensNow();
    return captures && !captures->empty() ? captures->front().image : QImage();
}

qint64 differences(const QImage &a, const QImage &b)
{
    qint64 count = 0;
    for (int y = 0; y < a.height(); ++y) {
        const auto *left = reinterpret_cast<const QRgb *>(a.constScanLine(y));
        const auto *right = reinterpret_cast<const QRgb *>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x)
            count += left[x] != right[x];
    }
    return count;
}

bool isSame(const QImage &a, const QImage &b)
{
    return std::memcmp(a.constBits(), b.constBits(), std::size_t(a.sizeInBytes())) == 0;
}

pid_t start(char **arguments)
{
    const pid_t child = fork();
    if (child == 0) {
        execvp(arguments[0], arguments);
        _exit(127);
    }
    return child;
}

/// Frames that differ from the one before, until nothing but small things has moved for a while.
std::vector<Frame> watch(const QElapsedTimer &timer, const QImage &before)
{
    std::vector<Frame> frames{{0, before}};
    const qint64 small = qint64(before.width()) * before.height() / 100;
    qint64 lastGreatChange = -1;
    while (timer.elapsed() < longest && (lastGreatChange < 0 || timer.elapsed() - lastGreatChange < settled)) {
        const qint64 now = timer.elapsed();
        QImage picture = look();
        if (!picture.isNull() && !isSame(picture, frames.back().picture)) {
            if (differences(picture, frames.back().picture) > small)
                lastGreatChange = now;
            frames.push_back({now, std::move(picture)});
        }
        usleep(pause);
    }
    return lastGreatChange < 0 ? std::vector<Frame>() : frames;
}

} // namespace

int main(int argc, char **argv)
{
    const QImage before = look();
    if (argc < 2 || before.isNull()) {
        std::fputs("bench_start PROGRAM [ARGUMENT...], on a display\n", stderr);
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    const pid_t child = start(argv + 1);
    const std::vector<Frame> frames = watch(timer, before);
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    if (frames.empty()) {
        std::fputs("the program showed nothing\n", stderr);
        return 1;
    }
    const QImage &last = frames.back().picture;
    const qint64 limit = differences(before, last) * 3 / 100;
    const auto there =
        std::ranges::find_if(frames, [&](const Frame &frame) { return differences(frame.picture, last) <= limit; });
    std::printf("%lld\n", static_cast<long long>(there->milliseconds));
}
