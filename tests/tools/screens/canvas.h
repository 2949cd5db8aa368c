// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/random.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRect>

namespace watchword::screens {

/// The colours of one window.
struct Theme {
    bool isDark = false;
    QColor window, bar, field, text, muted, line, accent;
};
Theme anyTheme(Random &random, double darkShare);

enum class Face { Sans, Mono, Serif };

/// Where to draw, with what, and how large: everything that draws a part of a desktop gets one.
struct Canvas {
    QPainter &painter;
    Random &random;
    double scale = 1; ///< of the monitor
    Theme theme;

    int px(double points) const { return qRound(points * scale); }
    /// A font of ours (fonts-dejavu-core), drawn in greys so that it looks the same on every machine.
    void setFont(double points, Face face = Face::Sans, bool isBold = false);
    /// One line that begins at a point of its base line.
    void drawText(int x, int y, const QString &text, const QColor &colour);
};

QString anyWords(Random &random, int count);
QColor anyBright(Random &random);

} // namespace watchword::screens
