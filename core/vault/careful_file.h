// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <functional>

namespace watchword::vault {

/// What to do with the file that stands under the name now.
enum class OldFile { Replace, KeepAsFirst /**< as `NAME.1` */ };

/// Reads a regular file of at most `longest` bytes. Errors: FileNotFound, NoPermission, FileNotReadable,
/// FileNotRegular, TooLarge.
Result<QByteArray> readWholeFile(const QString &path, qsizetype longest);

/// The first `length` bytes of a regular file, or all of it. Errors as readWholeFile.
Result<QByteArray> readStartOfFile(const QString &path, qsizetype length);

/// Puts `content` under `path` so that at every instant the old or the new file is whole (vault-protocol section 5):
/// temporary file in the same folder with mode 0600, full write, fsync, close, opened again, `check`ed, linked, renamed,
/// folder fsynced. Errors: DiskFull, ReadOnlyDisk, NoPermission, WriteFailed, or what `check` says; then the old file stands.
Result<void> writeCarefully(const QString &path, const QByteArray &content, OldFile oldFile,
                            const std::function<Result<void>(const QByteArray &)> &check);

/// What an error of writeCarefully() means: NotConfirmed when the new file stands under its name all the same.
Error whatBecameOf(const QString &path, const QByteArray &content, const Error &error);

/// Makes `path.1` the same file as `path`, once that is on the disk for good. Errors as writeCarefully.
Result<void> copyToFirst(const QString &path);

/// Where a file is kept that is not used any more: `path.<why>-<time>`, or the first such name after it that is no other one's.
QString nameAside(const QString &path, qint64 unixSeconds, QLatin1StringView why = QLatin1StringView("damaged"));

/// Gives what stands under `path`, if anything, its nameAside(), on the disk for good. Errors as writeCarefully.
Result<void> putAside(const QString &path, qint64 unixSeconds, QLatin1StringView why);

/// Gives what was put aside its name again, unless something stands there by now; whether that is done, on the disk for good.
bool putBack(const QString &aside, const QString &path);

/// Puts a new file under `path` unless one is there; false when one was. Errors as above.
Result<bool> createCarefully(const QString &path, const QByteArray &content);

/// Takes away the temporary files that writers of `path` left behind when they were killed: ours, not written to since
/// `before` (Unix seconds). Only where nobody else may be writing now.
void removeLeftovers(const QString &path, qint64 before);

/// The error for an `errno`: DiskFull, ReadOnlyDisk, NoPermission, else WriteFailed.
Error errorOfErrno(int number, const QString &what);

} // namespace watchword::vault
