// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/openssl.h"

#include <openssl/err.h>

namespace watchword::crypto {

std::unexpected<Error> opensslFailure(const QString &what)
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = code ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return failure(ErrorCode::Internal,
                   what + QStringLiteral(": ")
                       + (reason ? QString::fromLatin1(reason) : QStringLiteral("no reason given")));
}

} // namespace watchword::crypto
