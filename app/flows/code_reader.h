// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/handler.h"
#include "core/base/secret_bytes.h"

#include <QImage>
#include <QPoint>
#include <QRect>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QObject;

namespace watchword::app {

class CodeFinder;

/// One text that was read, and where it stood when it was a code in a picture.
struct ReadText {
    SecretBytes text;
    int picture = -1;                   ///< index into CodeReading::pictures, -1 for text
    std::array<QPoint, 4> corners = {}; ///< in that picture's pixels
    bool isQr = true;                   ///< false: another kind of barcode
};

/// What was read from pictures and files. Pictures may show secrets: they are wiped in the end.
struct CodeReading {
    std::vector<QImage> pictures;
    std::vector<ReadText> texts;
    std::optional<Error> error;                    ///< of the first file that could not be read, or not whole
    Error nothing{ErrorCode::NoCodeInPicture, {}}; ///< what is to be said when there are no texts and there is no error
    int blank = 0;                                 ///< how many of the pictures have one colour, and nothing in them

    CodeReading() = default;
    CodeReading(CodeReading &&) = default;
    CodeReading &operator=(CodeReading &&) = default;
    ~CodeReading();

    /// Wipes them now, on another thread: they may be large.
    void forgetPictures();
};

/// Looks for codes in pictures, on another thread, until it is done or `context` dies. `firstFound` is called as soon as there is
/// one QR code. `finder` is one that was started before; nobody else uses it meanwhile.
void readPictures(std::vector<QImage> pictures, QObject *context, Handler<CodeReading> handler,
                  Handler<> firstFound = {}, std::shared_ptr<CodeFinder> finder = {});
/// The same for a part of a picture, with a margin and more effort. The part is what the reading holds.
void readArea(const QImage &picture, const QRect &area, QObject *context, Handler<CodeReading> handler);
/// The same for files (`openPictureFile`); a file that is text and no picture is taken as text.
void readFiles(const QStringList &paths, QObject *context, Handler<CodeReading> handler);
/// The same for a picture that another program gives (given_data.h). It is wiped.
void readContent(QByteArray given, QObject *context, Handler<CodeReading> handler);

} // namespace watchword::app
