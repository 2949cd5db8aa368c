// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/add_account_private.h"

#include "app/dialogs/foreign_dialog.h"
#include "app/dialogs/notice_dialog.h"
#include "app/dialogs/scan_result_dialog.h"
#include "app/dialogs/type_key_dialog.h"
#include "app/flows/given_data.h"
#include "app/support/masked_text.h"
#include "app/support/theme/theme.h"
#include "app/widgets/note.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace watchword::app {

AddAccount::AddAccount(const FlowContext &context, const EnrolPush::Ports &signIns, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, context, signIns))
{
    connect(&context.vault, &vault::Vault::stateChanged, this, [this] {
        if (!d->waitingText.isEmpty() && d->vaultTakes())
            openText(std::exchange(d->waitingText, {}));
    });
}

AddAccount::~AddAccount() = default;

bool AddAccount::isOpen() const
{
    return d->dialog || d->card || d->enrolling || d->isReading;
}

void AddAccount::scanScreen()
{
    if (d->begin())
        d->scan();
}

void AddAccount::scanSoon()
{
    if (d->begin())
        d->countDown();
}

void AddAccount::prepareScan()
{
    d->grabber.prepare();
}

void AddAccount::setCamera(const QString &name)
{
    d->cameraName = name;
}

void AddAccount::useCamera()
{
    if (d->begin())
        d->film();
}

void AddAccount::openPicture()
{
    if (!d->begin())
        return;
    auto *files = new QFileDialog(&d->context.window, tr("Open pictures or PDFs with QR codes"));
    files->setDirectory(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    files->setFileMode(QFileDialog::ExistingFiles);
    files->setNameFilters(
        {tr("Pictures and PDFs (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.svg *.pdf)"), tr("All files (*)")});
    connect(files, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        readFiles(paths, d->startReading(),
                  [this](CodeReading reading) { d->take(std::move(reading), Source::Picture); });
    });
    d->show(files);
}

void AddAccount::paste()
{
    if (!d->begin())
        return;
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QMimeData nothing;
    d->takeData(data ? *data : nothing, Source::Clipboard);
}

void AddAccount::openMime(const QMimeData *data)
{
    if (data && d->begin())
        d->takeData(*data, Source::Drop);
}

void AddAccount::openText(SecretBytes text)
{
    // A link that started the program comes before the keychain has answered, and is opened then.
    if (!d->vaultTakes())
        d->waitingText = std::move(text);
    else if (d->begin())
        d->takeText(std::move(text), Source::Link);
}

void AddAccount::typeKey()
{
    if (!d->begin())
        return;
    auto *form = new TypeKeyDialog(d->context.theme, &d->context.window);
    connect(form, &TypeKeyDialog::proposed, this,
            [this, form] { d->confirm(form->takeProposal(), {}, Source::Clipboard); });
    connect(form, &TypeKeyDialog::linkGiven, this, [this, form] { d->takeText(form->takeLink(), Source::Clipboard); });
    d->show(form);
}

void AddAccount::close()
{
    d->isClosing = true;
    d->gathered.reset();
    d->scanning.reset();
    d->endReading();
    d->toEnrol.clear();
    if (d->card)
        d->card->close();
    if (d->enrolling)
        d->enrolling->close();
    if (d->dialog)
        d->dialog->reject();
    d->isClosing = false;
}

bool AddAccount::canOpen(const QMimeData &data)
{
    if (data.hasImage() || data.hasUrls() || hasPictureFile(data))
        return true;
    const QString text = data.text().left(qsizetype(enrol::longestText));
    if (QStringView(text).left(64).contains(QLatin1String("://"))
        || text.contains(QLatin1String("otpauth"), Qt::CaseInsensitive))
        return true;
    QByteArray bytes = text.toUtf8();
    const SecretBytes key = SecretBytes::takeFrom(bytes);
    return enrol::looksLikeBareKey(key.view());
}

