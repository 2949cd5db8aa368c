// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/book.h"
#include "core/vault/password_key.h"

namespace watchword::vault {

/// A password vault that was opened: in it the document and what a book says.
struct OpenedPasswordFile {
    /// `isDamaged`: this is `book.1`, since `book` is damaged or missing; the last change may not be in it.
    OpenedBook book;
    DocumentPointer document;
    quint64 highestSeen = 0; ///< generation that either file names
};

/// `book` of a vault that is protected by a password (vault-protocol section 6), and the one before it, `book.1`. Disk work,
/// not for a thread with a window.
class PasswordFile
{
public:
    explicit PasswordFile(DataDirectory directory)
        : m_directory(std::move(directory))
    {
    }

    /// How the key is made of the password. Errors: NotUnlocked, when there is no password vault; NewerFormat, NoPermission.
    Result<KeyDerivation> derivation() const;
    /// Opens `book`; where it is damaged or missing `book.1`, if this key opens that. `known` may be null, as `last`, which is
    /// answered when the file is byte for byte the same. Errors: WrongPassword; PasswordChanged, when the key is of another
    /// password than the file; DamagedFile; NewerFormat; NoPermission.
    Result<OpenedPasswordFile> open(const PasswordKey &key, const Document *known,
                                    const OpenedPasswordFile *last) const;

    /// What stands there before a write.
    enum class Before {
        SameKey, ///< opened with the same key: it becomes `book.1`
        Damaged, ///< it is kept as `book.damaged-<unixSeconds>`, and `book.1` stays
        Other,   ///< nothing, or a file with another key: `book.1` becomes the new file too
    };
    /// What is to be sealed: comfort data, and the whole text of a document.
    struct Content {
        QByteArray json;
        ByteView document;
    };
    /// Writes with the next revision after `header.revision`, and verifies before the old file goes. Answers the header and
    /// the proof. Errors: DiskFull, ReadOnlyDisk, NoPermission, WriteFailed, Internal: the old file stands then;
    /// NotConfirmed: the new one is there, perhaps not for good.
    Result<OpenedBook> write(FileHeader header, const Content &content, const PasswordKey &key, Before before,
                             qint64 unixSeconds) const;

private:
    QString path() const { return m_directory.file(QStringLiteral("book")); }

    DataDirectory m_directory;
};

/// Whether `book.1` opens with another key than `book`, whose header this is, and is not newer: it stayed behind when the
/// password or the protection changed.
bool hasStaleFirst(const DataDirectory &directory, const FileHeader &header);
/// Makes `book.1` the same file as `book`, once that is on the disk for good. Errors as PasswordFile::write.
Result<void> replaceStaleFirst(const DataDirectory &directory);

} // namespace watchword::vault
