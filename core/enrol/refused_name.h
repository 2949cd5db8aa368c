// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

namespace watchword::enrol {

/// `issuer:name` of an account's link that cannot be taken; empty when it has none, or when a key may stand in its place.
QString nameInLink(ByteView link);

} // namespace watchword::enrol
