// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

namespace watchword::app::cli {

/// All of standard input, or, when a person types there, one line that is not shown. Blocking. Errors: EmptyInput,
/// TooLarge, FileNotReadable.
Result<SecretBytes> readTypedText();

} // namespace watchword::app::cli
