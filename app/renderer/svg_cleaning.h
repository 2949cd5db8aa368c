// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace watchword::app {

/// An SVG picture of a stranger as one that refers to nothing outside itself: of its elements only those that draw shapes are
/// kept (no text: a QR code has none, and fonts are much code), pictures in it only as PNG or JPEG data, references only within
/// the picture; style sheets without rules that begin with @. A document type is left out; one that declares entities is
/// refused. Errors: EntitiesInPicture, DamagedDocument.
Result<QByteArray> cleanedSvg(const QByteArray &content);

} // namespace watchword::app
