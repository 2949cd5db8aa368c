// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

/// What Watchword and the reader (`app/reader`) say to each other, in the computer's own byte order. Watchword asks with a
/// Question and the greys of a picture, row by row, one byte each; the reader tells of each code as it finds it, and of the
/// end. Then comes the next picture, until Watchword closes its end.
namespace watchword::app::searching {

/// A mark of the protocol's version, width, height, and for how many milliseconds it is searched.
using Question = std::array<quint32, 4>;
inline constexpr quint32 mark = 0x57575331; // WWS1
/// In place of the mark: a picture of this size may come soon. Nothing follows and nothing is answered; the reader gets its
/// memory ready, which is a third of the time of a usual search.
inline constexpr quint32 preparationMark = 0x57575032; // WWP2

/// Longest side of a picture, and most pixels.
inline constexpr quint32 longestSide = 32767;
inline constexpr quint64 mostPixels = 128ULL * 1024 * 1024;

enum class AnswerKind : quint32 {
    QrCode,    ///< then its Corners and its payload
    OtherCode, ///< the same
    NoQrCode,  ///< others are looked for now
    End,
};

/// The mark, an AnswerKind, and how many bytes the payload has.
using Answer = std::array<quint32, 3>;
/// x and y of each, in the picture's pixels.
using Corners = std::array<qint32, 8>;

/// A QR code holds at most 2953 bytes, of which a character set may make three each.
inline constexpr quint32 longestPayload = 16 * 1024;
/// Most codes of a picture that are listened to.
inline constexpr std::size_t mostCodes = 1000;

} // namespace watchword::app::searching
