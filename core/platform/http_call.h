// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform/http_exchange.h"

#include <QHash>
#include <QNetworkAccessManager>

#include <functional>
#include <memory>
#include <vector>

namespace watchword::platform {

/// One request of the caller's, which may take several exchanges where a server's key is what is trusted. Qt wants
/// authorities to begin with, so what the server shows is looked at first, in a connection over which nothing is sent. If it is
/// of that key it becomes the only authority, and the server has to prove that it holds the key. A certificate that was signed
/// by an authority which the server does not show too cannot be used so: that authority's own certificate is needed.
class HttpCall final : public QObject
{
    Q_OBJECT

public:
    /// Keeps connections and finds them again by host alone, whoever they trust: so each way of trusting has its own.
    using Manager = std::shared_ptr<QNetworkAccessManager>;
    /// What is known of a server that was met. One that ends a connection before the next poll gets a manager of its own
    /// for each, since Qt goes on with a TLS session only there.
    struct Met {
        QByteArray ticket; ///< of the TLS session, which can go on
        bool wasPolled = false;
        bool endsConnections = false;
    };
    /// What is kept of one way of trusting.
    struct Kept {
        Manager polls;                 ///< for requests that have no body
        QHash<QString, Met> servers{}; ///< by host and port
    };

    /// What is known of servers by their keys' SHA-256.
    struct KnownServer {
        QList<QSslCertificate> certificates; ///< as it showed them, its own first
        QString peerName;                    ///< empty: that of the URL
        std::shared_ptr<Kept> kept;
    };
    using KnownServers = QHash<QByteArray, KnownServer>;

    struct Settings {
        HttpRequest request;
        std::chrono::milliseconds limit{0};
        qsizetype longestBody = 0;
    };

    /// `known` must outlive the call, which deletes itself.
    HttpCall(Settings settings, std::shared_ptr<Kept> kept, KnownServers &known, QObject *context,
             Handler<HttpClient::Answered> handler, QObject *parent);
    ~HttpCall() override;

    void start();

private:
    using Answered = HttpClient::Answered;

    HttpExchange::Settings commonSettings() const;
    void exchange(const std::shared_ptr<Kept> &kept, HttpExchange::Settings settings,
                  std::function<void(const Answered &, const HttpExchange &)> then);
    void learn(const QList<QSslCertificate> &certificates, const QString &peerName);
    void look();
    void takeLook(const Answered &answer, const QList<QSslCertificate> &shown);
    void take(const Answered &answer);
    void finish(const Answered &answer);

    const Settings m_settings;
    const std::shared_ptr<Kept> m_kept;
    std::vector<Manager> m_used; // kept until no exchange can be in the middle of a signal
    KnownServers &m_known;
    const std::chrono::steady_clock::time_point m_until;
    const QPointer<QObject> m_context;
    Handler<Answered> m_handler;
    int m_triesLeft = 2;
};

/// Of which nothing is known yet.
std::shared_ptr<HttpCall::Kept> nothingKept();

/// Whether a host is this computer itself, by its name or number alone.
bool isLoopbackHost(const QString &host);

/// The first certificate in PEM or DER; null when there is none, or for more than 64 KiB.
QSslCertificate certificateIn(const QByteArray &bytes);

} // namespace watchword::platform
