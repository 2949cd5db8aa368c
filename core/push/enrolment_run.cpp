// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/push/enrolment_run.h"

#include "core/crypto/off_thread.h"
#include "core/crypto/rsa_key.h"
#include "core/push/push_protocol.h"
#include "core/push/push_service.h"

namespace watchword::push {

namespace {

struct KeyPair {
    SecretBytes privateKey;
    QByteArray publicKey;
};

Result<KeyPair> newKeyPair(const std::stop_token &stop)
{
    Result<SecretBytes> key = crypto::newRsaKey(EnrolmentRun::keyBits, stop);
    if (!key)
        return std::unexpected(key.error());
    Result<QByteArray> publicKey = crypto::rsaPublicKeyOf(key->view());
    if (!publicKey)
        return std::unexpected(publicKey.error());
    return KeyPair{std::move(*key), *publicKey};
}

} // namespace

EnrolmentRun::EnrolmentRun(Ports ports, Enrolment enrolment, const ServerTrust &trust, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_enrolment(std::move(enrolment))
    , m_goodUntil(m_ports.clock.unixSeconds() + qint64{60} * m_enrolment.minutes)
{
    m_account.server = m_enrolment.server;
    m_account.url = m_enrolment.url;
    m_account.serial = m_enrolment.serial;
    m_account.issuer = m_enrolment.issuer;
    m_account.name = m_enrolment.name;
    m_account.lock = m_enrolment.lock;
    m_account.trust = trust;
}

EnrolmentRun::~EnrolmentRun()
{
    m_stop.request_stop();
}

void EnrolmentRun::start()
{
    if (m_step == Step::Waiting)
        makeKey();
}

void EnrolmentRun::retry()
{
    if (m_step != Step::Failed)
        return;
    if (m_account.state != accounts::PushState::Enrolling)
        return saveServerKey(); // the server has done its part
    if (m_ports.clock.unixSeconds() > m_goodUntil)
        return fail({Trouble::Expired, {}});
    m_stop = {};
    if (!m_account.id.isNull())
        askServer();
    else if (!m_privateKey.isEmpty())
        saveKey();
    else
        makeKey();
}

void EnrolmentRun::setTrust(const ServerTrust &trust)
{
    m_account.trust = trust;
}

void EnrolmentRun::stop()
{
    if (m_step == Step::Done || m_step == Step::Failed)
        return;
    m_stop.request_stop();
    fail({Trouble::Stopped, {}});
}

void EnrolmentRun::setStep(Step step)
{
    m_step = step;
    if (step != Step::Failed)
        m_failure.reset();
    Q_EMIT stepChanged();
}

void EnrolmentRun::fail(const Failure &failure)
{
    ++m_attempt;
    m_failure = failure;
    setStep(Step::Failed);
}

void EnrolmentRun::makeKey()
{
    setStep(Step::MakingKey);
    auto work = [stop = m_stop.get_token()] { return newKeyPair(stop); };
    crypto::runOffThread(this, std::move(work), [this, attempt = m_attempt](Result<KeyPair> pair) {
        if (attempt != m_attempt)
            return;
        if (!pair)
            return fail({Trouble::Internal, pair.error().detail});
        m_privateKey = std::move(pair->privateKey);
        m_publicKey = pair->publicKey;
        saveKey();
    });
}

/// Before the server has the public key: if it were the other way round, a crash could leave an enrolment that nobody has.
void EnrolmentRun::saveKey()
{
    setStep(Step::SavingKey);
    m_account.changed = m_ports.clock.unixSeconds();
    m_ports.keeper.addPush(m_account, m_privateKey.clone(), this, [this, attempt = m_attempt](const auto &saved) {
        if (saved) {
            m_account.id = *saved;
            m_privateKey.clear();
        }
        if (attempt != m_attempt)
            return;
        if (!saved)
            return fail({Trouble::NotSaved, saved.error().detail});
        askServer();
    });
}

void EnrolmentRun::askServer()
{
    setStep(Step::AskingServer);
    const HttpRequest request =
        PushProtocol::of(m_account.server).enrolmentRequest(m_enrolment, m_account.trust, m_publicKey);
    m_ports.http.send(request, this, [this, attempt = m_attempt](const HttpClient::Answered &answer) {
        if (attempt == m_attempt)
            takeAnswer(answer);
    });
}

void EnrolmentRun::takeAnswer(const HttpClient::Answered &answer)
{
    m_certificate = answer ? QByteArray() : answer.error().certificate;
    if (!answer)
        return fail(failureOf(answer.error()));
    const Expected<QByteArray> key = PushProtocol::of(m_account.server).serverKeyIn(*answer, m_enrolment);
    if (!key)
        return fail(key.error());
    m_account.serverKey = *key;
    m_account.state = accounts::PushState::Unproven;
    saveServerKey();
}

void EnrolmentRun::saveServerKey()
{
    setStep(Step::SavingServerKey);
    m_ports.keeper.changePush(m_account, this, [this, attempt = m_attempt](const Result<void> &saved) {
        if (attempt != m_attempt)
            return;
        if (!saved)
            return fail({Trouble::NotSaved, saved.error().detail});
        setStep(Step::Done);
    });
}

} // namespace watchword::push
