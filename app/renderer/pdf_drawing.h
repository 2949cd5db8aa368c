// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/rendering.h"

#include <QByteArray>

namespace watchword::app {

/// Draws the first pages of a PDF, fine enough for a QR code of 57 modules on 2 cm, and answers with each.
rendering::Outcome drawPdf(const QByteArray &content);

} // namespace watchword::app
