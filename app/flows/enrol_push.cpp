// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/enrol_push.h"

#include "app/dialogs/enrol_card.h"
#include "app/dialogs/enrol_progress.h"
#include "app/dialogs/notice_dialog.h"
#include "app/flows/known_enrolment.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "core/ports/clock.h"
#include "core/vault/vault.h"

#include <algorithm>

namespace watchword::app {

using push::RequestState;
using push::Trouble;
using Step = push::EnrolmentRun::Step;

namespace {

/// Whether the public key may have reached the server and stayed there, when asking it ended so.
bool mayBeHeard(Trouble trouble)
{
    switch (trouble) {
    // Nothing was sent,
    case Trouble::NoConnection:
    case Trouble::ProxyWantsLogin:
    case Trouble::ProxyFailed:
    case Trouble::UntrustedServer:
    case Trouble::OtherHostName:
    case Trouble::ExpiredCertificate:
    case Trouble::ChangedKey:
    case Trouble::NoEncryption:
    // or the server has said that it does not take it.
    case Trouble::CodeUsed:
    case Trouble::CodeRefused:
    case Trouble::Expired: return false;
    default: return true;
    }
}

} // namespace

EnrolPush::EnrolPush(const FlowContext &context, const Ports &ports, push::Enrolment enrolment, QStringList leftAlone,
                     QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_ports(ports)
    , m_enrolment(std::move(enrolment))
    , m_address(m_enrolment.address.toString())
    , m_host(outsideTextInSentence(m_address))
    , m_leftAlone(std::move(leftAlone))
{
}

EnrolPush::~EnrolPush() = default;

void EnrolPush::start()
{
    if (canLock())
        openCard();
    else
        sayLockNeeded();
}

/// Whether the vault gives the lock that the service asks for.
bool EnrolPush::canLock() const
{
    return m_enrolment.lock == accounts::PushLock::None || m_context.vault.protection() == vault::Protection::Password;
}

void EnrolPush::openCard()
{
    auto *card = new EnrolCard(m_context.theme, m_enrolment, &m_context.window);
    const KnownEnrolment known = knownEnrolment(m_enrolment, m_context.vault.pushAccounts());
    m_isRollOver = known.isSame && known.account->state != accounts::PushState::Enrolling;
    if (m_isRollOver)
        card->setKnown(
            tr("This gives an account a new key"),
            tr("It replaces the key of %1. The old key goes to the trash after the new one has proved itself.")
                .arg(pushTitleAndName(*known.account)));
    else if (known.isSame)
        card->setKnown(tr("An earlier try was not finished"),
                       tr("What it left behind goes to the trash after this one has proved itself."));
    else if (known.account)
        card->setKnown(tr("Another server uses the same serial number"),
                       tr("%1 is at %2 and stays as it is: this is another account.")
                           .arg(pushTitleAndName(*known.account), outsideTextInSentence(pushHost(*known.account))));
    card->setLeftAlone(m_leftAlone);
    connect(card, &EnrolCard::agreed, this, &EnrolPush::run);
    follow(card);
    card->open();
}

void EnrolPush::follow(QDialog *dialog)
{
    m_dialog = dialog;
    connect(dialog, &QDialog::rejected, this, &EnrolPush::leave);
}

void EnrolPush::closeDialog()
{
    if (!m_dialog)
        return;
    m_dialog->disconnect(this);
    m_dialog->done(QDialog::Accepted);
    m_dialog.clear();
}

void EnrolPush::setPassedOver(int links)
{
    if (auto *card = qobject_cast<EnrolCard *>(m_dialog.data()))
        card->setPassedOver(links);
    else
        Q_EMIT said(tr("Another link came in meanwhile. Open it again when this account is done."));
}

bool EnrolPush::isEnrolled() const
{
    return m_run && m_run->step() == Step::Done;
}

void EnrolPush::close()
{
    leave();
}

void EnrolPush::run()
{
    m_run = std::make_unique<push::EnrolmentRun>(m_ports.run, std::move(m_enrolment), ServerTrust());
    connect(m_run.get(), &push::EnrolmentRun::stepChanged, this, &EnrolPush::takeStep);
    showProgress();
    m_run->start();
}

void EnrolPush::showProgress()
{
    m_progress = new EnrolProgress(m_context.theme, m_host, &m_context.window);
    connect(m_progress, &EnrolProgress::stopRequested, this, &EnrolPush::stop);
    connect(m_progress, &EnrolProgress::checkRequested, this, [this] { m_ports.service.checkNow(m_run->account()); });
    connect(&m_context.vault, &vault::Vault::activityChanged, m_progress,
            [this] { m_progress->setWaiting(m_context.vault.activity() == vault::Activity::WaitingForPrompt); });
    follow(m_progress);
    m_progress->open();
}

void EnrolPush::takeStep()
{
    const Step step = m_run->step();
    if (step == Step::Failed) {
        m_mayBeHeard = m_mayBeHeard || (m_lastStep == Step::AskingServer && mayBeHeard(m_run->failure()->trouble))
            || m_lastStep == Step::SavingServerKey;
        closeDialog();
        sayTrouble(*m_run->failure());
        return;
    }
    m_lastStep = step;
    if (step == Step::Done)
        test();
    else
        m_progress->setStep(step);
}

void EnrolPush::stop()
{
    if (m_context.vault.activity() == vault::Activity::WaitingForPrompt)
        return m_context.vault.stopWaiting(); // said as a failure to save, which may be tried again
    m_mayBeHeard = m_mayBeHeard || m_lastStep == Step::AskingServer;
    m_run->disconnect(this);
    m_run->stop();
    Q_EMIT said(m_mayBeHeard
                    ? tr("Stopped. %1 may have heard of it, so the account is listed as not finished.").arg(m_host)
                    : tr("Stopped. Nothing was sent."));
    leave();
}

void EnrolPush::leave()
{
    if (std::exchange(m_isEnding, true))
        return;
    closeDialog();
    if (m_run)
        m_run->disconnect(this);
    if (m_run && !isEnrolled() && !m_mayBeHeard)
        trashUnfinished();
    Q_EMIT finished();
}

void EnrolPush::trashUnfinished()
{
    std::optional<accounts::PushAccount> account = m_ports.run.keeper.pushAccount(m_run->account());
    if (!account)
        return;
    account->trashed = m_context.clock.unixSeconds();
    m_ports.run.keeper.changePush(*account, &m_context.vault, [](const Result<void> &) {});
}

// The service asks from now on; the page stays until one request was answered, or the person has no patience for it.
void EnrolPush::test()
{
    m_progress->inviteTest();
    const accounts::AccountId id = m_run->account();
    const auto ifOurs = [this, id](accounts::AccountId account) {
        if (account == id)
            showTest();
    };
    connect(&m_ports.service, &push::PushService::statusChanged, this, ifOurs);
    connect(&m_ports.service, &push::PushService::proved, this, ifOurs);
    connect(&m_ports.service, &push::PushService::requestsChanged, this, &EnrolPush::showTest);
    m_ports.service.takeAccounts();
    m_ports.service.checkNow(id);
    showTest();
}

void EnrolPush::showTest()
{
    if (!m_progress)
        return;
    const QList<push::Request> &all = m_ports.service.requests();
    const auto stands = [&](RequestState state) {
        return std::ranges::any_of(
            all, [&](const push::Request &one) { return one.account == m_run->account() && one.state == state; });
    };
    if (stands(RequestState::Approved))
        m_progress->showTested(tr("Notification approved"),
                               tr("%1 has confirmed it. Go back to your browser and go on there.").arg(m_host));
    else if (stands(RequestState::Denied))
        m_progress->showTested(
            tr("Notification denied"),
            tr("%1 has confirmed it, so denying works. If you meant to approve, ask the service once more.")
                .arg(m_host));
    else if (stands(RequestState::Open))
        m_progress->setContact(EnrolProgress::Contact::Well, tr("The test is here"),
                               tr("Answer it in the window that has come up, or in the list of accounts."));
    else
        showContact();
}

void EnrolPush::showContact()
{
    const std::optional<accounts::PushAccount> account = m_ports.run.keeper.pushAccount(m_run->account());
    const push::PushStatus status = m_ports.service.status(m_run->account());
    using Contact = EnrolProgress::Contact;
    if (status.trouble) {
        const ErrorText text = pushErrorText(*status.trouble, PushMoment::Polling, m_address);
        m_progress->setContact(Contact::Trouble, text.sentence, text.hint);
    } else if (account && account->state == accounts::PushState::Ready) {
        m_progress->setContact(Contact::Well, tr("%1 knows this computer now").arg(m_host),
                               m_isRollOver ? tr("The old key is in the trash.") : QString());
    } else {
        m_progress->setContact(Contact::Asking, tr("Asking %1 for the first time…").arg(m_host));
    }
}

} // namespace watchword::app
