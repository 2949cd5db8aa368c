// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/add_account_private.h"

#include "app/dialogs/area_dialog.h"
#include "app/dialogs/countdown_dialog.h"
#include "app/dialogs/notice_dialog.h"
#include "app/widgets/capture_view.h"
#include "app/widgets/note.h"

#include <QTimer>

#include <utility>

namespace watchword::app {

namespace {

constexpr int secondsToOpenAMenu = 3;

} // namespace

void AddAccount::Private::scan()
{
    isReading = true;
    scanning = std::make_unique<ScreenScan>(context.window, grabber);
    QObject::connect(scanning.get(), &ScreenScan::waiting, &q, [this] { sayThatTheDesktopWaits(); });
    QObject::connect(scanning.get(), &ScreenScan::searching, &q, [this] { sayStillLooking(); });
    scanning->start([this](Result<CodeReading> result) { takeScan(std::move(result)); });
}

void AddAccount::Private::countDown()
{
    grabber.prepare();
    auto *page = new CountdownDialog(context.theme, secondsToOpenAMenu, &context.window);
    QObject::connect(page, &CountdownDialog::elapsed, &q, [this] { scan(); });
    show(page);
    letGiveWay(*page);
}

void AddAccount::Private::takeScan(Result<CodeReading> result)
{
    if (result)
        return take(std::move(*result), Source::Screen);
    endReading();
    say(errorText(result.error()), Source::Screen);
}

QObject *AddAccount::Private::startReading()
{
    isReading = true;
    searching = std::make_unique<QObject>();
    QTimer::singleShot(ScreenScan::longSearch, searching.get(), [this] {
        if (isReading)
            sayStillLooking();
    });
    return searching.get();
}

void AddAccount::Private::endReading()
{
    isReading = false;
    if (searching)
        searching.release()->deleteLater(); // its own handler may be what calls this
    if (QDialog *const notice = waitingNotice) {
        waitingNotice.clear(); // so that closing it ends nothing
        notice->accept();
    }
}

NoticeDialog *AddAccount::Private::showWaiting(const QString &what, const QString &todo)
{
    isReading = false; // whatever comes may take this page's place
    auto *notice = new NoticeDialog(
        context.theme, {AddAccount::tr("Add account"), what, todo, AddAccount::tr("Cancel")}, &context.window);
    // The desktop has answered late, and now the search takes long.
    if (QDialog *const before = std::exchange(waitingNotice, notice))
        before->accept();
    QObject::connect(notice, &QDialog::finished, &q, [this, notice] {
        if (waitingNotice != notice)
            return;
        scanning.reset();
        searching.reset();
    });
    return notice;
}

// It may be asking the person, or hang: our windows are back, and whoever does not want to wait has another way.
void AddAccount::Private::sayThatTheDesktopWaits()
{
    NoticeDialog *const notice = showWaiting(
        AddAccount::tr("Your desktop has not answered yet"),
        AddAccount::tr("It was asked for a picture of the screen. Perhaps it first wants to know whether Watchword may "
                       "see it: answer its question, and this goes on by itself."));
    addOtherWays(*notice, Source::Screen);
    show(notice);
    letGiveWay(*notice);
    notice->present();
}

void AddAccount::Private::sayStillLooking()
{
    NoticeDialog *const notice =
        showWaiting(AddAccount::tr("Still looking for a QR code"),
                    AddAccount::tr("There is much to look at. This takes some seconds and goes on by itself."));
    show(notice);
    letGiveWay(*notice);
    notice->present();
}

void AddAccount::Private::sayNothingFound(const std::shared_ptr<Findings> &findings, Source source)
{
    if (findings->error() && findings->error()->code != ErrorCode::PagesLeftOut)
        return say(errorText(*findings->error()), source);
    if (source != Source::Screen)
        return say(errorText(findings->nothing()), source);
    auto *notice = new NoticeDialog(
        context.theme,
        {AddAccount::tr("Add account"), AddAccount::tr("There is no QR code on your screen"),
         AddAccount::tr(
             "This is what was looked at. Make the whole code visible, as large as it goes, and try again.")},
        &context.window);
    if (findings->blank() > 0) {
        auto *note = new Note(context.theme, CardTone::Warning, QStringLiteral("warning"), notice);
        note->setText(
            AddAccount::tr("%n monitor(s) came out in one colour, with nothing in it", nullptr, findings->blank()),
            AddAccount::tr(
                "If there is something on it, it does not let itself be captured. Show the code elsewhere."));
        notice->addContent(note);
    }
    notice->addContent(new CaptureView(context.theme, findings->pictures(), {}, notice));
    // The pictures are wiped when nobody shows them any more.
    QObject::connect(notice, &QObject::destroyed, &q, [findings] {});
    if (vaultTakes()) {
        addWayToScan(*notice);
        addOtherWays(*notice, source);
        addWayToArea(*notice, AddAccount::tr("Choose an area"), findings); // next to the first
    }
    show(notice);
    if (vaultTakes())
        letGiveWay(*notice);
    notice->present(NoticeDialog::Width::Pictures);
}

void AddAccount::Private::addWayToArea(NoticeDialog &notice, const QString &words,
                                       const std::shared_ptr<Findings> &findings)
{
    notice.addAction(words, QStringLiteral("scan-area"), [this, findings] {
        dialog.clear();
        chooseArea(findings);
    });
}

void AddAccount::Private::chooseArea(const std::shared_ptr<Findings> &findings)
{
    auto *page = new AreaDialog(context.theme, findings->pictures(), &context.window);
    QObject::connect(page, &AreaDialog::chosen, &q, [this, findings](int picture, const QRect &area) {
        readArea(findings->pictures()[std::size_t(picture)], area, startReading(),
                 [this, findings](CodeReading reading) { takeArea(std::move(reading), findings); });
    });
    QObject::connect(page, &QDialog::rejected, &q, [this, findings] {
        dialog.clear();
        if (!isClosing)
            present(findings, Source::Screen);
    });
    show(page);
}

void AddAccount::Private::takeArea(CodeReading reading, const std::shared_ptr<Findings> &whole)
{
    if (!reading.texts.empty() || !vaultTakes())
        return take(std::move(reading), Source::Screen);
    endReading();
    const auto part = std::make_shared<CodeReading>(std::move(reading));
    auto *notice = new NoticeDialog(
        context.theme,
        {AddAccount::tr("Add account"), AddAccount::tr("There is no QR code in this area"),
         AddAccount::tr("Choose it a little larger than the code. If the code is very small or covered in part, "
                        "show it larger first.")},
        &context.window);
    notice->addContent(new CaptureView(context.theme, part->pictures, {}, notice));
    QObject::connect(notice, &QObject::destroyed, &q, [part] {});
    addWayToArea(*notice, AddAccount::tr("Choose another area"), whole);
    addOtherWays(*notice, Source::Screen);
    addWayToScan(*notice);
    show(notice);
    letGiveWay(*notice);
    notice->present(NoticeDialog::Width::Pictures);
}

} // namespace watchword::app
