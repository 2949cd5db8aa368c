// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/error_text.h"
#include "core/vault/state.h"

namespace watchword::app {

/// What a person should know of the vault though it is open.
ErrorText warningText(vault::Warning warning);

} // namespace watchword::app
