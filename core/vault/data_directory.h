// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace watchword::vault {

/// The folder of one vault's files: `book`, `book.1`, `vault.lock`, `vault.id` (vault-protocol section 2).
class DataDirectory
{
public:
    /// The default folder, `$XDG_DATA_HOME/org.watchword.Watchword`.
    static QString defaultPath();
    /// Opens, and makes with mode 0700 when missing. A folder other than the default gets an 8-digit suffix in `vault.id`
    /// that keeps its keychain items apart. Errors: UnsafeDirectory, WriteFailed, DiskFull, ReadOnlyDisk.
    static Result<DataDirectory> open(const QString &path);

    QString path() const { return m_path; }
    /// `watchword/accounts` or `watchword/accounts@<8 hex>`.
    QString keyPrefix() const { return m_keyPrefix; }
    QString file(const QString &name) const;

private:
    QString m_path;
    QString m_keyPrefix;
};

} // namespace watchword::vault
