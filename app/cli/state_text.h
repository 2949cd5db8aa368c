// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/vault/state.h"

#include <optional>

namespace watchword::app::cli {

/// `empty`, `unlocked`, `locked` … as `doctor` prints it.
QString stateName(vault::State state);
/// The `id` of the problem that a state is.
QString stateId(vault::State state, const std::optional<Error> &reason);
/// What a state other than open means and what to do.
ErrorText stateText(vault::State state, const std::optional<Error> &reason);
Exit exitForState(vault::State state);

/// The `id` of the problem that does not stop the vault.
QString warningId(vault::Warning warning);

} // namespace watchword::app::cli
