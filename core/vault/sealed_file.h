// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault_id.h"

#include "core/base/secret_bytes.h"

namespace watchword::vault {

/// What a sealed file is (vault-protocol section 5).
enum class FileKind : quint8 { Book = 1, PasswordVault = 2, Backup = 3 };

/// The part of a sealed file that is readable without its key.
struct FileHeader {
    FileKind kind = FileKind::Book;
    VaultId vault;
    quint64 seen = 0;     ///< generation of the document when the file was written
    quint64 revision = 0; ///< counts the writes of this file
    QByteArray provider;  ///< at most 16 bytes; whose keychain held the document

    friend bool operator==(const FileHeader &, const FileHeader &) = default;
};

/// What a sealed file holds: the comfort data as JSON, and for password vaults and backups the document.
struct FileContent {
    QByteArray json;
    SecretBytes document;
};

/// Longest file that is read.
inline constexpr qsizetype longestSealedFile = qsizetype{64} * 1024 * 1024;

/// Reads the header. Errors: DamagedFile (too short, not ours, checksum), NewerFormat (unknown format or kind).
Result<FileHeader> readFileHeader(ByteView file);
/// Opens a file with its 32-byte master key. Errors: as readFileHeader, WrongKey, DamagedFile when the rest was changed.
Result<FileContent> openSealedFile(ByteView file, ByteView masterKey);
/// Seals a book (kind 1, no document). Every call draws a new salt. Error: Internal.
Result<QByteArray> sealBook(const FileHeader &header, const QByteArray &json, ByteView masterKey);

} // namespace watchword::vault
