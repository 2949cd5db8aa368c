// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault_id.h"

#include "core/base/secret_bytes.h"
#include "core/crypto/scrypt.h"

namespace watchword::vault {

/// What a sealed file is (vault-protocol section 5).
enum class FileKind : quint8 { Book = 1, PasswordVault = 2, Backup = 3 };

/// How the key of a password vault or backup is made from its password. Of no meaning for a book.
struct KeyDerivation {
    crypto::ScryptCost cost; ///< all zero: the key is not made of a password
    std::array<std::byte, 32> salt{};

    static KeyDerivation none() { return {{0, 0, 0}, {}}; }

    friend bool operator==(const KeyDerivation &, const KeyDerivation &) = default;
};

/// The part of a sealed file that is readable without its key.
struct FileHeader {
    FileKind kind = FileKind::Book;
    KeyDerivation derivation;
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

/// All of a file that is readable without its key.
inline constexpr qsizetype sealedFileHeaderSize = 192;
/// Longest file that is read.
inline constexpr qsizetype longestSealedFile = qsizetype{64} * 1024 * 1024;

/// Reads the header. Errors: DamagedFile (too short, not ours, checksum), NewerFormat (an unknown format, kind or derivation
/// of the key, or one that costs more or less than is allowed).
Result<FileHeader> readFileHeader(ByteView file);
/// Opens a file with its 32-byte master key. Errors: as readFileHeader, WrongKey, DamagedFile when the rest was changed.
Result<FileContent> openSealedFile(ByteView file, ByteView masterKey);
/// Seals a file of the header's kind; a book has no document. Every call draws a new salt. Error: Internal.
Result<QByteArray> sealFile(const FileHeader &header, const QByteArray &json, ByteView document, ByteView masterKey);
inline Result<QByteArray> sealBook(const FileHeader &header, const QByteArray &json, ByteView masterKey)
{
    return sealFile(header, json, {}, masterKey);
}

} // namespace watchword::vault
