// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/error_text.h"
#include "core/base/secret_bytes.h"

#include <expected>

namespace watchword::app::cli {

/// Why there is no password: `id` as in JSON.
struct NoPassword {
    QString id;
    ErrorText text;
};

/// The first line of a file: a regular one, ours, and readable for nobody else.
std::expected<SecretBytes, NoPassword> passwordFromFile(const QString &path);
/// Asks on the terminal, also when standard input is a pipe; what is typed is not shown. Blocking. `isAgain`: the one before
/// was wrong.
std::expected<SecretBytes, NoPassword> passwordFromTerminal(bool isAgain);

} // namespace watchword::app::cli
