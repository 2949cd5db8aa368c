// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/code_reader.h"

#include "app/support/picture_file.h"
#include "app/support/regular_file.h"
#include "core/base/text_bytes.h"
#include "core/qr/reader.h"

#include <QThread>

#include <functional>
#include <memory>

namespace watchword::app {

namespace {

constexpr qint64 largestTextFile = qint64{1024} * 1024;

void wipePicture(QImage &picture)
{
    if (!picture.isNull())
        watchword::wipe(std::as_writable_bytes(std::span(picture.bits(), std::size_t(picture.sizeInBytes()))));
}

void readCodesIn(CodeReading &reading, std::size_t picture)
{
    for (qr::Found &found : qr::readCodes(reading.pictures[picture]))
        reading.texts.push_back({std::move(found.payload), int(picture), found.corners, found.isQr});
}

void readCodesOf(CodeReading &reading)
{
    for (std::size_t i = 0; i < reading.pictures.size(); ++i)
        readCodesIn(reading, i);
}

void readFile(const QString &path, CodeReading &reading)
{
    Result<QImage> picture = openPicture(path);
    if (picture) {
        const std::size_t before = reading.texts.size();
        reading.pictures.push_back(std::move(*picture));
        readCodesIn(reading, reading.pictures.size() - 1);
        // A folder full of photographs is no reason to hold them all.
        if (reading.texts.size() == before) {
            wipePicture(reading.pictures.back());
            reading.pictures.pop_back();
        }
        return;
    }
    if (picture.error().code == ErrorCode::NotAPicture && picture.error().detail.isEmpty()) {
        if (Result<QByteArray> content = readRegularFile(path, largestTextFile)) {
            SecretBytes text = SecretBytes::takeFrom(*content);
            if (isText(text.view())) {
                reading.texts.push_back({.text = std::move(text)});
                return;
            }
        }
    }
    if (!reading.error)
        reading.error = picture.error();
}

void readElsewhere(std::function<void(CodeReading &)> work, CodeReading start, QObject *context,
                   Handler<CodeReading> handler)
{
    struct Job {
        Handler<CodeReading> handler;
        CodeReading reading;
    };
    auto job = std::make_shared<Job>(std::move(handler), std::move(start));
    QThread *thread = QThread::create([job, work = std::move(work)] { work(job->reading); });
    QObject::connect(thread, &QThread::finished, context, [job] { job->handler(std::move(job->reading)); });
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
    for (QImage &picture : pictures)
        wipePicture(picture);
    pictures.clear();
    for (ReadText &text : texts)
        text.picture = -1;
}

void readPictures(std::vector<QImage> pictures, QObject *context, Handler<CodeReading> handler)
{
    CodeReading start;
    start.pictures = std::move(pictures);
    readElsewhere(&readCodesOf, std::move(start), context, std::move(handler));
}

void readFiles(const QStringList &paths, QObject *context, Handler<CodeReading> handler)
{
    const auto work = [paths](CodeReading &reading) {
        for (const QString &path : paths)
            readFile(path, reading);
    };
    readElsewhere(work, {}, context, std::move(handler));
}

} // namespace watchword::app
