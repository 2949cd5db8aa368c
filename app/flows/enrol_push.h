// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flow_context.h"
#include "app/support/error_text.h"
#include "core/push/enrolment_run.h"
#include "core/push/push_service.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

class QDialog;

namespace watchword::app {

class EnrolProgress;
class NoticeDialog;

/// The story of one enrolment for sign-ins to approve: the card that asks, what is done then, what gets in its way with the ways
/// out, and the test. What the QR code holds stays in memory until the story ends, so that another try needs no new code.
class EnrolPush final : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Ports {
        push::EnrolmentRun::Ports run;
        push::PushService &service;
    };

    /// `leftAlone`: what else was read with it and not taken, a sentence each.
    EnrolPush(const FlowContext &context, const Ports &ports, push::Enrolment enrolment, QStringList leftAlone,
              QObject *parent);
    ~EnrolPush() override;

    /// Opens the card, or says why there is none.
    void start();
    void setPassedOver(int links);
    /// The account is there; what is still open may be closed at any time.
    bool isEnrolled() const;
    void close();

Q_SIGNALS:
    void said(const QString &sentence);
    /// The code is good for nothing any more.
    void scanAgainRequested();
    /// The service wants a password before approvals, and the accounts have none: when they have one, the story goes on.
    void usePasswordRequested();
    void finished();

private:
    void openCard();
    void run();
    void showProgress();
    void takeStep();
    void stop();
    /// The end, perhaps before the account is there.
    void leave();
    /// What nobody was told of is good for nothing: into the trash with it.
    void trashUnfinished();

    // The test
    void test();
    void showTest();
    void showContact();

    // What gets in the way (enrol_push_trouble.cpp)
    void sayTrouble(const push::Failure &failure);
    void sayLockNeeded();
    bool canLock() const;
    void sayUntrusted();
    void chooseAuthority();
    void takeAuthority(const QString &path);
    void askAboutAuthority(const CertificateFacts &facts);
    void trust(const ServerTrust &trust);
    void retry();
    NoticeDialog *makeNotice(const ErrorText &text, const QString &leave = {});
    void addAuthorityWay(NoticeDialog &notice);

    /// Closed by the person, it ends the story.
    void follow(QDialog *dialog);
    /// Closes what is open, and the story goes on.
    void closeDialog();

    FlowContext m_context;
    Ports m_ports;
    push::Enrolment m_enrolment; ///< until the card is agreed to
    QString m_address;
    QString m_host; ///< the same, for sentences
    bool m_isRollOver = false;
    QStringList m_leftAlone;
    QPointer<QDialog> m_dialog;
    QPointer<EnrolProgress> m_progress;
    std::unique_ptr<push::EnrolmentRun> m_run;
    push::EnrolmentRun::Step m_lastStep = push::EnrolmentRun::Step::Waiting;
    bool m_mayBeHeard = false; ///< the server may know the public key
    bool m_isEnding = false;
};

} // namespace watchword::app
