// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchword::platform {

/// How what the keychain holds lies on the disk.
enum class KeyringFile {
    Unknown,   ///< it cannot be told: no file, another keychain, another format
    Encrypted, ///< with the keyring's password
    InClear,   ///< the keyring has no password: the file is text, and every secret stands in it
};

/// Of the default keyring of gnome-keyring (`provider` as in a StoreSurvey). Reads no more than the first bytes of its file,
/// behind which the secrets come. A few microseconds.
KeyringFile defaultKeyringFile(const QString &provider);

} // namespace watchword::platform
