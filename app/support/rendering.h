// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

/// What Watchword and the renderer (`app/renderer`) say to each other. Watchword writes a file's bytes and closes its end; the
/// renderer answers with frames, each of four numbers in the computer's own byte order, the last with the outcome.
namespace watchword::app::rendering {

/// Most pages of a PDF that are drawn.
inline constexpr int mostPages = 20;
/// Largest file, in bytes.
inline constexpr qint64 largestFile = qint64{16} * 1024 * 1024;
/// Longest side of a picture that is drawn, and most pixels: a page of A3 with more than 240 dots an inch.
inline constexpr int longestSide = 16384;
inline constexpr qint64 mostPixels = 16LL * 1024 * 1024;

enum class FrameKind : quint32 {
    Picture, ///< then width, height, and the pixels row by row, four bytes each (QImage::Format_RGB32)
    End,     ///< then the outcome and nothing
};

enum class Outcome : quint32 { Done, PagesLeftOut, Damaged, Locked, Entities };

/// A mark of the protocol's version, a FrameKind, and two numbers.
using Frame = std::array<quint32, 4>;
inline constexpr quint32 mark = 0x57575231; // WWR1

} // namespace watchword::app::rendering
