// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/handler.h"
#include "core/base/server_trust.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>

class QObject;

namespace watchword {

/// One request. Nothing is sent with it that does not stand here: no cookie, no name of the program, no language.
struct HttpRequest {
    QByteArray url; ///< percent-encoded; https, or http to this computer itself
    /// The body of a POST (`application/x-www-form-urlencoded`). Without one it is a GET.
    std::optional<QByteArray> form;
    ServerTrust trust;

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

/// What a server answered, whatever its status.
struct HttpAnswer {
    int status = 0;
    QByteArray body;
    /// Of the `Date` header, in UNIX seconds, when it came over TLS from a server that is trusted.
    std::optional<qint64> date;

    friend bool operator==(const HttpAnswer &, const HttpAnswer &) = default;
};

/// Why there is no whole answer.
enum class HttpTrouble {
    NotAllowed,      ///< http to another computer, or no URL: nothing was sent
    NoConnection,    ///< nothing was sent
    NoAnswer,        ///< it may have been sent
    TooLarge,        ///< more than the limit came back; the rest was not read
    ProxyFailed,     ///< it is not there, or does not let us through; nothing was sent
    UntrustedServer, ///< of these four too: nothing was sent, the server has proved nothing
    OtherHostName,
    ExpiredCertificate,
    ChangedKey,
    NoEncryption,
};

struct HttpFailure {
    HttpTrouble trouble = HttpTrouble::NoConnection;
    QString detail; ///< for the log: a number or a name of Qt's, never an address
    /// UntrustedServer, OtherHostName, ChangedKey: the certificate that was shown, in DER. Nobody has vouched for it.
    QByteArray certificate;

    friend bool operator==(const HttpFailure &, const HttpFailure &) = default;
};

/// What a certificate says of itself. It proves none of it.
struct CertificateFacts {
    QString subject; ///< its common name, or else its organisation; a text from outside
    QString issuer;
    qint64 validFrom = 0; ///< UNIX seconds
    qint64 validUntil = 0;
    QByteArray sha256; ///< of the certificate in DER: its fingerprint, 32 bytes
    QByteArray
        keySha256; ///< of its public key (SubjectPublicKeyInfo in DER); empty for a kind of key that cannot be pinned
    QByteArray der;

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

/// Sends requests: at most 64 KiB come back, within 30 s in all, never from another place than was asked. The system's
/// proxy is used.
class HttpClient
{
public:
    using Answered = std::expected<HttpAnswer, HttpFailure>;

    virtual ~HttpClient() = default;
    /// One request a server at a time is for the caller to keep. `context` dying ends the request.
    virtual void send(const HttpRequest &request, QObject *context, Handler<Answered> handler) = 0;
    /// The first certificate in a file (PEM or DER, at most 64 KiB), or the one that an HttpFailure carries.
    virtual std::optional<CertificateFacts> factsOf(const QByteArray &certificate) const = 0;
};

} // namespace watchword
