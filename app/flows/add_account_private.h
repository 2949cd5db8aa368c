// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/add_account.h"
#include "app/flows/camera_scan.h"
#include "app/flows/confirm_account.h"
#include "app/flows/findings.h"
#include "app/flows/screen_scan.h"
#include "app/support/error_text.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace watchword::app {

class NoticeDialog;
class PageDialog;

/// Where texts come from: it decides what is said when there is none.
enum class Source { Screen, Camera, Picture, Clipboard, Drop, Link };

class AddAccount::Private
{
public:
    Private(AddAccount &owner, const FlowContext &flowContext, const EnrolPush::Ports &signInPorts)
        : q(owner)
        , context(flowContext)
        , signIns(signInPorts)
    {
    }

    /// False when a card is open already (it comes to the front) or the vault takes nothing.
    bool begin();
    bool vaultTakes() const;

    // The screen (add_account_scan.cpp)
    void scan();
    void countDown();
    void takeScan(Result<CodeReading> result);
    void sayThatTheDesktopWaits();
    void sayStillLooking();
    /// A page that may be left, which ends what is waited for; it goes when that comes.
    NoticeDialog *showWaiting(const QString &what, const QString &todo);
    void sayNothingFound(const std::shared_ptr<Findings> &findings, Source source);
    /// A part of what was captured is searched again, with more effort. Whoever goes back sees what there was before.
    void chooseArea(const std::shared_ptr<Findings> &findings);
    void takeArea(CodeReading reading, const std::shared_ptr<Findings> &whole);

    // The webcam (add_account_camera.cpp)
    void film();
    CameraScan::Verdict judgeFrame(CodeReading reading);
    /// How far an export is, in the dialog of the camera.
    void showPartsFilmed(bool wasNew);

    /// The context of a search; when it takes long, that is said.
    QObject *startReading();
    void endReading();
    void take(CodeReading reading, Source source);
    void present(const std::shared_ptr<Findings> &findings, Source source);
    void takeData(const QMimeData &data, Source source);
    void takeText(SecretBytes text, Source source);

    /// A picture as another program gives it.
    void takeContent(QByteArray given, Source source);
    void takePicture(QImage picture, Source source);
    void takeFiles(const QList<QUrl> &urls, Source source);

    // Exports that come in several codes (add_account_parts.cpp)
    /// Puts it to what was gathered before, if it belongs there; else says false.
    bool gather(Findings &findings);
    /// The page that says what is missing; everything that comes in while it is there is put to the rest.
    void askForMore(bool wasNew);
    void takeGathered();
    /// After another page was closed, while an export is being gathered.
    void returnToGathering();

    // Sign-ins to approve (add_account_enrol.cpp)
    void enrol(push::Enrolment enrolment, const QStringList &leftAlone, Source source);
    void enrolNext();
    /// A code that was meant to set them up and cannot.
    void sayUnusable(const push::Failure &failure, Source source);

    void confirm(accounts::Proposal proposal, const QStringList &leftAlone, Source source);
    void sayAccepted(const QString &name);
    void choose(const std::shared_ptr<Findings> &findings, Source source);
    void explain(const std::shared_ptr<Findings> &findings, Source source);
    void say(const ErrorText &text, Source source);
    /// The other ways to the same end, as buttons.
    void addWays(NoticeDialog &notice, Source source);
    void addWayToScan(NoticeDialog &notice);
    void addWayToFilm(NoticeDialog &notice);
    /// Looks once more, in the way in which something was found.
    void lookAgain(Source source);
    void addWayToArea(NoticeDialog &notice, const QString &words, const std::shared_ptr<Findings> &findings);
    void addOtherWays(NoticeDialog &notice, Source source);
    std::function<void()> wayTo(void (AddAccount::*slot)());
    void show(QDialog *opened);
    /// What is dropped or pasted on the page, or comes from elsewhere, takes the page's place.
    void letGiveWay(PageDialog &page);
    void addChosen(ScanResultDialog &list, const std::shared_ptr<Findings> &findings, const QList<int> &places);

    AddAccount &q;
    FlowContext context;
    EnrolPush::Ports signIns;
    ScreenGrabber grabber;
    std::unique_ptr<ScreenScan> scanning; ///< given up when it dies
    std::unique_ptr<QObject> searching;   ///< of a search; given up when it dies
    std::unique_ptr<CameraScan> filming;  ///< while its dialog is open
    std::function<void()> afterFilming;   ///< what follows on what was found
    QString cameraName;                   ///< that the person chose last
    QPointer<QDialog> dialog;
    QPointer<QDialog> waitingNotice;
    QPointer<ConfirmAccount> card;
    QPointer<EnrolPush> enrolling;
    std::vector<push::Enrolment> toEnrol; ///< chosen in a list, one after the other
    SecretBytes waitingText;              ///< a link that came before the vault was open
    std::unique_ptr<Findings> gathered;   ///< parts of exports, while some are missing
    bool givesWay = false;                ///< the dialog that is open
    bool isReading = false;
    bool isClosing = false;
    int passedOver = 0;
};

} // namespace watchword::app
