// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

namespace watchword::accounts {

/// What a `+` is: in a query services write it for a blank, in a path it is itself.
enum class PlusSign { IsBlank, IsPlus };

/// Decodes `%41` once, never twice. A `%` that no two hex digits follow stands for itself, as careless services mean it.
SecretBytes percentDecoded(ByteView text, PlusSign plus);

/// Everything but `A-Z a-z 0-9 - . _ ~` as `%41`; a blank is `%20`.
SecretBytes percentEncoded(ByteView bytes);

} // namespace watchword::accounts
