// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/theme/tokens.h"

#include <QPalette>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace watchword::app {

namespace {

using Grounds = std::initializer_list<QColor>;

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
}

/// `colour` moved towards `towards` in steps of 2 % until it stands out enough from every ground.
QColor fit(const QColor &colour, const QColor &towards, Grounds grounds, double needed)
{
    for (int step = 0; step <= 50; ++step) {
        const QColor candidate = mix(colour, towards, step / 50.0);
        if (std::ranges::all_of(grounds, [&](const QColor &ground) { return contrast(candidate, ground) >= needed; }))
            return candidate;
    }
    return towards;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mix(const QColor &a, const QColor &b, double t)
{
    const auto channel = [t](int from, int to) { return int(std::lround(from + (to - from) * t)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

const Tokens &lightTokens()
{
    static const Tokens tokens = [] {
        Tokens t;
        t.window = 0xF3F4F2, t.surface = 0xFFFFFF, t.raised = 0xFFFFFF, t.sunken = 0xE9EBE8;
        t.hover = 0xEEF1EF, t.press = 0xE3E8E6, t.selected = 0xDDECEE;
        t.text = t.selectedText = 0x1A2226, t.text2 = t.selectedText2 = 0x545F66;
        t.divider = 0xDCDFDB, t.outline = 0x7F898F;
        t.accent = 0x14606D, t.accentHover = 0x0F4F5A, t.accentPress = 0x0B414B, t.accentText = 0xFFFFFF;
        t.accentSoft = 0xDDECEE, t.accentInk = 0x0F4F5A;
        t.success = 0x1C6B43, t.successSoft = 0xDDF0E4;
        t.warning = 0x8A4B00, t.warningSoft = 0xFCEFD6, t.lantern = 0xBF7208;
        t.danger = 0xB0271F, t.dangerHover = 0x951D17, t.dangerSoft = 0xFBE4E1, t.dangerText = 0xFFFFFF;
        t.focus = 0x0B6E86, t.ringTrack = 0xD3D8D6, t.ring = 0x14606D, t.ringLast = 0xA85B00;
        t.toast = 0x20292E, t.toastText = 0xF5F7F6, t.toastAccent = 0x8FD3DC;
        t.scrim = QColor(0x11, 0x18, 0x1C, 0xE0);
        return t;
    }();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = [] {
        Tokens t;
        t.window = 0x13181B, t.surface = 0x1B2125, t.raised = 0x262E33, t.sunken = 0x0F1315;
        t.hover = 0x232A2F, t.press = 0x2B3439, t.selected = 0x1E3B42;
        t.text = t.selectedText = 0xE9EDEC, t.text2 = t.selectedText2 = 0xA6B1B6;
        t.divider = 0x2E373C, t.outline = 0x7A868C;
        t.accent = 0x7CC8D3, t.accentHover = 0x97D5DE, t.accentPress = 0xB2E0E7, t.accentText = 0x0A2328;
        t.accentSoft = 0x1E3B42, t.accentInk = 0xA3DCE4;
        t.success = 0x7BCB9C, t.successSoft = 0x1B3527;
        t.warning = 0xF2BE6B, t.warningSoft = 0x3A2C14, t.lantern = 0xF0AE45;
        t.danger = 0xF59A8F, t.dangerHover = 0xF8B2A9, t.dangerSoft = 0x45211E, t.dangerText = 0x2B0B08;
        t.focus = 0x8FDCE8, t.ringTrack = 0x3A454B, t.ring = 0x7CC8D3, t.ringLast = 0xF2BE6B;
        t.toast = 0xE6EAE8, t.toastText = 0x1A2226, t.toastAccent = 0x0F4F5A;
        t.scrim = QColor(0x05, 0x08, 0x0A, 0xE6);
        t.dark = true;
        return t;
    }();
    return tokens;
}

Tokens derivedTokens(const SystemColours &system)
{
    const auto &[W, B, T, A] = system;
    Tokens t;
    t.dark = luminance(T) > luminance(B);
    const Tokens &ours = t.dark ? darkTokens() : lightTokens();

    t.window = W, t.surface = B, t.text = t.selectedText = T;
    t.raised = t.dark ? mix(B, T, 0.06) : B;
    t.sunken = mix(W, T, 0.06);
    t.hover = mix(B, T, 0.05), t.press = mix(B, T, 0.09);
    t.divider = mix(B, T, 0.14), t.ringTrack = mix(B, T, 0.16);
    t.accentSoft = t.selected = mix(B, A, t.dark ? 0.24 : 0.15);

    t.text2 = fit(mix(T, B, 0.34), T, {W, B, t.raised, t.hover, t.press, t.selected, t.sunken}, 4.5);
    t.selectedText2 = t.text2;
    t.outline = fit(mix(T, B, 0.52), T, {W, B, t.raised}, 3);
    t.accent = fit(A, T, {W, B, t.raised, t.hover}, 4.5);
    const QColor white(Qt::white), black(Qt::black);
    t.accentText = contrast(white, t.accent) >= contrast(black, t.accent) ? white : black;
    // Hover and press move away from the letters on them, so their contrast only grows.
    const QColor away = t.accentText == white ? black : white;
    t.accentHover = mix(t.accent, away, 0.15), t.accentPress = mix(t.accent, away, 0.28);
    t.accentInk = fit(A, T, {t.accentSoft, B, W}, 4.5);
    t.focus = fit(A, T, {W, B, t.hover, t.selected, t.raised}, 3);
    t.ring = fit(A, T, {B, W, t.hover, t.selected, t.ringTrack}, 3);

    const auto signal = [&](TokenMember colour, TokenMember soft) {
        t.*soft = mix(B, ours.*colour, 0.16);
        t.*colour = fit(ours.*colour, T, {W, B, t.raised, t.hover, t.press, t.selected, t.*soft}, 4.5);
    };
    signal(&Tokens::success, &Tokens::successSoft);
    signal(&Tokens::warning, &Tokens::warningSoft);
    signal(&Tokens::danger, &Tokens::dangerSoft);
    t.dangerText = contrast(white, t.danger) >= contrast(black, t.danger) ? white : black;
    t.dangerHover = mix(t.danger, t.dangerText == white ? black : white, 0.15);
    t.ringLast = fit(ours.ringLast, T, {B, W, t.hover, t.selected, t.ringTrack}, 3);
    t.lantern = fit(ours.lantern, T, {B, W, t.warningSoft}, 3);
    t.toast = T, t.toastText = B, t.toastAccent = fit(A, B, {T}, 4.5);
    t.scrim = ours.scrim;
    return t;
}

Tokens highContrastTokens(const QPalette &system)
{
    const QColor window = system.color(QPalette::Window), text = system.color(QPalette::WindowText);
    const QColor highlight = system.color(QPalette::Highlight);
    const QColor highlighted = system.color(QPalette::HighlightedText), link = system.color(QPalette::Link);
    Tokens t;
    t.dark = luminance(text) > luminance(window);
    t.highContrast = true;
    t.window = t.surface = t.raised = t.sunken = t.hover = t.press = window;
    t.successSoft = t.warningSoft = t.dangerSoft = t.accentSoft = window;
    t.text = t.text2 = t.divider = t.outline = t.success = t.danger = t.focus = t.ring = text;
    t.lantern = text, t.ringTrack = window;
    t.selected = highlight, t.selectedText = t.selectedText2 = highlighted;
    t.accent = t.accentHover = t.accentPress = highlight, t.accentText = highlighted;
    t.accentInk = t.warning = t.ringLast = link;
    t.dangerHover = text, t.dangerText = window;
    t.toast = text, t.toastText = window, t.toastAccent = window;
    t.scrim = window;
    return t;
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::WindowText)) > luminance(palette.color(QPalette::Window));
}

bool isHighContrast(const QPalette &system)
{
    const QColor window = system.color(QPalette::Window), text = system.color(QPalette::WindowText);
    const auto extreme = [](const QColor &c) { return c == QColor(Qt::black) || c == QColor(Qt::white); };
    const QColor highlight = system.color(QPalette::Highlight);
    return extreme(window) && extreme(text) && contrast(window, text) >= 18 && highlight != window && highlight != text;
}

const std::array<TabletPair, 10> &tabletPairs()
{
    static const std::array<TabletPair, 10> pairs{{
        {0xCFE8EC, 0x0E4B57}, // tide
        {0xD9EBCB, 0x33521A}, // moss
        {0xFBE3B4, 0x6B4300}, // amber
        {0xF9D9CF, 0x7D2B17}, // brick
        {0xF8D6E0, 0x7C2347}, // rose
        {0xEBDAF3, 0x5B2C76}, // plum
        {0xDCDDF7, 0x393A8A}, // dusk
        {0xD2E4F8, 0x17487E}, // sky
        {0xCDEBDD, 0x14523A}, // pine
        {0xE2E1DC, 0x454540}, // stone
    }};
    return pairs;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &normal, const QColor &disabled) {
        p.setColor(QPalette::Active, role, normal);
        p.setColor(QPalette::Inactive, role, normal);
        p.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, t.window, t.window);
    set(QPalette::WindowText, t.text, t.text2);
    set(QPalette::Base, t.surface, t.sunken);
    set(QPalette::AlternateBase, t.sunken, t.sunken);
    set(QPalette::Text, t.text, t.text2);
    set(QPalette::PlaceholderText, t.text2, t.text2);
    set(QPalette::Button, t.surface, t.sunken);
    set(QPalette::ButtonText, t.text, t.text2);
    set(QPalette::BrightText, t.danger, t.text2);
    set(QPalette::Highlight, t.accent, t.sunken);
    set(QPalette::HighlightedText, t.accentText, t.text2);
    set(QPalette::Link, t.accentInk, t.text2);
    set(QPalette::LinkVisited, t.accentInk, t.text2);
    set(QPalette::ToolTipBase, t.raised, t.raised);
    set(QPalette::ToolTipText, t.text, t.text2);
    set(QPalette::Light, t.dark ? t.press : t.surface, t.surface);
    set(QPalette::Midlight, t.hover, t.hover);
    set(QPalette::Mid, t.outline, t.divider);
    set(QPalette::Dark, t.outline, t.divider);
    set(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.outline, t.divider);
    return p;
}

} // namespace watchword::app