bool AddAccount::Private::begin()
{
    if (dialog && givesWay && !card && !isReading) {
        QDialog *const page = dialog;
        dialog.clear();
        page->accept();
    }
    // What is still said there can be left.
    if (enrolling && enrolling->isEnrolled())
        enrolling->close();
    if (q.isOpen()) {
        ++passedOver;
        if (card)
            card->setPassedOver(passedOver);
        if (enrolling)
            enrolling->setPassedOver(passedOver);
        if (QWidget *front = dialog ? dialog.data() : QApplication::activeModalWidget()) {
            front->raise();
            front->activateWindow();
        }
        return false;
    }
    passedOver = 0;
    if (vaultTakes())
        return true;
    say(errorText({ErrorCode::NotUnlocked, {}}), Source::Link);
    return false;
}

bool AddAccount::Private::vaultTakes() const
{
    return vault::isOpen(context.vault.state());
}

void AddAccount::Private::takeData(const QMimeData &data, Source source)
{
    if (data.hasUrls() && std::ranges::any_of(data.urls(), &QUrl::isLocalFile))
        return takeFiles(data.urls(), source);
    if (QByteArray given = pictureFileIn(data); !given.isEmpty())
        return takeContent(std::move(given), source);
    if (isOwnPicture(data))
        return takePicture(qvariant_cast<QImage>(data.imageData()), source);
    if (data.hasImage() && !data.hasText())
        return say(errorText({ErrorCode::NotAPicture, {}}), source);
    QString text = givenText(data);
    if (text.isEmpty() && !data.formats().isEmpty() && !data.hasText())
        say(errorText({ErrorCode::NotText, {}}), source);
    else
        takeText(SecretBytes::takeFrom(text), source);
}

void AddAccount::Private::takeContent(QByteArray given, Source source)
{
    readContent(std::move(given), startReading(),
                [this, source](CodeReading reading) { take(std::move(reading), source); });
}

void AddAccount::Private::takePicture(QImage picture, Source source)
{
    std::vector<QImage> pictures;
    pictures.push_back(std::move(picture));
    readPictures(std::move(pictures), startReading(),
                 [this, source](CodeReading reading) { take(std::move(reading), source); });
}

void AddAccount::Private::takeFiles(const QList<QUrl> &urls, Source source)
{
    QStringList paths;
    std::optional<Error> refused;
    for (const QUrl &url : urls) {
        // A file of another host is never opened: that could give credentials away.
        if (url.isLocalFile() && url.host().isEmpty())
            paths << url.toLocalFile();
        else if (url.isLocalFile())
            refused = Error{ErrorCode::FileElsewhere, {}};
    }
    if (paths.isEmpty())
        return say(errorText(*refused), source);
    readFiles(paths, startReading(), [this, source, refused](CodeReading reading) {
        if (!reading.error)
            reading.error = refused;
        take(std::move(reading), source);
    });
}

void AddAccount::Private::takeText(SecretBytes text, Source source)
{
    CodeReading reading;
    reading.texts.push_back({.text = std::move(text)});
    take(std::move(reading), source);
}

void AddAccount::Private::take(CodeReading reading, Source source)
{
    endReading();
    if (!vaultTakes())
        return say(errorText({ErrorCode::NotUnlocked, {}}), source);
    Findings findings(std::move(reading));
    if (gather(findings))
        return;
    findings.settle();
    present(std::make_shared<Findings>(std::move(findings)), source);
}

void AddAccount::Private::present(const std::shared_ptr<Findings> &findings, Source source)
{
    if (findings->needsList())
        choose(findings, source);
    else if (findings->accounts() == 1)
        confirm(findings->takeFirst(), findings->leftAlone(), source);
    else if (findings->enrolments() == 1)
        enrol(findings->takeFirstEnrolment(), findings->leftAlone(), source);
    else if (findings->isEmpty())
        sayNothingFound(findings, source);
    else if (const auto &refused = findings->recognition(findings->mostTelling()).refused; !refused.empty())
        say(errorText(refused.front()), source);
    else if (const auto &unusable = findings->recognition(findings->mostTelling()).unusable)
        sayUnusable(*unusable, source);
    else
        explain(findings, source);
}

