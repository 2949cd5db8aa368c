// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/document.h"

namespace watchword::vault {

/// Two documents of one vault put together.
struct DocumentUnion {
    Document document;
    int keptBoth = 0; ///< accounts of one id and two secrets: the second got an id of its own
};

/// Everything that is in either document (vault-protocol section 3): of an account in both the later `ww.changed` and the
/// higher counter; where the secrets differ both are kept. Other lines are kept once each. The same two documents always
/// give the same union. Error: Internal.
Result<DocumentUnion> unionOf(const Document &a, const Document &b);

} // namespace watchword::vault
