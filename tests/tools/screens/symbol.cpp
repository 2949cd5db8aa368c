// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/symbol.h"

#include <qrencode.h>

#include <memory>

namespace watchword::screens {

Symbol symbolOf(const QByteArray &payload, Level level)
{
    constexpr QRecLevel levels[] = {QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(payload.constData(), 0, levels[int(level)], QR_MODE_8, 1), QRcode_free);
    Symbol symbol;
    if (!code)
        return symbol;
    symbol.size = code->width;
    symbol.version = code->version;
    symbol.level = level;
    for (int i = 0; i < code->width * code->width; ++i)
        symbol.isDark.push_back((code->data[i] & 1U) != 0);
    return symbol;
}

} // namespace watchword::screens
