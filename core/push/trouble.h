// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace watchword::push {

/// What can go wrong with an enrolment, a challenge or a server, as one closed list of its own: nothing else ends so.
enum class Trouble {
    Internal, ///< a rule of our own was broken, or OpenSSL failed; nothing was sent
    NotSaved, ///< the vault, or the memory of what was answered, could not keep it
    Stopped,  ///< by the person
    // the QR code
    NoEnrolment,     ///< no link that enrols for push
    UnknownVersion,  ///< of the link
    IncompleteLink,  ///< detail: the parameter that is missing, twice there, or nonsense
    UnusableAddress, ///< no https address (or http to this computer itself)
    UnusableSerial, ///< empty, too long, or with `|` or control characters in it, by which the signed text could be another
    LockNeeded,     ///< the server asks for a lock before approvals, which the vault's protection cannot give
    Expired,        ///< the QR code's time to live is over
    // a challenge
    BadChallenge, ///< incomplete, of another account, or not signed by the server: never to be shown
    OtherServer,  ///< signed by the server, and the answer is to go elsewhere; detail: the other host
    NotOffered,   ///< an approval whose number is not among the options, or is missing
    // what the server said
    NotAServer,        ///< something else answers there: no JSON, or none of this kind
    CodeUsed,          ///< the QR code was used before, or the server has forgotten it
    CodeRefused,       ///< the credential of the QR code is wrong
    SignatureRefused,  ///< the server does not know the account, or another key of it. Never a reason to remove it
    ClockOff,          ///< this computer's clock differs from the server's by more than a minute
    PollingNotAllowed, ///< by a policy of the server
    ServerFailed,      ///< 5xx
    ServerRefused,     ///< anything else that it says is an error; detail: the number
    UnusableServerKey, ///< no RSA key of a size that is taken
    // on the way to it
    NoConnection,       ///< no network, no such host, nobody listens
    NoAnswer,           ///< the request may have arrived; nothing or only a part came back in time
    TooLarge,           ///< an answer of more than 64 KiB
    Redirected,         ///< the server sends us elsewhere, where we do not go
    ProxyWantsLogin,    ///< 407
    ProxyFailed,        ///< the proxy that the system names does not answer or has no such name
    UntrustedServer,    ///< its certificate is not by an authority that is trusted for it
    OtherHostName,      ///< its certificate is another host's
    ExpiredCertificate, ///< or one that is not valid yet
    ChangedKey,         ///< it shows another key than the one that was confirmed
    NoEncryption,       ///< TLS could not be agreed on
};

/// What went wrong, and for the log what exactly: no secret, no label, no link, no text of a server.
struct Failure {
    Trouble trouble = Trouble::Internal;
    QString detail;

    friend bool operator==(const Failure &, const Failure &) = default;
};

template <class T>
using Expected = std::expected<T, Failure>;

/// `return troubled(Trouble::X, u"why"_qs);`
inline std::unexpected<Failure> troubled(Trouble trouble, QString detail = {})
{
    return std::unexpected(Failure{trouble, std::move(detail)});
}

} // namespace watchword::push
