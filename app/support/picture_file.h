// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QImage>

namespace watchword::app {

/// Largest picture file that is read, in bytes.
inline constexpr qint64 largestPictureFile = qint64{16} * 1024 * 1024;
/// Longest side of a picture, and most pixels.
inline constexpr int longestPictureSide = 16384;
inline constexpr qint64 mostPicturePixels = 64LL * 1024 * 1024;

/// Reads a picture of a kind that is named here (PNG, JPEG, WebP, GIF, BMP), whatever plug-ins there are; its size is
/// looked at in its header before any of it is decoded. Of moving pictures the first. Blocking: off the GUI thread.
/// Errors: EmptyInput, NotAPicture, PictureTooLarge.
Result<QImage> readPicture(const QByteArray &content);

/// The same from a file. Errors also: FileNotFound, FileNotReadable, FileNotRegular, TooLarge.
Result<QImage> openPicture(const QString &path);

} // namespace watchword::app
