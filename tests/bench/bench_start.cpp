// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `bench_start PROGRAM [ARGUMENT…]`: starts a program and prints the milliseconds until the screen looks as it does when
// the program has settled. Looked at from outside, every few milliseconds; the program knows nothing of it. Small things
// that go on moving (a countdown, a cursor) do not count: the screen is "there" when 97 % of what the program changed is.
// Only some lines of the screen are fetched: whole pictures keep the display and a processor busy, and what is measured
// then is mostly the measuring.
#include <QElapsedTimer>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include <xcb/xcb.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr qint64 settled = 1500; // milliseconds without a change that counts
constexpr qint64 longest = 30000;
constexpr useconds_t pause = 2000; // microseconds
constexpr int lineDistance = 16;   // pixels

using Picture = std::vector<std::uint8_t>;

struct Frame {
    qint64 milliseconds;
    Picture picture;
};

class Screen
{
public:
    Screen()
        : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (!xcb_connection_has_error(m_connection))
            m_screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
    }
    ~Screen() { xcb_disconnect(m_connection); }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    /// Every sixteenth line; empty when there is no screen.
    Picture look() const
    {
        Picture picture;
        std::vector<xcb_get_image_cookie_t> asked;
        for (int y = lineDistance / 2; m_screen && y < m_screen->height_in_pixels; y += lineDistance)
            asked.push_back(xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_screen->root, 0, std::int16_t(y),
                                          m_screen->width_in_pixels, 1, ~0U));
        for (const xcb_get_image_cookie_t &one : asked) {
            const std::unique_ptr<xcb_get_image_reply_t, decltype(&std::free)> line(
                xcb_get_image_reply(m_connection, one, nullptr), &std::free);
            if (!line)
                return {};
            const std::uint8_t *data = xcb_get_image_data(line.get());
            picture.insert(picture.end(), data, data + xcb_get_image_data_length(line.get()));
        }
        return picture;
    }

private:
    xcb_connection_t *m_connection;
    xcb_screen_t *m_screen = nullptr;
};

qint64 differences(const Picture &a, const Picture &b)
{
    qint64 count = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        count += a[i] != b[i];
    return count;
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
std::vector<Frame> watch(const Screen &screen, const QElapsedTimer &timer, const Picture &before)
{
    std::vector<Frame> frames{{0, before}};
    const qint64 small = qint64(before.size()) / 100;
    qint64 lastGreatChange = -1;
    while (timer.elapsed() < longest && (lastGreatChange < 0 || timer.elapsed() - lastGreatChange < settled)) {
        Picture picture = screen.look();
        const qint64 now = timer.elapsed();
        if (!picture.empty() && picture != frames.back().picture) {
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
    const Screen screen;
    const Picture before = screen.look();
    if (argc < 2 || before.empty()) {
        std::fputs("bench_start PROGRAM [ARGUMENT...], on a display\n", stderr);
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    const pid_t child = start(argv + 1);
    const std::vector<Frame> frames = watch(screen, timer, before);
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    if (frames.empty()) {
        std::fputs("the program showed nothing\n", stderr);
        return 1;
    }
    const Picture &last = frames.back().picture;
    const qint64 limit = differences(before, last) * 3 / 100;
    const auto there =
        std::ranges::find_if(frames, [&](const Frame &frame) { return differences(frame.picture, last) <= limit; });
    std::printf("%lld\n", static_cast<long long>(there->milliseconds));
}
