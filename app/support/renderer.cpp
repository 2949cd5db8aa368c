// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/renderer.h"

#include "app/support/rendering.h"
#include "core/base/secret_bytes.h"

#include <QXmlStreamReader>

namespace watchword::app {

namespace {

using namespace rendering;

/// The root of an SVG picture is looked for no farther than that.
constexpr qsizetype farthestRoot = qsizetype{64} * 1024;

std::optional<Error> errorFor(quint32 outcome, Drawing kind)
{
    switch (Outcome(outcome)) {
    case Outcome::Done: return {};
    case Outcome::PagesLeftOut: return Error{ErrorCode::PagesLeftOut, {}};
    case Outcome::Damaged:
        return Error{ErrorCode::DamagedDocument, kind == Drawing::Pdf ? QStringLiteral("pdf") : QStringLiteral("svg")};
    case Outcome::Locked: return Error{ErrorCode::LockedDocument, {}};
    case Outcome::Entities: return Error{ErrorCode::EntitiesInPicture, {}};
    }
    return Error{ErrorCode::RendererFailed, QStringLiteral("outcome %1").arg(outcome)};
}

/// Room for a picture of a size that may be; else a null picture.
QImage roomFor(quint32 width, quint32 height)
{
    if (width < 1 || height < 1 || width > quint32(longestSide) || height > quint32(longestSide)
        || qint64(width) * height > mostPixels)
        return {};
    return QImage(int(width), int(height), QImage::Format_RGB32);
}

std::optional<Error> takeAnswer(ChildProgram &renderer, const Patience &patience, Drawing kind, const TakePicture &take)
{
    const auto failed = [&renderer](const char *how) {
        return Error{renderer.isSlow() ? ErrorCode::RendererSlow : ErrorCode::RendererFailed, QLatin1String(how)};
    };
    for (int pictures = 0;; ++pictures) {
        renderer.begin(patience);
        Frame frame = {};
        if (!renderer.read(std::as_writable_bytes(std::span(frame))))
            return failed("no frame");
        if (frame[0] != mark)
            return failed("not its mark");
        if (frame[1] == quint32(FrameKind::End))
            return errorFor(frame[2], kind);
        if (frame[1] != quint32(FrameKind::Picture) || pictures == mostPages)
            return failed("another frame");
        QImage picture = roomFor(frame[2], frame[3]);
        if (picture.isNull())
            return failed("size");
        const std::span<std::byte> pixels(reinterpret_cast<std::byte *>(picture.bits()),
                                          std::size_t(picture.sizeInBytes()));
        if (!renderer.read(pixels)) {
            wipe(pixels);
            return failed("pixels");
        }
        take(std::move(picture));
    }
}

} // namespace

Drawing drawingIn(const QByteArray &content)
{
    const QByteArray beginning = content.first(std::min(content.size(), farthestRoot));
    QByteArrayView text = beginning;
    // UTF-8, with its mark or without; UTF-16 has a mark.
    const bool isWide = text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff");
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    text = text.trimmed();
    if (text.startsWith("%PDF-"))
        return Drawing::Pdf;
    if (!isWide && !text.startsWith('<'))
        return Drawing::None;
    QXmlStreamReader reader(beginning);
    reader.setNamespaceProcessing(false);
    while (!reader.atEnd() && !reader.isStartElement())
        reader.readNext();
    return reader.isStartElement() && reader.name() == QLatin1String("svg") ? Drawing::Svg : Drawing::None;
}

QString rendererProgram()
{
    return ownProgram(QStringLiteral("watchword-renderer"));
}

std::optional<Error> draw(const QByteArray &content, Drawing kind, const TakePicture &take, const QString &program,
                          const Patience &patience)
{
    if (content.size() > largestFile)
        return Error{ErrorCode::TooLarge, QString::number(largestFile)};
    ChildProgram renderer(program);
    if (!renderer.isRunning())
        return Error{renderer.isMissing() ? ErrorCode::RendererMissing : ErrorCode::RendererFailed, {}};
    // One that ended before it had read all may have said why.
    renderer.begin(patience);
    if ((!renderer.write(bytesOf(content)) || !renderer.endInput()) && renderer.isSlow())
        return Error{ErrorCode::RendererSlow, QStringLiteral("input")};
    return takeAnswer(renderer, patience, kind, take);
}

} // namespace watchword::app
