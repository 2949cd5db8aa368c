// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/given_data.h"

#include "app/support/picture_file.h"

#include <QMimeData>
#include <QStringList>

#include <algorithm>
#include <array>

namespace watchword::app {

namespace {

constexpr std::array bitmapKinds = {QLatin1String("image/png"), QLatin1String("image/jpeg"),
                                    QLatin1String("image/webp"), QLatin1String("image/gif"),
                                    QLatin1String("image/bmp")};
constexpr std::array drawingKinds = {QLatin1String("image/svg+xml"), QLatin1String("application/pdf")};

/// The kind as which a picture is given. A drawing comes with text where the text is what was meant.
QString pictureKind(const QMimeData &data)
{
    const auto isGiven = [&data](QLatin1String kind) { return data.hasFormat(kind); };
    if (const auto *kind = std::ranges::find_if(bitmapKinds, isGiven); kind != bitmapKinds.end())
        return *kind;
    const auto *kind = std::ranges::find_if(drawingKinds, isGiven);
    return kind != drawingKinds.end() && !data.hasText() ? QString(*kind) : QString();
}

bool isPictureAddress(const QString &text)
{
    return text.startsWith(QLatin1String("data:image/"), Qt::CaseInsensitive)
        || text.startsWith(QLatin1String("data:application/pdf"), Qt::CaseInsensitive);
}

} // namespace

QString givenText(const QMimeData &data)
{
    return !data.hasFormat(QStringLiteral("text/plain")) && data.hasUrls()
        ? QString::fromUtf8(data.data(QStringLiteral("text/uri-list")))
        : data.text();
}

bool hasPictureFile(const QMimeData &data)
{
    return !pictureKind(data).isEmpty() || isPictureAddress(givenText(data).trimmed());
}

QByteArray pictureFileIn(const QMimeData &data)
{
    if (const QString text = givenText(data).trimmed(); isPictureAddress(text))
        return text.left(2 * largestPictureFile).toUtf8();
    const QString kind = pictureKind(data);
    return kind.isEmpty() ? QByteArray() : data.data(kind);
}

QByteArray withoutAddress(const QByteArray &given)
{
    const qsizetype comma = given.indexOf(',');
    if (comma < 0 || given.left(5).compare("data:", Qt::CaseInsensitive) != 0)
        return given;
    const QByteArray content = QByteArray::fromPercentEncoding(given.sliced(comma + 1));
    return given.first(comma).toLower().endsWith(";base64") ? QByteArray::fromBase64(content) : content;
}

bool isOwnPicture(const QMimeData &data)
{
    return data.hasImage() && data.formats() == QStringList{QStringLiteral("application/x-qt-image")};
}

} // namespace watchword::app
