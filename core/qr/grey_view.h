// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace watchword::qr {

/// A look at grey pixels that somebody else owns; `stride` is bytes from row to row.
struct GreyView {
    const uchar *pixels = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;
};

} // namespace watchword::qr
