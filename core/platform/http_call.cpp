// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/http_call.h"

#include "core/base/answer_later.h"

#include <QDateTime>
#include <QNetworkProxyFactory>
#include <QSslSocket>

#include <algorithm>

namespace watchword::platform {

namespace {

constexpr qsizetype longestCertificateFile = qsizetype{64} * 1024;

/// The system's proxies, asked anew for each connection. This computer is reached without one.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopbackHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

QSslConfiguration tlsWith(const std::optional<QList<QSslCertificate>> &authorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, false);
    if (authorities) // and none besides
        tls.setCaCertificates(*authorities);
    return tls;
}

/// A name that the certificate is of, whichever host shows it: what identifies the server is its key.
QString ownNameOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectAlternativeNames().values(QSsl::DnsEntry)
        + certificate.subjectInfo(QSslCertificate::CommonName);
    QString name = names.value(0);
    if (name.startsWith(QLatin1String("*.")))
        name.replace(0, 1, QStringLiteral("any"));
    return name;
}

bool isValidNow(const QSslCertificate &certificate)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return certificate.effectiveDate() <= now && now <= certificate.expiryDate();
}

/// Goes through the system's proxies and follows no redirect.
HttpCall::Manager newHttpManager()
{
    auto manager = std::make_shared<QNetworkAccessManager>();
    manager->setProxyFactory(new SystemProxies); // which the manager owns
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
}

std::shared_ptr<HttpCall::Kept> nothingKept()
{
    return std::make_shared<HttpCall::Kept>(newHttpManager());
}

QSslCertificate certificateIn(const QByteArray &bytes)
{
    if (bytes.size() > longestCertificateFile)
        return QSslCertificate();
    for (const QSsl::EncodingFormat format : {QSsl::Pem, QSsl::Der}) {
        const QList<QSslCertificate> found = QSslCertificate::fromData(bytes, format);
        if (!found.isEmpty() && !found.first().isNull())
            return found.first();
    }
    return QSslCertificate();
}

HttpCall::HttpCall(Settings settings, std::shared_ptr<Kept> kept, KnownServers &known, QObject *context,
                   Handler<Answered> handler, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_kept(std::move(kept))
    , m_known(known)
    , m_until(std::chrono::steady_clock::now() + m_settings.limit)
    , m_context(context)
    , m_handler(std::move(handler))
{
    connect(context, &QObject::destroyed, this, &QObject::deleteLater);
}

HttpCall::~HttpCall()
{
    // The exchanges, before the manager that they work with.
    const QObjectList exchanges = children();
    qDeleteAll(exchanges);
}

void HttpCall::start()
{
    const ServerTrust &trust = m_settings.request.trust;
    if (trust.kind == ServerTrust::Kind::Key && !m_known.contains(trust.data))
        return look();
    HttpExchange::Settings settings = commonSettings();
    std::shared_ptr<Kept> kept = m_kept;
    switch (trust.kind) {
    case ServerTrust::Kind::System: settings.tls = tlsWith({}); break;
    case ServerTrust::Kind::Authority: settings.tls = tlsWith(QList{certificateIn(trust.data)}); break;
    case ServerTrust::Kind::Key: {
        const KnownServer server = m_known.value(trust.data);
        settings.tls = tlsWith(server.certificates);
        settings.peerName = server.peerName;
        settings.keySha256 = trust.data;
        kept = server.kept;
    }
    }
    exchange(kept, std::move(settings), [this](const Answered &answer, const HttpExchange &) { take(answer); });
}

HttpExchange::Settings HttpCall::commonSettings() const
{
    const auto left = m_until - std::chrono::steady_clock::now();
    HttpExchange::Settings settings;
    settings.url = QUrl::fromEncoded(m_settings.request.url, QUrl::StrictMode);
    settings.form = m_settings.request.form;
    settings.limit =
        std::max(std::chrono::milliseconds(0), std::chrono::duration_cast<std::chrono::milliseconds>(left));
    settings.longestBody = m_settings.longestBody;
    return settings;
}

void HttpCall::exchange(const std::shared_ptr<Kept> &kept, HttpExchange::Settings settings,
                        std::function<void(const Answered &, const HttpExchange &)> then)
{
    const QString server = settings.url.authority();
    const bool isPoll = !settings.form;
    const Met met = kept->servers.value(server);
    settings.tls.setSessionTicket(met.ticket);
    m_used.push_back(isPoll && !met.endsConnections ? kept->polls : newHttpManager());
    auto *const one = new HttpExchange(*m_used.back(), std::move(settings), this);
    connect(one, &HttpExchange::finished, this, [=, then = std::move(then)](const Answered &answer) {
        if (answer) {
            Met &now = kept->servers[server];
            now.endsConnections = now.endsConnections || (isPoll && now.wasPolled && one->hasConnected());
            now.wasPolled = now.wasPolled || isPoll;
            if (const QByteArray ticket = one->sessionTicket(); !ticket.isEmpty())
                now.ticket = ticket;
        }
        one->deleteLater();
        then(answer, *one);
    });
}

void HttpCall::look()
{
    HttpExchange::Settings settings = commonSettings();
    settings.form.reset();
    settings.tls = tlsWith(QList<QSslCertificate>());
    settings.onlyLooks = true;
    exchange(nothingKept(), std::move(settings),
             [this](const Answered &answer, const HttpExchange &one) { takeLook(answer, one.shownCertificates()); });
}

void HttpCall::takeLook(const Answered &answer, const QList<QSslCertificate> &shown)
{
    if (shown.isEmpty())
        return finish(answer ? std::unexpected(HttpFailure{}) : answer);
    const QByteArray certificate = shown.first().toDer();
    if (keySha256Of(shown.first()) != m_settings.request.trust.data)
        return finish(std::unexpected(HttpFailure{HttpTrouble::ChangedKey, {}, certificate}));
    if (!isValidNow(shown.first())) // which Qt would not take for an authority, and call untrusted
        return finish(std::unexpected(HttpFailure{HttpTrouble::ExpiredCertificate, {}, certificate}));
    learn(shown, {});
    start();
}

void HttpCall::learn(const QList<QSslCertificate> &certificates, const QString &peerName)
{
    m_known.insert(m_settings.request.trust.data, {certificates, peerName, nothingKept()});
}

/// A new certificate of the same key, and one of another name, are no reason to stop.
void HttpCall::take(const Answered &answer)
{
    const ServerTrust &trust = m_settings.request.trust;
    if (answer || trust.kind != ServerTrust::Kind::Key || m_triesLeft-- == 0)
        return finish(answer);
    const KnownServer server = m_known.value(trust.data);
    if (answer.error().trouble == HttpTrouble::OtherHostName && server.peerName.isEmpty()) {
        learn(server.certificates, ownNameOf(server.certificates.first()));
        return start();
    }
    if (answer.error().trouble == HttpTrouble::UntrustedServer) {
        m_known.remove(trust.data);
        return look();
    }
    finish(answer);
}

void HttpCall::finish(const Answered &answer)
{
    answerLater<Answered>(m_context, std::move(m_handler), answer);
    deleteLater();
}

} // namespace watchword::platform
