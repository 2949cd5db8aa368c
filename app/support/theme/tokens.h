// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

class QPalette;

namespace watchword::app {

/// A tablet's two colours: the light theme lays deep letters on the pale ground, the dark theme the other way round.
struct TabletPair {
    QColor pale;
    QColor deep;
};

/// Every colour of the design system, by name. `dark` says which way the theme goes;
/// in high contrast only the system's own colours are in it and `highContrast` tells painters to draw edges, not tints.
struct Tokens {
    QColor window, surface, raised, sunken;
    QColor hover, press, selected, selectedText, selectedText2;
    QColor text, text2, divider, outline;
    QColor accent, accentHover, accentPress, accentText, accentSoft, accentInk;
    QColor success, successSoft, warning, warningSoft, lantern;
    QColor danger, dangerHover, dangerSoft, dangerText;
    QColor focus, ringTrack, ring, ringLast;
    QColor toast, toastText, toastAccent;
    QColor scrim;
    bool dark = false;
    bool highContrast = false;

    friend bool operator==(const Tokens &, const Tokens &) = default;
};

/// A colour of the tokens by its member, so that an icon can follow a change of theme.
using TokenMember = QColor Tokens::*;

/// The four system colours from which a palette is derived.
struct SystemColours {
    QColor window;
    QColor base;
    QColor text;
    QColor accent;
};

/// WCAG 2.x contrast of two opaque colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);
/// `a` moved towards `b` by `t` (0 to 1) in sRGB.
QColor mix(const QColor &a, const QColor &b, double t);

/// The Watchword palette.
const Tokens &lightTokens();
const Tokens &darkTokens();
/// Every token from four colours of the system ("Use the system's colours").
Tokens derivedTokens(const SystemColours &system);
/// Only WindowText, Window, Highlight, HighlightedText and Link.
Tokens highContrastTokens(const QPalette &system);
/// Whether a palette is one of high contrast: window and text black and white, the highlight unlike both.
bool isHighContrast(const QPalette &system);
/// Whether a palette is light on dark.
bool isDark(const QPalette &palette);

/// tide, moss, amber, brick, rose, plum, dusk, sky, pine, stone.
const std::array<TabletPair, 10> &tabletPairs();

/// The palette for the platform's own controls.
QPalette paletteOf(const Tokens &tokens);

} // namespace watchword::app