void AddAccount::Private::confirm(accounts::Proposal proposal, const QStringList &leftAlone, Source source)
{
    card = new ConfirmAccount(context, std::move(proposal), leftAlone, &q);
    QObject::connect(card, &ConfirmAccount::saved, &q, &AddAccount::accountSaved);
    QObject::connect(card, &ConfirmAccount::said, &q, &AddAccount::said);
    QObject::connect(card, &ConfirmAccount::finished, card, &QObject::deleteLater);
    QObject::connect(card, &ConfirmAccount::finished, &q, [this] { card.clear(); });
    QObject::connect(card, &ConfirmAccount::accepted, &q, [this](const QString &name) { sayAccepted(name); });
    QObject::connect(card, &ConfirmAccount::scanAgainRequested, &q, [this, source] {
        q.close();
        lookAgain(source);
    });
    QObject::connect(card, &ConfirmAccount::finished, &q, [this] { returnToGathering(); }, Qt::QueuedConnection);
    card->start();
}

// The moment to think of the day when this computer is gone: the site's page is still open.
void AddAccount::Private::sayAccepted(const QString &name)
{
    auto *page = new NoticeDialog(
        context.theme,
        {AddAccount::tr("Add account"), AddAccount::tr("%1 was added").arg(name),
         AddAccount::tr("Before you leave the site’s page, so that you are never locked out:"), AddAccount::tr("Done")},
        &context.window);
    const auto nudge = [this, page](const QString &icon, const QString &what, const QString &why) {
        auto *note = new Note(context.theme, CardTone::Quiet, icon, page);
        note->setText(what, why);
        page->addContent(note);
    };
    nudge(QStringLiteral("safe"), AddAccount::tr("Save the site’s recovery codes"),
          AddAccount::tr(
              "They let you in when this computer is lost. The site has them in its security settings; print them, "
              "or keep them where you keep your papers."));
    nudge(QStringLiteral("security-key"), AddAccount::tr("Set up a second way in"),
          AddAccount::tr("This account is on this computer and nowhere else. Add another method at the site too: "
                         "a security key, a second device or a phone number."));
    show(page);
    letGiveWay(*page);
    page->present();
}

void AddAccount::Private::choose(const std::shared_ptr<Findings> &findings, Source source)
{
    auto *list = new ScanResultDialog(context.theme, findings->pictures(), findings->list(context.vault),
                                      findings->notes(), &context.window);
    QObject::connect(list, &ScanResultDialog::addRequested, &q,
                     [this, list, findings](const QList<int> &places) { addChosen(*list, findings, places); });
    if (source == Source::Screen)
        list->offerArea();
    QObject::connect(list, &ScanResultDialog::areaRequested, &q, [this, findings] { chooseArea(findings); });
    show(list);
}

void AddAccount::Private::addChosen(ScanResultDialog &list, const std::shared_ptr<Findings> &findings,
                                    const QList<int> &places)
{
    std::vector<accounts::Proposal> proposals = findings->accountsAt(places);
    toEnrol = findings->enrolmentsAt(places);
    if (proposals.empty()) {
        list.accept();
        return enrolNext();
    }
    list.setSaving();
    context.vault.add(std::move(proposals), &list, [this, &list](const vault::Vault::Saved &answer) {
        if (!answer) {
            list.setTrouble(errorText(answer.error()).whole());
            return;
        }
        for (const accounts::AccountId id : *answer)
            Q_EMIT q.accountSaved(id);
        Q_EMIT q.said(answer->size() == 1 ? AddAccount::tr("1 account was added.")
                                          : AddAccount::tr("%n accounts were added.", nullptr, int(answer->size())));
        list.accept();
        enrolNext();
    });
}

