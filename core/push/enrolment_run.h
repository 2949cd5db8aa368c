// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/http_client.h"
#include "core/push/enrolment.h"
#include "core/push/push_keeper.h"

#include <QObject>

#include <stop_token>

namespace watchword::push {

/// One enrolment, from the person's consent until the server's key is saved: makes a key pair, saves the private key,
/// gives the server the public one. What was saved when it fails goes on with retry(), as long as the QR code is good.
/// Afterwards PushService::checkNow() proves the key with the first poll.
class EnrolmentRun final : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Ports {
        HttpClient &http;
        PushKeeper &keeper;
        const Clock &clock;
    };
    enum class Step { Waiting, MakingKey, SavingKey, AskingServer, SavingServerKey, Done, Failed };

    static constexpr int keyBits = 4096;

    /// `trust` is whose word is taken for the server: ServerTrust() at first, and after UntrustedServer what the person then
    /// agreed to (setTrust). An enrolment whose `lock` the vault cannot give is not to be started (Trouble::LockNeeded).
    EnrolmentRun(Ports ports, Enrolment enrolment, const ServerTrust &trust, QObject *parent = nullptr);
    ~EnrolmentRun() override;

    const Enrolment &enrolment() const { return m_enrolment; }
    Step step() const { return m_step; }
    /// Of Failed.
    std::optional<Failure> failure() const { return m_failure; }
    /// Of Failed with UntrustedServer, OtherHostName or ChangedKey: what the server showed (HttpClient::factsOf).
    const QByteArray &shownCertificate() const { return m_certificate; }
    /// From SavingKey on: what was saved. Null before.
    accounts::AccountId account() const { return m_account.id; }
    /// The instant after which the server need not take the code any more, in UNIX seconds.
    qint64 goodUntil() const { return m_goodUntil; }

    void start();
    /// Again, with the key that is there, from where it failed. After goodUntil() it fails with Expired.
    void retry();
    /// Before a retry.
    void setTrust(const ServerTrust &trust);
    /// Ends it: Failed with Stopped. What was saved without an answer of the server stays in the vault, as the server may have
    /// heard; it is listed as not finished.
    void stop();

Q_SIGNALS:
    void stepChanged();

private:
    void setStep(Step step);
    void fail(const Failure &failure);
    void makeKey();
    void saveKey();
    void askServer();
    void takeAnswer(const HttpClient::Answered &answer);
    void saveServerKey();

    Ports m_ports;
    const Enrolment m_enrolment;
    const qint64 m_goodUntil;
    Step m_step = Step::Waiting;
    std::optional<Failure> m_failure;
    QByteArray m_certificate;
    accounts::PushAccount m_account;
    SecretBytes m_privateKey; // until it is saved
    QByteArray m_publicKey;
    std::stop_source m_stop;
    int m_attempt = 0; // answers to an earlier one are not waited for
};

} // namespace watchword::push
