// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

namespace watchword {

// Text that may hold a secret stays bytes: these look at it where it lies and copy nothing.

/// Whether the bytes are UTF-8 without control characters other than tab, line feed and carriage return.
bool isText(ByteView bytes) noexcept;

/// Without a byte order mark (UTF-8) in front and ASCII white space at both ends.
ByteView trimmed(ByteView text) noexcept;

/// Whether `text` begins with `prefix` when ASCII letters are folded; `prefix` is in lower case.
bool startsWithFolded(ByteView text, QByteArrayView prefix) noexcept;

/// UTF-8 to text; bytes that are not UTF-8 are read as Latin-1, which some old services send. For what is no secret.
QString textFromOutside(ByteView bytes);

} // namespace watchword
