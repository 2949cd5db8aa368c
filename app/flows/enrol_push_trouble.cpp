// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/enrol_push.h"

#include "app/dialogs/notice_dialog.h"
#include "app/support/outside_text.h"
#include "app/support/push_text.h"
#include "app/support/regular_file.h"
#include "app/widgets/fact_list.h"
#include "core/vault/vault.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace watchword::app {

using push::Trouble;
using Step = push::EnrolmentRun::Step;

namespace {

constexpr qint64 largestCertificate = qint64{64} * 1024;

/// Whether the same code may still do, if it is good for long enough.
bool mayBeTriedAgain(Trouble trouble)
{
    switch (trouble) {
    case Trouble::LockNeeded:
    case Trouble::Expired:
    case Trouble::CodeUsed:
    case Trouble::CodeRefused:
    case Trouble::SignatureRefused:
    case Trouble::UnusableServerKey:
    case Trouble::ChangedKey: return false;
    default: return true;
    }
}

FactList *factList(const Theme &theme, const CertificateFacts &facts, QWidget *parent)
{
    auto *list = new FactList(theme, parent);
    list->addCaption(EnrolPush::tr("The certificate says"));
    list->add(EnrolPush::tr("Name"), outsideText(facts.subject));
    list->add(EnrolPush::tr("Issued by"), outsideText(facts.issuer));
    list->add(EnrolPush::tr("Valid"),
              EnrolPush::tr("%1 to %2").arg(dayText(facts.validFrom), dayText(facts.validUntil)));
    list->addCaption(EnrolPush::tr("What tells it from any other"));
    list->add(EnrolPush::tr("Fingerprint (SHA-256)"), fingerprintText(facts.sha256));
    return list;
}

} // namespace

NoticeDialog *EnrolPush::makeNotice(const ErrorText &text, const QString &leave)
{
    auto *notice =
        new NoticeDialog(m_context.theme, {tr("Approve sign-ins"), text.sentence, text.hint, leave}, &m_context.window);
    follow(notice);
    return notice;
}

void EnrolPush::sayTrouble(const push::Failure &failure)
{
    if (failure.trouble == Trouble::UntrustedServer)
        return sayUntrusted();
    ErrorText text = pushErrorText(failure, PushMoment::Enrolling, m_address);
    if (failure.trouble == Trouble::NotSaved && m_lastStep == Step::SavingServerKey)
        text.sentence = tr("%1 has taken this computer’s key, and its answer could not be saved.").arg(m_host);
    const bool isAgain = m_run && mayBeTriedAgain(failure.trouble);
    const bool isCodeNeeded = isAgain && m_lastStep != Step::SavingServerKey;
    if (isCodeNeeded)
        text.hint = tr("%1 The QR code is good until about %2.")
                        .arg(text.hint, momentText(m_run->goodUntil(), m_context.clock.unixSeconds()));
    NoticeDialog *const notice = makeNotice(text, isAgain ? tr("Cancel") : QString());
    if (const auto shown = m_run ? m_ports.run.http.factsOf(m_run->shownCertificate()) : std::nullopt)
        notice->addContent(factList(m_context.theme, *shown, notice));
    if (isAgain)
        notice->addAction(tr("Try again"), QStringLiteral("turn"), [this] { retry(); });
    else
        notice->addAction(tr("Scan again"), QStringLiteral("scan-screen"), [this] {
            leave();
            Q_EMIT scanAgainRequested();
        });
    notice->present();
}

void EnrolPush::sayLockNeeded()
{
    NoticeDialog *const notice =
        makeNotice(pushErrorText({Trouble::LockNeeded, {}}, PushMoment::Enrolling, m_address), tr("Cancel"));
    notice->addBeginning(tr("Use a password…"), QStringLiteral("lock"), [this] { Q_EMIT usePasswordRequested(); });
    const auto goOn = [this] {
        if (!canLock() || !vault::isOpen(m_context.vault.state()))
            return;
        closeDialog();
        openCard();
    };
    connect(&m_context.vault, &vault::Vault::stateChanged, notice, goOn);
    connect(&m_context.vault, &vault::Vault::activityChanged, notice, goOn); // the end of the move
    notice->present();
}

