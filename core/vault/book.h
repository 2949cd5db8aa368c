// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/comfort.h"
#include "core/vault/data_directory.h"
#include "core/vault/reading.h"

namespace watchword::vault {

/// A book that was opened.
struct OpenedBook {
    Comfort comfort;
    FileHeader header;
    /// Neither missing nor forbidden nor opened with its key: the comfort data are those of `book.1`, or empty.
    bool isDamaged = false;
    /// `book` was opened; false for a first one and for a damaged one.
    bool wasOpened = false;
    /// Of the file's bytes under the key: the same proof, the same comfort data. Empty unless `book` was opened.
    QByteArray proof;
};

/// Of a file's bytes under a key: empty when it cannot be made, and then it proves nothing.
QByteArray proofOf(const QByteArray &bytes, const SecretBytes &key);

/// The book of one data directory: `book` and the one before it, `book.1`. Disk work, not for a thread with a window.
class Book
{
public:
    explicit Book(DataDirectory directory)
        : m_directory(std::move(directory))
    {
    }

    /// What `book` says without its key; where it is damaged or missing and `book.1` is a password vault, what that says.
    BookProbe probe() const;
    /// Opens `book`, else `book.1`, with the key of the document. Never fails: at worst the comfort data are empty. A file
    /// that is byte for byte the one of `last` (may be null) is not taken apart again.
    OpenedBook open(const SecretBytes &key, const VaultId &vault, const OpenedBook *last = nullptr) const;
    /// Writes comfort data (the text of `Comfort::write`) with the next revision. A `book` that does not open with `key` is
    /// moved to `book.damaged-<unixSeconds>`, another one becomes `book.1`. Answers the header and the proof as an OpenedBook without comfort data. Errors:
    /// DiskFull, ReadOnlyDisk, NoPermission, WriteFailed, Internal; the old file stands then.
    Result<OpenedBook> write(FileHeader header, const QByteArray &json, const SecretBytes &key,
                             qint64 unixSeconds) const;
    /// The same in the place of a password vault, which is not kept; `book.1` stays what it is. Error also: NotConfirmed,
    /// when the new file is there, perhaps not for good.
    Result<OpenedBook> replacePasswordVault(FileHeader header, const QByteArray &json, const SecretBytes &key) const;

    /// Tells one writing of the file from another: by place and times on the disk. Empty when there is none.
    QByteArray fingerprint() const;

private:
    Result<OpenedBook> put(FileHeader header, const QByteArray &json, const SecretBytes &key, bool keepsOld) const;
    QString path() const { return m_directory.file(QStringLiteral("book")); }

    DataDirectory m_directory;
};

} // namespace watchword::vault
