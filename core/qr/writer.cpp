// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qr/writer.h"

#include "core/qr/zxing_adapter.h"

#include <QUtf8StringView>

namespace watchword::qr {

Result<QImage> writeCode(ByteView payload)
{
    if (payload.empty())
        return failure(ErrorCode::EmptyInput);
    if (!QUtf8StringView(reinterpret_cast<const char *>(payload.data()), qsizetype(payload.size())).isValidUtf8())
        return failure(ErrorCode::NotText);
    return zxing::encode(payload);
}

} // namespace watchword::qr