// Whoever stands between shows a certificate too: only what came another way tells.
void EnrolPush::sayUntrusted()
{
    const std::optional<CertificateFacts> facts = m_ports.run.http.factsOf(m_run->shownCertificate());
    const bool mayBePinned = facts && !facts->keySha256.isEmpty() && !m_run->enrolment().wantsVerification;
    ErrorText text = pushErrorText({Trouble::UntrustedServer, {}}, PushMoment::Enrolling, m_address);
    if (mayBePinned)
        text = {
            tr("Is this really the certificate of %1?").arg(m_host),
            tr("No authority that this computer trusts says so, and the QR code asks not to care. Nothing was sent yet. Ask the IT "
               "desk for the fingerprint, not by the way that the QR code came, and go on only if it is the same. From then on only "
               "this key is taken for the server’s.")};
    NoticeDialog *const notice = makeNotice(text, tr("Cancel"));
    if (facts)
        notice->addContent(factList(m_context.theme, *facts, notice));
    addAuthorityWay(*notice);
    notice->addAction(tr("Try again"), QStringLiteral("turn"), [this] { retry(); });
    if (mayBePinned)
        notice->addAction(tr("It is the same: trust this key"), QStringLiteral("key"),
                          [this, key = facts->keySha256] { trust({ServerTrust::Kind::Key, key}); });
    notice->present();
}

void EnrolPush::addAuthorityWay(NoticeDialog &notice)
{
    notice.addAction(tr("Open the authority’s certificate…"), QStringLiteral("security-key"),
                     [this] { chooseAuthority(); });
}

void EnrolPush::chooseAuthority()
{
    auto *files = new QFileDialog(&m_context.window, tr("Open the certificate of your organisation’s authority"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters({tr("Certificates (*.pem *.crt *.cer *.der)"), tr("All files (*)")});
    m_dialog = files;
    connect(files, &QFileDialog::fileSelected, this, &EnrolPush::takeAuthority);
    connect(files, &QDialog::rejected, this, &EnrolPush::sayUntrusted);
    files->open();
}

void EnrolPush::takeAuthority(const QString &path)
{
    const Result<QByteArray> content = readRegularFile(path, largestCertificate);
    if (const auto facts = content ? m_ports.run.http.factsOf(*content) : std::nullopt)
        return askAboutAuthority(*facts);
    const bool isUnread = !content && content.error().code != ErrorCode::TooLarge;
    NoticeDialog *const notice = makeNotice(
        isUnread ? errorText(content.error())
                 : ErrorText{tr("There is no certificate in this file."),
                             tr("Certificates are in files that end in .pem, .crt, .cer or .der. The IT desk has it.")},
        tr("Cancel"));
    notice->addAction(tr("Choose another file"), QStringLiteral("security-key"), [this] { chooseAuthority(); });
    notice->present();
}

void EnrolPush::askAboutAuthority(const CertificateFacts &facts)
{
    NoticeDialog *const notice = makeNotice(
        {tr("Trust this authority for %1?").arg(m_host),
         tr("Compare the fingerprint with the one that your IT desk names. What it vouches for is then taken for %1, and "
            "for no other server or program.")
             .arg(m_host)},
        tr("Cancel"));
    notice->addContent(factList(m_context.theme, facts, notice));
    notice->addAction(tr("Trust it for this server"), QStringLiteral("check"),
                      [this, der = facts.der] { trust({ServerTrust::Kind::Authority, der}); });
    notice->addAction(tr("Choose another file"), QStringLiteral("security-key"), [this] { chooseAuthority(); });
    notice->present();
}

void EnrolPush::trust(const ServerTrust &trust)
{
    m_run->setTrust(trust);
    retry();
}

void EnrolPush::retry()
{
    showProgress();
    m_run->retry();
}

} // namespace watchword::app
