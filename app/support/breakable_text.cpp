// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/breakable_text.h"

#include <QTextBoundaryFinder>

namespace watchword::app {

namespace {

constexpr qsizetype longestWhole = 14;
constexpr QChar zeroWidthSpace{0x200B};

} // namespace

QString breakable(const QString &text)
{
    QString result;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0, run = 0;
    while (finder.toNextBoundary() > 0) {
        const qsizetype to = finder.position();
        run = text[from].isSpace() || text[from] == QLatin1Char('-') ? 0 : run + 1;
        if (run > longestWhole) {
            result += zeroWidthSpace;
            run = 1;
        }
        result += QStringView(text).sliced(from, to - from);
        from = to;
    }
    return result;
}

} // namespace watchword::app
