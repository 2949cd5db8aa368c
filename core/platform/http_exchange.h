// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/http_client.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkAccessManager;

namespace watchword::platform {

/// One request on the wire, from its connection to the last byte of its answer: what network_http_client.cpp tries, perhaps
/// more than once.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        QUrl url;
        std::optional<QByteArray> form;
        QSslConfiguration tls;
        QString peerName;       ///< which the certificate must be of, where it is not the host of the URL
        QByteArray keySha256;   ///< which key the server must show; empty: any that `tls` trusts
        bool onlyLooks = false; ///< ends before anything is sent, with the certificate that was shown
        std::chrono::milliseconds limit{0};
        qsizetype longestBody = 0;
    };

    HttpExchange(QNetworkAccessManager &manager, Settings settings, QObject *parent);
    ~HttpExchange() override;

    /// The server's certificate and those that it showed with it, as far as the connection came.
    const QList<QSslCertificate> &shownCertificates() const { return m_chain; }
    /// Whether there was no connection that could be used.
    bool hasConnected() const { return m_wasEncrypted; }
    /// With which the next connection to this server goes on with the TLS session of this one; empty: it gave none. A secret,
    /// and only for requests that trust in the same way.
    QByteArray sessionTicket() const;

Q_SIGNALS:
    /// Once, at the end.
    void finished(const watchword::HttpClient::Answered &answer);

private:
    void start(QNetworkAccessManager &manager);
    void checkServer();
    void takeCertificates();
    void collect();
    void end();
    void stopFor(HttpTrouble trouble, const QString &detail = {});
    HttpClient::Answered answer() const;
    HttpFailure failure() const;
    HttpFailure certificateFailure() const;

    const Settings m_settings;
    QPointer<QNetworkReply> m_reply;
    QTimer m_limit;
    QByteArray m_body;
    QList<QSslCertificate> m_chain;
    QSslCertificate m_certificate; // the first of them
    QList<QSslError::SslError> m_tlsErrors;
    std::optional<HttpFailure> m_stopped; // by ourselves
    bool m_wasEncrypted = false;
    bool m_wasSent = false;
    bool m_hasProxy = false;
};

/// SHA-256 of a certificate's public key (SubjectPublicKeyInfo in DER); empty for a kind of key that Qt does not know.
QByteArray keySha256Of(const QSslCertificate &certificate);

} // namespace watchword::platform
