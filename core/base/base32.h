// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

namespace watchword {

/// Base32 (RFC 4648) as services write it: blanks (also `+`), `-`, `_` and `=` are dropped, case is folded, every length
/// is taken (floor(n*5/8) bytes, left-over bits ignored). Anything else is `InvalidBase32` with the offending character
/// as detail, nothing left is `MissingSecret`.
Result<SecretBytes> decodeBase32(ByteView text);

/// Upper case, without padding.
SecretBytes encodeBase32(ByteView bytes);

} // namespace watchword
