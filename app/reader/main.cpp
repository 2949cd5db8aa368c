// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds the codes in pictures for Watchword, which starts it and hands it a picture's greys (app/support/searching.h). What it
// frees is cleared (core/base/clearing_heap.cpp).
#include "app/confinement/confinement.h"
#include "app/support/searching.h"
#include "core/qr/reader.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <span>
#include <vector>

#include <unistd.h>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::app::searching;

namespace {

bool readAll(std::span<std::byte> to)
{
    while (!to.empty()) {
        const ssize_t got = ::read(STDIN_FILENO, to.data(), to.size());
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        to = to.subspan(std::size_t(std::max<ssize_t>(got, 0)));
    }
    return true;
}

/// Ends this process when nobody listens any more.
void say(ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            std::_Exit(EXIT_FAILURE);
        bytes = bytes.subspan(std::size_t(std::max<ssize_t>(written, 0)));
    }
}

void answer(AnswerKind kind, quint32 size = 0)
{
    const Answer words = {mark, quint32(kind), size};
    say(std::as_bytes(std::span(words)));
}

void answer(const qr::Found &found)
{
    const ByteView payload = found.payload.view();
    if (payload.size() > longestPayload)
        return;
    Corners corners = {};
    for (std::size_t i = 0; i < found.corners.size(); ++i) {
        corners[2 * i] = found.corners[i].x();
        corners[2 * i + 1] = found.corners[i].y();
    }
    answer(found.isQr ? AnswerKind::QrCode : AnswerKind::OtherCode, quint32(payload.size()));
    say(std::as_bytes(std::span(corners)));
    say(payload);
}

bool isPossible(const Question &question)
{
    const auto &[itsMark, width, height, milliseconds] = question;
    return (itsMark == mark || itsMark == preparationMark) && width > 0 && height > 0 && width <= longestSide
        && height <= longestSide && quint64(width) * height <= mostPixels && milliseconds <= 600'000;
}

} // namespace

int main()
{
    confine();
    qr::Reader reader;
    std::vector<uchar> greys;
    Question question = {};
    while (readAll(std::as_writable_bytes(std::span(question)))) {
        if (!isPossible(question))
            return EXIT_FAILURE;
        const auto [itsMark, width, height, milliseconds] = question;
        greys.resize(std::size_t(width) * height);
        if (itsMark == preparationMark) {
            reader.read(QImage(greys.data(), int(width), int(height), int(width), QImage::Format_Grayscale8),
                        {.milliseconds = 0});
            continue;
        }
        if (!readAll(std::as_writable_bytes(std::span(greys))))
            return EXIT_FAILURE;
        const QImage picture(greys.data(), int(width), int(height), int(width), QImage::Format_Grayscale8);
        reader.read(
            picture, {.milliseconds = int(milliseconds)}, [](const qr::Found &found) { answer(found); },
            [] { answer(AnswerKind::NoQrCode); });
        wipe(std::as_writable_bytes(std::span(greys)));
        answer(AnswerKind::End);
    }
    return EXIT_SUCCESS;
}
