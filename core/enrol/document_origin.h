// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enrol/recognise.h"

namespace watchword::enrol {

/// What a whole text is that is no link: a contact, a payment, a boarding pass; else PlainText.
/// Sources: RFC 6350 (vCard), EPC069-12 (SEPA credit transfer), the Swiss payment standards, IATA resolution 792 (boarding pass).
Origin originOfDocument(ByteView text);

} // namespace watchword::enrol
