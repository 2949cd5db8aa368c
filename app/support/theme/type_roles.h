// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace watchword::app {

/// The roles of text, as ratios of the application's font so that the person's own size holds.
enum class TypeRole {
    Title,       ///< 1.57, 600
    Heading,     ///< 1.14, 600
    Body,        ///< 1, 400
    BodyStrong,  ///< 1, 600: issuers, buttons
    Small,       ///< 0.9, 400: accounts, captions
    SmallStrong, ///< 0.9, 600: section labels
    Tag,         ///< 0.8, never under 11 px, 500
    CodeCompact, ///< 1.15, 600
    CodeNormal,  ///< 1.43, 600
    CodeLarge,   ///< 1.86, 600
    CodeDetails, ///< 2.14, 600
    CodeCard,    ///< 3.14, 600
};

/// The base font in a role. Codes are unhinted, so that fractional scales do not shift their cells.
QFont fontFor(TypeRole role, const QFont &base);
/// A code font in the weight of the next code.
QFont nextCodeFont(TypeRole role, const QFont &base);
/// Pixels of a font, fractions kept.
qreal pixelSizeOf(const QFont &font);
/// How much larger than the pictures' 14 px the base font is; 1 for anything smaller.
qreal textScale(const QFont &base);

} // namespace watchword::app
