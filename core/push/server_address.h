// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace watchword::push {

/// Scheme, host and port: with the serial, what an enrolment is identified by. A known serial at another one is another
/// account, and no answer goes to another one.
struct ServerAddress {
    QString scheme; ///< `https`, or `http` on this computer itself
    QString host;   ///< as DNS sees it (`xn--…`), in lower case
    int port = 0;

    /// `host`, or `host:port` when the port is not the scheme's usual one.
    QString toString() const;

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

/// The address in a URL that requests may go to: https, or http to a loopback address; no user, no fragment, nothing that
/// programs read differently (a backslash, blanks, control characters). Empty for any other. At most 2,000 characters.
std::optional<ServerAddress> addressOf(const QString &url);

} // namespace watchword::push
