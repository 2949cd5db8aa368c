// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/add_account_private.h"

#include "app/dialogs/foreign_dialog.h"
#include "app/dialogs/notice_dialog.h"
#include "app/dialogs/scan_result_dialog.h"
#include "app/dialogs/type_key_dialog.h"
#include "app/platform/screen_grab.h"
#include "app/support/masked_text.h"
#include "app/support/picture_file.h"
#include "app/support/theme/theme.h"
#include "app/widgets/capture_view.h"

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

namespace {

/// The text as it was written: Qt would make one of addresses by decoding them.
QString textOf(const QMimeData &data)
{
    return !data.hasFormat(QStringLiteral("text/plain")) && data.hasUrls()
        ? QString::fromUtf8(data.data(QStringLiteral("text/uri-list")))
        : data.text();
}

/// The picture in an address, as many sites show their QR code (`data:image/png;base64,…`); else empty.
QByteArray pictureInAddress(const QMimeData &data)
{
    const QByteArray address = textOf(data).trimmed().left(largestPictureFile).toLatin1();
    const qsizetype comma = address.indexOf(',');
    const QByteArray head = address.left(comma).toLower();
    if (comma < 0 || !head.startsWith("data:image/") || !head.endsWith(";base64"))
        return {};
    return QByteArray::fromBase64(QByteArray::fromPercentEncoding(address.sliced(comma + 1)));
}

} // namespace

AddAccount::AddAccount(const FlowContext &context, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, context))
{
    connect(&context.vault, &vault::Vault::stateChanged, this, [this] {
        if (!d->waitingText.isEmpty() && d->vaultTakes())
            openText(std::exchange(d->waitingText, {}));
    });
}

AddAccount::~AddAccount() = default;

bool AddAccount::isOpen() const
{
    return d->dialog || d->card || d->isReading;
}

void AddAccount::scanScreen()
{
    if (!d->begin())
        return;
    d->isSecondLook = false;
    d->scan();
}

