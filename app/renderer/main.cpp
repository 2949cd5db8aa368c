// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws a stranger's SVG picture or PDF for Watchword, which starts it with the file on standard input: what it reads, it
// draws, and ends (app/support/rendering.h). What it frees is cleared (core/base/clearing_heap.cpp).
#include "app/confinement/confinement.h"
#include "app/renderer/answer.h"
#include "app/renderer/pdf_drawing.h"
#include "app/renderer/svg_drawing.h"

#include <QByteArray>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <unistd.h>

using namespace watchword::app;

namespace {

/// The whole of standard input; empty when it is too large or cannot be read.
QByteArray readInput()
{
    constexpr qsizetype step = qsizetype{64} * 1024;
    QByteArray content;
    for (qsizetype size = 0; size <= rendering::largestFile;) {
        if (size == content.size())
            content.resize(std::min<qsizetype>(std::max(2 * size, step), rendering::largestFile + 1));
        const ssize_t got = ::read(STDIN_FILENO, content.data() + size, std::size_t(content.size() - size));
        if (got == 0) {
            content.truncate(size);
            return content;
        }
        if (got < 0 && errno != EINTR)
            break;
        size += std::max<ssize_t>(got, 0);
    }
    return {};
}

} // namespace

int main()
{
    confine();
    const QByteArray content = readInput();
    if (content.isEmpty())
        return EXIT_FAILURE;
    const bool isPdf = content.first(std::min<qsizetype>(content.size(), 1024)).trimmed().startsWith("%PDF-");
    answer(isPdf ? drawPdf(content) : drawSvg(content));
    return EXIT_SUCCESS;
}
