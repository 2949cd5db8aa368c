// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace watchword {

/// Whose word is taken for it that a server is who it says, over TLS. There is no "anybody's".
struct ServerTrust {
    enum class Kind {
        System,    ///< the system's certificate authorities
        Authority, ///< only the one whose certificate is in `data`
        Key, ///< only the server's own key, which the person was shown: whatever its certificate says of host and issuer
    };

    Kind kind = Kind::System;
    /// Authority: its certificate in DER. Key: the 32 bytes of SHA-256 over the SubjectPublicKeyInfo in DER. System: empty.
    QByteArray data;

    friend bool operator==(const ServerTrust &, const ServerTrust &) = default;
};

} // namespace watchword
