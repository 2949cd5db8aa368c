// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/picture_file.h"

#include "app/support/regular_file.h"
#include "core/base/secret_bytes.h"

#include <QBuffer>
#include <QImageReader>

#include <cstdlib>

namespace watchword::app {

namespace {

// Qt's own limit is smaller than the screenshot of two large monitors.
constexpr int mebibytesForLargest = 300;

// Told by the first bytes, so that no other reader ever sees the file.
QByteArray pictureFormat(const QByteArray &content)
{
    if (content.startsWith("\x89PNG\r\n\x1a\n"))
        return QByteArrayLiteral("png");
    if (content.startsWith("\xff\xd8\xff"))
        return QByteArrayLiteral("jpeg");
    if (content.startsWith("GIF87a") || content.startsWith("GIF89a"))
        return QByteArrayLiteral("gif");
    if (content.startsWith("RIFF")
        && QByteArrayView(content).sliced(std::min<qsizetype>(8, content.size())).startsWith("WEBP"))
        return QByteArrayLiteral("webp");
    if (content.startsWith("BM"))
        return QByteArrayLiteral("bmp");
    return {};
}

} // namespace

Result<QImage> readPicture(const QByteArray &content)
{
    if (content.isEmpty())
        return failure(ErrorCode::EmptyInput);
    const QByteArray format = pictureFormat(content);
    if (format.isEmpty())
        return failure(ErrorCode::NotAPicture);

    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(mebibytesForLargest);
    // A bitmap whose first row is the upper one says so by a negative height.
    const QSize size(std::abs(reader.size().width()), std::abs(reader.size().height()));
    if (size.isEmpty())
        return failure(ErrorCode::NotAPicture, QString::fromLatin1(format));
    if (size.width() > longestPictureSide || size.height() > longestPictureSide
        || qint64(size.width()) * size.height() > mostPicturePixels)
        return failure(ErrorCode::PictureTooLarge, QStringLiteral("%1x%2").arg(size.width()).arg(size.height()));
    QImage picture;
    if (!reader.read(&picture))
        return failure(ErrorCode::NotAPicture, QString::fromLatin1(format));
    return picture;
}

PicturesRead readPictureFile(const QByteArray &content, const TakePicture &take)
{
    if (const Drawing kind = drawingIn(content); kind != Drawing::None)
        return {kind == Drawing::Pdf, draw(content, kind, take)};
    // Only SVG pictures are known to come so.
    if (content.startsWith("\x1f\x8b"))
        return {false, Error{ErrorCode::PackedPicture, {}}};
    Result<QImage> picture = readPicture(content);
    if (!picture)
        return {false, picture.error()};
    take(std::move(*picture));
    return {};
}

PicturesRead openPictureFile(const QString &path, const TakePicture &take)
{
    Result<QByteArray> content = readRegularFile(path, largestPictureFile);
    if (!content)
        return {false, content.error()};
    PicturesRead read = readPictureFile(*content, take);
    wipe(*content);
    return read;
}

} // namespace watchword::app
