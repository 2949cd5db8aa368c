// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QString>

namespace watchword::app {

/// What was read, fit to be shown to whoever looks over a shoulder: values of parameters and anything long that looks
/// like a key are dots.
QString maskedText(ByteView text);

} // namespace watchword::app
