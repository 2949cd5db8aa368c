// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/look.h"

#include <QList>

#include <algorithm>
#include <array>

namespace watchword::screens {

namespace {

using enum CodeClass;

/// Classes of which a code has one at most.
bool goTogether(CodeClass a, CodeClass b)
{
    static const QList<QList<CodeClass>> apart{
        {ZoomNearest, ZoomBilinear, ZoomBicubic},
        {TinyModules, LargeModules},
        {Dense, LargeModules},
        {NoQuietZone, SmallQuietZone},
        {NoQuietZone, OnPhoto},
        {Coloured, LowContrast, Overlaid, OnPhoto},
        {TinyModules, RoundModules},
        {TinyModules, RoundFinders},
        {TinyModules, Blurred, Jpeg, Noisy, Turned, LowContrast},
        {LowContrast, Jpeg, Noisy},
        {Blurred, RoundModules},
        {OnPhoto, Jpeg, Noisy, Blurred},
        {RoundModules, ZoomNearest, ZoomBilinear, ZoomBicubic},
        {Dense, Logo},
        {Turned, ZoomNearest, Jpeg},
    };
    return std::ranges::none_of(apart,
                                [&](const QList<CodeClass> &list) { return list.contains(a) && list.contains(b); });
}

QList<CodeClass> combinationOf(CodeClass first, Random &random)
{
    QList<CodeClass> chosen{first};
    if (first == Plain)
        return chosen;
    // Others by how often they are seen: dark pages, zoomed pages and cropped codes are everywhere.
    static constexpr std::array others{
        Inverted,    Inverted,       Coloured,       Coloured,    RoundModules, RoundFinders, Logo,        NoQuietZone,
        NoQuietZone, SmallQuietZone, SmallQuietZone, LowContrast, TinyModules,  LargeModules, ZoomNearest, ZoomBilinear,
        ZoomBicubic, ZoomBilinear,   Jpeg,           Blurred,     Noisy,        Turned};
    const int dice = random.between(0, 99);
    int more = dice < 30 ? 0 : dice < 72 ? 1 : dice < 93 ? 2 : 3;
    for (int tries = 0; more > 0 && tries < 20; ++tries) {
        const CodeClass other = random.oneOf(others);
        if (!chosen.contains(other)
            && std::ranges::all_of(chosen, [&](CodeClass known) { return goTogether(known, other); })) {
            chosen.append(other);
            --more;
        }
    }
    return chosen;
}

QColor grey(int level)
{
    return {level, level, level};
}

QColor anyColour(Random &random, int saturation, int lightness)
{
    return QColor::fromHsl(random.between(0, 359), saturation, lightness);
}

int brightnessOf(const QColor &colour)
{
    return qGray(colour.rgb());
}

void colour(Look &look, Random &random)
{
    do {
        look.ink = anyColour(random, random.between(120, 255), random.between(30, 110));
        look.paper = anyColour(random, random.between(60, 255), random.between(190, 245));
    } while (brightnessOf(look.paper) - brightnessOf(look.ink) < 80);
    look.inkEnd = look.ink;
    if (random.chance(0.4)) {
        do {
            look.inkEnd = anyColour(random, random.between(120, 255), random.between(30, 120));
        } while (brightnessOf(look.paper) - brightnessOf(look.inkEnd) < 80);
    }
    if (random.chance(0.3))
        look.classes.add(Inverted);
}

void fade(Look &look, Random &random)
{
    const int difference = random.between(32, 60);
    const int light = random.between(difference + 12, 250);
    look.paper = grey(light);
    look.ink = look.inkEnd = grey(light - difference);
}

void chooseColours(Look &look, Random &random)
{
    if (look.classes.has(Coloured))
        colour(look, random);
    else if (look.classes.has(LowContrast))
        fade(look, random);
    else if (!look.classes.has(Plain))
        look.ink = look.inkEnd = grey(random.oneOf({0, 0, 0, 17, 34, 51}));
    if (look.classes.has(Inverted)) {
        if (look.ink != look.inkEnd)
            look.inkEnd = look.ink; // a light gradient on dark is as rare as it is hard to keep in contrast
        std::swap(look.ink, look.paper);
        look.inkEnd = look.ink;
    }
}

void chooseSize(Look &look, Random &random)
{
    const bool isZoomed =
        look.classes.has(ZoomNearest) || look.classes.has(ZoomBilinear) || look.classes.has(ZoomBicubic);
    if (look.classes.has(TinyModules)) {
        if (!isZoomed && random.chance(0.75))
            look.classes.add(random.oneOf({ZoomNearest, ZoomBilinear, ZoomBicubic, ZoomBicubic}));
        look.modulePixels = random.real(1.5, 2.5);
    } else if (look.classes.has(LargeModules)) {
        look.modulePixels = random.real(10, 20);
    } else if (look.classes.has(Dense)) {
        look.modulePixels = random.oneOf({2.7, 3.0, 3.4, 4.0, 4.5, 5.0});
    } else {
        look.modulePixels = random.oneOf({2.7, 3.0, 3.0, 3.3, 3.6, 4.0, 4.0, 4.5, 5.0, 5.6, 6.0, 7.0, 8.0, 9.0});
    }
    if (look.classes.has(ZoomNearest))
        look.zoom = Zoom::Nearest;
    else if (look.classes.has(ZoomBilinear))
        look.zoom = Zoom::Bilinear;
    else if (look.classes.has(ZoomBicubic))
        look.zoom = Zoom::Bicubic;
    if (look.zoom == Zoom::None)
        look.modulePixels = std::max(2.0, double(qRound(look.modulePixels)));
    else
        look.modulePixels += random.real(-0.45, 0.45) * std::min(1.0, look.modulePixels - 1.5);
    // Dots and what is turned or spoilt need some pixels.
    if (look.classes.has(RoundModules) || look.classes.has(Turned) || look.classes.has(Blurred))
        look.modulePixels = std::max(look.modulePixels, 4.0);
    if (look.classes.has(Jpeg) || look.classes.has(Noisy))
        look.modulePixels = std::max(look.modulePixels, 3.0);
}

void chooseSurroundings(Look &look, Random &random)
{
    if (look.classes.has(NoQuietZone))
        look.quietZone = random.between(0, 1);
    else if (look.classes.has(SmallQuietZone))
        look.quietZone = random.between(2, 3);
    else
        return;
    // As dark as the modules, or somewhere between them and the paper: never the paper, that would be a quiet zone.
    const int paper = brightnessOf(look.paper);
    const int ink = brightnessOf(look.ink);
    const double share = random.real(0, 0.7);
    look.surround = random.chance(0.3) ? look.ink : grey(qRound(ink + (paper - ink) * share));
}

void chooseShapes(Look &look, Random &random)
{
    if (look.classes.has(RoundModules))
        look.modules = random.oneOf({ModuleShape::Rounded, ModuleShape::Dot});
    if (look.classes.has(RoundFinders))
        look.finders = random.oneOf({FinderShape::Rounded, FinderShape::Ring});
    if (look.classes.has(Logo))
        look.logoShare = random.real(0.16, 0.25);
}

void chooseDamage(Look &look, Random &random)
{
    if (look.classes.has(Blurred))
        look.blur = random.real(0.2, look.classes.has(Dense) ? 0.3 : 0.4);
    if (look.classes.has(Noisy))
        look.noise = random.real(6, 30) * std::min(1.0, look.modulePixels / 4);
    if (look.classes.has(Jpeg))
        look.jpegQuality = random.between(40, 80);
    if (look.classes.has(Turned))
        look.degrees = (random.chance(0.5) ? 1 : -1) * random.real(1.5, look.classes.has(Dense) ? 6 : 12);
}

Level levelOf(const Look &look, Random &random)
{
    if (look.classes.has(Logo))
        return random.oneOf({Level::Q, Level::H});
    if (look.classes.has(Dense))
        return Level::L;
    return random.oneOf({Level::L, Level::L, Level::M, Level::M, Level::M, Level::Q, Level::H});
}

} // namespace

Look lookOf(CodeClass first, Random &random)
{
    Look look;
    for (const CodeClass one : combinationOf(first, random))
        look.classes.add(one);
    chooseColours(look, random);
    chooseSize(look, random);
    chooseSurroundings(look, random);
    chooseShapes(look, random);
    chooseDamage(look, random);
    look.level = levelOf(look, random);
    return look;
}

} // namespace watchword::screens
