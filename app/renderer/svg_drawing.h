// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/rendering.h"

#include <QByteArray>

namespace watchword::app {

/// Cleans an SVG picture, draws it on paper and answers with it.
rendering::Outcome drawSvg(const QByteArray &content);

} // namespace watchword::app
