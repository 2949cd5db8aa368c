// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret_bytes.h"

#include <QImage>

namespace watchword::qr {

/// A QR code of a text (UTF-8), level M, quiet zone 4, one pixel a module, black on white. Errors: EmptyInput,
/// NotText, TooLarge.
Result<QImage> writeCode(ByteView payload);

} // namespace watchword::qr