void AddAccount::openPicture()
{
    if (!d->begin())
        return;
    auto *files = new QFileDialog(&d->context.window, tr("Open pictures of QR codes"));
    files->setDirectory(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    files->setFileMode(QFileDialog::ExistingFiles);
    files->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"), tr("All files (*)")});
    connect(files, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        d->isReading = true;
        readFiles(paths, this, [this](CodeReading reading) { d->take(std::move(reading), Source::Picture); });
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
    connect(form, &TypeKeyDialog::proposed, this, [this, form] { d->confirm(form->takeProposal()); });
    d->show(form);
}

void AddAccount::close()
{
    d->gathered.reset();
    if (d->card)
        d->card->close();
    if (d->dialog)
        d->dialog->reject();
}

bool AddAccount::canOpen(const QMimeData &data)
{
    if (data.hasImage() || data.hasUrls())
        return true;
    const QString text = data.text().left(qsizetype(enrol::longestText));
    if (QStringView(text).left(64).contains(QLatin1String("://")) || text.startsWith(QLatin1String("data:image/"))
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
    if (q.isOpen()) {
        ++passedOver;
        if (card)
            card->setPassedOver(passedOver);
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
    const vault::State state = context.vault.state();
    return state == vault::State::Empty || state == vault::State::Unlocked;
}

void AddAccount::Private::scan()
{
    isReading = true;
    hidden = std::make_unique<HiddenWindows>(context.window, [this] { grab(); }, nullptr);
}

void AddAccount::Private::grab()
{
    grabScreens(&q, [this](Result<std::vector<Capture>> captures) {
        if (!captures) {
            hidden.reset();
            isReading = false;
            say(errorText(captures.error()), Source::Screen);
            return;
        }
        std::vector<QImage> pictures;
        for (Capture &capture : *captures)
            pictures.push_back(std::move(capture.image));
        if (isSecondLook)
            hidden.reset();
        readPictures(std::move(pictures), &q,
                     [this](CodeReading reading) { look(std::move(reading), Source::Screen); });
    });
}

// A compositor may still have been fading our window out: nothing found is looked at once more before it is said.
void AddAccount::Private::look(CodeReading reading, Source source)
{
    if (reading.texts.empty() && !isSecondLook) {
        isSecondLook = true;
        grab();
        return;
    }
    hidden.reset();
    take(std::move(reading), source);
}

void AddAccount::Private::takeData(const QMimeData &data, Source source)
{
    if (data.hasUrls() && std::ranges::any_of(data.urls(), &QUrl::isLocalFile))
        return takeFiles(data.urls(), source);
    if (const QByteArray content = pictureInAddress(data); !content.isEmpty()) {
        Result<QImage> picture = readPicture(content);
        return picture ? takePicture(std::move(*picture), source) : say(errorText(picture.error()), source);
    }
    if (data.hasImage()) {
        QImage picture = qvariant_cast<QImage>(data.imageData());
        if (!picture.isNull())
            return takePicture(std::move(picture), source);
    }
    QString text = textOf(data);
    if (text.isEmpty() && !data.formats().isEmpty() && !data.hasText())
        say(errorText({ErrorCode::NotText, {}}), source);
    else
        takeText(SecretBytes::takeFrom(text), source);
}

void AddAccount::Private::takePicture(QImage picture, Source source)
{
    isReading = true;
    std::vector<QImage> pictures;
    pictures.push_back(std::move(picture));
    readPictures(std::move(pictures), &q, [this, source](CodeReading reading) { take(std::move(reading), source); });
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
    isReading = true;
    readFiles(paths, &q, [this, source, refused](CodeReading reading) {
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
    isReading = false;
    Findings findings(std::move(reading));
    if (gather(findings))
        return;
    findings.settle();
    if (findings.needsList())
        choose(std::move(findings));
    else if (findings.accounts() == 1)
        confirm(findings.takeFirst());
    else if (findings.isEmpty())
        sayNothingFound(std::move(findings), source);
    else if (const auto &refused = findings.recognition(findings.mostTelling()).refused; !refused.empty())
        say(errorText(refused.front()), source);
    else
        explain(findings);
}

void AddAccount::Private::confirm(accounts::Proposal proposal)
{
    card = new ConfirmAccount(context, std::move(proposal), &q);
    QObject::connect(card, &ConfirmAccount::saved, &q, &AddAccount::accountSaved);
    QObject::connect(card, &ConfirmAccount::said, &q, &AddAccount::said);
    QObject::connect(card, &ConfirmAccount::finished, card, &QObject::deleteLater);
    QObject::connect(card, &ConfirmAccount::finished, &q, [this] { card.clear(); });
    QObject::connect(card, &ConfirmAccount::scanAgainRequested, &q, [this] {
        q.close();
        q.scanScreen();
    });
    QObject::connect(card, &ConfirmAccount::finished, &q, [this] { returnToGathering(); }, Qt::QueuedConnection);
    card->start();
}

void AddAccount::Private::choose(Findings findings)
{
    const auto kept = std::make_shared<Findings>(std::move(findings));
    auto *list = new ScanResultDialog(context.theme, kept->pictures(), kept->list(context.vault), kept->notes(),
                                      &context.window);
    QObject::connect(list, &ScanResultDialog::addRequested, &q,
                     [this, list, kept](const QList<int> &places) { addChosen(*list, kept, places); });
    show(list);
}

void AddAccount::Private::addChosen(ScanResultDialog &list, const std::shared_ptr<Findings> &findings,
                                    const QList<int> &places)
{
    list.setSaving();
    context.vault.add(findings->accountsAt(places), &list, [this, &list](const vault::Vault::Saved &answer) {
        if (!answer) {
            list.setTrouble(errorText(answer.error()).whole());
            return;
        }
        for (const accounts::AccountId id : *answer)
            Q_EMIT q.accountSaved(id);
        Q_EMIT q.said(answer->size() == 1 ? AddAccount::tr("1 account was added.")
                                          : AddAccount::tr("%n accounts were added.", nullptr, int(answer->size())));
        list.accept();
    });
}

void AddAccount::Private::explain(const Findings &findings)
{
    const std::size_t which = findings.mostTelling();
    const enrol::Recognition &recognition = findings.recognition(which);
    auto *page = new ForeignDialog(context.theme, originText(recognition.origin, recognition.host),
                                   maskedText(findings.text(which)), &context.window);
    QObject::connect(page, &ForeignDialog::scanAgainRequested, &q, [this] {
        dialog.clear();
        q.scanScreen();
    });
    show(page);
    letGiveWay(*page);
}

void AddAccount::Private::sayNothingFound(Findings findings, Source source)
{
    if (findings.error()) {
        say(errorText(*findings.error()), source);
        return;
    }
    if (source != Source::Screen) {
        say(errorText({ErrorCode::NoCodeInPicture, {}}), source);
        return;
    }
    auto *notice = new NoticeDialog(
        context.theme,
        {AddAccount::tr("Add account"), AddAccount::tr("There is no QR code on your screen"),
         AddAccount::tr(
             "This is what was looked at. Make the whole code visible, as large as it goes, and try again.")},
        &context.window);
    notice->addContent(new CaptureView(context.theme, findings.pictures(), {}, notice));
    // The pictures are wiped when nobody shows them any more.
    QObject::connect(notice, &QObject::destroyed, &q, [kept = std::make_shared<Findings>(std::move(findings))] {});
    addWays(*notice, source);
    show(notice);
    if (vaultTakes())
        letGiveWay(*notice);
    notice->present();
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
    const auto way = [this](void (AddAccount::*slot)()) {
        return [this, slot] {
            dialog.clear();
            (q.*slot)();
        };
    };
    if (source == Source::Screen) {
        notice.addAction(AddAccount::tr("Try again in 3 seconds"), QStringLiteral("scan-screen"), [this] {
            dialog.clear();
            QTimer::singleShot(3000, &q, &AddAccount::scanScreen);
        });
    } else {
        notice.addAction(AddAccount::tr("Scan the screen"), QStringLiteral("scan-screen"),
                         way(&AddAccount::scanScreen));
    }
    notice.addAction(AddAccount::tr("Open a picture file"), QStringLiteral("picture"), way(&AddAccount::openPicture));
    if (source != Source::Clipboard)
        notice.addAction(AddAccount::tr("Paste"), QStringLiteral("paste"), way(&AddAccount::paste));
    notice.addAction(AddAccount::tr("Type the key"), QStringLiteral("keyboard"), way(&AddAccount::typeKey));
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
