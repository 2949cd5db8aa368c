// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/odd_record.h"

namespace watchword::app {

/// What can be said of a line that this version does not understand: "An account of GitHub, with a kind of code that …". A whole
/// sentence, which may be shown.
QString oddRecordText(const vault::OddRecord &record);

} // namespace watchword::app
