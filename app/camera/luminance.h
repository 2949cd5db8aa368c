// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include <cstddef>
#include <span>

class QVideoFrame;

namespace watchword::app {

/// Writes a frame's luminance, row by row. The size as it was written; empty when the frame could not be read. It is read at once
/// and never kept: media servers take the memory back while a frame still names it.
QSize writeLuminance(const QVideoFrame &frame, std::span<std::byte> to);

} // namespace watchword::app
