// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/http_client.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace watchword::platform {

/// Qt's network behind the port. Each way of trusting has connections of its own, which polls keep open; each POST gets a
/// new one, as Qt sends a request again by itself when a connection ends without an answer, and none must be sent twice.
class NetworkHttpClient final : public QObject, public HttpClient
{
    Q_OBJECT

public:
    /// How long one request may take in all.
    static constexpr std::chrono::milliseconds usualLimit{30'000};
    static constexpr qsizetype longestBody = qsizetype{64} * 1024;

    explicit NetworkHttpClient(std::chrono::milliseconds limit = usualLimit, QObject *parent = nullptr);
    ~NetworkHttpClient() override;

    void send(const HttpRequest &request, QObject *context, Handler<Answered> handler) override;
    std::optional<CertificateFacts> factsOf(const QByteArray &certificate) const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchword::platform