void AddAccount::Private::explain(const std::shared_ptr<Findings> &findings, Source source)
{
    const std::size_t which = findings->mostTelling();
    const enrol::Recognition &recognition = findings->recognition(which);
    auto *page = new ForeignDialog(context.theme, originText(recognition.origin, recognition.host),
                                   maskedText(findings->text(which)), &context.window);
    if (source == Source::Screen)
        page->offerArea();
    QObject::connect(page, &ForeignDialog::areaRequested, &q, [this, findings] { chooseArea(findings); });
    QObject::connect(page, &ForeignDialog::scanAgainRequested, &q, [this, source] {
        dialog.clear();
        lookAgain(source);
    });
    show(page);
    letGiveWay(*page);
}

void AddAccount::Private::say(const ErrorText &text, Source source)
{
    auto *notice =
        new NoticeDialog(context.theme, {AddAccount::tr("Add account"), text.sentence, text.hint}, &context.window);
    addWays(*notice, source);
    show(notice);
    if (vaultTakes())
        letGiveWay(*notice);
    notice->present();
}

void AddAccount::Private::addWays(NoticeDialog &notice, Source source)
{
    if (!vaultTakes())
        return;
    if (source == Source::Screen) {
        addWayToScan(notice);
    } else {
        if (source == Source::Camera)
            addWayToFilm(notice);
        notice.addAction(AddAccount::tr("Scan the screen"), QStringLiteral("scan-screen"),
                         wayTo(&AddAccount::scanScreen));
    }
    addOtherWays(notice, source);
}

void AddAccount::Private::addWayToScan(NoticeDialog &notice)
{
    notice.addAction(AddAccount::tr("Try again in 3 seconds"), QStringLiteral("scan-screen"),
                     wayTo(&AddAccount::scanSoon));
}

void AddAccount::Private::addWayToFilm(NoticeDialog &notice)
{
    notice.addAction(AddAccount::tr("Use the webcam"), QStringLiteral("camera"), wayTo(&AddAccount::useCamera));
}

void AddAccount::Private::lookAgain(Source source)
{
    if (source == Source::Camera)
        q.useCamera();
    else
        q.scanScreen();
}

std::function<void()> AddAccount::Private::wayTo(void (AddAccount::*slot)())
{
    return [this, slot] {
        dialog.clear();
        (q.*slot)();
    };
}

void AddAccount::Private::addOtherWays(NoticeDialog &notice, Source source)
{
    if (source != Source::Camera)
        addWayToFilm(notice);
    notice.addAction(AddAccount::tr("Open a picture file"), QStringLiteral("picture"), wayTo(&AddAccount::openPicture));
    if (source != Source::Clipboard)
        notice.addAction(AddAccount::tr("Paste"), QStringLiteral("paste"), wayTo(&AddAccount::paste));
    notice.addAction(AddAccount::tr("Type the key"), QStringLiteral("keyboard"), wayTo(&AddAccount::typeKey));
}

void AddAccount::Private::show(QDialog *opened)
{
    opened->setAttribute(Qt::WA_DeleteOnClose);
    dialog = opened;
    givesWay = false;
    // Closed is closed, also while its memory is still there.
    QObject::connect(opened, &QDialog::finished, &q, [this, opened] {
        if (dialog == opened)
            dialog.clear();
        QTimer::singleShot(0, &q, [this] { returnToGathering(); });
    });
    if (!qobject_cast<NoticeDialog *>(opened))
        opened->open();
}

void AddAccount::Private::letGiveWay(PageDialog &page)
{
    givesWay = true;
    page.offerDropAndPaste(&AddAccount::canOpen);
    QObject::connect(&page, &PageDialog::dropped, &q, &AddAccount::openMime);
    QObject::connect(&page, &PageDialog::pasteRequested, &q, &AddAccount::paste);
}

} // namespace watchword::app
