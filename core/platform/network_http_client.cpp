// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/network_http_client.h"

#include "core/base/answer_later.h"
#include "core/platform/http_call.h"

#include <map>

namespace watchword::platform {

namespace {

QString nameIn(const QSslCertificate &certificate, bool ofIssuer)
{
    for (const auto field : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        const QStringList names = ofIssuer ? certificate.issuerInfo(field) : certificate.subjectInfo(field);
        if (!names.isEmpty())
            return names.first();
    }
    return {};
}

bool mayBeSent(const QUrl &url)
{
    const bool isEncrypted = url.scheme() == QLatin1String("https");
    const bool isLocal = url.scheme() == QLatin1String("http") && isLoopbackHost(url.host());
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && (isEncrypted || isLocal);
}

} // namespace

class NetworkHttpClient::Private
{
public:
    std::chrono::milliseconds limit{0};
    HttpCall::KnownServers known;
    std::map<QByteArray, std::shared_ptr<HttpCall::Kept>> kept; // by the way of trusting
};

NetworkHttpClient::NetworkHttpClient(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->limit = limit;
}

NetworkHttpClient::~NetworkHttpClient()
{
    // The calls that are going on, before what they work with.
    const QObjectList calls = children();
    qDeleteAll(calls);
}

void NetworkHttpClient::send(const HttpRequest &request, QObject *context, Handler<Answered> handler)
{
    const bool isAuthorityThere =
        request.trust.kind != ServerTrust::Kind::Authority || !certificateIn(request.trust.data).isNull();
    if (!mayBeSent(QUrl::fromEncoded(request.url, QUrl::StrictMode)) || !isAuthorityThere) {
        return answerLater<Answered>(context, std::move(handler),
                                     std::unexpected(HttpFailure{HttpTrouble::NotAllowed, {}, {}}));
    }
    std::shared_ptr<HttpCall::Kept> &kept = d->kept[QByteArray::number(int(request.trust.kind)) + request.trust.data];
    if (!kept)
        kept = nothingKept();
    (new HttpCall({request, d->limit, longestBody}, kept, d->known, context, std::move(handler), this))->start();
}

std::optional<CertificateFacts> NetworkHttpClient::factsOf(const QByteArray &bytes) const
{
    const QSslCertificate certificate = certificateIn(bytes);
    if (certificate.isNull())
        return {};
    CertificateFacts facts;
    facts.subject = nameIn(certificate, false);
    facts.issuer = nameIn(certificate, true);
    facts.validFrom = certificate.effectiveDate().toSecsSinceEpoch();
    facts.validUntil = certificate.expiryDate().toSecsSinceEpoch();
    facts.sha256 = certificate.digest(QCryptographicHash::Sha256);
    facts.keySha256 = keySha256Of(certificate);
    facts.der = certificate.toDer();
    return facts;
}

} // namespace watchword::platform
