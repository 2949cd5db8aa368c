// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tools/screens/random.h"

#include <QByteArray>

namespace watchword::screens {

/// What people find in codes on their screens: links to accounts of every length, web links, payments, plain text.
QByteArray anyPayload(Random &random);
/// An export of many accounts that needs version 20 to 30 at level L.
QByteArray densePayload(Random &random);

} // namespace watchword::screens
