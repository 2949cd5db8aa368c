// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/vault/vault_id.h"

namespace watchword::vault {

/// The folder of one vault's files: `book`, `book.1`, `vault.lock`, `vault.id` (vault-protocol section 2).
class DataDirectory
{
public:
    /// The default folder, `$XDG_DATA_HOME/org.watchword.Watchword`.
    static QString defaultPath();
    /// Opens, and makes with mode 0700 when missing. A folder other than the default gets an 8-digit suffix in `vault.id`
    /// that keeps its keychain items apart. Errors: NotADirectory, UnsafeDirectory, NoPermission, WriteFailed, DiskFull,
    /// ReadOnlyDisk, DamagedFile (of `vault.id`).
    static Result<DataDirectory> open(const QString &path);

    QString path() const { return m_path; }
    /// Puts the folder's name into the detail of an error about its rights or its kind, if it is the default one. Another is
    /// what a person typed, perhaps something secret by mistake.
    Error named(Error error) const;
    /// `watchword/accounts` or `watchword/accounts@<8 hex>`.
    QString keyPrefix() const;
    QString file(const QString &name) const;

    // Disk work, not for a thread with a window:

    /// The vault that `vault.id` says existed here. Empty when none did; DamagedFile when the file cannot be read.
    Result<std::optional<VaultId>> mark() const;
    /// Notes that `vault` exists, unless that is noted. Errors as open().
    Result<void> setMark(const VaultId &vault) const;
    /// Notes that no vault exists, as long as nothing else says so. Errors as open().
    Result<void> clearMark() const;
    /// Takes away temporary files that a program left behind when it was killed before this was opened. Under vault.lock.
    void clearLeftovers() const;
    /// Takes away all temporary files of the book, also young ones. Under vault.lock, where nobody writes one.
    void clearAllLeftovers() const;

private:
    Result<void> prepare();
    Result<void> writeMark(const std::optional<VaultId> &vault) const;
    bool isDefault() const;

    QString m_path;
    QByteArray m_suffix; // 8 hex digits, or empty
    qint64 m_openedAt = 0;
};

} // namespace watchword::vault
