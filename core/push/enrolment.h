// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/push_account.h"
#include "core/base/secret_bytes.h"
#include "core/push/server_address.h"
#include "core/push/trouble.h"

namespace watchword::push {

/// An enrolment that is offered by a QR code or link and nothing more yet: nothing is sent before the person has seen
/// `address`, `issuer`, `name` and `serial`, and agreed. Moves only, as its credential does.
struct Enrolment {
    accounts::PushServer server = accounts::PushServer::PrivacyIdea;
    QString url; ///< of the endpoint, as it stands in the link (with `https://` in front where it has no scheme)
    ServerAddress address;
    QString issuer; ///< words for people, as the server wrote them; may be empty
    QString name;
    QString serial;
    SecretBytes credential;        ///< proves to the server, once, who scanned its code
    int minutes = 3;               ///< how long the code is good, said its server
    bool wantsVerification = true; ///< false: the link asks not to verify the certificate. Never obeyed unasked
    accounts::PushLock lock = accounts::PushLock::None;

    Enrolment clone() const
    {
        return {server, url, address, issuer, name, serial, credential.clone(), minutes, wantsVerification, lock};
    }
};

/// Longest link that is read, in bytes.
inline constexpr std::size_t longestEnrolmentLink = std::size_t{16} * 1024;

/// Whether a link is one that readEnrolment() knows the form of: `otpauth://pipush/`, `pia://pipush/`,
/// `edumfa-push://edumfa/`.
bool isEnrolmentLink(ByteView link);

/// Reads the link of privacyIDEA (3.8 and later) and eduMFA. `image` and the Firebase parameters are ignored. Errors:
/// NoEnrolment, UnknownVersion, IncompleteLink, UnusableAddress, UnusableSerial.
Expected<Enrolment> readEnrolment(ByteView link);

/// Whether a serial or nonce may be put between `|` and signed: not empty, at most 200 characters, without `|` and
/// control characters.
bool isPlainName(const QString &text);

} // namespace watchword::push
