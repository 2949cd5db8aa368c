// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/http_exchange.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslKey>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace watchword::platform {

namespace {

QNetworkRequest requestFor(const HttpExchange::Settings &settings)
{
    QNetworkRequest request(settings.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("Watchword"));
    // Qt would name the person's language, and take packed answers, which grow.
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setSslConfiguration(settings.tls);
    if (!settings.peerName.isEmpty())
        request.setPeerVerifyName(settings.peerName);
    return request;
}

std::optional<qint64> secondsOf(const QByteArray &httpDate)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(httpDate).trimmed(),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return {};
    date.setTimeZone(QTimeZone::utc());
    return date.toSecsSinceEpoch();
}

// Errors that are an answer of the server all the same: 4xx and 5xx.
bool isAnswered(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError || error == QNetworkReply::ProtocolInvalidOperationError
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

bool isOfProxy(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

} // namespace

QByteArray keySha256Of(const QSslCertificate &certificate)
{
    const QByteArray key = certificate.publicKey().toDer();
    return key.isEmpty() ? QByteArray() : QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}

HttpExchange::HttpExchange(QNetworkAccessManager &manager, Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { stopFor(m_wasSent ? HttpTrouble::NoAnswer : HttpTrouble::NoConnection, QStringLiteral("time")); });
    m_limit.start(m_settings.limit);
    start(manager);
}

HttpExchange::~HttpExchange()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void HttpExchange::start(QNetworkAccessManager &manager)
{
    const QNetworkRequest request = requestFor(m_settings);
    const QList<QNetworkProxy> proxies = manager.proxyFactory()->queryProxy(QNetworkProxyQuery(m_settings.url));
    m_hasProxy = !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
    m_reply = m_settings.form ? manager.post(request, *m_settings.form) : manager.get(request);
    // More than this is not taken from the network before it has been looked at.
    m_reply->setReadBufferSize(m_settings.longestBody + 1);
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpExchange::checkServer);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors << error.error();
        takeCertificates();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::collect);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::end);
}

/// Qt waits for this to return before it sends anything over the new connection.
void HttpExchange::checkServer()
{
    takeCertificates();
    if (m_settings.onlyLooks)
        return stopFor(HttpTrouble::UntrustedServer);
    if (!m_settings.keySha256.isEmpty() && keySha256Of(m_certificate) != m_settings.keySha256)
        return stopFor(HttpTrouble::ChangedKey);
    // A second connection for one POST: the first was cut off, and Qt is about to send it again.
    if (m_settings.form && m_wasEncrypted)
        return stopFor(HttpTrouble::NoAnswer, QStringLiteral("cut off"));
    m_wasEncrypted = true;
}

void HttpExchange::takeCertificates()
{
    m_chain = m_reply->sslConfiguration().peerCertificateChain();
    m_certificate = m_reply->sslConfiguration().peerCertificate(); // also of a session that goes on
}

QByteArray HttpExchange::sessionTicket() const
{
    return m_reply->sslConfiguration().sessionTicket();
}

void HttpExchange::collect()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_settings.longestBody)
        stopFor(HttpTrouble::TooLarge);
}

void HttpExchange::stopFor(HttpTrouble trouble, const QString &detail)
{
    if (m_stopped)
        return;
    m_stopped = HttpFailure{trouble, detail, m_certificate.toDer()};
    m_reply->abort(); // ends in finished
}

void HttpExchange::end()
{
    m_limit.stop();
    if (!m_stopped)
        m_body += m_reply->readAll();
    Q_EMIT finished(answer());
}

HttpClient::Answered HttpExchange::answer() const
{
    if (m_stopped)
        return std::unexpected(*m_stopped);
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::ProxyAuthenticationRequiredError)
        return HttpAnswer{407, {}, {}};
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isAnswered(error) || status == 0)
        return std::unexpected(failure());
    if (m_body.size() > m_settings.longestBody)
        return std::unexpected(HttpFailure{HttpTrouble::TooLarge, {}, {}});
    const bool isEncrypted = m_settings.url.scheme() == QLatin1String("https");
    return HttpAnswer{status, m_body, isEncrypted ? secondsOf(m_reply->rawHeader("Date")) : std::nullopt};
}

HttpFailure HttpExchange::failure() const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const QString number = QString::number(error);
    if (error == QNetworkReply::SslHandshakeFailedError)
        return m_tlsErrors.isEmpty() ? HttpFailure{HttpTrouble::NoEncryption, number, {}} : certificateFailure();
    // Qt says no more of a proxy that refuses than that something failed.
    if (isOfProxy(error) || (m_hasProxy && !m_wasSent))
        return {HttpTrouble::ProxyFailed, number, {}};
    const bool isSurelyUnsent =
        error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError || !m_wasSent;
    return {isSurelyUnsent ? HttpTrouble::NoConnection : HttpTrouble::NoAnswer, number, {}};
}

/// The worst of several: a certificate that nobody has signed says nothing by its dates and names either.
HttpFailure HttpExchange::certificateFailure() const
{
    static constexpr std::array dates = {QSslError::CertificateExpired, QSslError::CertificateNotYetValid};
    const auto isDate = [](QSslError::SslError error) { return std::ranges::find(dates, error) != dates.end(); };
    const auto isName = [](QSslError::SslError error) { return error == QSslError::HostNameMismatch; };
    const QString number = QString::number(m_tlsErrors.first());
    if (!std::ranges::all_of(m_tlsErrors, [&](auto error) { return isDate(error) || isName(error); }))
        return {HttpTrouble::UntrustedServer, number, m_certificate.toDer()};
    if (std::ranges::any_of(m_tlsErrors, isDate))
        return {HttpTrouble::ExpiredCertificate, number, m_certificate.toDer()};
    return {HttpTrouble::OtherHostName, number, m_certificate.toDer()};
}

} // namespace watchword::platform
