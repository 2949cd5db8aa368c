// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/code_reader.h"

#include "app/flows/given_data.h"
#include "app/platform/screen_grab.h"
#include "app/support/code_finder.h"
#include "app/support/picture_file.h"
#include "app/support/regular_file.h"
#include "core/base/text_bytes.h"

#include <QPointer>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>

namespace watchword::app {

namespace {

constexpr qint64 largestTextFile = qint64{1024} * 1024;
constexpr int longestKeptSide = 1600;

constexpr int areaMargin = 8; ///< which part of its side
constexpr int areaMilliseconds = 10'000;

void wipePicture(QImage &picture)
{
    if (!picture.isNull())
        watchword::wipe(std::as_writable_bytes(std::span(picture.bits(), std::size_t(picture.sizeInBytes()))));
}

/// What is read on another thread, and who waits for it.
struct Job {
    Handler<CodeReading> handler;
    Handler<> firstFound;
    QPointer<QObject> context; ///< only for the thread of whoever waits
    QObject *teller = nullptr; ///< lives on that thread, as long as the other one runs
    CodeReading reading;
    std::shared_ptr<CodeFinder> finder = std::make_shared<CodeFinder>(); ///< serves one picture after the other
    int milliseconds = qr::SearchLimits().milliseconds;                  ///< at most, for one picture
    std::atomic_bool isCancelled = false;
    std::atomic_bool hasFound = false;
};

void tellOfFirst(const std::shared_ptr<Job> &job)
{
    if (job->hasFound.exchange(true))
        return;
    QMetaObject::invokeMethod(
        job->teller,
        [job] {
            if (job->context && job->firstFound)
                job->firstFound();
        },
        Qt::QueuedConnection);
}

void readCodesIn(const std::shared_ptr<Job> &job, std::size_t picture)
{
    const qr::SearchLimits limits{job->milliseconds, &job->isCancelled};
    FoundCodes found =
        job->finder->read(job->reading.pictures[picture], limits, [&job](const qr::Found &) { tellOfFirst(job); });
    for (qr::Found &code : found.codes)
        job->reading.texts.push_back({std::move(code.payload), int(picture), code.corners, code.isQr});
    if (!job->reading.error && found.codes.empty())
        job->reading.error = std::move(found.error);
}

/// They stay only to be looked at: as large as a screen is enough.
void keepSmaller(CodeReading &reading, std::size_t firstText)
{
    QImage &picture = reading.pictures.back();
    const int longer = std::max(picture.width(), picture.height());
    if (longer <= longestKeptSide)
        return;
    const double scale = double(longestKeptSide) / longer;
    QImage smaller = picture.scaled(picture.size() * scale, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    wipePicture(picture);
    picture = std::move(smaller);
    for (std::size_t i = firstText; i < reading.texts.size(); ++i) {
        for (QPoint &corner : reading.texts[i].corners)
            corner *= scale;
    }
}

/// Takes the pictures of a file. A folder full of photographs is no reason to hold them all: only those with codes are kept.
TakePicture takeInto(const std::shared_ptr<Job> &job)
{
    return [job](QImage picture) {
        CodeReading &reading = job->reading;
        const std::size_t before = reading.texts.size();
        reading.pictures.push_back(std::move(picture));
        readCodesIn(job, reading.pictures.size() - 1);
        if (reading.texts.size() > before)
            return keepSmaller(reading, before);
        wipePicture(reading.pictures.back());
        reading.pictures.pop_back();
    };
}

/// What is said of it when there is nothing in it, or not all was read.
void noteWhatWasRead(CodeReading &reading, const PicturesRead &read)
{
    const bool hasMore = read.error && read.error->code == ErrorCode::PagesLeftOut;
    if (read.isPdf)
        reading.nothing.detail = hasMore ? QStringLiteral("pdf start") : QStringLiteral("pdf");
    if (!reading.error)
        reading.error = read.error;
}

void readFile(const QString &path, const std::shared_ptr<Job> &job)
{
    CodeReading &reading = job->reading;
    const PicturesRead read = openPictureFile(path, takeInto(job));
    if (read.error && read.error->code == ErrorCode::NotAPicture && read.error->detail.isEmpty()) {
        if (Result<QByteArray> content = readRegularFile(path, largestTextFile)) {
            SecretBytes text = SecretBytes::takeFrom(*content);
            if (isText(text.view())) {
                reading.texts.push_back({.text = std::move(text)});
                return;
            }
        }
    }
    noteWhatWasRead(reading, read);
}

void readElsewhere(std::function<void()> work, const std::shared_ptr<Job> &job, QObject *context)
{
    QThread *thread = QThread::create(std::move(work));
    job->context = context;
    job->teller = new QObject(thread);
    QObject::connect(thread, &QThread::finished, context, [job] { job->handler(std::move(job->reading)); });
    QObject::connect(context, &QObject::destroyed, thread, [job] { job->isCancelled = true; }, Qt::DirectConnection);
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace

CodeReading::~CodeReading()
{
    forgetPictures();
}

void CodeReading::forgetPictures()
{
    for (ReadText &text : texts)
        text.picture = -1;
    if (pictures.empty())
        return;
    const auto forgotten = std::make_shared<std::vector<QImage>>(std::exchange(pictures, {}));
    QThreadPool::globalInstance()->start([forgotten] { std::ranges::for_each(*forgotten, &wipePicture); });
}

void readPictures(std::vector<QImage> pictures, QObject *context, Handler<CodeReading> handler, Handler<> firstFound,
                  std::shared_ptr<CodeFinder> finder)
{
    const auto job = std::make_shared<Job>();
    job->handler = std::move(handler);
    job->firstFound = std::move(firstFound);
    if (finder)
        job->finder = std::move(finder);
    job->reading.pictures = std::move(pictures);
    const auto work = [job] {
        for (std::size_t i = 0; i < job->reading.pictures.size(); ++i) {
            if (isOneColour(job->reading.pictures[i]))
                ++job->reading.blank;
            else
                readCodesIn(job, i);
        }
    };
    readElsewhere(work, job, context);
}

void readArea(const QImage &picture, const QRect &area, QObject *context, Handler<CodeReading> handler)
{
    const auto job = std::make_shared<Job>();
    job->handler = std::move(handler);
    job->milliseconds = areaMilliseconds;
    const int margin = std::max(area.width(), area.height()) / areaMargin;
    const QRect part = picture.rect() & area.marginsAdded({margin, margin, margin, margin});
    // The smaller a picture, the more the search tries by itself, enlarging it among the rest.
    const auto work = [job, picture, part] {
        job->reading.pictures.push_back(picture.copy(part));
        readCodesIn(job, 0);
    };
    readElsewhere(work, job, context);
}

void readFiles(const QStringList &paths, QObject *context, Handler<CodeReading> handler)
{
    const auto job = std::make_shared<Job>();
    job->handler = std::move(handler);
    const auto work = [job, paths] {
        for (const QString &path : paths) {
            if (!job->isCancelled)
                readFile(path, job);
        }
    };
    readElsewhere(work, job, context);
}

void readContent(QByteArray given, QObject *context, Handler<CodeReading> handler)
{
    const auto job = std::make_shared<Job>();
    job->handler = std::move(handler);
    const auto work = [job, shared = std::make_shared<QByteArray>(std::move(given))] {
        QByteArray content = withoutAddress(*shared);
        noteWhatWasRead(job->reading, readPictureFile(content, takeInto(job)));
        wipe(content);
        wipe(*shared);
    };
    readElsewhere(work, job, context);
}

} // namespace watchword::app
