// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/portal_picture.h"

#include "app/support/picture_file.h"
#include "app/support/regular_file.h"
#include "core/base/secret_bytes.h"

#include <QFile>
#include <QUrl>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace watchword::app {

namespace {

/// Of a screenshot that is hardly compressed; its pixels are bounded by `readPicture`.
constexpr qint64 largestScreenshotFile = qint64{256} * 1024 * 1024;

/// Removes the file in the end; one that cannot be removed is emptied at least.
class FileToDelete
{
public:
    explicit FileToDelete(const QString &path)
        : m_path(QFile::encodeName(path))
    {
    }
    ~FileToDelete()
    {
        if (::unlink(m_path.constData()) == 0 || errno == ENOENT)
            return;
        if (::truncate(m_path.constData(), 0) != 0)
            qWarning("portal: the picture of the screen could not be deleted, error %d", errno);
    }
    FileToDelete(const FileToDelete &) = delete;
    FileToDelete &operator=(const FileToDelete &) = delete;

private:
    QByteArray m_path;
};

/// The path of a regular file of this computer, no link; else empty.
QString localFile(const QString &uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("file") || !url.host().isEmpty())
        return {};
    QString path = url.toLocalFile();
    struct stat status = {};
    if (path.contains(QChar(0)) || ::lstat(QFile::encodeName(path).constData(), &status) != 0
        || !S_ISREG(status.st_mode))
        return {};
    return path;
}

void wipePixels(QImage &image)
{
    if (!image.isNull())
        watchword::wipe(std::as_writable_bytes(std::span(image.bits(), std::size_t(image.sizeInBytes()))));
}

} // namespace

Result<QImage> takePortalPicture(const QString &uri)
{
    const QString path = localFile(uri);
    if (path.isEmpty())
        return failure(ErrorCode::CaptureFailed, QStringLiteral("the portal gave no local file"));
    const FileToDelete file(path);
    Result<QByteArray> content = readRegularFile(path, largestScreenshotFile);
    if (!content)
        return failure(ErrorCode::CaptureFailed, QStringLiteral("the portal's file cannot be read"));
    Result<QImage> picture = readPicture(*content);
    wipe(*content);
    if (!picture)
        return failure(ErrorCode::CaptureFailed, QStringLiteral("the portal's file is no picture"));
    if (picture->format() == QImage::Format_RGB32)
        return picture;
    QImage plain = picture->convertToFormat(QImage::Format_RGB32);
    wipePixels(*picture);
    if (plain.isNull())
        return failure(ErrorCode::CaptureFailed, QStringLiteral("no memory"));
    return plain;
}

} // namespace watchword::app
