// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/renderer.h"
#include "core/base/error.h"

#include <QImage>

namespace watchword::app {

/// Largest picture file that is read, in bytes.
inline constexpr qint64 largestPictureFile = qint64{16} * 1024 * 1024;
/// Longest side of a picture, and most pixels.
inline constexpr int longestPictureSide = 16384;
inline constexpr qint64 mostPicturePixels = 64LL * 1024 * 1024;

/// Reads a picture of a kind that is named here (PNG, JPEG, WebP, GIF, BMP), whatever plug-ins there are; its size is
/// looked at in its header before any of it is decoded. Turned as its EXIF data says; of moving pictures the first. Blocking:
/// off the GUI thread. Errors: EmptyInput, NotAPicture, PictureTooLarge.
Result<QImage> readPicture(const QByteArray &content);

/// What was read of a file.
struct PicturesRead {
    bool isPdf = false;         ///< its pictures are pages
    std::optional<Error> error; ///< why not all of it was read
};

/// Reads the same, or has an SVG picture or the first pages of a PDF drawn (`draw`), and hands over each picture. Blocking:
/// off the GUI thread. Errors: those of `readPicture` and `draw`, PackedPicture.
PicturesRead readPictureFile(const QByteArray &content, const TakePicture &take);

/// The same from a file. Errors also: FileNotFound, FileNotReadable, FileNotRegular, TooLarge.
PicturesRead openPictureFile(const QString &path, const TakePicture &take);

} // namespace watchword::app
