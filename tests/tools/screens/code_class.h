// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>

namespace watchword::screens {

/// What makes a code easy or hard to read. A code may be of several classes.
enum class CodeClass {
    Plain,          ///< black on white, whole pixels a module, quiet zone 4; nothing else
    Inverted,       ///< light on dark
    Coloured,       ///< a dark colour on a light one or the other way round, or a gradient
    RoundModules,   ///< dots or rounded modules
    RoundFinders,   ///< finder patterns of rounded squares or rings
    Logo,           ///< a picture over the middle; level Q or H
    NoQuietZone,    ///< 0 or 1 modules, and another colour right behind
    SmallQuietZone, ///< 2 or 3 modules
    LowContrast,    ///< 32 to 60 grey levels
    TinyModules,    ///< 1.5 to 2.5 px
    LargeModules,   ///< 10 to 20 px
    ZoomNearest,    ///< no whole pixels a module; modules differ in size
    ZoomBilinear,
    ZoomBicubic,
    Jpeg,    ///< quality 40 to 80
    Blurred, ///< deviation of 0.2 to 0.4 modules
    Noisy,
    Turned,   ///< by up to 12 degrees
    Dense,    ///< an export of many accounts, version 20 to 30
    Several,  ///< with others on the same screen
    Overlaid, ///< wholly or partly under a tint
    OnPhoto,  ///< on a translucent plate over a photograph

    // Of photographs (photo.h)
    OfPaper,
    OfPhone,
    OfMonitor,
    TiltedLittle, ///< seen from the side by up to 20 degrees
    Tilted,       ///< 20 to 35
    TiltedMuch,   ///< 35 to 50
    Upright,      ///< turned by less than 20 degrees
    AnyWayUp,
    Unsharp, ///< deviation of the lens blur of 0.3 modules and more
    Grainy,  ///< noise of 8 grey levels and more
    Moire,   ///< the pixels of a display beat with those of the camera
    Glare,
    StrongJpeg,   ///< quality 60 to 70
    SmallInPhoto, ///< 2 to 3.5 px a module
};
constexpr int screenClassCount = int(CodeClass::OnPhoto) + 1;
constexpr int codeClassCount = int(CodeClass::SmallInPhoto) + 1;

class CodeClasses
{
public:
    bool has(CodeClass one) const { return m_bits[std::size_t(one)]; }
    void add(CodeClass one) { m_bits[std::size_t(one)] = true; }
    void remove(CodeClass one) { m_bits[std::size_t(one)] = false; }

private:
    std::bitset<codeClassCount> m_bits;
};

/// As tables call it.
const char *nameOf(CodeClass one);

} // namespace watchword::screens
